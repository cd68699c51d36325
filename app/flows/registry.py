"""The only place where a kind of work meets the code that does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from app.flows.assignment import assign_lead
from app.flows.deps import Deps
from app.flows.housekeeping import housekeeping
from app.flows.mail_in import read_mail
from app.flows.mail_out import deliver_mail
from app.flows.notify import notify_rep, tell_news
from app.flows.opening import open_queue
from app.flows.promises import promise_due
from app.flows.receive import Receive
from app.flows.timers import escalate_due, reassign_due
from app.flows.turns import TurnRunner
from app.jobs.kinds import (
    AnswerTurn,
    AssignLead,
    DeliverMail,
    EscalateDue,
    Housekeeping,
    NotifyRep,
    OpenQueue,
    PromiseDue,
    ReadMail,
    ReassignDue,
    TellNews,
    Work,
)
from app.jobs.ticks import Ticks

Handler = Callable[[Any], Awaitable[None]]


def handlers(deps: Deps, turns: TurnRunner, receive: Receive) -> Mapping[type[Work], Handler]:
    """Return the handler of every kind of work."""
    return {
        AnswerTurn: turns.answer,
        AssignLead: partial(assign_lead, deps),
        NotifyRep: partial(notify_rep, deps),
        TellNews: partial(tell_news, deps),
        ReassignDue: partial(reassign_due, deps),
        EscalateDue: partial(escalate_due, deps),
        PromiseDue: partial(promise_due, deps),
        ReadMail: partial(read_mail, deps, receive=receive),
        DeliverMail: partial(deliver_mail, deps),
        OpenQueue: partial(open_queue, deps),
        Housekeeping: partial(housekeeping, deps),
    }


def schedule(ticks: Ticks) -> None:
    """Register what happens by the clock alone."""
    ticks.every(timedelta(hours=1), name="housekeeping", work=Housekeeping())
