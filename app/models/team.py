"""A team of people with its time zone and holidays."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from app.models.base import Base, Id


class Team(Base):
    """`country` chooses the national holidays (ISO 3166-1 alpha-2; null: none); `timezone` is an IANA name."""

    __tablename__ = "team"

    id: Mapped[Id]
    name: Mapped[str]
    timezone: Mapped[str]
    country: Mapped[str | None]
