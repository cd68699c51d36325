"""The clock of a promised time: who is warned before it lapses, and what the prospect is told if it does."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation import outbox, promises
from app.conversation.business_time import window
from app.core.ids import new_id
from app.core.templating import Texts
from app.leads import thread
from app.leads.events import record
from app.models import Call, Contact, Conversation, Lead, Promise
from app.routing import notice, schedules, store
from app.routing.assign import next_step
from app.routing.notice import NoticeFacts
from app.routing.waiting import contact_window, contact_within
from app.understanding.facts import Lang

QUARTER = timedelta(minutes=15)


def warning(session: Session, promise_id: UUID, *, now: datetime) -> tuple[NoticeFacts, ...]:
    """Return the news for the lead's owner and the manager; none if it is too early or they have been told."""
    promise = session.get(Promise, promise_id)
    if (
        promise is None
        or promise.due_at is None
        or not _is_open(promise)
        or now < promise.due_at - promises.WARN_BEFORE
    ):
        return ()
    late = now >= promise.due_at
    if late and promise.warned_at is not None:
        return ()
    lead = session.get_one(Lead, promise.lead_id)
    people = dict.fromkeys((lead.owner_id, store.manager_for(session, lead.team_id, now=now)))
    return tuple(
        notice.news(
            session,
            lead.id,
            person_id=person_id,
            kind="promise_lapsed" if late else "promise_due",
            key=f"promise:{promise.id}:{person_id}:{promise.due_at.isoformat()}",
            due=None if late else promise.due_at,
        )
        for person_id in people
        if person_id is not None
    )


def advance(session: Session, promise_id: UUID, *, texts: Texts, now: datetime) -> None:
    """Note the warning, or let the promise lapse if its time has passed; a promise that was kept is left alone.

    At the lapse the prospect gets an apology with a new time, once in a conversation, unless a person is speaking to
    them or has tried to.
    """
    promise = session.get(Promise, promise_id)
    if promise is None:
        return
    conversation = session.scalars(
        select(Conversation).where(Conversation.id == promise.conversation_id).with_for_update(key_share=True)
    ).one()  # before the promise, as whoever speaks does: two orders would be a deadlock
    locked = select(Promise).where(Promise.id == promise_id).with_for_update(key_share=True)
    promise = session.scalar(locked.execution_options(populate_existing=True))
    if promise is None or promise.due_at is None or not _is_open(promise):
        return
    if now < promise.due_at:
        if promise.warned_at is None and now >= promise.due_at - promises.WARN_BEFORE:
            promise.warned_at = now
            record(session, "promise_warned", at=now, lead_id=promise.lead_id, promise_id=str(promise.id))
        promises.start_clock(session, promise, now=now)
        return
    promises.lapse(session, promise, now=now)
    if _may_apologise(session, conversation, promise):
        _apologise(session, conversation, promise, texts=texts, now=now)
    announce(session, STAFF, "lead", data={"id": str(promise.lead_id), "changed": "promise"})


def _is_open(promise: Promise) -> bool:
    return promise.kept_at is None and promise.lapsed_at is None


def _may_apologise(session: Session, conversation: Conversation, promise: Promise) -> bool:
    if conversation.owner == "rep" or conversation.ended_at is not None:
        return False
    if session.get_one(Contact, conversation.contact_id).opted_out_at is not None:
        return False
    before = select(Promise.id).where(Promise.conversation_id == conversation.id, Promise.apologised_at.is_not(None))
    tried = select(Call.id).where(Call.lead_id == promise.lead_id, Call.at >= promise.at)
    return session.scalar(before.limit(1)) is None and session.scalar(tried.limit(1)) is None


def _apologise(session: Session, conversation: Conversation, promise: Promise, *, texts: Texts, now: datetime) -> None:
    team_id = session.get_one(Lead, promise.lead_id).team_id
    hours = schedules.team_hours(session, team_id)
    times = contact_window(hours, next_step(now, QUARTER), within=contact_within(session, team_id))
    if times is None:
        return  # there is no time to name
    lang: Lang = "en" if conversation.lang == "en" else "ja"
    text = texts(lang, "act.apology", when=window(*times, zone=hours.timezone, lang=lang, now=now))
    written = thread.new_message(
        conversation, author="assistant", kind="message", text=text, provenance={"acts": [promises.APOLOGY]}, now=now
    )
    message = thread.add(session, written)
    outbox.send(session, message, now=now)
    promise.apologised_at = now
    again = Promise(
        id=new_id(),
        lead_id=promise.lead_id,
        conversation_id=conversation.id,
        message_id=message.id,
        told=promises.APOLOGY,
        due_at=times[1],
        at=now,
    )
    promises.give_time(session, again)
