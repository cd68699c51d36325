"""A first message makes a contact, a lead and a conversation; of somebody we know, it goes on with their lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.orm import Session

from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.rows import put
from app.core.security import Vault
from app.leads import contacts
from app.leads.events import record
from app.models import Contact, Conversation, CredentialSession, Inbox, Lead, Message, Person, Qualification, Site
from app.understanding.facts import ContactData

CONTINUED = "continued"  # in the facts of a lead: more than one conversation belongs to it
WANTS = "wants"  # what was chosen in a form, by our codes
SPEAKS = timedelta(days=1)  # a rep who wrote within this time is in the middle of it
IDLE = timedelta(days=90)  # PRODUCT §1: one open lead per contact, a new one after this


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a conversation begins and what is known by then; `channel` is how its replies go out."""

    channel: str
    team_id: UUID
    site_id: UUID | None
    inbox_id: UUID | None = None
    source: str = ""
    lang: str = "ja"
    visitor_id: UUID | None = None
    page: dict[str, Any] = field(default_factory=dict)
    notice_version: str | None = None
    notice_lang: str | None = None
    notice_at: datetime | None = None
    submitted_at: datetime | None = None
    contact: ContactData | None = None
    wants: tuple[str, ...] = ()
    contact_id: UUID | None = None


def by_widget(session: Session, credential: CredentialSession) -> Beginning:
    """Return what the panel knows: its site, the page it was opened on, the notice shown."""
    return Beginning(
        channel="widget",
        team_id=session.execute(_TEAM, {"site_id": credential.site_id}).scalar_one(),
        site_id=credential.site_id,
        visitor_id=credential.visitor_id,
        page=credential.page,
        notice_version=credential.notice_version,
        notice_lang=credential.lang,
        notice_at=credential.notice_at,
    )


def by_mail(session: Session, inbox_id: UUID) -> Beginning:
    """Return what a form or mail inbox knows; the replies to both go out by mail. `NotFound` (inbox_unknown).

    Whether an inbox still takes anything was asked at the door: what came in by then begins a conversation.
    """
    inbox = session.get(Inbox, inbox_id)
    if inbox is None:
        raise NotFound("inbox_unknown")
    sender = inbox.id if inbox.channel == "email" else UUID(inbox.settings["mail_inbox"])
    return Beginning(channel="email", team_id=inbox.team_id, site_id=inbox.site_id, inbox_id=sender)


def begin(session: Session, vault: Vault, *, begun: Beginning, now: datetime) -> Conversation:
    """Store contact, lead and conversation with what the person filled in.

    Whoever is known by `contact_id` has one open lead: it goes on, and so does what its last conversation remembers and
    the rep who is speaking with them, until it has been quiet for 90 days.
    """
    contact = session.get_one(Contact, begun.contact_id) if begun.contact_id else None
    lead = _open_lead(session, contact, now=now) if contact is not None else None
    if contact is None:
        contact = _new_contact(session, begun, now=now)
    if begun.contact is not None:
        contacts.store(session, vault, contact, data=begun.contact, now=now)
    goes_on = lead is not None
    if lead is None:
        lead = _new_lead(contact, begun, now=now)
        put(session, lead)
    else:
        lead.activity_at = now
        wants = dict.fromkeys((*lead.facts.get(WANTS, ()), *begun.wants))
        lead.facts = {**lead.facts, CONTINUED: True, **({WANTS: list(wants)} if wants else {})}
        lead.visitor_id = lead.visitor_id or begun.visitor_id
    conversation = _new_conversation(lead, begun, now=now)
    if goes_on:
        conversation.plan = _remembered(session, lead.id) | ({WANTS: list(begun.wants)} if begun.wants else {})
        conversation.owner, conversation.owner_id = _speaker(session, lead, now=now)
    put(session, conversation)
    if begun.contact is not None:
        session.add_all(_cells(session, lead.id, begun.contact, goes_on=goes_on, now=now))
    kind = "conversation_continued" if goes_on else "lead_received"
    record(session, kind, at=now, lead_id=lead.id, conversation_id=conversation.id, source=begun.source)
    return conversation


def fill_in(session: Session, vault: Vault, *, conversation: Conversation, told: ContactData, now: datetime) -> None:
    """Keep what a later mail says of its writer beside the message, as far as nobody has said it before."""
    card = contacts.card(session, vault, contact_id=conversation.contact_id)
    names = [name for name in ("reading", "company", "role", "phone") if getattr(card, name) is None]
    if told.name and (card.name is None or card.name in told.name):  # "Jo" and, under a later mail, "Jo Fern"
        names.append("name")
    new = ContactData(**{name: getattr(told, name) for name in names})
    if new == ContactData():
        return
    contacts.store(session, vault, session.get_one(Contact, conversation.contact_id), data=new, now=now)
    session.add_all(_cells(session, conversation.lead_id, new, goes_on=True, now=now))


