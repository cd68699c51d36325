"""Words that sound like a request and are another one: a call, a customer, a contract, a why, a plan, a problem."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.hearing import hear
from app.conversation.situations import Situation, read
from app.conversation.special_words import CANCELS
from app.conversation.turn_words import ASKS_WHY, comes_to_us
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.facts import Asked, Understanding
from app.understanding.language import detect
from app.understanding.normal import normalise
from app.understanding.question_lists import in_lines, listed
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
THURSDAY = date(2026, 11, 26)


def heard(text: str, asked: Asked | None = None) -> Understanding:
    return understand(text, today=TODAY, asked=asked)


def first(text: str) -> Situation:
    return read(heard(text), text, asked=None).first


@pytest.mark.parametrize(
    "text",
    [
        "Could your software engineer ring me on Thursday at 2pm?",
        "Would the product team call us on Thursday at 2pm?",
        "Make sure we get a call on Thursday at 2pm please",
        "I'm hoping we get a call on Thursday at 2pm",
    ],
)
def test_a_person_who_is_to_call_is_a_call(text: str) -> None:
    call = heard(text).callback
    assert call is not None
    assert (call.day, call.start) == (THURSDAY, "14:00")


@pytest.mark.parametrize(
    "text",
    [
        "Can your software ring our night shift at 2am?",
        "Will the sensors alert a phone on Sunday at 5?",
        "Could the alarms go to our night team by phone at 2am?",
        "I get a call at 2am when the chiller trips",
        "搬入は、夕方がありがたいです",
        "据付工事については、午前中だと助かります",
    ],
)
def test_a_time_of_something_else_is_no_call(text: str) -> None:
    assert heard(text).callback is None


@pytest.mark.parametrize("text", ["夕方がありがたいです", "では、午前中だと助かります", "来週は、午後が助かります"])
def test_when_they_can_be_reached_is_a_call(text: str) -> None:
    assert heard(text).callback is not None


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("現在8台使っている送風機のデータを見たい", False),
        ("今40台使っていますが、全部にセンサーを付けたいです", False),
        ("いま8台使っていて、警報が鳴りっぱなしです", True),
        ("現在8台使ってるんですが、データが止まりました", True),
    ],
)
def test_machines_in_use_make_no_customer(text: str, customer: bool) -> None:
    assert heard(text).is_customer is customer


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("Our existing portal does not load on phones.", False),
        ("The SCADA console shows errors all day.", False),
        ("Our dashboard is frozen half of the time. Would yours cope?", False),
        ("今の監視システムはデータが届かないことがあります", False),
        ("Our portal does not load today.", True),
        ("Your current app keeps crashing.", True),
        ("御社のシステムのデータが昨日から届きません", True),
    ],
)
def test_a_tool_of_others_that_fails_is_no_support_case(text: str, support: bool) -> None:
    assert (first(text) is Situation.SUPPORT) is support


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("We need to get out of our contract with Fluke and come to you", False),
        ("他社との契約をやめたいので見積をください", False),
        ("We want out of our contract with Fluke. What would yours cost?", False),
        ("We want out of the contract with your company", True),
        ("Please cancel our subscription with immediate effect", True),
        ("御社にお願いしている契約を解約したいです", True),
        ("We want to get out of our contract", True),
        ("契約を解約したいです", True),
        ("We want to get out of our contract with you", True),
        ("貴社に乗り換えてから故障が増えたので解約したいです", True),
        ("よそとの契約もあるので、御社との契約を解約します", True),
        ("Please cancel our plan with Northwind, the alternative is cheaper", True),
        ("We switched to you in May and want to cancel our subscription", True),
        ("御社に乗り換えたいので、来月に契約を解約します", False),
        ("We need to end our contract with Bosch. Can I have a quote?", False),
    ],
)
def test_only_a_contract_with_us_is_cancelled_here(text: str, ours: bool) -> None:
    assert (CANCELS.search(text) is not None and not comes_to_us(text)) is ours


@pytest.mark.parametrize(
    ("text", "of_ours"),
    [
        ("なぜ中継器が必要なのでしょうか", False),
        ("Why would I need that?", False),
        ("Why do I need this hub?", False),
        ("どうして寿命が読めるのか知りたいです", False),
        ("なぜ連絡先が必要なのでしょうか", True),
        ("何のために聞いているんですか", True),
        ("why should I tell you my plans?", True),
        ("Why do you need that?", True),
    ],
)
def test_why_something_is_needed_is_not_why_we_ask(text: str, of_ours: bool) -> None:
    assert (ASKS_WHY.search(text) is not None) is of_ours


@pytest.mark.parametrize("text", ["Who is it for?", "who is this made for", "これは誰向けの製品ですか"])
def test_for_whom_it_is_asks_of_the_product(text: str) -> None:
    assert not heard(text).asks_who


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("4ヶ月後に今の業者をやめて乗り換えたい", True),
        ("2ヶ月以内に手書きをやめたいです", True),
        ("We want to stop the walk-rounds within 4 months", True),
        ("We need to get rid of these breakdowns within 4 months", True),
        ("4ヶ月で解約できますか", False),
        ("2ヶ月で利用をやめたいのですが可能ですか", False),
        ("What if we want to stop after 4 months?", False),
        ("We gave it up after 4 months", False),
    ],
)
def test_what_they_want_to_be_rid_of_in_time_is_a_plan(text: str, plans: bool) -> None:
    assert (heard(text).timing.kind == "range") is plans


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ノートで管理しています", True),
        ("エクセルで記録しています", True),
        ("湿気で錆びる", True),
        ("冬場に凍る", True),
        ("The crew relies on instinct", True),
        ("We check 25 fans by touch at 1500 rpm", True),
        ("金属部品を加工しています", False),
        ("名古屋で生産しています", False),
        ("25 fans at 1500 rpm", False),
        ("部長が決める", False),
    ],
)
def test_how_they_do_it_by_hand_answers_what_troubles_them(text: str, problem: bool) -> None:
    assert bool(heard(text, "challenge").challenges) is problem


@pytest.mark.parametrize(
    "text", ["Frankly, we work in two shifts", "実は、停止が多いです", "Basically, it is one site"]
)
def test_a_word_that_only_opens_a_sentence_is_no_problem(text: str) -> None:
    lang = detect(text)
    told = hear(text, today=TODAY, asked=None, waiting=("challenge",), lang=lang, categories=DEFAULT_CATEGORIES)
    assert not {"Frankly", "実は", "Basically"} & {one.span for one in told.challenges}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("We run a dairy and would like a price for 12 sensors. Kind regards, Ana よろしくお願いいたします", "en"),
        ("お世話になっております。Please send us a quote. 何卒よろしくお願いします", "en"),
        ("Fluke Motors、hello@fluke.example です", "ja"),
        ("OPC UA と Modbus TCP に対応していますか。よろしくお願いします", "ja"),
        ("ok よろしくお願いします", "ja"),
    ],
)
def test_a_japanese_courtesy_makes_no_japanese_message(text: str, lang: str) -> None:
    assert detect(normalise(text).text) == lang


@pytest.mark.parametrize(
    ("text", "name"), [("市場と申します", "市場"), ("東和化成の道場です。", "道場"), ("魚市場です", None)]
)
def test_a_family_name_may_look_like_a_place(text: str, name: str | None) -> None:
    assert heard(text).contact.name == name


@pytest.mark.parametrize(
    "text", ["次" + "3点" * 5000 + "a", "以下" + "2つ点、" * 3000, " \n" * 10000, "1. a" + " " * 20000 + "b"]
)
def test_a_list_that_never_ends_is_read_in_one_pass(text: str) -> None:
    assert listed(in_lines(f"{text}\n1. 価格\n2. 納期"), asks=lambda _: False) is not None
