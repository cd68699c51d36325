"""A credential somebody holds: a signed-in person, a visitor's conversation, or a one-time link."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class CredentialSession(Base):
    """Only the hash of the token is stored. `kind`: person, conversation or link; a link is used once (`used_at`)."""

    __tablename__ = "session"
    __table_args__ = (CheckConstraint("kind in ('person', 'conversation', 'link')", name="kind"),)

    id: Mapped[Id]
    kind: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"))
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    lang: Mapped[str | None]
    page: Mapped[dict[str, Any]] = mapped_column(default=dict)
    notice_version: Mapped[str | None]
    notice_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
