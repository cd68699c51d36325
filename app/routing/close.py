"""A lead is over: out of the queue, off everybody's hands and every clock; or it begins again."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.jobs.port import cancel
from app.leads.events import record
from app.models import Contact, Conversation, Lead, Message, SlaClock
from app.routing import assignments, store
from app.routing.clock import escalate_key, running
from app.routing.waiting import rep_is_free

Closing = Literal["opt_out", "refusal", "pitch", "job"]
CLOSED_FOR = "closed_for"


def close_lead(session: Session, lead_id: UUID, *, reason: Closing, now: datetime) -> bool:
    """Close the lead; False if it was closed before, when only an opt-out still changes the reason.

    Its clock ends without a contact, its notices, timers and retries are taken back, and the rep has a hand free.
    Whoever had it stays its owner, so that what still comes is told to somebody who knows it.
    """
    lead = store.lock_lead(session, lead_id)
    before = lead.status
    if before == "closed" and reason != "opt_out":
        return False
    lead.status, lead.closed_at = "closed", lead.closed_at or now
    lead.facts = {**lead.facts, CLOSED_FOR: reason}
    if before == "closed":
        return False
    cancel(session, f"assign:{lead_id}")
    clock = running(session, lead_id)
    if clock is not None:
        clock.closed_at = now
        cancel(session, escalate_key(clock.id))
    assignment = assignments.current(session, lead_id)
    if assignment is not None:
        cancel(session, assignments.notify_key(assignment.id))
        assignments.end(session, assignment.id, by="closed", now=now)
    session.flush()
    record(session, "lead_closed", at=now, lead_id=lead_id, reason=reason)
    assignments.tell(session, lead_id, "closed")
    if assignment is not None:
        rep_is_free(session, lead.team_id, now=now)
    return True


def reopen_lead(session: Session, lead_id: UUID, *, now: datetime, by_person: bool = False) -> bool:
    """Open a lead whose prospect shows interest after all; False if it is open, or they want to hear nothing from us.

    It begins anew: whoever was in contact before the no has not been since. A person decides what a no meant, and may
    answer whoever wrote again after an opt-out.
    """
    lead = store.lock_lead(session, lead_id)
    if lead.status != "closed":
        return False
    opted_out = closed_for(lead) == "opt_out" or _opted_out_at(session, lead) is not None
    if opted_out and not (by_person and may_answer(session, lead)):
        return False
    lead.status, lead.closed_at = "new", None
    lead.owner_id = None
    lead.facts = {name: value for name, value in lead.facts.items() if name != CLOSED_FOR}
    session.execute(
        update(SlaClock).where(SlaClock.lead_id == lead_id, SlaClock.closed_at.is_(None)).values(closed_at=now)
    )
    session.flush()
    record(session, "lead_reopened", at=now, lead_id=lead_id)
    assignments.tell(session, lead_id, "reopened")
    return True


def may_answer(session: Session, lead: Lead) -> bool:
    """Say whether a person may write to the prospect of a closed lead: after an opt-out only if they wrote since."""
    opted_out_at = _opted_out_at(session, lead)
    if opted_out_at is None:
        return True
    since = select(Message.id).join(Conversation, Conversation.id == Message.conversation_id)
    wrote = since.where(Conversation.lead_id == lead.id, Message.direction == "inbound", Message.at > opted_out_at)
    return session.scalar(wrote.limit(1)) is not None


def _opted_out_at(session: Session, lead: Lead) -> datetime | None:
    return session.scalar(select(Contact.opted_out_at).where(Contact.id == lead.contact_id))


def closed_for(lead: Lead) -> str | None:
    """Return why the lead was closed; None if it is open."""
    reason = lead.facts.get(CLOSED_FOR) if lead.status == "closed" else None
    return str(reason) if reason else None
