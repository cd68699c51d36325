"""Bring a lead to the manager when nobody made contact in time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.leads.events import record
from app.models import SlaClock
from app.routing import assignments, store
from app.routing.assignments import tell
from app.routing.choose import Choice, Reason


def escalate(session: Session, clock_id: UUID, *, now: datetime) -> UUID | None:
    """Make the team's manager responsible and return the assignment; None if it is no longer due.

    A claim alone does not prevent it. Without any manager or admin the lead stays where it is, marked as escalated.
    """
    lead_id = session.scalar(select(SlaClock.lead_id).where(SlaClock.id == clock_id))
    if lead_id is None:
        return None
    lead = store.lock_lead(session, lead_id)
    if lead.status == "closed" or not _take(session, clock_id, now=now):
        return None
    before = assignments.current(session, lead_id)
    manager = store.manager_for(session, lead.team_id, now=now)
    if manager is None:
        record(session, "escalated", at=now, lead_id=lead_id, because=["no_manager"])
        tell(session, lead_id, "escalated")
        return None
    claimed = before is not None and before.claimed_at is not None
    if before is not None:
        assignments.end(session, before.id, by="escalated", now=now)
        if not claimed:
            assignments.count_miss(session, before.person_id, now=now)
    why = Choice(manager, (Reason("claimed_not_contacted" if claimed else "not_claimed"),))
    return assignments.hand_over(session, lead_id, person_id=manager, kind="escalated", because=why.as_json(), now=now)


def _take(session: Session, clock_id: UUID, *, now: datetime) -> bool:
    taken = session.scalar(
        update(SlaClock)
        .where(
            SlaClock.id == clock_id,
            SlaClock.escalated_at.is_(None),
            SlaClock.contacted_at.is_(None),
            SlaClock.closed_at.is_(None),
        )
        .values(escalated_at=now, reassign_due_at=None)
        .returning(SlaClock.id)
    )
    return taken is not None
