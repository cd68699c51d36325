"""Give a lead to the next free rep; take it on when nobody claimed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.jobs.kinds import AssignLead
from app.jobs.port import cancel, enqueue
from app.leads.events import record
from app.models import Event, Lead, SlaClock
from app.routing import assignments, schedules, store
from app.routing.assignments import tell
from app.routing.choose import Choice, Reason, choose
from app.routing.clock import running
from app.routing.escalate import RETRY_WITHOUT_MANAGER, escalate
from app.routing.sla import Policy, due_at
from app.routing.urgency import needs_person, pace

RETRY = timedelta(seconds=15)
OPENING_ORDER = {"hot": timedelta(0), "warm": timedelta(seconds=2), "cold": timedelta(seconds=4)}


def assign(session: Session, lead_id: UUID, *, now: datetime) -> UUID | None:
    """Make the next free rep responsible and return the assignment; the present one if somebody is already.

    None while nobody is eligible: the lead stays visible and is tried again, at the opening when the team is closed.
    No rep on shift in business hours, nobody free until the lead should have escalated, or a person needed while the
    team is closed: the manager gets it.
    """
    lead = store.lock_lead(session, lead_id)
    if lead.status == "closed":
        return None
    present = assignments.current(session, lead_id)
    if present is not None:
        return present.id
    reps = store.reps(session, lead.team_id, now=now)
    choice = choose(store.lead_facts(session, lead), reps, rules=store.rules(session), now=now)
    if choice.rep is not None:
        return assignments.hand_over(
            session, lead_id, person_id=choice.rep, kind="first", because=choice.as_json(), now=now
        )
    return _nobody(session, lead, choice, shift=any(rep.on_shift for rep in reps), now=now)


def reassign(session: Session, clock_id: UUID, assignment_id: UUID, *, now: datetime) -> UUID | None:
    """Give an unclaimed lead to the next rep, or to the manager after the last one; return the new assignment.

    The condition is checked again here: a claim, a contact or an earlier timer makes this a no-op.
    """
    lead_id = session.scalar(select(SlaClock.lead_id).where(SlaClock.id == clock_id))
    if lead_id is None:
        return None
    lead = store.lock_lead(session, lead_id)
    clock = running(session, lead_id)
    present = assignments.current(session, lead_id)
    if clock is None or clock.id != clock_id or clock.escalated_at is not None or lead.status == "closed":
        return None
    if present is None or present.id != assignment_id or present.claimed_at is not None:
        return None
    choice = _successor(session, lead, clock, has_it=present.person_id, now=now)
    if choice is None or choice.rep is None:
        return escalate(session, clock_id, now=now)
    assignments.end_unclaimed(session, assignment_id, now=now)
    clock.reassigns += 1
    clock.reassign_due_at = None
    return assignments.hand_over(
        session, lead_id, person_id=choice.rep, kind="reassigned", because=choice.as_json(), now=now
    )


def _successor(session: Session, lead: Lead, clock: SlaClock, *, has_it: UUID, now: datetime) -> Choice | None:
    """Return the choice among the other reps; None when it is the manager's turn."""
    policy = Policy.from_json(clock.policy)
    late = clock.escalate_due_at is not None and now >= clock.escalate_due_at
    if late or clock.reassigns >= policy.max_reassigns:
        return None
    facts = store.lead_facts(session, lead)
    others = replace(facts, had_by=facts.had_by | {has_it})
    return choose(others, store.reps(session, lead.team_id, now=now), rules=store.rules(session), now=now)


def _nobody(session: Session, lead: Lead, choice: Choice, *, shift: bool, now: datetime) -> UUID | None:
    hours = schedules.team_hours(session, lead.team_id)
    if not shift and not hours.contains(now) and not needs_person(lead):
        opening = hours.next_opening(now) + OPENING_ORDER[pace(lead)]
        _try_again(session, lead, choice, code="waits_for_opening", at=opening, now=now)
        return None
    since = _waiting_since(session, lead.id) or now
    policy = store.policy(session, lead.team_id, band=pace(lead))
    due = due_at(policy.escalate_after, policy, hours=hours, since=since)
    late = due is not None and now >= due
    manager = store.manager_for(session, lead.team_id, now=now) if late or not shift else None
    if manager is None:
        step = RETRY_WITHOUT_MANAGER if late else RETRY
        _try_again(session, lead, choice, code="waits_for_rep", at=_next_step(now, step), now=now)
        return None
    why = replace(choice, because=(Reason("nobody_free_in_time" if late else "no_rep_on_shift"),))
    kind = "escalated" if late else "first"
    return assignments.hand_over(session, lead.id, person_id=manager, kind=kind, because=why.as_json(), now=now)


def _try_again(session: Session, lead: Lead, choice: Choice, *, code: str, at: datetime, now: datetime) -> None:
    key = f"assign:{lead.id}"
    cancel(session, key)  # the try that runs now holds it too, and a clock can be set back
    enqueue(session, AssignLead(lead_id=lead.id), run_at=at, key=key)
    known = select(Event.id).where(Event.lead_id == lead.id, Event.kind == code).limit(1)
    if session.scalar(known) is None:
        record(session, code, at=now, lead_id=lead.id, against=choice.as_json()["against"])
        tell(session, lead.id, "waiting")


def _waiting_since(session: Session, lead_id: UUID) -> datetime | None:
    first = select(Event.at).where(Event.lead_id == lead_id, Event.kind == "waits_for_rep")
    return session.scalar(first.order_by(Event.at).limit(1))


def _next_step(now: datetime, step: timedelta) -> datetime:
    """Return the next full step of the hour, so that retries begun by different causes become one."""
    return now + step - timedelta(seconds=now.timestamp() % step.total_seconds())
