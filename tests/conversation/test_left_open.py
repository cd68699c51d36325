"""What a reply does not answer is kept for those who write the documents, whatever it says instead."""

from __future__ import annotations

import pytest

from app.conversation.memory import Memory
from app.conversation.plan import decide, left_open
from app.conversation.situations import Situation
from app.conversation.turn_facts import Answered, TurnFacts
from app.retrieval.passages import Answer, Citation, Verdict
from app.understanding.facts import Understanding
from tests.conversation.plans import passage

CITED = (Citation(1, passage("pumps")),)


def _open(situation: Situation, *verdicts: Verdict, learned: bool = False) -> list[tuple[str, str]]:
    answers = tuple(
        Answered(f"{verdict}?", Answer("We watch pumps.", () if verdict == "unknown" else CITED, verdict))
        for verdict in verdicts
    )
    told = frozenset({"timing"} if learned else set[str]())
    facts = TurnFacts("en", situation, Understanding("en", ()), {}, told, Memory(), answers=answers, text="pumps?")
    return list(left_open(facts, decide(facts)))


@pytest.mark.parametrize(
    ("situation", "verdict", "learned", "kept"),
    [
        (Situation.UNCLEAR, "maybe", False, True),
        (Situation.UNCLEAR, "maybe", True, False),
        (Situation.UNCLEAR, "unknown", False, False),
        (Situation.QUOTE, "maybe", True, True),
        (Situation.QUESTION, "maybe", False, True),
        (Situation.QUESTION, "unknown", False, True),
        (Situation.QUESTION, "answer", False, False),
    ],
)
def test_a_question_is_kept_unless_the_reply_answers_it(
    situation: Situation, verdict: Verdict, learned: bool, kept: bool
) -> None:
    assert _open(situation, verdict, learned=learned) == ([(f"{verdict}?", verdict)] if kept else [])


def test_of_two_questions_the_one_without_an_answer_is_kept() -> None:
    assert _open(Situation.QUESTION, "answer", "unknown") == [("unknown?", "unknown")]


def test_a_question_the_documents_were_not_asked_is_kept_as_it_was_written() -> None:
    assert _open(Situation.QUESTION) == [("pumps?", "unknown")]
