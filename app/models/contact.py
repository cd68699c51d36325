"""A person who wrote to us, and the addresses they can be reached at."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Contact(Base):
    """Name and reading are sealed; the company stays searchable. `phone_ok` is false after 電話不要."""

    __tablename__ = "contact"

    id: Mapped[Id]
    lang: Mapped[str]
    name_enc: Mapped[bytes | None]
    reading_enc: Mapped[bytes | None]
    company_name: Mapped[str | None]
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("company.id"))
    role: Mapped[str | None]
    team_size: Mapped[int | None]
    phone_ok: Mapped[bool] = mapped_column(default=True)
    call_from: Mapped[str | None]
    call_until: Mapped[str | None]
    opted_out_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class ContactPoint(Base):
    """An e-mail address or telephone number (E.164); anyone may type any address, so only a verified one is unique."""

    __tablename__ = "contact_point"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "value_hmac"),
        Index(
            "uq_contact_point_verified",
            "kind",
            "value_hmac",
            unique=True,
            sqlite_where=text("verified_at IS NOT NULL"),
            postgresql_where=text("verified_at IS NOT NULL"),
        ),
        Index("ix_contact_point_value", "kind", "value_hmac"),
    )

    id: Mapped[Id]
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[str]
    value_enc: Mapped[bytes]
    value_hmac: Mapped[bytes]
    verified_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
