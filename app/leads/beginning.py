"""The first message of somebody new makes a contact, a lead and a conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.security import Vault
from app.leads import contacts
from app.leads.events import record
from app.models import Contact, Conversation, CredentialSession, Inbox, Lead, Qualification, Site
from app.understanding.facts import ContactData


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


def by_widget(session: Session, credential: CredentialSession) -> Beginning:
    """Return what the panel knows: its site, the page it was opened on, the notice shown."""
    site, team_id = session.execute(
        select(Site, Inbox.team_id).join(Inbox, Inbox.id == Site.inbox_id).where(Site.id == credential.site_id)
    ).one()
    return Beginning(
        channel="widget",
        team_id=team_id,
        site_id=site.id,
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
    """Store contact, lead and conversation with what the person filled in."""
    contact = Contact(id=new_id(), lang=begun.lang, created_at=now)
    lead = Lead(
        id=new_id(),
        contact_id=contact.id,
        team_id=begun.team_id,
        site_id=begun.site_id,
        visitor_id=begun.visitor_id,
        source=begun.source,
        lang=begun.lang,
        facts={"wants": list(begun.wants)} if begun.wants else {},
        submitted_at=begun.submitted_at or now,
        received_at=now,
        activity_at=now,
    )
    shown = begun.notice_at or (now if begun.notice_version else None)
    conversation = Conversation(
        id=new_id(),
        lead_id=lead.id,
        contact_id=contact.id,
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
        notice_at=shown,
        created_at=now,
    )
    session.add(contact)
    session.flush()
    if begun.contact is not None:
        contacts.store(session, vault, contact, data=begun.contact, now=now)
    session.add(lead)
    session.flush()
    session.add(conversation)
    session.flush()
    if begun.contact is not None:
        session.add_all(_known(lead.id, begun.contact, now=now))
    record(session, "lead_received", at=now, lead_id=lead.id, conversation_id=conversation.id, source=begun.source)
    return conversation


def _known(lead_id: UUID, data: ContactData, *, now: datetime) -> list[Qualification]:
    names = [name for name in ("name", "company", "role", "email", "phone") if getattr(data, name)]
    if data.email or data.phone:
        names.append("contact")
    return [Qualification(id=new_id(), lead_id=lead_id, slot=name, status="known", normal={}, at=now) for name in names]
