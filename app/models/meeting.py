"""A booked appointment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Meeting(Base):
    __tablename__ = "meeting"

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    state: Mapped[str]
    created_at: Mapped[datetime]
