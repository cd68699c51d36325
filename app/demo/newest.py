"""What the middle of `/demo` shows: the newest lead, who has it, what happened to it, and who worded the reply."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.leads.thread import shown_name
from app.models import Assignment, Conversation, Event, Lead, Message, Person, Promise, SlaClock

EVENTS = (
    "lead_received",
    "first_reply",
    "lead_assigned",
    "lead_claimed",
    "reassigned",
    "escalated",
    "first_contact",
    "mail_sent",
)


def newest(session: Session, lang: str) -> dict[str, Any] | None:
    """Return the newest lead with its times; colleagues are named as `lang` reads them."""
    lead = session.scalar(select(Lead).order_by(Lead.received_at.desc(), Lead.id.desc()).limit(1))
    if lead is None:
        return None
    clock = session.scalar(select(SlaClock).where(SlaClock.lead_id == lead.id).order_by(SlaClock.id.desc()).limit(1))
    owner = session.scalar(
        select(Person)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(Assignment.lead_id == lead.id, Assignment.until.is_(None))
    )
    rows = session.execute(
        select(Event.kind, Event.at, Person)
        .outerjoin(Person, Person.id == Event.person_id)
        .where(Event.lead_id == lead.id, Event.kind.in_(EVENTS))
        .order_by(Event.at, Event.id)
    )
    return {
        "id": str(lead.id),
        "band": lead.band,
        "owner": shown_name(owner, lang) if owner else None,
        "started_at": _iso(clock.started_at) if clock else None,
        "reassign_due_at": _iso(clock.reassign_due_at) if clock else None,
        "escalate_due_at": _iso(clock.escalate_due_at) if clock else None,
        "claimed_at": _iso(clock.claimed_at) if clock else None,
        "contacted_at": _iso(clock.contacted_at) if clock else None,
        "promised_at": _iso(_promised(session, lead)),
        "worded": _worded(session, lead),
        "events": [
            {"kind": kind, "at": _iso(at), "who": shown_name(who, lang) if who else None} for kind, at, who in rows
        ],
    }


def _promised(session: Session, lead: Lead) -> datetime | None:
    """Return by when the prospect was told that a person gets in touch, as long as nobody has."""
    return session.scalar(
        select(Promise.due_at)
        .where(Promise.lead_id == lead.id, Promise.kept_at.is_(None), Promise.due_at.is_not(None))
        .order_by(Promise.at.desc())
        .limit(1)
    )


def _worded(session: Session, lead: Lead) -> dict[str, Any] | None:
    """Return who worded the last reply of the assistant, by its provenance."""
    reply = session.scalar(
        select(Message)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.lead_id == lead.id, Message.kind == "reply", Message.state == "final")
        .order_by(Message.at.desc(), Message.seq.desc())
        .limit(1)
    )
    if reply is None:
        return None
    return {"origin": reply.origin, "model": reply.provenance.get("model"), "fault": reply.provenance.get("fault")}


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
