"""One attempt to bring something to somebody, and how it ended."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Delivery(Base):
    """`channel` is a channel or notifier; `kind` what was delivered (reply, notice …); `state` queued, held, sent,
    failed or unknown; `detail` the code of why.
    """

    __tablename__ = "delivery"
    __table_args__ = (Index("ix_delivery_lead", "lead_id", "at"),)

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    assignment_id: Mapped[UUID | None] = mapped_column(ForeignKey("assignment.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    detail: Mapped[str | None]
    seen_at: Mapped[datetime | None]
    at: Mapped[datetime]
