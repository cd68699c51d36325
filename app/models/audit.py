"""Who did what to which row: ids only, each entry chained to the one before by its hash."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Audit(Base):
    __tablename__ = "audit"

    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    action: Mapped[str]
    actor_id: Mapped[UUID | None]
    object_kind: Mapped[str]
    object_id: Mapped[str]
    previous_hash: Mapped[bytes]
    entry_hash: Mapped[bytes]
    at: Mapped[datetime]
