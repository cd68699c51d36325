"""A rep says "mine": that cancels re-assignment, and only that."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.core.errors import Conflict, NotFound
from app.leads.events import record
from app.models import Assignment, Lead, Person
from app.routing import assignments, clock, store
from app.routing.assignments import tell
from app.routing.choose import Choice, Reason
from app.routing.close import reopen_lead


def claim(session: Session, lead_id: UUID, *, person_id: UUID, now: datetime) -> Assignment:
    """Claim the lead for its owner, or for anybody while it is unowned or escalated; a second click changes nothing.

    `Conflict`: `lead_closed`, `already_claimed` (somebody else's) or `assigned_to_other` (a rep's who may still claim;
    managers and admins may take that one).
    """
    _open_lead(session, lead_id)
    present = assignments.current(session, lead_id)
    if present is not None and present.person_id != person_id:
        _may_take(session, present, person_id)
    return _claim(session, lead_id, present, person_id=person_id, now=now)


def take(session: Session, lead_id: UUID, *, person_id: UUID, now: datetime) -> Assignment:
    """Claim the lead for whoever speaks to the prospect now, which opens a closed one.

    `Conflict` as `refuse_claimed`, or `lead_closed` where the prospect opted out and has not written since.
    """
    reopen_lead(session, lead_id, now=now, by_person=True)
    _open_lead(session, lead_id)
    refuse_claimed(session, lead_id, person_id=person_id)
    return _claim(session, lead_id, assignments.current(session, lead_id), person_id=person_id, now=now)


def refuse_claimed(session: Session, lead_id: UUID, *, person_id: UUID) -> None:
    """Refuse a rep a lead that somebody else has claimed: `Conflict` already_claimed; managers and admins may."""
    present = assignments.current(session, lead_id)
    if present is None or present.claimed_at is None or present.person_id == person_id:
        return
    if _person(session, person_id).role == "rep":
        raise Conflict("already_claimed")


def _open_lead(session: Session, lead_id: UUID) -> Lead:
    lead = store.lock_lead(session, lead_id)
    if lead.status == "closed":
        raise Conflict("lead_closed")
    return lead


def _may_take(session: Session, present: Assignment, person_id: UUID) -> None:
    if present.claimed_at is not None:
        raise Conflict("already_claimed")
    if present.kind != "escalated" and _person(session, person_id).role == "rep":
        raise Conflict("assigned_to_other")


def _person(session: Session, person_id: UUID) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("person_not_found")
    return person


def _claim(
    session: Session, lead_id: UUID, present: Assignment | None, *, person_id: UUID, now: datetime
) -> Assignment:
    if present is not None and present.person_id != person_id:
        assignments.end(session, present.id, by="taken", now=now)
        present = None
    if present is None:
        why = Choice(person_id, (Reason("taken"),))
        present = assignments.give(session, lead_id, person_id=person_id, kind="taken", because=why.as_json(), now=now)
    fresh = session.scalar(
        update(Assignment)
        .where(Assignment.id == present.id, Assignment.until.is_(None), Assignment.claimed_at.is_(None))
        .values(claimed_at=now)
        .returning(Assignment.id)
    )
    if fresh is not None:
        session.execute(update(Lead).where(Lead.id == lead_id).values(status="working"))
        session.execute(update(Person).where(Person.id == person_id).values(misses=0))
        clock.claimed(session, present, at=now)
        record(session, "lead_claimed", at=now, lead_id=lead_id, person_id=person_id, assignment_id=str(present.id))
        tell(session, lead_id, "claimed")
    session.refresh(present)
    return present
