"""What the assistant told a prospect that a person would do: given, kept by a person, or lapsed and apologised for.

A promise with a time has a clock: a job that warns before the time and closes the promise when it has passed. Each step
is an event, so that the share of kept promises can be counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, bindparam, delete, select, update
from sqlalchemy.orm import Session

from app.conversation.acts import CALLS
from app.conversation.plan import BY_A_PERSON, Plan
from app.core.ids import new_id
from app.core.rows import put
from app.jobs.kinds import PromiseDue
from app.jobs.port import cancel, postpone
from app.leads.events import record
from app.models import Promise

CONTACT = "contact"
ANSWER = "answer"
APOLOGY = "apology"
MAIL_INSTEAD = "mail_instead"
PAPERS = ("questionnaire", "questionnaire_noted")  # what these say may have a time in our own documents
WARN_BEFORE = timedelta(minutes=10)


def give(
    session: Session, plan: Plan, *, lead_id: UUID, conversation_id: UUID, message_id: UUID, now: datetime
) -> None:
    """Store what this reply promised; `told` is the act that said it. What is promised already stands as it is.

    A conversation has at most one open promise with a time: naming another time moves that one, which stands even if
    the message that moves it never leaves. A call that is wished for goes before the time people are back.
    """
    said = {"lead_id": lead_id, "conversation_id": conversation_id, "message_id": message_id, "at": now}
    timed = _timed(plan)
    told = {act.kind for act in plan.acts if act.kind in BY_A_PERSON} - ({timed[0]} if timed is not None else set())
    if told:
        for kind in sorted(told - set(session.scalars(_TOLD, {"conversation_id": conversation_id}))):
            due_at = plan.answer_by if kind in PAPERS else None
            promise = Promise(id=new_id(), kind=ANSWER, told=kind, due_at=due_at, **said)
            _add(session, promise)
            start_clock(session, promise, now=now)
    if timed is None:
        return
    told_time, due_at = timed
    present = session.scalar(_TOLD_TIME, {"conversation_id": conversation_id})
    if present is None:
        give_time(session, Promise(id=new_id(), told=told_time, due_at=due_at, **said))
    elif present.due_at != due_at:
        present.told, present.due_at, present.warned_at = told_time, due_at, None
        start_clock(session, present, now=now)


def give_up_call(session: Session, lead_id: UUID, *, by_mail: bool, now: datetime) -> None:
    """Take back the call that was promised; who wants a mail instead still hears from a person by then."""
    calls = (Promise.lead_id == lead_id, Promise.told.in_(CALLS))
    if by_mail:
        timed = (*calls, Promise.kind == CONTACT, *_OPEN)
        session.execute(update(Promise).where(*timed).values(told=MAIL_INSTEAD))
    _drop(session, *calls, event="promise_released", now=now)


def _timed(plan: Plan) -> tuple[str, datetime] | None:
    """Return the act that names a time and the end of that time; None if this reply names none."""
    call = next((act.kind for act in plan.acts if act.kind in CALLS), None)
    if call is not None and plan.call is not None and plan.call.window is not None:
        return call, plan.call.window[1]
    return ("closed", plan.opening.until) if plan.opening is not None else None


def give_time(session: Session, promise: Promise) -> None:
    """Store the promise that a person makes contact until `due_at`, and start its clock."""
    promise.kind = CONTACT
    _add(session, promise)
    start_clock(session, promise, now=promise.at)


def keep(session: Session, lead_id: UUID, *, now: datetime) -> None:
    """Take the open promises of a lead as kept: a person has answered the prospect. Late is better than never."""
    kept = session.scalars(
        update(Promise)
        .where(Promise.lead_id == lead_id, Promise.kept_at.is_(None))
        .values(kept_at=now)
        .returning(Promise)
        .execution_options(synchronize_session=False, populate_existing=True)
    ).all()
    _ended(session, kept, event="promise_kept", now=now)


def release(session: Session, lead_id: UUID, *, now: datetime) -> bool:
    """End the open promises of a lead, if it has any: the prospect does not want to hear from us."""
    return bool(_drop(session, Promise.lead_id == lead_id, event="promise_released", now=now))


def withdraw(session: Session, message_id: UUID, *, now: datetime) -> None:
    """Drop the open promises told in a message that never left: nobody has heard them, nor an apology in it."""
    for promise in _drop(session, Promise.message_id == message_id, event="promise_withdrawn", now=now):
        if promise.told == APOLOGY:
            session.execute(
                update(Promise)
                .where(Promise.conversation_id == promise.conversation_id, Promise.apologised_at.is_not(None))
                .values(apologised_at=None)
            )


def lapse(session: Session, promise: Promise, *, now: datetime) -> None:
    """Note that the time has passed without anybody in contact."""
    promise.lapsed_at = now
    session.flush()
    _record(session, promise, event="promise_lapsed", now=now)


def start_clock(session: Session, promise: Promise, *, now: datetime) -> None:
    """Have the clock of a promise with a time looked at when it is next to be: for the warning, then at its end."""
    if promise.due_at is None:
        return
    warning = promise.due_at - WARN_BEFORE
    at = promise.due_at if now >= warning and promise.warned_at is not None else max(now, warning)
    postpone(session, PromiseDue(promise_id=promise.id), run_at=at, key=clock_key(promise.id))


def clock_key(promise_id: UUID) -> str:
    """Return the job key of the promise's clock."""
    return f"promise:{promise_id}"


_OPEN = (Promise.kept_at.is_(None), Promise.lapsed_at.is_(None))
_TOLD = select(Promise.told).where(
    Promise.conversation_id == bindparam("conversation_id", type_=Uuid), Promise.kind == ANSWER, *_OPEN
)
_TOLD_TIME = (
    select(Promise)
    .where(Promise.conversation_id == bindparam("conversation_id", type_=Uuid), Promise.kind == CONTACT, *_OPEN)
    .with_for_update(key_share=True)
)


def _add(session: Session, promise: Promise) -> None:
    put(session, promise)
    _record(session, promise, event="promise_given", now=promise.at)


def _drop(session: Session, *which: ColumnElement[bool], event: str, now: datetime) -> Sequence[Promise]:
    gone = session.scalars(
        delete(Promise).where(*which, *_OPEN).returning(Promise).execution_options(synchronize_session=False)
    ).all()
    _ended(session, gone, event=event, now=now)
    return gone


def _ended(session: Session, promises: Iterable[Promise], *, event: str, now: datetime) -> None:
    for promise in promises:
        cancel(session, clock_key(promise.id))
        _record(session, promise, event=event, now=now)


def _record(session: Session, promise: Promise, *, event: str, now: datetime) -> None:
    record(
        session,
        event,
        at=now,
        lead_id=promise.lead_id,
        conversation_id=promise.conversation_id,
        promise_id=str(promise.id),
        promise_kind=promise.kind,
        due_at=promise.due_at.isoformat() if promise.due_at else None,
        late=promise.lapsed_at is not None,
    )
