"""Someone who works here: rep, manager or admin."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Person(Base):
    """`email_enc` is sealed and found by `email_hmac`; `turn_at` is when the person last got a lead (round robin)."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("role in ('rep', 'manager', 'admin')", name="role"),)

    id: Mapped[Id]
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    role: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str | None]
    reading: Mapped[str | None]
    lang: Mapped[str]
    langs: Mapped[list[Any]] = mapped_column(default=list)
    email_enc: Mapped[bytes | None]
    email_hmac: Mapped[bytes | None] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    on_duty: Mapped[bool] = mapped_column(default=True)
    away_until: Mapped[datetime | None]
    misses: Mapped[int] = mapped_column(default=0)
    capacity: Mapped[int] = mapped_column(default=8)
    last_seen_at: Mapped[datetime | None]
    turn_at: Mapped[datetime | None]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
