"""When a team or a person works."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Schedule(Base):
    """One interval of a weekday (0 = Monday), or of one `day`; `closed` marks a day off. `end` 24:00 is stored as
    00:00.
    """

    __tablename__ = "schedule"

    id: Mapped[Id]
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    weekday: Mapped[int | None]
    day: Mapped[date | None]
    start: Mapped[time | None]
    end: Mapped[time | None]
    closed: Mapped[bool] = mapped_column(default=False)
