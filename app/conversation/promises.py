"""What the assistant told a prospect that a person would do, and when a person has done it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.conversation.plan import Plan
from app.core.ids import new_id
from app.models import Promise

BY_A_PERSON = frozenset({"dont_know", "handoff", "complaint", "support", "quote", "meeting", "no_discount", "waiting"})


def give(
    session: Session, plan: Plan, *, lead_id: UUID, conversation_id: UUID, message_id: UUID, now: datetime
) -> None:
    """Store what this reply promised; `told` is the act that said it."""
    session.add_all(
        Promise(
            id=new_id(),
            lead_id=lead_id,
            conversation_id=conversation_id,
            message_id=message_id,
            kind="answer",
            told=act.kind,
            at=now,
        )
        for act in plan.acts
        if act.kind in BY_A_PERSON
    )


def keep(session: Session, lead_id: UUID, *, now: datetime) -> None:
    """Take the open promises of a lead as kept: a person has answered the prospect."""
    session.execute(update(Promise).where(Promise.lead_id == lead_id, Promise.kept_at.is_(None)).values(kept_at=now))
