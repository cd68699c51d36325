"""One configured channel with its language and team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Inbox(Base):
    __tablename__ = "inbox"

    id: Mapped[Id]
    channel: Mapped[str]
    name: Mapped[str]
    lang: Mapped[str]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    active: Mapped[bool] = mapped_column(default=True)
