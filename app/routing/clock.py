"""The SLA clock of a lead: started by the first notice, stopped by the first human contact."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select, update
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.jobs.kinds import EscalateDue, NotifyRep, ReassignDue
from app.jobs.port import cancel, enqueue, postpone
from app.leads.events import record
from app.models import Assignment, Lead, SlaClock
from app.routing import assignments, schedules, store
from app.routing.assignments import notify_key, reassign_key, tell
from app.routing.hours import BusinessHours
from app.routing.sla import Policy, due_at, sooner, tighten, tighter_band
from app.routing.urgency import NEEDS_PERSON, needs_person, pace
from app.routing.waiting import rep_is_free


def start(session: Session, assignment_id: UUID, *, notified_at: datetime) -> None:
    """Take the first notice of an assignment as sent: t0 for a lead without a clock, and a new time to claim.

    Later notices of the same assignment change nothing, nor does a notice after the first contact.
    """
    assignment = session.get_one(Assignment, assignment_id, populate_existing=True)
    lead = store.lock_lead(session, assignment.lead_id)
    first = session.scalar(
        update(Assignment)
        .where(Assignment.id == assignment_id, Assignment.until.is_(None), Assignment.notified_at.is_(None))
        .values(notified_at=notified_at)
        .returning(Assignment.id)
    )
    if first is None or is_contacted(session, lead.id):
        return
    hours = schedules.team_hours(session, lead.team_id)
    clock = running(session, lead.id) or _begin(session, lead, assignment, hours=hours, at=notified_at)
    if assignment.claimed_at is None and clock.escalated_at is None:
        _time_to_claim(session, clock, assignment_id, hours=hours, since=notified_at)
    tell(session, lead.id, "notified")


def running(session: Session, lead_id: UUID) -> SlaClock | None:
    """Return the lead's clock while nobody has made contact."""
    return session.scalar(_RUNNING, {"lead_id": lead_id}, execution_options={"populate_existing": True})


def is_contacted(session: Session, lead_id: UUID) -> bool:
    """Say whether a person has been in contact, and the prospect does not wait for one again."""
    return session.scalar(_CONTACTED, {"lead_id": lead_id}) is not None


# Built once: both are asked with most messages.
_LEAD_ID = bindparam("lead_id", type_=Uuid)
_RUNNING = select(SlaClock).where(
    SlaClock.lead_id == _LEAD_ID, SlaClock.contacted_at.is_(None), SlaClock.closed_at.is_(None)
)
_CONTACTED = select(Lead.id).where(Lead.id == _LEAD_ID, store.CONTACTED)


def again(session: Session, lead_id: UUID, *, at: datetime) -> None:
    """Start another clock for a lead that a person has been in contact with: the prospect waits for one again."""
    lead = store.lock_lead(session, lead_id)
    assignment = assignments.current(session, lead_id)
    if assignment is None or lead.status == "closed" or not is_contacted(session, lead_id):
        return
    hours = schedules.team_hours(session, lead.team_id)
    clock = _begin(session, lead, assignment, hours=hours, at=at)
    if assignment.claimed_at is not None:
        clock.claimed_at = at
    elif clock.escalated_at is None:
        _time_to_claim(session, clock, assignment.id, hours=hours, since=at)
    record(session, "contact_needed", at=at, lead_id=lead_id)
    tell(session, lead_id, "notified")


def claimed(session: Session, assignment: Assignment, *, at: datetime) -> None:
    """Cancel the re-assignment, and only that; whoever claims before the notice went out needs none."""
    cancel(session, reassign_key(assignment.id))
    cancel(session, notify_key(assignment.id))
    start(session, assignment.id, notified_at=at)
    session.execute(
        update(SlaClock)
        .where(SlaClock.lead_id == assignment.lead_id, SlaClock.contacted_at.is_(None), SlaClock.closed_at.is_(None))
        .values(claimed_at=func.coalesce(SlaClock.claimed_at, at), reassign_due_at=None)
    )


def contacted(session: Session, lead_id: UUID, *, person_id: UUID, at: datetime, how: str) -> None:
    """Stop the clock: a person has written (`message`) or called with a result (`call`). Only the first counts."""
    lead = store.lock_lead(session, lead_id)
    if is_contacted(session, lead_id):
        return
    clock = running(session, lead_id)
    before = session.scalar(
        select(SlaClock.id).where(SlaClock.lead_id == lead_id, SlaClock.contacted_at.is_not(None)).limit(1)
    )
    if clock is None:  # the rep was faster than any notice
        session.add(SlaClock(id=new_id(), lead_id=lead_id, band=lead.band, contacted_at=at, created_at=at))
    else:
        cancel(session, escalate_key(clock.id))
        clock.contacted_at = at
    session.flush()
    assignment = assignments.current(session, lead_id)
    if assignment is not None:
        cancel(session, reassign_key(assignment.id))
    kind = "first_contact" if before is None else "contacted_again"
    record(session, kind, at=at, lead_id=lead_id, person_id=person_id, how=how)
    tell(session, lead_id, "contacted")
    rep_is_free(session, lead.team_id, now=at)


