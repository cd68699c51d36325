"""A question of a prospect that no document answered."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class MissingQuestion(Base):
    """One turn asks one question at most. `document_id` is what was written to answer it."""

    __tablename__ = "missing_question"
    __table_args__ = (
        UniqueConstraint("message_id"),
        CheckConstraint("verdict in ('maybe', 'unknown')", name="verdict"),
        CheckConstraint("state in ('open', 'answered', 'dismissed')", name="state"),
    )

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"), index=True)
    message_id: Mapped[UUID] = mapped_column(ForeignKey("message.id"))
    text: Mapped[str]
    lang: Mapped[str]
    verdict: Mapped[str]
    state: Mapped[str] = mapped_column(default="open", index=True)
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id", ondelete="SET NULL"))
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    at: Mapped[datetime]
