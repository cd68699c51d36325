"""What a document said before, says now, or is to say once somebody approves it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class DocumentVersion(Base):
    """`text` is the body as it was read, in Markdown. Of each document at most one version is live and one a draft."""

    __tablename__ = "document_version"
    __table_args__ = (
        UniqueConstraint("document_id", "number"),
        CheckConstraint("state in ('draft', 'live', 'past')", name="state"),
    )

    id: Mapped[Id]
    document_id: Mapped[UUID] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    number: Mapped[int]
    state: Mapped[str]
    title: Mapped[str]
    lang: Mapped[str]
    front_matter: Mapped[dict[str, Any]] = mapped_column(default=dict)
    text: Mapped[str]
    body_hash: Mapped[str]
    by: Mapped[str | None]
    at: Mapped[datetime]