def band_changed(session: Session, lead_id: UUID, *, band: str, now: datetime) -> None:
    """Bring a running clock forward for a more urgent band, counted from `now`; nothing ever eases it.

    The owner of a lead that became more urgent is told once more.
    """
    lead = store.lock_lead(session, lead_id)
    record(session, "band_changed", at=now, lead_id=lead_id, band=band)
    if not _bring_forward(session, lead, band, now=now):
        return
    assignment = assignments.current(session, lead_id)
    if assignment is not None and assignment.notified_at is not None:
        enqueue(session, NotifyRep(assignment_id=assignment.id), run_at=now, key=f"{notify_key(assignment.id)}:{band}")


def person_needed(session: Session, lead_id: UUID, *, now: datetime) -> None:
    """Let the clock run as for a hot lead, because the prospect was told that a person takes over; once per lead. What
    for is news of its own.
    """
    lead = store.lock_lead(session, lead_id)
    if needs_person(lead):
        return
    lead.facts = {**lead.facts, NEEDS_PERSON: True}
    session.flush()
    record(session, "person_needed", at=now, lead_id=lead_id)
    _bring_forward(session, lead, pace(lead), now=now)


def _bring_forward(session: Session, lead: Lead, band: str, *, now: datetime) -> bool:
    """Tighten the running clock; False if there is none or it is as tight already."""
    clock = running(session, lead.id)
    if clock is None or tighter_band(clock.band, band) == clock.band:
        return False
    wanted = store.policy(session, lead.team_id, band=band)
    policy = tighten(Policy.from_json(clock.policy), wanted)
    hours = schedules.team_hours(session, lead.team_id)
    clock.band, clock.policy = band, policy.as_json()
    if clock.escalated_at is None:
        _escalate_at(
            session, clock, sooner(clock.escalate_due_at, due_at(wanted.escalate_after, wanted, hours=hours, since=now))
        )
    assignment = assignments.current(session, lead.id)
    unclaimed = assignment is not None and assignment.notified_at is not None and assignment.claimed_at is None
    if assignment is not None and unclaimed and clock.escalated_at is None:
        due = sooner(clock.reassign_due_at, due_at(wanted.reassign_after, wanted, hours=hours, since=now))
        _reassign_at(session, clock, assignment.id, due)
    tell(session, lead.id, "band")
    return True


def escalate_key(clock_id: UUID) -> str:
    """Return the job key of the clock's escalation timer."""
    return f"escalate:{clock_id}"


def _begin(session: Session, lead: Lead, assignment: Assignment, *, hours: BusinessHours, at: datetime) -> SlaClock:
    policy = store.policy(session, lead.team_id, band=pace(lead))
    with_manager = assignment.kind == "escalated"  # nobody else was there to be given the lead
    clock = SlaClock(
        id=new_id(),
        lead_id=lead.id,
        band=pace(lead),
        policy=policy.as_json(),
        started_at=at,
        reassigns=0,
        escalated_at=assignment.since if with_manager else None,
        created_at=at,
    )
    session.add(clock)
    session.flush()
    if not with_manager:
        _escalate_at(session, clock, due_at(policy.escalate_after, policy, hours=hours, since=at))
    return clock


def _time_to_claim(
    session: Session, clock: SlaClock, assignment_id: UUID, *, hours: BusinessHours, since: datetime
) -> None:
    policy = Policy.from_json(clock.policy)
    _reassign_at(session, clock, assignment_id, due_at(policy.reassign_after, policy, hours=hours, since=since))


def _escalate_at(session: Session, clock: SlaClock, due: datetime | None) -> None:
    clock.escalate_due_at = due
    if due is None:
        cancel(session, escalate_key(clock.id))
    else:
        postpone(session, EscalateDue(clock_id=clock.id), run_at=due, key=escalate_key(clock.id))


def _reassign_at(session: Session, clock: SlaClock, assignment_id: UUID, due: datetime | None) -> None:
    clock.reassign_due_at = due
    if due is None:
        cancel(session, reassign_key(assignment_id))
    else:
        work = ReassignDue(clock_id=clock.id, assignment_id=assignment_id)
        postpone(session, work, run_at=due, key=reassign_key(assignment_id))
