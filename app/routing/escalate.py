"""Bring a lead to the manager when nobody made contact in time."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.jobs.kinds import EscalateDue
from app.jobs.port import postpone
from app.leads.events import record
from app.models import Event, SlaClock
from app.routing import assignments, store
from app.routing.assignments import tell
from app.routing.choose import Choice, Reason
from app.routing.clock import escalate_key, running

RETRY_WITHOUT_MANAGER = timedelta(minutes=5)


def escalate(session: Session, clock_id: UUID, *, now: datetime) -> UUID | None:
    """Make the team's manager responsible and return the assignment; None if it is no longer due.

    A claim alone does not prevent it. Without any manager or admin the lead stays with whoever has it, and it is tried
    again.
    """
    lead_id = session.scalar(select(SlaClock.lead_id).where(SlaClock.id == clock_id))
    if lead_id is None:
        return None
    lead = store.lock_lead(session, lead_id)
    clock = running(session, lead_id)
    if clock is None or clock.id != clock_id or clock.escalated_at is not None or lead.status == "closed":
        return None
    manager = store.manager_for(session, lead.team_id, now=now)
    if manager is None:
        _try_again(session, clock, now=now)
        return None
    clock.escalated_at, clock.reassign_due_at = now, None
    before = assignments.current(session, lead_id)
    claimed = before is not None and before.claimed_at is not None
    if before is not None:
        assignments.end(session, before.id, by="escalated", now=now)
        if not claimed:
            assignments.count_miss(session, before.person_id, now=now)
    why = Choice(manager, (Reason("claimed_not_contacted" if claimed else "not_claimed"),))
    return assignments.hand_over(session, lead_id, person_id=manager, kind="escalated", because=why.as_json(), now=now)


def _try_again(session: Session, clock: SlaClock, *, now: datetime) -> None:
    again = EscalateDue(clock_id=clock.id)
    postpone(session, again, run_at=now + RETRY_WITHOUT_MANAGER, key=escalate_key(clock.id))
    known = select(Event.id).where(Event.lead_id == clock.lead_id, Event.kind == "waits_for_manager").limit(1)
    if session.scalar(known) is None:
        record(session, "waits_for_manager", at=now, lead_id=clock.lead_id)
        tell(session, clock.lead_id, "waiting")
