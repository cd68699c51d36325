"""A turn that ends without a word: what was written counts as answered, and nothing is sent."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation.plan import Plan
from app.conversation.reply import share_memory
from app.conversation.store import Turn, answered_up_to
from app.jobs.port import cancel
from app.leads.events import record
from app.leads.intake import turn_key
from app.models import Conversation, Message


def settle(session: Session, turn: Turn, plan: Plan, *, now: datetime) -> bool:
    """End the turn in silence and remember the plan; False if a person took over meanwhile, or it was answered.

    The last message of the turn answers itself, so that the next turn begins after it. Promises stand as they are.
    """
    conversation_id = turn.conversation.id
    if not _ours(session, conversation_id) or answered_up_to(session, conversation_id) >= turn.answers_seq:
        return False
    last = turn.inbound[-1]
    session.execute(update(Message).where(Message.id == last.id).values(answers_seq=last.seq))
    session.execute(
        update(Conversation)
        .where(Conversation.id == conversation_id)
        .values(plan=plan.memory.stored(), lang=turn.conversation.lang)
        .execution_options(synchronize_session=False)
    )
    share_memory(session, turn, plan)
    for inbound in turn.inbound:
        cancel(session, turn_key(conversation_id, inbound.seq))
    record(
        session,
        "turn_settled",
        at=now,
        lead_id=turn.lead.id,
        conversation_id=conversation_id,
        message_id=last.id,
        reason=plan.reason,
    )
    announce(session, STAFF, "lead", data={"id": str(turn.lead.id), "changed": "settled"})
    return True


def _ours(session: Session, conversation_id: UUID) -> bool:
    owner = select(Conversation.owner).where(Conversation.id == conversation_id).with_for_update(key_share=True)
    return session.scalar(owner) == "assistant"
