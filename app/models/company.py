"""A company we know: customer, partner, competitor or prospect."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Company(Base):
    __tablename__ = "company"

    id: Mapped[Id]
    name: Mapped[str]
    domain: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
