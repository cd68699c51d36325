"""A rep is responsible for a lead from one time to another."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Assignment(Base):
    """`kind` first, reassigned, escalated or taken; `because` explains the choice; the open one (`until` null) is
    unique per lead.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        Index(
            "uq_assignment_open",
            "lead_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
        CheckConstraint("kind in ('first', 'reassigned', 'escalated', 'taken')", name="kind"),
    )

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    because: Mapped[dict[str, Any]] = mapped_column(default=dict)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    ended_by: Mapped[str | None]
    notified_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]
