"""Who speaks in a conversation: the assistant, a rep, or nobody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation import outbox
from app.conversation.promises import keep
from app.conversation.reply import freeze
from app.core.errors import Invalid, NotFound
from app.core.templating import Texts
from app.jobs.port import cancel
from app.leads import thread
from app.leads.events import record
from app.leads.intake import turn_key
from app.models import Conversation, Lead, Message, Person
from app.routing.claim import take
from app.routing.clock import contacted
from app.routing.store import lock_lead

LONGEST = 4000


def take_over(session: Session, conversation_id: UUID, *, person_id: UUID, texts: Texts, now: datetime) -> None:
    """Give the conversation to a person: the assistant is silent from this commit on.

    Whoever takes the conversation claims its lead, so that somebody is responsible from here on; who may not claim it
    gets the `Conflict` of `claim`. An unfinished reply keeps the sentences already shown; the prospect is told who
    answers. A second call by the same person does nothing.
    """
    conversation = _locked(session, conversation_id)
    take(session, conversation.lead_id, person_id=person_id, now=now)
    if conversation.owner == "rep" and conversation.owner_id == person_id:
        return
    freeze(session, conversation_id, now=now)
    conversation.owner, conversation.owner_id = "rep", person_id
    session.flush()
    for seq in session.scalars(
        select(Message.seq).where(Message.conversation_id == conversation_id, Message.direction == "inbound")
    ):
        cancel(session, turn_key(conversation_id, seq))
    name = thread.shown_name(session.get_one(Person, person_id), conversation.lang)
    line = texts(conversation.lang, "handoff.taken_over", name=name)
    thread.add(session, thread.new_message(conversation, author="system", kind="handoff", text=line, now=now))
    thread.announce_state(session, conversation)
    session.execute(update(Lead).where(Lead.id == conversation.lead_id, Lead.status == "new").values(status="working"))
    record(
        session,
        "taken_over",
        at=now,
        lead_id=conversation.lead_id,
        conversation_id=conversation_id,
        person_id=person_id,
    )
    announce(session, STAFF, "lead", data={"id": str(conversation.lead_id), "changed": "taken_over"})


def say(
    session: Session,
    conversation_id: UUID,
    *,
    person_id: UUID,
    text: str,
    client_id: str,
    texts: Texts,
    now: datetime,
) -> Message:
    """Send a rep's words to the prospect: takes the conversation, claims the lead and stops the contact clock. Where
    the conversation is held by mail they go out as one; the line about the take-over does not.

    Idempotent by `client_id`. `Invalid` if the text is empty or longer than 4,000 characters.
    """
    text = text.strip()
    if not text:
        raise Invalid("message_empty")
    if len(text) > LONGEST:
        raise Invalid("message_too_long")
    before = session.scalar(
        select(Message).where(Message.conversation_id == conversation_id, Message.client_id == client_id)
    )
    if before is not None:
        return before
    take_over(session, conversation_id, person_id=person_id, texts=texts, now=now)
    conversation = session.get_one(Conversation, conversation_id)
    written = thread.new_message(
        conversation, author="rep", kind="message", text=text, client_id=client_id, person_id=person_id, now=now
    )
    message = thread.add(session, written)
    outbox.send(session, message, now=now)
    session.execute(update(Lead).where(Lead.id == conversation.lead_id).values(activity_at=now))
    contacted(session, conversation.lead_id, person_id=person_id, at=now, how="message")
    keep(session, conversation.lead_id, now=now)
    announce(session, STAFF, "lead", data={"id": str(conversation.lead_id), "changed": "message"})
    return message


def _locked(session: Session, conversation_id: UUID) -> Conversation:
    """Return the conversation, and make others wait who write to it or its lead; the lead first, as a turn does."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        raise NotFound("conversation_unknown")
    lock_lead(session, conversation.lead_id)
    locked = select(Conversation).where(Conversation.id == conversation_id).with_for_update(key_share=True)
    return session.scalars(locked.execution_options(populate_existing=True)).one()
