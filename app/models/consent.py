"""What somebody agreed to or refused, in which words, when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Consent(Base):
    __tablename__ = "consent"

    id: Mapped[Id]
    kind: Mapped[str]
    granted: Mapped[bool]
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"), index=True)
    version: Mapped[str]
    lang: Mapped[str]
    path: Mapped[str | None]
    at: Mapped[datetime]
