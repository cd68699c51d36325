"""A contact's buying interest."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Lead(Base):
    """`band` and `score` follow the priority rule; `reasons` explain every point. `owner_id` is the rep responsible
    now.
    """

    __tablename__ = "lead"
    __table_args__ = (
        CheckConstraint("band in ('hot', 'warm', 'cold')", name="band"),
        CheckConstraint("status in ('new', 'working', 'closed')", name="status"),
        Index("ix_lead_status_activity", "status", "activity_at"),
    )

    id: Mapped[Id]
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"))
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("visitor.id"))
    source: Mapped[str]
    lang: Mapped[str]
    kind: Mapped[str] = mapped_column(default="prospect")
    band: Mapped[str] = mapped_column(default="cold")
    score: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    status: Mapped[str] = mapped_column(default="new")
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    submitted_at: Mapped[datetime]
    received_at: Mapped[datetime]
    activity_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
