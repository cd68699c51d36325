"""Mail and webhook bodies exactly as they came, sealed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class RawMessage(Base):
    """Stored before anything reads it. `source` and `provider_id` make it unique: the same mail or form comes once.

    `envelope_enc` is sealed JSON `{"from": …, "to": […]}`; `reason` is a code for what was refused or not readable.
    """

    __tablename__ = "raw_message"
    __table_args__ = (
        UniqueConstraint("source", "provider_id"),
        CheckConstraint("state in ('received', 'accepted', 'refused', 'quarantined', 'sent')", name="state"),
    )

    id: Mapped[Id]
    source: Mapped[str]
    provider_id: Mapped[str | None]
    inbox_id: Mapped[UUID | None] = mapped_column(ForeignKey("inbox.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    envelope_enc: Mapped[bytes | None]
    body_enc: Mapped[bytes]
    state: Mapped[str]
    reason: Mapped[str | None]
    received_at: Mapped[datetime]
