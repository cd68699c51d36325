"""A customer web site that carries the widget."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Site(Base):
    """`key` is public (`pk_…`); `origins` is the exact list of origins that may call; `page_groups` maps a group to
    path prefixes.
    """

    __tablename__ = "site"

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    company: Mapped[dict[str, Any]] = mapped_column(default=dict)
    lang: Mapped[str]
    origins: Mapped[list[Any]] = mapped_column(default=list)
    page_groups: Mapped[dict[str, Any]] = mapped_column(default=dict)
    inbox_id: Mapped[UUID] = mapped_column(ForeignKey("inbox.id"))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
