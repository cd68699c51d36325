"""A reply is one message row, `streaming` then `final`; every step holds only while the assistant owns the
conversation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, exists, select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce, conversation_topic
from app.conversation import outbox, promises
from app.conversation.memory import Memory
from app.conversation.plan import Plan
from app.conversation.store import ANSWERED, Turn
from app.core.ids import new_id
from app.core.rows import put
from app.jobs.port import cancel
from app.knowledge import missing as missing_questions
from app.leads import thread
from app.leads.beginning import CONTINUED, WANTS
from app.leads.events import record
from app.leads.intake import turn_key
from app.models import Citation, Contact, Conversation, Lead, Message, Qualification
from app.retrieval.passages import Citation as Source

CUT = 1200  # characters of a cited passage that are kept with the answer


@dataclass(frozen=True, slots=True)
class Words:
    """The finished words of a reply and where they came from (`origin` ai or template).

    `question` is what the prospect asked, without contact data: it stays open if a sentence about it was blocked.
    """

    text: str
    origin: str
    citations: tuple[Source, ...] = ()
    quick_replies: tuple[dict[str, str], ...] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)
    question: str = ""


class Overtaken(Exception):
    """What the turn was planned on is no longer so: another conversation of the lead, or another node, was faster."""


def begin(session: Session, turn: Turn, plan: Plan, *, words: Words, run_id: str, now: datetime) -> UUID | None:
    """Open the reply row with its first words and their sources; None if it is not ours to say any more.

    After a crash the row of the same turn is taken over: same id, new words, `message.replaced`. `Overtaken` as below.
    """
    if standing(session, turn, plan) is None:
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
    """Make the reply final, remember the plan and take down the safety net; None if a person took over meanwhile.

    A reply of which nothing was shown yet is stored whole, in one step. `Overtaken` if it was planned on what is no
    longer so, and nobody has read any of it.
    """
    first = turn.memory.replies == 0
    if message_id is None:
        row = _whole(session, turn, plan, words=words, run_id=run_id, now=now)
    else:
        row = _completed(session, turn, plan, words=words, run_id=run_id, message_id=message_id, now=now)
    if row is None:
        return None
    outbox.send(session, row, now=now)
    _remember(session, turn, plan, message=row, now=now)
    record(
        session,
        "first_reply" if first else "reply_sent",
        at=now,
        lead_id=turn.lead.id,
        conversation_id=row.conversation_id,
        message_id=row.id,
        acts=[act.kind for act in plan.acts],
        origin=words.origin,
    )
    _note_blocked(session, turn, row, words=words, now=now)
    put(session, *(_kept(row.id, source) for source in words.citations))
    announce(session, STAFF, "lead", data={"id": str(turn.lead.id), "changed": "replied"})
    return row


def _whole(session: Session, turn: Turn, plan: Plan, *, words: Words, run_id: str, now: datetime) -> Message | None:
    """Store the reply with all its words; one that an earlier run began is taken over and completed."""
    stands = standing(session, turn, plan)
    if stands is None:
        return None
    if stands.unfinished is not None:
        message_id = begin(session, turn, plan, words=words, run_id=run_id, now=now)
        if message_id is None:
            return None
        return _completed(session, turn, plan, words=words, run_id=run_id, message_id=message_id, now=now)
    row = thread.new_message(turn.conversation, author="assistant", kind="reply", answers_seq=turn.answers_seq, now=now)
    _write(row, words, run_id=run_id)
    _finish(row, plan, words=words, now=now)
    seq = thread.next_seq(session, row.conversation_id, **remembered(turn, plan, stands))
    return thread.place(session, row, seq=seq)


def _completed(
    session: Session, turn: Turn, plan: Plan, *, words: Words, run_id: str, message_id: UUID, now: datetime
) -> Message | None:
    """Give the reply that is shown its last words; of a mail nothing has been shown."""
    row = _held(session, message_id, run_id=run_id)
    if row is None:
        return None
    stands = _stands(session, turn.conversation.id)
    if turn.channel == "email" and _is_overtaken(turn, plan, stands):
        raise Overtaken
    _write(row, words, run_id=run_id)
    _finish(row, plan, words=words, now=now)
    thread.changed(session, row, **remembered(turn, plan, stands))
    return row


def _finish(row: Message, plan: Plan, *, words: Words, now: datetime) -> None:
    row.state, row.final_at = "final", now
    row.quick_replies = list(words.quick_replies)
    made = {"acts": [act.kind for act in plan.acts], "asks": list(plan.asks), "reason": plan.reason}
    row.provenance = {**row.provenance, **made}


def freeze(session: Session, conversation_id: UUID, *, now: datetime) -> None:
    """Make an unfinished reply final with the sentences the prospect has seen, and the sources these name."""
    for row in session.scalars(
        select(Message).where(Message.conversation_id == conversation_id, Message.state == "streaming")
    ):
        row.state, row.final_at = "final", now
        row.citations = [source for source in row.citations if f"[{source['n']}]" in row.text]
        thread.changed(session, row)


class Standing(NamedTuple):
    """A conversation as it is stored now; `unfinished` is the reply an earlier run began."""

    owner: str
    plan: Mapping[str, Any]
    opted_out: bool
    by_assistant: int | None
    by_person: int | None
    unfinished: UUID | None

    @property
    def done(self) -> int:
        return max(self.by_assistant or 0, self.by_person or 0)


def standing(session: Session, turn: Turn, plan: Plan) -> Standing | None:
    """Return where the conversation stands; None if it is not ours to answer, or the turn has been answered.

    `Overtaken` if it was planned on what is no longer so.
    """
    now = _stands(session, turn.conversation.id)
    if now.owner != "assistant" or now.done >= turn.answers_seq:
        return None
    if now.done != turn.done or _is_overtaken(turn, plan, now):
        raise Overtaken
    return now


def _is_overtaken(turn: Turn, plan: Plan, now: Standing) -> bool:
    """Say whether the conversation has learned of more than buying acts since the turn was loaded, or an opt-out."""
    unheard = now.opted_out and "messages" not in plan.memory.refused
    return unheard or {**now.plan, "acts": []} != {**turn.plan, "acts": []}


def remembered(turn: Turn, plan: Plan, now: Standing) -> dict[str, Any]:
    """Return the columns of the conversation after the turn; what others have added meanwhile stays."""
    memory, there = plan.memory, Memory.read(now.plan)
    if _is_overtaken(turn, plan, now):
        memory = memory.joined(there)
    acts = tuple(dict.fromkeys((*there.acts, *memory.acts)))
    return {"plan": replace(memory, acts=acts).stored(), "lang": turn.conversation.lang}


def _stands(session: Session, conversation_id: UUID) -> Standing:
    """Return the conversation, and make others who answer in it wait."""
    return Standing(*session.execute(_STANDS, {"conversation_id": conversation_id}).one())


_STANDS = (
    select(
        Conversation.owner,
        Conversation.plan,
        exists().where(Contact.id == Conversation.contact_id, Contact.opted_out_at.is_not(None)),
        *ANSWERED,
        select(Message.id)
        .where(
            Message.conversation_id == bindparam("conversation_id", type_=Uuid),
            Message.kind == "reply",
            Message.state == "streaming",
        )
        .limit(1)
        .scalar_subquery(),
    )
    .where(Conversation.id == bindparam("conversation_id", type_=Uuid))
    .with_for_update(key_share=True, of=Conversation)
)


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


def share_memory(session: Session, turn: Turn) -> None:
    """Let the other conversations of the lead know what this one remembers: a no in a mail holds in the chat too."""
    if not session.get_one(Lead, turn.lead.id).facts.get(CONTINUED):  # it may have become so since the turn was loaded
        return
    plan = session.scalars(select(Conversation.plan).where(Conversation.id == turn.conversation.id)).one()
    others = select(Conversation.id, Conversation.plan).where(
        Conversation.lead_id == turn.lead.id, Conversation.id != turn.conversation.id
    )
    for other_id, before in session.execute(others).all():
        chosen = {name: before[name] for name in (WANTS,) if name in before}  # in a form that is not answered yet
        session.execute(
            update(Conversation)
            .where(Conversation.id == other_id)
            .values(plan={**plan, **chosen})
            .execution_options(synchronize_session=False)
        )


def _remember(session: Session, turn: Turn, plan: Plan, *, message: Message, now: datetime) -> None:
    share_memory(session, turn)
    for inbound in turn.inbound:
        cancel(session, turn_key(turn.conversation.id, inbound.seq))
    _mark_asked(session, turn, plan.asks, now=now)
    promises.give(
        session,
        plan,
        lead_id=turn.lead.id,
        conversation_id=turn.conversation.id,
        message_id=message.id,
        now=now,
    )


def _mark_asked(session: Session, turn: Turn, asks: Sequence[str], *, now: datetime) -> None:
    if not asks:
        return
    known = set(session.scalars(_SLOTS, {"lead_id": turn.lead.id}))
    asked = (slot for slot in asks if slot not in known)
    cells = (
        Qualification(id=new_id(), lead_id=turn.lead.id, slot=slot, status="asked", normal={}, at=now) for slot in asked
    )
    put(session, *cells)


_SLOTS = select(Qualification.slot).where(Qualification.lead_id == bindparam("lead_id", type_=Uuid))


def _note_blocked(session: Session, turn: Turn, row: Message, *, words: Words, now: datetime) -> None:
    """Tell the history which rule stopped the model, and whoever writes the documents what it could not answer."""
    blocks = words.provenance.get("blocks", ())
    for block in blocks:
        record(
            session,
            "sentence_blocked",
            at=now,
            lead_id=turn.lead.id,
            conversation_id=row.conversation_id,
            message_id=row.id,
            rule=block["rule"],
        )
    if words.question and any(block["question"] for block in blocks):
        missing_questions.note(
            session,
            message_id=turn.inbound[-1].id,
            lead_id=turn.lead.id,
            text=words.question,
            lang="en" if turn.conversation.lang == "en" else "ja",
            verdict="unknown",
            now=now,
        )


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
