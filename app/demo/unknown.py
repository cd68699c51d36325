"""The questions the documents had no answer to, in the prospects' own words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models import Message

OPEN = frozenset({"dont_know", "maybe"})
MOST = 100


@dataclass(frozen=True, slots=True)
class Unknown:
    """One question, and how often it was asked."""

    text: str
    count: int


def unknown_questions(session: Session) -> list[Unknown]:
    """Return what was asked and not answered: most often first, then the newest."""
    question = aliased(Message)
    rows = session.execute(
        select(question.text, Message.provenance)
        .join(
            question,
            (question.conversation_id == Message.conversation_id)
            & (question.seq == Message.answers_seq)
            & (question.direction == "inbound"),
        )
        .where(Message.kind == "reply", Message.state == "final")
        .order_by(Message.at.desc())
    )
    asked = Counter(" ".join(text.split()) for text, made in rows if OPEN.intersection(made.get("acts", ())))
    return [Unknown(text, count) for text, count in asked.most_common(MOST)]
