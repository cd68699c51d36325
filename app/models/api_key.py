"""A key for programs; only its hash is stored."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class ApiKey(Base):
    __tablename__ = "api_key"

    id: Mapped[Id]
    name: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    role: Mapped[str]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
