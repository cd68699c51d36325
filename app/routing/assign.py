"""Give a lead to the next free rep; take it on when nobody claimed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.orm import Session

from app.jobs.kinds import AssignLead
from app.jobs.port import postpone
from app.leads.events import record
from app.models import Event, Lead, SlaClock
from app.routing import assignments, schedules, store
from app.routing.assignments import tell
from app.routing.choose import Choice, Reason, choose
from app.routing.clock import running
from app.routing.escalate import RETRY_WITHOUT_MANAGER, escalate
from app.routing.sla import Policy, due_at
from app.routing.urgency import needs_person, pace
from app.routing.waiting import FOR_OPENING, FOR_REP, hand_out_at

RETRY = timedelta(seconds=15)


def assign(session: Session, lead_id: UUID, *, now: datetime) -> UUID | None:
    """Make the next free rep responsible and return the assignment; the present one if somebody is already.

    None while nobody is eligible: the lead stays visible and is tried again; while the team is closed it waits for the
    opening. No rep on shift in business hours, nobody free until the lead should have escalated, or a person needed
    while the team is closed, or no opening in sight: the manager gets it.
    """
    lead = store.lock_lead(session, lead_id)
    if lead.status == "closed":
        return None
    present = assignments.current(session, lead_id)
    if present is not None:
        return present.id
    reps = store.reps(session, lead.team_id, now=now)
    choice = choose(store.lead_facts(session, lead), reps, rules=store.rules(session), now=now)
    given = _first(session, lead_id, choice, now=now)
    return given or _nobody(session, lead, choice, shift=any(rep.on_shift for rep in reps), now=now)


def assign_to_idle(session: Session, lead_id: UUID, *, now: datetime) -> UUID | None:
    """`assign` only to a rep without any lead still to be contacted; None, and nothing else happens, if there is none.

    A rep to whom the company belongs is waited for.
    """
    lead = store.lock_lead(session, lead_id)
    if lead.status == "closed" or assignments.current(session, lead_id) is not None:
        return None
    facts = store.lead_facts(session, lead)
    reps = store.reps(session, lead.team_id, now=now)
    if facts.account_owner_id in {rep.id for rep in reps if rep.load}:
        return None
    idle = tuple(rep for rep in reps if not rep.load)
    return _first(session, lead_id, choose(facts, idle, rules=store.rules(session), now=now), now=now)


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


def _first(session: Session, lead_id: UUID, choice: Choice, *, now: datetime) -> UUID | None:
    if choice.rep is None:
        return None
    return assignments.hand_over(
        session, lead_id, person_id=choice.rep, kind="first", because=choice.as_json(), now=now
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
    opening = hours.opens(now)
    if not shift and opening is not None and opening > now and not needs_person(lead):
        hand_out_at(session, lead.team_id, at=opening)
        _note_wait(session, lead, choice, code=FOR_OPENING, now=now)
        return None
    since = _waiting_since(session, lead.id) or now
    policy = store.policy(session, lead.team_id, band=pace(lead))
    due = due_at(policy.escalate_after, policy, hours=hours, since=since)
    late = due is not None and now >= due
    manager = store.manager_for(session, lead.team_id, now=now) if late or not shift else None
    if manager is None:
        at = next_step(now, RETRY_WITHOUT_MANAGER if late else RETRY)
        postpone(session, AssignLead(lead_id=lead.id), run_at=at, key=f"assign:{lead.id}")
        _note_wait(session, lead, choice, code=FOR_REP, now=now)
        return None
    why = replace(choice, because=(Reason("nobody_free_in_time" if late else "no_rep_on_shift"),))
    kind = "escalated" if late else "first"
    return assignments.hand_over(session, lead.id, person_id=manager, kind=kind, because=why.as_json(), now=now)


def _note_wait(session: Session, lead: Lead, choice: Choice, *, code: str, now: datetime) -> None:
    """Record what the lead waits for, unless it has been waiting for just that."""
    if session.scalar(_NEWEST_WAIT, {"lead_id": lead.id}) != code:
        record(session, code, at=now, lead_id=lead.id, against=choice.as_json()["against"])
        tell(session, lead.id, "waiting")


def _waiting_since(session: Session, lead_id: UUID) -> datetime | None:
    return session.scalar(_FIRST_WAIT, {"lead_id": lead_id})


_LEAD_ID = bindparam("lead_id", type_=Uuid)
_NEWEST_WAIT = (
    select(Event.kind)
    .where(Event.lead_id == _LEAD_ID, Event.kind.in_((FOR_OPENING, FOR_REP)))
    .order_by(Event.at.desc(), Event.id.desc())
    .limit(1)
)
_FIRST_WAIT = select(Event.at).where(Event.lead_id == _LEAD_ID, Event.kind == FOR_REP).order_by(Event.at).limit(1)


def next_step(now: datetime, step: timedelta) -> datetime:
    """Return the next full step of the hour, so that retries begun by different causes become one."""
    return now + step - timedelta(seconds=now.timestamp() % step.total_seconds())
