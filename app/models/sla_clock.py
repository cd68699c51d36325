"""That promise on one lead, with its due times."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class SlaClock(Base):
    """One per lead and episode; running until `contacted_at` or `closed_at`. `started_at` is t0, the first notice
    sent.
    """

    __tablename__ = "sla_clock"
    __table_args__ = (
        Index(
            "uq_sla_clock_running",
            "lead_id",
            unique=True,
            sqlite_where=text("contacted_at IS NULL AND closed_at IS NULL"),
            postgresql_where=text("contacted_at IS NULL AND closed_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"), index=True)
    band: Mapped[str]
    policy: Mapped[dict[str, Any]] = mapped_column(default=dict)
    started_at: Mapped[datetime | None]
    reassign_due_at: Mapped[datetime | None]
    escalate_due_at: Mapped[datetime | None]
    reassigns: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    contacted_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
