"""What we want to know about a lead, slot by slot."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Qualification(Base):
    """One row per lead and slot, in its present state; the history is in the events. `quote` is verbatim from
    `message_id`.
    """

    __tablename__ = "qualification"
    __table_args__ = (
        UniqueConstraint("lead_id", "slot"),
        CheckConstraint("status in ('unknown', 'asked', 'known', 'declined', 'corrected')", name="status"),
    )

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    slot: Mapped[str]
    status: Mapped[str]
    value: Mapped[str | None]
    normal: Mapped[dict[str, Any]] = mapped_column(default=dict)
    quote: Mapped[str | None]
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    at: Mapped[datetime]
