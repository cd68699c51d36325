"""Accept what a prospect wrote: contact, lead, conversation, message, opener and the safety net in one write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, Text, Uuid, bindparam, select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.core.errors import Conflict, NotSignedIn
from app.core.security import Vault
from app.jobs.kinds import AnswerTurn
from app.jobs.port import enqueue
from app.leads import beginning, thread
from app.leads.beginning import Beginning
from app.leads.events import record
from app.models import Conversation, CredentialSession, Lead, Message
from app.understanding.facts import ContactData

SAFETY_NET = timedelta(seconds=10)  # longer than the longest turn: deadline of the model plus the writes


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One message as a channel hands it over.

    Exactly one of three says where it belongs: `credential_id`, the session row of the visitor who wrote it,
    `conversation_id`, or `inbox_id` for the first message of a new conversation by mail. `contact` is what they filled
    in beside the message, `wants` what they chose in a form, by our own codes; `notice_version` names the AI notice
    shown above it, `contact_id` somebody we know who has shown to be its writer: then their lead goes on. `begun`: the
    channel knows that something was said with this credential before.
    """

    client_id: str
    text: str
    lang: str
    channel: str = "widget"
    credential_id: UUID | None = None
    conversation_id: UUID | None = None
    inbox_id: UUID | None = None
    visitor_id: UUID | None = None
    notice_version: str | None = None
    page: dict[str, Any] = field(default_factory=dict)
    submitted_at: datetime | None = None
    contact: ContactData | None = None
    wants: tuple[str, ...] = ()
    contact_id: UUID | None = None
    begun: bool = False

    @property
    def begins(self) -> bool:
        """Say whether this may be the first message of a conversation, which gets an opener."""
        return not self.begun and self.conversation_id is None


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is on disk now; `again` says the same client id came before and nothing was added, `ours` that the
    assistant is to answer (else it only listens), `begins` that a conversation begins with it. `messages` are those
    that were added, as the live protocol shows them.
    """

    message_id: UUID
    seq: int
    conversation_id: UUID
    lead_id: UUID
    begins: bool = False
    again: bool = False
    ours: bool = True
    messages: tuple[dict[str, Any], ...] = ()


def accept(session: Session, vault: Vault, *, inbound: InboundMessage, opener: str, now: datetime) -> Accepted:
    """Store the message and, for the first one of a conversation, the contact, the lead and our opener.

    Idempotent by (conversation, client id). The lead exists before any model has run. `Conflict` if the conversation
    has ended.
    """
    place = _place(session, vault, inbound=inbound, now=now)
    conversation, begins = place.conversation, place.begins
    if (before := place.before) is not None:
        return Accepted(before.id, before.seq, conversation.id, conversation.lead_id, again=True)
    message = thread.new_message(
        conversation,
        author="contact",
        kind="message",
        text=inbound.text,
        now=now,
        channel=inbound.channel,
        lang=inbound.lang,
        client_id=inbound.client_id,
    )
    if not begins:  # the lead first, as whoever learns from it does: two orders would be a deadlock
        session.execute(_ACTIVE, {"lead_id": conversation.lead_id, "now": now})
        if inbound.contact is not None:
            beginning.fill_in(session, vault, conversation=conversation, told=inbound.contact, now=now)
    seq, owner = thread.numbered(session, conversation.id)
    added, ours = [thread.place(session, message, seq=seq)], owner == "assistant"
    record(
        session,
        "message_received",
        at=now,
        lead_id=conversation.lead_id,
        conversation_id=conversation.id,
        message_id=message.id,
    )
    if begins and ours:
        first_words = thread.new_message(
            conversation, author="assistant", kind="opener", text=opener, now=now, answers_seq=message.seq
        )
        added.append(thread.add(session, first_words))
    if owner != "nobody":
        enqueue(
            session,
            AnswerTurn(conversation_id=conversation.id, answers_seq=message.seq),
            run_at=now + SAFETY_NET,
            key=turn_key(conversation.id, message.seq),
        )
    announce(session, STAFF, "lead", data={"id": str(conversation.lead_id), "changed": "message"})
    shown = tuple(thread.as_event(each) for each in added)
    return Accepted(
        message.id, message.seq, conversation.id, conversation.lead_id, begins=begins, ours=ours, messages=shown
    )


def turn_key(conversation_id: UUID, answers_seq: int) -> str:
    """Return the job key of a turn's safety net."""
    return f"turn:{conversation_id}:{answers_seq}"


@dataclass(frozen=True, slots=True)
class _Place:
    """The conversation a message belongs to, whether it begins with it, and the same message if it came before."""

    conversation: Conversation
    begins: bool = False
    before: Message | None = None


def _place(session: Session, vault: Vault, *, inbound: InboundMessage, now: datetime) -> _Place:
    if inbound.conversation_id is not None:
        return _in(session, inbound, conversation_id=inbound.conversation_id)
    if inbound.inbox_id is not None:
        begun = beginning.by_mail(session, inbound.inbox_id)
        return _Place(beginning.begin(session, vault, begun=_with(begun, inbound), now=now), begins=True)
    credential = session.scalar(_CREDENTIAL, {"credential_id": inbound.credential_id})
    if credential is None or credential.revoked_at is not None:
        raise NotSignedIn("credential_unknown")
    if credential.conversation_id is not None:
        return _in(session, inbound, conversation_id=credential.conversation_id)
    begun = beginning.by_widget(session, credential)
    conversation = beginning.begin(session, vault, begun=_with(begun, inbound), now=now)
    session.execute(_BEGUN, {"credential_id": credential.id, "conversation_id": conversation.id})
    return _Place(conversation, begins=True)


def _in(session: Session, inbound: InboundMessage, *, conversation_id: UUID) -> _Place:
    """Return the conversation as it goes on; `Conflict` if it has ended."""
    which = {"conversation_id": conversation_id, "client_id": inbound.client_id}
    conversation, before = session.execute(_CONVERSATION, which).one()
    if conversation.ended_at is not None:
        raise Conflict("conversation_ended")
    return _Place(conversation, before=before)


def _with(begun: Beginning, inbound: InboundMessage) -> Beginning:
    return replace(
        begun,
        source=inbound.channel,
        lang=inbound.lang,
        visitor_id=inbound.visitor_id or begun.visitor_id,
        page=inbound.page or begun.page,
        notice_version=inbound.notice_version or begun.notice_version,
        submitted_at=inbound.submitted_at,
        contact=inbound.contact,
        wants=inbound.wants,
        contact_id=inbound.contact_id,
    )


# Built once: on the way of every message the building of a statement costs more than its run.
_HERE = bindparam("conversation_id", type_=Uuid)
_CREDENTIAL_ID = bindparam("credential_id", type_=Uuid)
_LEADS, _CREDENTIALS = cast(Table, Lead.__table__), cast(Table, CredentialSession.__table__)
_CREDENTIAL = select(CredentialSession).where(CredentialSession.id == _CREDENTIAL_ID).with_for_update()
_BEGUN = update(_CREDENTIALS).where(_CREDENTIALS.c.id == _CREDENTIAL_ID).values(conversation_id=_HERE)
_ACTIVE = (
    update(_LEADS)
    .where(_LEADS.c.id == bindparam("lead_id", type_=Uuid))
    .values(activity_at=bindparam("now", type_=_LEADS.c.activity_at.type))
)
_CONVERSATION = (
    select(Conversation, Message)
    .outerjoin(
        Message,
        (Message.conversation_id == Conversation.id) & (Message.client_id == bindparam("client_id", type_=Text)),
    )
    .where(Conversation.id == _HERE)
)
