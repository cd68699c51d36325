"""Which questions a turn ends with. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.slots import SETTLED
from app.conversation.turn_facts import Channel, TurnFacts
from app.understanding.facts import Asked

MOST_ASKS = 4
MOST_AT_ONCE: Mapping[Channel, int] = {"chat": 1, "email": 2}
LATE_FIRST: tuple[Asked, ...] = ("challenge", "timing", "contact")
CONTACT_FIRST: tuple[Asked, ...] = ("contact", "timing", "challenge")
NO_QUESTIONS = frozenset(
    {
        Situation.CRISIS,
        Situation.ABUSE,
        Situation.OPT_OUT,
        Situation.INJECTION,
        Situation.LANGUAGE,
        Situation.JOB,
        Situation.PITCH,
        Situation.REFUSAL,
    }
)


def questions(facts: TurnFacts) -> tuple[Asked, ...]:
    """Return the questions of this turn; by mail nobody is asked for the address we answer to."""
    if _may_not_ask(facts):
        return ()
    contact_only = facts.situation in PERSON_AT_ONCE or facts.memory.waiting_for_person
    first = {Situation.MEETING, Situation.QUOTE} & {facts.situation} or _wants_a_person(facts)
    first = first or (facts.opening is not None and facts.situation is not Situation.DOCUMENT)
    order: tuple[Asked, ...] = ("contact",) if contact_only else CONTACT_FIRST if first else LATE_FIRST
    too_early = facts.memory.replies == 0 and not (first or contact_only)
    if facts.channel == "email" or too_early:
        order = tuple(slot for slot in order if slot != "contact")
    wanted = tuple(slot for slot in order if slot not in facts.memory.asked and _open(facts, slot))
    at_once = 1 if facts.situation is Situation.DOCUMENT else MOST_AT_ONCE[facts.channel]
    return wanted[: min(at_once, MOST_ASKS - len(facts.memory.asked))]


def _may_not_ask(facts: TurnFacts) -> bool:
    refused = any(slot.status == "declined" for slot in facts.grid.values())
    return (
        facts.situation in NO_QUESTIONS
        or facts.heard.hurry
        or facts.memory.closed
        or refused
        or len(facts.memory.asked) >= MOST_ASKS
    )


def _wants_a_person(facts: TurnFacts) -> bool:
    return bool({"request_demo_meeting", "request_quote"} & set(facts.memory.acts))


def _open(facts: TurnFacts, slot: str) -> bool:
    cell = facts.grid.get(slot)
    return cell is None or cell.status not in SETTLED
