"""A turn that ends without a word: what was written counts as answered, and nothing is sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation.plan import Plan
from app.conversation.reply import freeze, remembered, share_memory, standing
from app.conversation.store import Turn
from app.jobs.port import cancel
from app.leads.events import record
from app.leads.intake import turn_key
from app.models import Conversation, Message


def note_heard(session: Session, turn: Turn) -> None:
    """End a turn without an answer of ours: its last message answers itself, and its safety nets come down."""
    last = turn.inbound[-1]
    session.execute(update(Message).where(Message.id == last.id).values(answers_seq=last.seq))
    for inbound in turn.inbound:
        cancel(session, turn_key(turn.conversation.id, inbound.seq))


def settle(session: Session, turn: Turn, plan: Plan, *, now: datetime) -> bool:
    """End the turn in silence and remember the plan; False if a person took over meanwhile, or it was answered.

    The last message of the turn answers itself, so that the next turn begins after it. Promises stand as they are; of a
    reply that an earlier run began, what was shown stays.
    """
    stands = standing(session, turn, plan)
    if stands is None:
        return False
    if turn.channel == "email":
        session.execute(delete(Message).where(Message.id == stands.unfinished))
    elif stands.unfinished is not None:
        freeze(session, turn.conversation.id, now=now)
    note_heard(session, turn)
    session.execute(
        update(Conversation)
        .where(Conversation.id == turn.conversation.id)
        .values(**remembered(turn, plan, stands))
        .execution_options(synchronize_session=False)
    )
    share_memory(session, turn)
    record(
        session,
        "turn_settled",
        at=now,
        lead_id=turn.lead.id,
        conversation_id=turn.conversation.id,
        message_id=turn.inbound[-1].id,
        reason=plan.reason,
    )
    announce(session, STAFF, "lead", data={"id": str(turn.lead.id), "changed": "settled"})
    return True
