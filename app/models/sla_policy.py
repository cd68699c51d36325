"""The promise of speed, per team and band."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class SlaPolicy(Base):
    """Counted from the first notice (t0). `reassign_after` null: never; `max_reassigns` then the manager."""

    __tablename__ = "sla_policy"
    __table_args__ = (UniqueConstraint("team_id", "band"),)

    id: Mapped[Id]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    band: Mapped[str]
    reassign_after: Mapped[timedelta | None]
    escalate_after: Mapped[timedelta | None]
    max_reassigns: Mapped[int] = mapped_column(default=2)
    business_hours_only: Mapped[bool] = mapped_column(default=True)
