"""The rows of `assignment`: open one, hand it over with a notice, end it once."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.core.ids import new_id
from app.jobs.kinds import NotifyRep
from app.jobs.port import cancel, enqueue
from app.leads.events import record
from app.models import Assignment, Lead, Person
from app.routing.eligibility import after_miss

EVENTS = {"first": "lead_assigned", "taken": "lead_assigned", "reassigned": "reassigned", "escalated": "escalated"}
CHANGED = {"first": "assigned", "taken": "assigned", "reassigned": "reassigned", "escalated": "escalated"}


def current(session: Session, lead_id: UUID) -> Assignment | None:
    """Return the open assignment of the lead."""
    return session.scalar(_CURRENT, {"lead_id": lead_id}, execution_options={"populate_existing": True})


_CURRENT = select(Assignment).where(Assignment.lead_id == bindparam("lead_id", type_=Uuid), Assignment.until.is_(None))


def give(
    session: Session, lead_id: UUID, *, person_id: UUID, kind: str, because: dict[str, Any], now: datetime
) -> Assignment:
    """Make the person responsible; the earlier assignment has been ended. Whoever has the console open sees it."""
    assignment = Assignment(id=new_id(), lead_id=lead_id, person_id=person_id, kind=kind, because=because, since=now)
    session.add(assignment)
    session.flush()
    session.execute(update(Lead).where(Lead.id == lead_id).values(owner_id=person_id))
    session.execute(update(Person).where(Person.id == person_id).values(turn_at=now))
    record(
        session,
        EVENTS[kind],
        at=now,
        lead_id=lead_id,
        person_id=person_id,
        assignment_id=str(assignment.id),
        assignment_kind=kind,
        because=[reason["code"] for reason in because["reasons"]],
    )
    tell(session, lead_id, CHANGED[kind])
    return assignment


def hand_over(
    session: Session, lead_id: UUID, *, person_id: UUID, kind: str, because: dict[str, Any], now: datetime
) -> UUID:
    """`give` the lead and have the person notified; the first notice sent will start the clock."""
    assignment = give(session, lead_id, person_id=person_id, kind=kind, because=because, now=now)
    enqueue(session, NotifyRep(assignment_id=assignment.id), run_at=now, key=notify_key(assignment.id))
    return assignment.id


def seen(session: Session, lead_id: UUID, *, person_id: UUID, at: datetime) -> None:
    """Note that the person responsible has looked at the lead; only the first look counts."""
    assignment_id = session.scalar(
        update(Assignment)
        .where(
            Assignment.lead_id == lead_id,
            Assignment.person_id == person_id,
            Assignment.until.is_(None),
            Assignment.seen_at.is_(None),
        )
        .values(seen_at=at)
        .returning(Assignment.id)
    )
    if assignment_id is not None:
        record(session, "notice_seen", at=at, lead_id=lead_id, person_id=person_id)
        tell(session, lead_id, "seen")


def end_unclaimed(session: Session, assignment_id: UUID, *, now: datetime) -> UUID | None:
    """End the assignment as missed and return its person; None if it was claimed or ended before."""
    ended = session.execute(
        update(Assignment)
        .where(Assignment.id == assignment_id, Assignment.until.is_(None), Assignment.claimed_at.is_(None))
        .values(until=now, ended_by="missed")
        .returning(Assignment.lead_id, Assignment.person_id)
    ).one_or_none()
    if ended is None:
        return None
    lead_id, person_id = ended
    session.execute(update(Lead).where(Lead.id == lead_id).values(owner_id=None))
    count_miss(session, person_id, now=now)
    return person_id


def end(session: Session, assignment_id: UUID, *, by: str, now: datetime) -> None:
    """End the assignment, if it is still open, and its re-assignment timer."""
    session.execute(
        update(Assignment)
        .where(Assignment.id == assignment_id, Assignment.until.is_(None))
        .values(until=now, ended_by=by)
    )
    cancel(session, reassign_key(assignment_id))


def count_miss(session: Session, person_id: UUID, *, now: datetime) -> None:
    """Count a lead the person let pass; after the second in a row they are away for a while."""
    person = session.get_one(Person, person_id, with_for_update={"key_share": True}, populate_existing=True)
    misses, away_until = after_miss(person.misses, now=now)
    person.misses = misses
    if away_until is not None:
        person.away_until = away_until
        record(session, "set_away", at=now, person_id=person_id, until=away_until.isoformat())
    session.flush()


def notify_key(assignment_id: UUID) -> str:
    """Return the job key of the assignment's first notice."""
    return f"notify:{assignment_id}"


def reassign_key(assignment_id: UUID) -> str:
    """Return the job key of the assignment's re-assignment timer."""
    return f"reassign:{assignment_id}"


def tell(session: Session, lead_id: UUID, changed: str) -> None:
    """Tell every open console that the lead changed."""
    announce(session, STAFF, "lead", data={"id": str(lead_id), "changed": changed})
