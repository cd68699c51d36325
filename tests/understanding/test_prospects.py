"""Messages as prospects of a company that sells monitoring for machines write them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from app.understanding.facts import Asked, ContactData, Understanding
from app.understanding.normal import any_of
from app.understanding.understand import understand, warm

TODAY = date(2026, 11, 22)
OWN_CATEGORIES = yaml.safe_load(
    (Path(__file__).parents[2] / "templates" / "demo" / "challenges.yaml").read_text("utf-8")
)


def read(text: str, asked: Asked | None = None) -> Understanding:
    return understand(text, today=TODAY, asked=asked, categories=OWN_CATEGORIES)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("うちのラインが月に2回くらい止まるんですよね", "unplanned_downtime"),
        ("料金を教えてください。夜間に設備が突然止まってしまい困っています", "unplanned_downtime"),
        ("ベテランが来年定年で、音で判断できる人がいなくなるんです", "skilled_worker_shortage"),
        ("点検に毎日3時間かかってます", "inspection_labour"),
        ("原因が分からないまま同じ故障を繰り返しています", "visibility_data"),
        ("Our line goes down twice a month", "unplanned_downtime"),
        ("our best mechanic is retiring in march", "skilled_worker_shortage"),
        ("energy bills doubled this year", "energy_cost"),
        ("our IT department won't allow anything in the cloud", "security_compliance"),
        ("Spare parts eat up the budget. Can you help?", "maintenance_cost"),
    ],
)
def test_what_happens_in_the_plant_is_a_challenge_without_being_asked(text: str, category: str) -> None:
    assert category in {name for challenge in read(text).challenges for name in challenge.categories}


@pytest.mark.parametrize(
    "text",
    [
        "点検作業は自動化できますか？",
        "不良率の改善事例があれば見たいです",
        "資料を見てダウンタイムが減ると知りました",
        "来年4月に新しいラインが動きます",
        "Does it reduce downtime?",
        "How does inspection work with your product?",
        "アポ取りたいんですけど",
    ],
)
def test_a_bare_term_in_a_question_is_no_challenge(text: str) -> None:
    assert not read(text).has_challenge


def test_a_bare_term_is_a_challenge_after_the_question() -> None:
    assert [c.categories for c in read("点検", "challenge").challenges] == [("inspection_labour",)]
    assert read("ﾗｲﾝが止まる", "challenge").challenges[0].span == "ﾗｲﾝが止まる"


@pytest.mark.parametrize(
    "text",
    [
        "それはお答えできません",
        "社外秘です",
        "I can't answer that",
        "前は止まってばかりでしたが更新してから問題ありません",
    ],
)
def test_a_refusal_or_a_solved_problem_is_no_challenge(text: str) -> None:
    assert not read(text, "challenge").has_challenge


@pytest.mark.parametrize(
    "text",
    [
        "連絡先は伝えずに続ける",
        "Go on without leaving contact details",
        "それはお答えできません",
        "I can't answer that",
    ],
)
def test_a_refusal_is_heard(text: str) -> None:
    assert read(text).declines


def test_not_being_able_to_answer_customers_is_no_refusal() -> None:
    found = read("夜はお客様の質問に答えられない", "challenge")
    assert found.has_challenge
    assert not found.declines


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("料金を教えてください。夜間に設備が突然止まってしまい困っています", {"ask_price", "give_challenge"}),
        ("うちのポンプが先週から動かなくなって大変でした", {"give_challenge"}),
        ("our conveyor is down and it's a nightmare. how fast can you install it?", {"ask_product", "give_challenge"}),
        ("設備の故障を事前に知る方法はありますか", {"ask_product"}),
        ("契約中の者ですが、ゲートウェイがオフラインになりました", {"existing_customer_support"}),
        ("御社のセンサーを使っていますが、データが届かなくなりました", {"existing_customer_support"}),
        ("The gateway you sold us stopped sending data", {"existing_customer_support"}),
        ("your sensor app keeps crashing on my phone", {"existing_customer_support"}),
    ],
)
def test_only_a_fault_of_our_product_is_a_support_case(text: str, intents: set[str]) -> None:
    assert set(read(text).intents) == intents


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("営業電話はやめてください", {"opt_out"}),
        ("30台つけたらなんぼ？", {"ask_price"}),
        ("データは国内に保存されますか？", {"ask_security"}),
        ("does it work outdoors in the cold", {"ask_product"}),
    ],
)
def test_casual_words_are_understood(text: str, intents: set[str]) -> None:
    assert set(read(text).intents) == intents


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "田中と申します。みなと工業です。tanaka@minato.example",
            ContactData(name="田中", company="みなと工業", email="tanaka@minato.example"),
        ),
        ("青葉ケミカルの保全課長、佐久間です", ContactData(name="佐久間", company="青葉ケミカル", role="保全課長")),
        ("大和製紙の工場長をしております本田と申します", ContactData(name="本田", company="大和製紙", role="工場長")),
        ("名前は高瀬です。会社は丸三紙業", ContactData(name="高瀬", company="丸三紙業")),
        ("はやしだです、でんわは08044445555", ContactData(name="はやしだ", phone="+818044445555")),
        ("井口です！会社名はまだ言えません", ContactData(name="井口")),
        (
            "Maria Gomez, maintenance manager, Solera Foods",
            ContactData(name="Maria Gomez", company="Solera Foods", role="maintenance manager"),
        ),
        ("i'm dave from bluewater foods", ContactData(name="Dave", company="bluewater foods")),
        ("Kenji Mori, Mori Kogyo", ContactData(name="Kenji Mori", company="Mori Kogyo")),
        ("Go on without leaving contact details", ContactData()),
        ("工場長と相談します", ContactData()),
    ],
)
def test_an_answer_to_who_are_you_is_read(text: str, contact: ContactData) -> None:
    assert read(text, "contact").contact == contact


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("半年から1年くらいで考えてます", "2027-05-22", "2027-11-22"),
        ("リース契約が来年9月で切れます", "2026-11-22", "2027-09-30"),
        ("新工場が27年秋に立ち上がるのでそのタイミングで", "2027-09-01", "2027-11-30"),
        ("新ラインが来年6月に稼働するので、それに間に合わせたい", "2026-11-22", "2027-06-30"),
        ("秋ごろを予定しています", "2027-09-01", "2027-11-30"),
        ("when our fiscal year starts in july", "2027-07-01", "2027-07-31"),
        ("not this fiscal year, next one", "2027-04-01", "2028-03-31"),
        ("not before our audit in march", "2027-03-01", None),
    ],
)
def test_an_answer_to_when_is_read(text: str, earliest: str, latest: str | None) -> None:
    timing = read(text, "timing").timing
    assert (timing.earliest, timing.latest) == (
        date.fromisoformat(earliest),
        date.fromisoformat(latest) if latest else None,
    )


def test_a_stop_this_week_is_not_the_date_they_want_it() -> None:
    assert read("ASAP pls, we had two stops this week", "timing").timing.kind == "asap"


def test_after_the_warm_up_no_message_waits_for_vocabulary() -> None:
    warm(OWN_CATEGORIES)
    compiled = any_of.cache_info().misses
    read("先週もチラーが止まっちゃって。来春までに入れたいです。田中 090-1111-2222", "contact")
    read("Can you call me after 3pm? We lost two days in May, need it asap", "timing")
    assert any_of.cache_info().misses == compiled
