"""A reply is one message row, `streaming` then `final`; every step holds only while the assistant owns the
conversation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce, conversation_topic
from app.conversation import outbox, promises
from app.conversation.plan import Plan
from app.conversation.store import Turn, answered_up_to
from app.core.ids import new_id
from app.jobs.port import cancel
from app.leads import thread
from app.leads.events import record
from app.leads.intake import turn_key
from app.models import Citation, Conversation, Message, Qualification
from app.retrieval.passages import Citation as Source

CUT = 1200  # characters of a cited passage that are kept with the answer


@dataclass(frozen=True, slots=True)
class Words:
    """The finished words of a reply and where they came from (`origin` ai or template)."""

    text: str
    origin: str
    citations: tuple[Source, ...] = ()
    quick_replies: tuple[dict[str, str], ...] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)


def begin(session: Session, turn: Turn, *, words: Words, run_id: str, now: datetime) -> UUID | None:
    """Open the reply row with its first words and their sources; None if it is not ours to say any more.

    After a crash the row of the same turn is taken over: same id, new words, `message.replaced`.
    """
    if not _ours(session, turn):
        return None
    before = _unfinished(session, turn)
    if before is not None:
        _write(before, words, run_id=run_id)
        before.answers_seq = turn.answers_seq
        thread.changed(session, before, event="message.replaced")
        return before.id
    row = thread.new_message(
        turn.conversation,
        author="assistant",
        kind="reply",
        state="streaming",
        answers_seq=turn.answers_seq,
        now=now,
    )
    _write(row, words, run_id=run_id)
    return thread.add(session, row).id


def extend(session: Session, message_id: UUID, *, run_id: str, words: Words, index: int, sentence: str) -> bool:
    """Store the words so far, with where they came from, and publish the sentence `index`; False after a take-over."""
    row = _held(session, message_id, run_id=run_id)
    if row is None:
        return False
    row.text, row.provenance = words.text, {**words.provenance, "run": run_id}
    data = {"id": str(message_id), "index": index, "text": sentence}
    announce(session, conversation_topic(row.conversation_id), "message.delta", data=data)
    return True


def finish(
    session: Session, turn: Turn, plan: Plan, *, words: Words, run_id: str, message_id: UUID | None, now: datetime
) -> Message | None:
    """Make the reply final, remember the plan and take down the safety net; None if a person took over meanwhile."""
    if message_id is None:
        message_id = begin(session, turn, words=words, run_id=run_id, now=now)
    row = _held(session, message_id, run_id=run_id) if message_id else None
    if row is None:
        return None
    first = answered_up_to(session, row.conversation_id) == 0
    _write(row, words, run_id=run_id)
    row.state, row.final_at = "final", now
    row.quick_replies = list(words.quick_replies)
    row.provenance = {**row.provenance, "acts": [act.kind for act in plan.acts], "asks": list(plan.asks)}
    thread.changed(session, row)
    outbox.send(session, row, now=now)
    _remember(session, turn, plan, message=row, now=now)
    session.add_all(_kept(row.id, source) for source in words.citations)
    kind = "first_reply" if first else "reply_sent"
    acts = [act.kind for act in plan.acts]
    record(
        session,
        kind,
        at=now,
        lead_id=turn.lead.id,
        conversation_id=row.conversation_id,
        message_id=row.id,
        acts=acts,
        origin=words.origin,
    )
    announce(session, STAFF, "lead", data={"id": str(turn.lead.id), "changed": "replied"})
    return row


def freeze(session: Session, conversation_id: UUID, *, now: datetime) -> None:
    """Make an unfinished reply final with the sentences the prospect has seen, and the sources these name."""
    for row in session.scalars(
        select(Message).where(Message.conversation_id == conversation_id, Message.state == "streaming")
    ):
        row.state, row.final_at = "final", now
        row.citations = [source for source in row.citations if f"[{source['n']}]" in row.text]
        thread.changed(session, row)


def _ours(session: Session, turn: Turn) -> bool:
    owner = session.scalar(
        select(Conversation.owner).where(Conversation.id == turn.conversation.id).with_for_update(key_share=True)
    )
    return owner == "assistant" and answered_up_to(session, turn.conversation.id) < turn.answers_seq


def _unfinished(session: Session, turn: Turn) -> Message | None:
    """Return the reply that an earlier run began for this turn; it answers whatever has come since as well."""
    return session.scalar(
        select(Message)
        .where(Message.conversation_id == turn.conversation.id, Message.kind == "reply", Message.state == "streaming")
        .order_by(Message.seq.desc())
        .limit(1)
    )


def _held(session: Session, message_id: UUID, *, run_id: str) -> Message | None:
    conversation_id = select(Message.conversation_id).where(Message.id == message_id).scalar_subquery()
    # the conversation first, as a take-over does: two orders would be a deadlock
    owner = session.scalar(
        select(Conversation.owner).where(Conversation.id == conversation_id).with_for_update(key_share=True)
    )
    if owner != "assistant":
        return None
    row = session.scalar(
        select(Message).where(Message.id == message_id, Message.state == "streaming").with_for_update(key_share=True)
    )
    return row if row is not None and row.provenance.get("run") == run_id else None


def _write(row: Message, words: Words, *, run_id: str) -> None:
    row.text, row.origin = words.text, words.origin
    row.citations = [_shown(source) for source in words.citations]
    row.provenance = {**words.provenance, "run": run_id}


def _remember(session: Session, turn: Turn, plan: Plan, *, message: Message, now: datetime) -> None:
    session.execute(
        update(Conversation)
        .where(Conversation.id == turn.conversation.id)
        .values(plan=plan.memory.stored(), lang=turn.conversation.lang)
        .execution_options(synchronize_session=False)
    )
    for inbound in turn.inbound:
        cancel(session, turn_key(turn.conversation.id, inbound.seq))
    for slot in plan.asks:
        _mark_asked(session, turn, slot, now=now)
    promises.give(
        session,
        plan,
        lead_id=turn.lead.id,
        conversation_id=turn.conversation.id,
        message_id=message.id,
        now=now,
    )


def _mark_asked(session: Session, turn: Turn, slot: str, *, now: datetime) -> None:
    known: Sequence[str] = session.scalars(
        select(Qualification.slot).where(Qualification.lead_id == turn.lead.id, Qualification.slot == slot)
    ).all()
    if not known:
        session.add(Qualification(id=new_id(), lead_id=turn.lead.id, slot=slot, status="asked", normal={}, at=now))


def _shown(source: Source) -> dict[str, Any]:
    passage = source.passage
    return {"n": source.n, "title": passage.title, "url": passage.url, "lang": passage.lang}


def _kept(message_id: UUID, source: Source) -> Citation:
    passage = source.passage
    return Citation(
        id=new_id(),
        message_id=message_id,
        n=source.n,
        document_id=UUID(passage.document_id),
        file=passage.file,
        title=passage.title,
        url=passage.url,
        lang=passage.lang,
        passage=passage.text[:CUT],
        score=passage.score,
    )
