"""Which questions a turn ends with. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from app.conversation.situations import BUYS, Situation
from app.conversation.slots import KNOWN, SETTLED
from app.conversation.special_words import BARE_NO, LOOKS_AROUND, NOTHING, PLAYS
from app.conversation.turn_facts import Channel, TurnFacts
from app.understanding.facts import Asked

Order = Literal["challenge_first", "contact_first", "contact_only", "nothing"]
MOST_ASKS = 4
MOST_AT_ONCE: Mapping[Channel, int] = {"chat": 1, "email": 2}
SLOTS: Mapping[Order, tuple[Asked, ...]] = {
    "challenge_first": ("challenge", "timing", "contact"),
    "contact_first": ("contact", "timing", "challenge"),
    "contact_only": ("contact",),
    "nothing": (),
}
CONTACT_FIRST_AFTER = frozenset({"request_demo_meeting", "request_quote", "order", "call"})
NOT_SALES = frozenset({"job_applicant", "sales_pitch", "abusive", "student", "competitor", "press"})
OUTSIDERS = frozenset({"student", "competitor"})  # whatever they ask for, they do not buy
NO_QUALIFYING = frozenset({"customer"})


def questions(facts: TurnFacts, order: Order) -> tuple[Asked, ...]:
    """Return the questions of this turn; by mail nobody is asked for the address we answer to.

    Who once was in a hurry is only asked where to reach them, if they want a call or the product at once.
    """
    order = _for_whom(facts, order)
    if order != "nothing" and (facts.heard.hurry or facts.memory.hurry):
        waits = facts.situation is Situation.CALL or facts.heard.timing.kind == "asap"
        order = "contact_only" if waits else "nothing"
    if order == "nothing" or _may_not_ask(facts):
        return ()
    slots = tuple(slot for slot in SLOTS[order] if slot not in facts.memory.asked and _open(facts, slot))
    if facts.channel == "email" or _in_vain(facts):
        slots = tuple(slot for slot in slots if slot != "contact")
    at_once = 1 if facts.situation is Situation.DOCUMENT else MOST_AT_ONCE[facts.channel]
    return slots[: min(at_once, MOST_ASKS - len(facts.memory.asked))]


def refuses_unasked(facts: TurnFacts) -> bool:
    """Say whether the prospect will not tell something, without having been asked for it."""
    unasked = facts.heard.declines and facts.memory.last_asked is None and not facts.learned
    return bool(facts.heard.refuses) or (unasked and facts.situation is Situation.INFORMATION)


def denies(facts: TurnFacts) -> bool:
    """Say whether we are told that there is nothing: no problem, no date."""
    bare = facts.memory.last_asked in ("challenge", "timing") and BARE_NO.match(facts.text) is not None
    return bare or (bool(facts.memory.asked) and NOTHING.match(facts.text) is not None)


def _for_whom(facts: TurnFacts, order: Order) -> Order:
    """Return the order for this lead: who is no prospect is not qualified, a wish turns the order round."""
    interested = facts.situation in BUYS and facts.lead_kind not in OUTSIDERS
    if facts.lead_kind in NOT_SALES and not interested:
        return "nothing"
    if facts.lead_kind in NO_QUALIFYING and order != "nothing":
        return "contact_only"
    closed = facts.opening is not None and facts.situation is not Situation.DOCUMENT
    wished = bool(CONTACT_FIRST_AFTER & set(facts.memory.acts))
    return "contact_first" if order == "challenge_first" and (closed or wished) else order


def _may_not_ask(facts: TurnFacts) -> bool:
    refused = any(slot.status == "declined" for slot in facts.grid.values())
    return (
        refused
        or bool(facts.memory.refused)
        or refuses_unasked(facts)
        or _looks_in(facts)
        or (facts.memory.state == "ended" and facts.situation not in BUYS)
        or len(facts.memory.asked) >= MOST_ASKS
    )


def _in_vain(facts: TurnFacts) -> bool:
    """Say whether nobody would have a reason to write: they only look around, or named no trouble, time or wish."""
    if facts.situation in BUYS or facts.memory.waiting_for_person:
        return False
    known = {name: slot.normal for name, slot in facts.grid.items() if slot.status in KNOWN}
    told = "challenge" in known or known.get("timing", {"kind": "undecided"}).get("kind") != "undecided"
    nothing = bool(facts.memory.asked) and not _wishes(facts) and not told
    return nothing or LOOKS_AROUND.search(facts.text) is not None


def _looks_in(facts: TurnFacts) -> bool:
    """Say whether they only pass by, or answer us that nothing troubles them, without a wish of their own."""
    return not _wishes(facts) and (denies(facts) or PLAYS.search(facts.text) is not None)


def _wishes(facts: TurnFacts) -> bool:
    intents = (*facts.memory.acts, *facts.heard.intents)
    return facts.situation in BUYS or any(
        one.startswith(("ask_", "request_", "call", "discount", "order")) for one in intents
    )


def _open(facts: TurnFacts, slot: str) -> bool:
    cell = facts.grid.get(slot)
    return cell is None or cell.status not in SETTLED
