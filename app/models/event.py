"""Append-only facts, written in the transaction that made them true."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Event(Base):
    """The board and the waterfall are computed from these; state is never rebuilt from them. `data` holds no contact
    data.
    """

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_kind_at", "kind", "at"), Index("ix_event_lead_at", "lead_id", "at"))

    id: Mapped[Id]
    kind: Mapped[str]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("lead.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversation.id"))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
