"""A telephone call with its result."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Call(Base):
    __tablename__ = "call"

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    result: Mapped[str]
    note: Mapped[str | None]
    client_id: Mapped[str | None] = mapped_column(unique=True)
    at: Mapped[datetime]
