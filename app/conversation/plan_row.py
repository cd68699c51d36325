"""One line of the plan's table, and the states and situations its lines speak of. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
NEEDS_A_PERSON = frozenset({S.ABUSE, S.THREAT, S.COMPLAINT, S.SUPPORT, S.NO_AI, S.HUMAN})
AT_ONCE = NEEDS_A_PERSON | {S.CRISIS}
WISHES = frozenset({S.CUSTOMER, S.DISCOUNT, S.QUOTE, S.QUESTIONNAIRE, S.CALL, S.MEETING})
PAPERS = frozenset({S.DOCUMENT, S.APPROVAL_PACK})
TOLD = frozenset({S.INFORMATION})
TALK = frozenset({S.IDENTITY, S.INFORMATION, S.THANKS, S.OFF_TOPIC, S.SMALLTALK, S.UNCLEAR})  # no wish, no question
WISHED = WISHES | PAPERS | {S.WHEN, S.QUESTION}
BOUGHT: Mapping[S, str] = {
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

    `refuses` is remembered as refused. `reason` has a text in the console (`why.<reason>`).
    """

    reason: str
    situations: frozenset[S]
    states: frozenset[State]
    says: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    asks: Order = "nothing"
    handoff: str | None = None
    next: State | None = None
    silent: bool = False
    refuses: str | None = None
