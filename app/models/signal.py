"""Something observed, not written."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Signal(Base):
    __tablename__ = "signal"
    __table_args__ = (Index("ix_signal_visitor_at", "visitor_id", "at"),)

    id: Mapped[Id]
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("visitor.id"))
    kind: Mapped[str]
    path: Mapped[str]
    title: Mapped[str | None]
    page_group: Mapped[str | None]
    referrer: Mapped[str | None]
    dwell_ms: Mapped[int | None]
    at: Mapped[datetime]
