"""The thread of a conversation: numbering, adding and changing messages, and their shape on the wire."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, Update, Uuid, bindparam, select, update
from sqlalchemy.orm import Session

from app.bus.port import announce, conversation_topic
from app.core.ids import new_id
from app.core.rows import put
from app.models import Conversation, Message, Person


def new_message(
    conversation: Conversation,
    *,
    author: str,
    kind: str,
    now: datetime,
    text: str = "",
    state: str = "final",
    **more: Any,
) -> Message:
    """Return a message to `add`. What the contact writes is inbound; the words of assistant and system count as a
    template's; language and channel are the conversation's. `more` are columns that differ or come on top.
    """
    columns: dict[str, Any] = {
        "channel": conversation.channel,
        "direction": "inbound" if author == "contact" else "outbound",
        "origin": "human" if author in ("contact", "rep") else "template",
        "lang": conversation.lang,
        "citations": [],
        "quick_replies": [],
        "provenance": {},
        "final_at": now if state == "final" else None,
    }
    return Message(
        id=new_id(),
        conversation_id=conversation.id,
        author=author,
        kind=kind,
        state=state,
        text=text,
        at=now,
        **{**columns, **more},
    )


def next_seq(session: Session, conversation_id: UUID, **more: Any) -> int:
    """Take the conversation's next number; writers of one conversation queue up on its row. `more` are columns that
    change with it.
    """
    return numbered(session, conversation_id, **more)[0]


def numbered(session: Session, conversation_id: UUID, **more: Any) -> tuple[int, str]:
    """`next_seq` with who owns the conversation at that moment."""
    values = {f"new_{name}": value for name, value in more.items()}
    taken = session.execute(_numbered(tuple(more)), {"conversation_id": conversation_id, **values})
    seq, owner = taken.one()
    return seq, owner


@cache
def _numbered(names: tuple[str, ...]) -> Update:
    """Return the statement that takes a number and sets these columns; built once, for it runs with every message."""
    table = cast(Table, Conversation.__table__)
    changed = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    this = table.c.id == bindparam("conversation_id", type_=table.c.id.type)
    return (
        update(table)
        .where(this)
        .values(last_seq=table.c.last_seq + 1, **changed)
        .returning(table.c.last_seq, table.c.owner)
    )


def add(session: Session, message: Message) -> Message:
    """Number a new message, store it and announce it."""
    return place(session, message, seq=next_seq(session, message.conversation_id))


def place(session: Session, message: Message, *, seq: int) -> Message:
    """Store a new message under a number that was taken for it, and announce it."""
    message.seq = message.changed_seq = seq
    put(session, message)
    announce_message(session, message)
    return message


def changed(session: Session, message: Message, *, event: str = "message", **more: Any) -> None:
    """Give a changed message its new replay number and announce it whole; `more` are columns of its conversation."""
    message.changed_seq = next_seq(session, message.conversation_id, **more)
    session.flush()
    announce_message(session, message, event=event)


def announce_message(session: Session, message: Message, *, event: str = "message") -> None:
    """Publish the message in its present state; internal notes stay in the house."""
    if message.kind == "note":
        return
    person = session.get(Person, message.person_id) if message.person_id else None
    name = shown_name(person, message.lang or "ja") if person else None
    announce(
        session,
        conversation_topic(message.conversation_id),
        event,
        data=as_event(message, author_name=name),
        seq=message.changed_seq,
    )


def announce_state(session: Session, conversation: Conversation) -> None:
    """Publish who owns the conversation now."""
    announce(session, conversation_topic(conversation.id), "state", data=_owner(session, conversation))


def as_event(message: Message, *, author_name: str | None = None) -> dict[str, Any]:
    """Return a message as the live protocol shows it."""
    return {
        "id": str(message.id),
        "seq": message.seq,
        "changed_seq": message.changed_seq,
        "direction": message.direction,
        "author": message.author,
        "author_name": author_name,
        "origin": message.origin,
        "kind": message.kind,
        "state": message.state,
        "text": message.text,
        "client_id": message.client_id,
        "at": message.at.isoformat().replace("+00:00", "Z"),
        "citations": message.citations,
        "quick_replies": message.quick_replies,
    }


def state(session: Session, conversation_id: UUID, *, after: int = 0) -> dict[str, Any]:
    """Return the conversation as it is now, with each message changed after `after`, in the order of change."""
    conversation = session.scalars(_CONVERSATION, {"conversation_id": conversation_id}).one()
    rows = session.execute(_CHANGED, {"conversation_id": conversation_id, "after": after})
    messages = [
        as_event(message, author_name=shown_name(person, conversation.lang) if person else None)
        for message, person in rows
    ]
    return {
        "conversation_id": str(conversation.id),
        **_owner(session, conversation),
        "last_seq": max((message["changed_seq"] for message in messages), default=after),
        "messages": messages,
    }


_CONVERSATION = select(Conversation).where(Conversation.id == bindparam("conversation_id", type_=Uuid))
_CHANGED = (
    select(Message, Person)
    .outerjoin(Person, Person.id == Message.person_id)
    .where(
        Message.conversation_id == bindparam("conversation_id", type_=Uuid),
        Message.changed_seq > bindparam("after"),
        Message.kind != "note",
    )
    .order_by(Message.changed_seq)
)


def _owner(session: Session, conversation: Conversation) -> dict[str, Any]:
    person = session.get(Person, conversation.owner_id) if conversation.owner_id else None
    name = shown_name(person, conversation.lang) if person else None
    return {"owner": conversation.owner, "rep": name, "lang": conversation.lang}


def shown_name(person: Person, lang: str) -> str:
    """Return a colleague's name as a prospect of this language reads it."""
    return (person.name_en if lang == "en" else None) or person.name
