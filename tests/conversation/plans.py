"""Plans of single turns for tests: facts with sensible defaults."""

from __future__ import annotations

from typing import Any

from app.conversation.memory import Memory
from app.conversation.plan import Plan, decide
from app.conversation.situations import Situation
from app.conversation.turn_facts import Answered, TurnFacts
from app.retrieval.passages import Answer, CaseFacts, Citation, Passage
from app.understanding.facts import Understanding


def turn(situation: Situation, *, memory: Memory | None = None, **more: Any) -> Plan:
    """Return the plan of a turn in Japanese, in a chat while the team is in."""
    known: dict[str, Any] = {"grid": {}, "learned": frozenset(), **more}
    heard = known.pop("heard", Understanding("ja", ()))
    lang = known.pop("lang", "ja")
    return decide(TurnFacts(lang, situation, heard, memory=memory or Memory(), **known))


def kinds(plan: Plan) -> list[str]:
    """Return what is said, by kind."""
    return [act.kind for act in plan.acts]


def passage(document: str, *, case: CaseFacts | None = None) -> Passage:
    """Return a passage of a Japanese document with its name as the title."""
    return Passage(f"{document}-0", document, f"ja/{document}.md", document, None, None, "ja", "faq", "本文", 1.0, case)


def answered(question: str, text: str) -> Answered:
    """Return a question that a document answers."""
    return Answered(question, Answer(text, (Citation(1, passage(text[:3])),), "answer"))


def unknown(question: str) -> Answered:
    """Return a question that no document answers."""
    return Answered(question, Answer("", (), "unknown"))
