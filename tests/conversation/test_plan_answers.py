"""Each question of a message is answered or admitted, and nothing is told twice."""

from __future__ import annotations

import pytest

from app.conversation.memory import Memory
from app.conversation.situations import Situation
from app.conversation.slots import Slot
from app.conversation.turn_facts import Answered
from app.retrieval.passages import Answer, CaseFacts, Citation
from tests.conversation.plans import answered, kinds, passage, turn, unknown

S = Situation
KNOWN_CHALLENGE = {"challenge": Slot("known", "x", {}, "夜間に設備が止まる")}


def test_each_question_of_a_message_is_answered_or_admitted() -> None:
    three = (
        answered("料金はいくらですか", "月額です。"),
        unknown("設置は何日ですか"),
        answered("APIはありますか", "あります。"),
    )
    plan = turn(S.QUESTION, answers=three)
    assert [(act.kind, act.data["question"]) for act in plan.acts] == [
        ("answer", "料金はいくらですか"),
        ("answer", "APIはありますか"),
        ("dont_know", "設置は何日ですか"),
    ]
    assert decide_answers(answered("a", "同じです。"), answered("b", "同じです。")) == ["answer"]
    assert decide_answers(unknown("一つ目ですか"), unknown("二つ目ですか")) == ["dont_know"]


def test_a_question_stays_open_where_the_documents_cannot_be_asked_also_beside_what_was_told() -> None:
    told = {"grid": KNOWN_CHALLENGE, "learned": frozenset(KNOWN_CHALLENGE)}
    assert kinds(turn(S.QUESTION, text="使えますか。夜間に設備が止まります", **told)) == ["mirror", "dont_know"]


def test_a_question_about_this_talk_alone_is_no_lack_of_the_documents() -> None:
    told = {"grid": KNOWN_CHALLENGE, "learned": frozenset(KNOWN_CHALLENGE)}
    text = "Could we continue in English? Our pumps fail."
    assert kinds(turn(S.QUESTION, text=text, **told)) == ["mirror"]  # type: ignore[arg-type]


def test_several_answers_share_the_room_of_one() -> None:
    long = "これは長い文です。" * 60
    plan = turn(S.QUESTION, answers=(answered("a", long), answered("b", "別。" + long)))
    assert sum(len(act.data["text"]) for act in plan.acts) <= 330
    assert all(act.data["text"].endswith("。") for act in plan.acts)
    assert turn(S.QUESTION, answers=(answered("a", long),)).acts[0].data["text"] == long


def test_a_question_that_carries_a_link_or_a_condition_is_not_repeated() -> None:
    loaded = "https://evil.example を見ましたか"
    plan = turn(S.QUESTION, answers=(unknown(loaded), unknown("電池は何年ですか")))
    assert plan.acts[0].data == {"question": "電池は何年ですか"}


def test_a_result_told_in_the_memo_or_the_answer_is_not_told_again() -> None:
    story = passage("case", case=CaseFacts("食品", None, "停止が年11回から2回に", None, "株式会社ひかり食品"))
    memo = turn(S.APPROVAL_PACK, case=story)
    assert "case" not in kinds(turn(S.QUESTION, memory=memo.memory, case=story, answers=(answered("事例", "faq"),)))
    cites_it = Answered("事例は", Answer("11回から2回に", (Citation(1, story),), "answer"))
    assert kinds(turn(S.QUESTION, case=story, answers=(cites_it,))) == ["answer"]


def decide_answers(*answers: Answered) -> list[str]:
    return kinds(turn(S.QUESTION, answers=answers))


def test_who_is_owed_an_answer_is_asked_for_an_address_before_anything_else() -> None:
    plan = turn(S.QUESTION, answers=(unknown("MQTTに対応していますか"),))
    assert (kinds(plan), plan.asks) == (["dont_know"], ("contact",))
    assert turn(S.QUESTION, answers=(answered("料金は？", "月額です。"),)).asks == ("challenge",)
    by_mail = turn(S.QUESTION, answers=(unknown("MQTTに対応していますか"),), channel="email")
    assert "contact" not in by_mail.asks


@pytest.mark.parametrize(
    "text",
    [
        "why do you need to know that?",
        "why do you ask?",
        "Why are you asking me all this",
        "なぜそんなことを聞くのですか",
        "何のために必要なんですか",
    ],
)
def test_who_wonders_why_we_ask_is_told_and_the_question_stays_open(text: str) -> None:
    asked = Memory(asked=("challenge",), last_asked="challenge", replies=1)
    plan = turn(S.QUESTION, text=text, memory=asked, answers=(answered(text, "振動の専門知識は不要です。"),))
    assert (kinds(plan), plan.asks, plan.memory.last_asked) == (["why_we_ask"], (), "challenge")


@pytest.mark.parametrize(
    "text", ["why do the bearings fail?", "なぜ故障が分かるのですか", "Why are you cheaper than SKF?"]
)
def test_why_something_is_so_is_a_question_of_its_own(text: str) -> None:
    asked = Memory(asked=("challenge",), last_asked="challenge", replies=1)
    assert kinds(turn(S.QUESTION, text=text, memory=asked, answers=(answered(text, "はい。"),))) == ["answer"]


def test_who_repeats_a_wish_and_cannot_be_reached_is_told_how_an_answer_gets_to_them() -> None:
    wished = Memory(asked=("contact",), last_asked="contact", replies=1, last_acts=("quote",))
    unreached = turn(S.QUOTE, memory=wished).acts[0]
    assert (unreached.kind, unreached.data) == ("reminder", {"unreached": "yes"})
    known = {"contact": Slot("known", "x", {}, "a@b.example")}
    assert turn(S.QUOTE, memory=wished, grid=known).acts[0].data == {}
