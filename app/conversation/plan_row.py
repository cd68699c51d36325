"""One line of the plan's table, and the states and situations its lines speak of. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from app.conversation.asking import Order
from app.conversation.memory import State
from app.conversation.situations import Situation as S

STATES: tuple[State, ...] = get_args(State)
ANY: frozenset[State] = frozenset(STATES)
OPEN: frozenset[State] = frozenset({"open"})
WAITING: frozenset[State] = frozenset({"waiting"})
PARKED: frozenset[State] = frozenset({"parked"})
ENDED: frozenset[State] = frozenset({"ended"})
GOING = OPEN | PARKED
ALL = frozenset(S)
NEEDS_A_PERSON = frozenset({S.EMERGENCY, S.ABUSE, S.THREAT, S.SORROW, S.COMPLAINT, S.SUPPORT, S.NO_AI, S.HUMAN})
AT_ONCE = NEEDS_A_PERSON | {S.CRISIS}
WISHES = frozenset({S.CUSTOMER, S.ORDER, S.DISCOUNT, S.QUOTE, S.QUESTIONNAIRE, S.CALL, S.MEETING})
PAPERS = frozenset({S.DOCUMENT, S.APPROVAL_PACK})
TOLD = frozenset({S.INFORMATION})
TALK = frozenset({S.IDENTITY, S.INFORMATION, S.THANKS, S.OFF_TOPIC, S.SMALLTALK, S.UNCLEAR})  # no wish, no question
WISHED = WISHES | PAPERS | {S.WHEN, S.QUESTION}
BOUGHT: Mapping[S, str] = {
    S.ORDER: "order",
    S.QUOTE: "request_quote",
    S.MEETING: "request_demo_meeting",
    S.CALL: "call",
    S.DOCUMENT: "request_document",
    S.DISCOUNT: "discount",
}  # how a wish is remembered
REST = ("document?", "answers", "case?", "filler")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `next` None keeps the state. `silent`: nothing is sent.

    Who waits for a person goes on waiting, and is asked for an address at most: a row that holds in every state says
    what it asks, and what comes next, in the others. `refuses` is remembered as refused. `keeps_question`: what we
    asked last is still to be answered. `reason` has a text in the console (`why.<reason>`).
    """

    reason: str
    situations: frozenset[S]
    says: tuple[str, ...] = ()
    states: frozenset[State] = ANY
    guards: tuple[str, ...] = ()
    asks: Order = "nothing"
    handoff: str | None = None
    next: State | None = None
    silent: bool = False
    refuses: str | None = None
    keeps_question: bool = False

    def within(self, state: State) -> Row:
        """Return the row as it counts in a state."""
        if state != "waiting":
            return self
        asks = self.asks if self.asks == "nothing" else "contact_only"
        return replace(self, asks=asks, next=self.next if self.next == "ended" else None)
