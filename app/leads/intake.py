"""Accept what a prospect wrote: contact, lead, conversation, message, opener and the safety net in one write."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.core.errors import Conflict, NotSignedIn
from app.core.ids import new_id
from app.core.security import Vault
from app.jobs.kinds import AnswerTurn
from app.jobs.port import enqueue
from app.leads import contacts, thread
from app.leads.events import record
from app.models import Contact, Conversation, CredentialSession, Inbox, Lead, Message, Qualification, Site
from app.understanding.facts import ContactData

SAFETY_NET = timedelta(seconds=10)  # longer than the longest turn: deadline of the model plus the writes


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One message as a channel hands it over.

    `credential_id` is the session row of the visitor who wrote it, `contact` what they filled in beside the message.
    """

    credential_id: UUID
    client_id: str
    text: str
    lang: str
    channel: str = "widget"
    page: dict[str, Any] = field(default_factory=dict)
    submitted_at: datetime | None = None
    contact: ContactData | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is on disk now; `again` says the same client id came before and nothing was added, `ours` that the
    assistant is to answer.
    """

    message_id: UUID
    seq: int
    conversation_id: UUID
    lead_id: UUID
    new_lead: bool = False
    again: bool = False
    ours: bool = True


def accept(session: Session, vault: Vault, *, inbound: InboundMessage, opener: str, now: datetime) -> Accepted:
    """Store the message and, for the first one of a conversation, the contact, the lead and our opener.

    Idempotent by (conversation, client id). The lead exists before any model has run. `Conflict` if the conversation
    has ended.
    """
    credential = session.scalar(
        select(CredentialSession).where(CredentialSession.id == inbound.credential_id).with_for_update()
    )
    if credential is None or credential.revoked_at is not None:
        raise NotSignedIn("credential_unknown")
    new_lead = credential.conversation_id is None
    conversation = (
        _open(session, vault, credential=credential, inbound=inbound, now=now)
        if new_lead
        else _resume(session, credential)
    )
    before = _same(session, conversation, inbound.client_id)
    if before is not None:
        return Accepted(before.id, before.seq, conversation.id, conversation.lead_id, again=True)
    written = thread.new_message(
        conversation,
        author="contact",
        kind="message",
        text=inbound.text,
        now=now,
        channel=inbound.channel,
        lang=inbound.lang,
        client_id=inbound.client_id,
    )
    message = thread.add(session, written)
    session.execute(update(Lead).where(Lead.id == conversation.lead_id).values(activity_at=now))
    record(
        session,
        "message_received",
        at=now,
        lead_id=conversation.lead_id,
        conversation_id=conversation.id,
        message_id=message.id,
    )
    if new_lead:
        first_words = thread.new_message(
            conversation, author="assistant", kind="opener", text=opener, now=now, answers_seq=message.seq
        )
        thread.add(session, first_words)
    if conversation.owner == "assistant":
        enqueue(
            session,
            AnswerTurn(conversation_id=conversation.id, answers_seq=message.seq),
            run_at=now + SAFETY_NET,
            key=turn_key(conversation.id, message.seq),
        )
    announce(session, STAFF, "lead", data={"id": str(conversation.lead_id), "changed": "message"})
    ours = conversation.owner == "assistant"
    return Accepted(message.id, message.seq, conversation.id, conversation.lead_id, new_lead=new_lead, ours=ours)


def turn_key(conversation_id: UUID, answers_seq: int) -> str:
    """Return the job key of a turn's safety net."""
    return f"turn:{conversation_id}:{answers_seq}"


def _open(
    session: Session, vault: Vault, *, credential: CredentialSession, inbound: InboundMessage, now: datetime
) -> Conversation:
    site, team_id = session.execute(
        select(Site, Inbox.team_id).join(Inbox, Inbox.id == Site.inbox_id).where(Site.id == credential.site_id)
    ).one()
    contact = Contact(id=new_id(), lang=inbound.lang, created_at=now)
    lead = Lead(
        id=new_id(),
        contact_id=contact.id,
        team_id=team_id,
        site_id=site.id,
        visitor_id=credential.visitor_id,
        source=inbound.channel,
        lang=inbound.lang,
        submitted_at=inbound.submitted_at or now,
        received_at=now,
        activity_at=now,
    )
    conversation = Conversation(
        id=new_id(),
        lead_id=lead.id,
        contact_id=contact.id,
        site_id=site.id,
        channel=inbound.channel,
        lang=inbound.lang,
        owner="assistant",
        last_seq=0,
        plan={},
        page=inbound.page or credential.page,
        notice_version=credential.notice_version,
        notice_lang=credential.lang,
        notice_at=credential.notice_at,
        created_at=now,
    )
    session.add(contact)
    session.flush()
    if inbound.contact is not None:
        contacts.store(session, vault, contact, data=inbound.contact, now=now)
    session.add(lead)
    session.flush()
    session.add(conversation)
    session.flush()
    if inbound.contact is not None:
        session.add_all(_known(lead.id, inbound.contact, now=now))
    credential.conversation_id = conversation.id
    record(session, "lead_received", at=now, lead_id=lead.id, conversation_id=conversation.id, source=inbound.channel)
    return conversation


def _known(lead_id: UUID, data: ContactData, *, now: datetime) -> list[Qualification]:
    names = [name for name in ("name", "company", "role", "email", "phone") if getattr(data, name)]
    if data.email or data.phone:
        names.append("contact")
    return [Qualification(id=new_id(), lead_id=lead_id, slot=name, status="known", normal={}, at=now) for name in names]


def _resume(session: Session, credential: CredentialSession) -> Conversation:
    conversation = session.get_one(Conversation, credential.conversation_id)
    if conversation.ended_at is not None:
        raise Conflict("conversation_ended")
    return conversation


def _same(session: Session, conversation: Conversation, client_id: str) -> Message | None:
    return session.scalar(
        select(Message).where(Message.conversation_id == conversation.id, Message.client_id == client_id)
    )
