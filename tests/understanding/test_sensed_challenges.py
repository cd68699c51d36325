"""Problems told in words that stand in no list: the trained weights hear them, the lists keep their veto."""

from datetime import date

import pytest

from app.understanding.facts import Challenge, Understanding
from app.understanding.understand import understand


def read(text: str) -> Understanding:
    return understand(text, today=date(2026, 11, 24))


@pytest.mark.parametrize(
    "text",
    [
        "先着順で営業が持っていってしまい、残った方はそのままになります",
        "陶芸教室です。体験に来た方がその後どうなったか追えていません",
        "倉庫の鍵を持つ者が出かけると、荷受けが夕方まで進まないんです",
        "Our pottery classes fill up by post card and the cards get lost.",
        "Every branch of our bakery tells callers another closing time.",
        "Requests from abroad arrive at night and are stale by breakfast.",
    ],
)
def test_a_problem_of_a_trade_the_lists_do_not_know_is_heard(text: str) -> None:
    found = read(text)
    assert found.has_challenge
    assert "give_challenge" in found.intents


def test_the_span_is_the_sentence_in_their_words_without_what_stands_around_it() -> None:
    found = read("はじめまして。住所の打ち間違いで、職人が違う家に行ってしまうんです。資料をください。")
    assert [challenge.span for challenge in found.challenges] == ["住所の打ち間違いで、職人が違う家に行ってしまう"]
    (challenge,) = read("Hello. Our glaziers get called to addresses that were typed in wrong. Call me.").challenges
    assert challenge == Challenge("Our glaziers get called to addresses that were typed in wrong", ("other",))


@pytest.mark.parametrize(
    "text",
    [
        "陶芸教室では体験の方を追えますか",
        "以前は荷受けが滞っていましたが、今は順調です",
        "もし鍵を持つ者がいなかったらどうなりますか",
        "陶芸教室を開いています",
        "Does it help when requests from abroad arrive at night?",
        "We used to lose the cards, but since spring everything is online.",
        "If we ever opened a second bakery, we would need something like this.",
        "Your requests go stale because you answer too late, our agency can help.",
        "We run a bakery with nine branches.",
    ],
)
def test_what_is_asked_solved_supposed_ours_or_a_plain_fact_is_no_problem(text: str) -> None:
    assert not read(text).has_challenge


@pytest.mark.parametrize("text", ["見積が遅い", "誰も入力してくれない", "期日どおりに払ってもらえません"])
def test_a_quotation_that_is_late_and_what_nobody_does_for_us_are_no_requests(text: str) -> None:
    assert read(text).has_challenge


@pytest.mark.parametrize("text", ["見積をお願いします", "見積もりをもらえますか", "資料を送ってくれませんか"])
def test_a_request_stays_a_request(text: str) -> None:
    assert not read(text).has_challenge


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The dust stops our fans.\n\nMira", ["The dust stops our fans"]),
        ("We begin in February.\nM.", []),
        ("The downtime.\n\nBest\nMira K.", ["The downtime"]),
        ("2月からです。\n\n東野", []),
        ("了解しました。佐藤", []),
        ("コスト\n属人化", ["コスト", "属人化"]),
        ("Cost\nDowntime", ["Cost", "Downtime"]),
    ],
)
def test_a_name_under_a_message_is_no_problem(text: str, spans: list[str]) -> None:
    found = understand(text, today=date(2026, 11, 24), asked="challenge").challenges
    assert [one.span for one in found] == spans
