"""Everything one lead's page shows, read in one short session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import phonenumbers
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.roles import may_see_team
from app.accounts.sessions import SignedIn
from app.core.errors import NotFound
from app.core.security import Vault
from app.leads import contacts
from app.leads.contacts import ContactCard
from app.leads.verification import email_verified
from app.models import Call, Conversation, Delivery, Event, Lead, Mail, Message, Person
from app.web import queue
from app.web.queue import Row

STAGES = (
    "lead_received",
    "first_reply",
    "lead_assigned",
    "notice_sent",
    "notice_seen",
    "lead_claimed",
    "first_contact",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A message with the name of the rep who wrote it, the mail it came in or goes out as, and how that went."""

    message: Message
    author_name: str | None
    mail: Mail | None = None
    delivery: Delivery | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on the way to the first contact; `begin` and `width` are per cent of the whole way."""

    kind: str
    at: datetime
    took: timedelta
    begin: float
    width: float


@dataclass(frozen=True, slots=True)
class Happened:
    """One event with the name of the person in it."""

    kind: str
    at: datetime
    name: str | None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LeadPage:
    """`because` explains the present assignment; `against` names who did not get the lead, with codes."""

    row: Row
    card: ContactCard
    phone: str | None
    email_verified: bool | None
    conversation: Conversation | None
    conversation_owner: str | None
    said: tuple[Said, ...]
    stages: tuple[Stage, ...]
    happened: tuple[Happened, ...]
    calls: tuple[tuple[Call, str], ...]
    because: tuple[dict[str, Any], ...]
    against: tuple[tuple[str, list[str]], ...]


def load(session: Session, vault: Vault, *, person: SignedIn, lead_id: UUID, now: datetime) -> LeadPage:
    """Return the page's facts; `NotFound` if this person may not see the lead."""
    row = queue.load_row(session, vault, person=person, lead_id=lead_id, now=now)
    lead = session.get_one(Lead, lead_id)
    card = contacts.card(session, vault, contact_id=lead.contact_id)
    conversation = session.scalar(
        select(Conversation).where(Conversation.lead_id == lead_id).order_by(Conversation.created_at.desc()).limit(1)
    )
    happened = _happened(session, lead_id)
    because = row.assignment.because if row.assignment else {}
    return LeadPage(
        row=row,
        card=card,
        phone=national(card.phone) if card.phone and card.phone_ok else None,
        email_verified=email_verified(session, lead.contact_id),
        conversation=conversation,
        conversation_owner=_name(session, conversation.owner_id if conversation else None),
        said=_said(session, Message.conversation_id == conversation.id) if conversation else (),
        stages=stages({"lead_received": lead.submitted_at} | _first(happened)),
        happened=happened,
        calls=_calls(session, lead_id),
        because=tuple(because.get("reasons", ())),
        against=_against(session, because.get("against", {})),
    )


def load_message(
    session: Session, vault: Vault, *, person: SignedIn, message_id: UUID, now: datetime
) -> tuple[Said, Row]:
    """Return one message and its lead as the queue shows it; `NotFound` if this person may not see it."""
    said = _said(session, Message.id == message_id)
    if not said:
        raise NotFound("message_unknown")
    lead = lead_of(session, said[0].message.conversation_id, person=person)
    return said[0], queue.load_row(session, vault, person=person, lead_id=lead.id, now=now)


def lead_of(session: Session, conversation_id: UUID, *, person: SignedIn) -> Lead:
    """Return the lead of a conversation; `NotFound` if this person may not see it."""
    lead = session.scalar(
        select(Lead).join(Conversation, Conversation.lead_id == Lead.id).where(Conversation.id == conversation_id)
    )
    if lead is None or not may_see_team(person.role, person.team_id, lead.team_id):
        raise NotFound("lead_not_found")
    return lead


def stages(first: dict[str, datetime]) -> tuple[Stage, ...]:
    """Return the steps that happened, in order of time, each with how long it took from the one before."""
    found = sorted(((at, kind) for kind, at in first.items() if kind in STAGES), key=lambda step: step[0])
    if not found:
        return ()
    start = found[0][0]
    whole = max((found[-1][0] - start).total_seconds(), 1.0)
    made, before = [], start
    for at, kind in found:
        took = at - before
        made.append(
            Stage(
                kind,
                at,
                took,
                begin=100 * (before - start).total_seconds() / whole,
                width=100 * took.total_seconds() / whole,
            )
        )
        before = at
    return tuple(made)


def national(phone: str) -> str:
    """Return an E.164 number the way it is dialled in its country; anything else as it is."""
    try:
        parsed = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def _said(session: Session, which: Any) -> tuple[Said, ...]:
    found = session.execute(
        select(Message, Person.name, Mail, Delivery)
        .outerjoin(Person, Person.id == Message.person_id)
        .outerjoin(Mail, Mail.message_id == Message.id)
        .outerjoin(Delivery, (Delivery.message_id == Message.id) & (Delivery.channel == "email"))
        .where(which)
        .order_by(Message.seq)
    )
    return tuple(Said(*row) for row in found)


def _happened(session: Session, lead_id: UUID) -> tuple[Happened, ...]:
    found = session.execute(
        select(Event, Person.name)
        .outerjoin(Person, Person.id == Event.person_id)
        .where(Event.lead_id == lead_id)
        .order_by(Event.at, Event.id)
    )
    return tuple(Happened(event.kind, event.at, name, event.data) for event, name in found)


def _first(happened: tuple[Happened, ...]) -> dict[str, datetime]:
    first: dict[str, datetime] = {}
    for event in happened:
        if event.kind != "lead_received":
            first.setdefault(event.kind, event.at)
    return first


def _calls(session: Session, lead_id: UUID) -> tuple[tuple[Call, str], ...]:
    found = session.execute(
        select(Call, Person.name)
        .join(Person, Person.id == Call.person_id)
        .where(Call.lead_id == lead_id)
        .order_by(Call.at.desc())
    )
    return tuple((call, name) for call, name in found)


def _against(session: Session, codes: dict[str, list[str]]) -> tuple[tuple[str, list[str]], ...]:
    ids = [UUID(rep) for rep in codes]
    names = session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)).order_by(Person.name))
    return tuple((name, codes[str(person_id)]) for person_id, name in names)


def _name(session: Session, person_id: UUID | None) -> str | None:
    return session.scalar(select(Person.name).where(Person.id == person_id)) if person_id else None