def _open_lead(session: Session, contact: Contact, *, now: datetime) -> Lead | None:
    """Return the lead with which a known person goes on: their last one, unless it has been quiet for too long.

    A no stays a no: after an opt-out the lead is the same for good.
    """
    newest = select(Lead).where(Lead.contact_id == contact.id).order_by(Lead.activity_at.desc(), Lead.id.desc())
    last = session.scalar(  # held: what another turn learns of it meanwhile is not to be written over
        newest.limit(1).with_for_update(key_share=True), execution_options={"populate_existing": True}
    )
    if last is None or (contact.opted_out_at is None and now - last.activity_at > IDLE):
        return None
    return last


def _remembered(session: Session, lead_id: UUID) -> dict[str, Any]:
    """Return what the last conversation of a lead remembers: questions asked, texts used, times told."""
    last = (
        select(Conversation.plan)
        .where(Conversation.lead_id == lead_id)
        .order_by(Conversation.created_at.desc(), Conversation.id.desc())
    )
    return dict(session.scalar(last.limit(1)) or {})


def _speaker(session: Session, lead: Lead, *, now: datetime) -> tuple[str, UUID | None]:
    """Return who speaks with the prospect: a rep who wrote to them within a day, else the assistant."""
    spoke = (
        select(Conversation.owner_id)
        .join(Message, Message.conversation_id == Conversation.id)
        .join(Person, Person.id == Conversation.owner_id)
        .where(
            Conversation.lead_id == lead.id,
            Conversation.owner == "rep",
            Conversation.ended_at.is_(None),
            Message.author == "rep",
            Message.at > now - SPEAKS,
            Person.active,
        )
        .order_by(Message.at.desc())
    )
    rep = session.scalar(spoke.limit(1)) if lead.status != "closed" else None
    return ("assistant", None) if rep is None else ("rep", rep)


def _new_contact(session: Session, begun: Beginning, *, now: datetime) -> Contact:
    """Store the person; followed by the session only if what they filled in is still to be written."""
    contact = Contact(id=new_id(), lang=begun.lang, created_at=now)
    if begun.contact is None:
        put(session, contact)
    else:
        session.add(contact)
        session.flush()
    return contact


def _new_lead(contact: Contact, begun: Beginning, *, now: datetime) -> Lead:
    return Lead(
        id=new_id(),
        contact_id=contact.id,
        team_id=begun.team_id,
        site_id=begun.site_id,
        visitor_id=begun.visitor_id,
        source=begun.source,
        lang=begun.lang,
        facts={WANTS: list(begun.wants)} if begun.wants else {},
        submitted_at=begun.submitted_at or now,
        received_at=now,
        activity_at=now,
    )


def _new_conversation(lead: Lead, begun: Beginning, *, now: datetime) -> Conversation:
    return Conversation(
        id=new_id(),
        lead_id=lead.id,
        contact_id=lead.contact_id,
        site_id=begun.site_id,
        inbox_id=begun.inbox_id,
        channel=begun.channel,
        lang=begun.lang,
        owner="assistant",
        last_seq=0,
        plan={},
        page=begun.page,
        notice_version=begun.notice_version,
        notice_lang=(begun.notice_lang or begun.lang) if begun.notice_version else None,
        notice_at=begun.notice_at or (now if begun.notice_version else None),
        created_at=now,
    )


def _cells(session: Session, lead_id: UUID, data: ContactData, *, goes_on: bool, now: datetime) -> list[Qualification]:
    """Return the cells that are known from what was filled in, as far as the lead has none of them yet."""
    names = [name for name in ("name", "company", "role", "email", "phone") if getattr(data, name)]
    if data.email or data.phone:
        names.append("contact")
    there = {}
    if goes_on:
        there = {
            row.slot: row for row in session.scalars(select(Qualification).where(Qualification.lead_id == lead_id))
        }
    for name in names:
        if name in there and there[name].status in ("unknown", "asked"):
            there[name].status, there[name].at = "known", now
    return [
        Qualification(id=new_id(), lead_id=lead_id, slot=name, status="known", normal={}, at=now)
        for name in names
        if name not in there
    ]


_TEAM = select(Inbox.team_id).join(Site, Site.inbox_id == Inbox.id).where(Site.id == bindparam("site_id", type_=Uuid))
