"""What was said, by whom, in what state."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Message(Base):
    """`seq` is the order, `changed_seq` the replay key.

    A reply is one row `streaming` → `final`. `answers_seq` is the last inbound `seq` it answers, unique per kind, so a
    turn cannot be answered twice.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        UniqueConstraint("conversation_id", "client_id"),
        Index("ix_message_replay", "conversation_id", "changed_seq"),
        Index(
            "uq_message_reply",
            "conversation_id",
            "answers_seq",
            "kind",
            unique=True,
            sqlite_where=text("answers_seq IS NOT NULL"),
            postgresql_where=text("answers_seq IS NOT NULL"),
        ),
        CheckConstraint("direction in ('inbound', 'outbound')", name="direction"),
        CheckConstraint("author in ('contact', 'assistant', 'rep', 'system')", name="author"),
        CheckConstraint("state in ('streaming', 'final')", name="state"),
        CheckConstraint("kind in ('message', 'opener', 'reply', 'handoff', 'note')", name="kind"),
    )

    id: Mapped[Id]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"))
    seq: Mapped[int]
    changed_seq: Mapped[int]
    channel: Mapped[str]
    direction: Mapped[str]
    author: Mapped[str]
    origin: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    text: Mapped[str]
    lang: Mapped[str | None]
    client_id: Mapped[str | None]
    answers_seq: Mapped[int | None]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    citations: Mapped[list[Any]] = mapped_column(default=list)
    quick_replies: Mapped[list[Any]] = mapped_column(default=list)
    provenance: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
    final_at: Mapped[datetime | None]
