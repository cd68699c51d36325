"""A time, document or answer told to a prospect, with its clock."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Promise(Base):
    __tablename__ = "promise"

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"), index=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    kind: Mapped[str]
    told: Mapped[str]
    due_at: Mapped[datetime | None]
    kept_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]
    apologised_at: Mapped[datetime | None]
    lapsed_at: Mapped[datetime | None]
    at: Mapped[datetime]
