"""Where documents come from by themselves: a watched folder, a page of the company's own site."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id, Json


class KnowledgeSource(Base):
    """`failures` are the files that could not be taken in when it was last read: [{file, code, message}]."""

    __tablename__ = "knowledge_source"
    __table_args__ = (CheckConstraint("kind in ('folder', 'url')", name="kind"),)

    id: Mapped[Id]
    kind: Mapped[str]
    location: Mapped[str] = mapped_column(unique=True)
    failures: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    checked_at: Mapped[datetime | None]
    at: Mapped[datetime]
