"""Each question of a message is answered or admitted, and nothing is told twice."""

from __future__ import annotations

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
