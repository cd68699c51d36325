"""A document of the company's knowledge, in its present version."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Document(Base):
    """`file` is the path below the folder it was added from, or its URL; `status` is draft, approved or withdrawn.

    `version` counts from 1. `revision` grows with every change of any document, which the indexes follow; it is the
    second of the change where it can be, so that none means two things after a backup is restored.
    """

    __tablename__ = "document"

    id: Mapped[Id]
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("knowledge_source.id"), index=True)
    file: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    lang: Mapped[str]
    kind: Mapped[str]
    url: Mapped[str | None]
    front_matter: Mapped[dict[str, Any]] = mapped_column(default=dict)
    body_hash: Mapped[str]
    status: Mapped[str]
    approved_by: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)
    revision: Mapped[int] = mapped_column(index=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
