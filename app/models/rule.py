"""An ordered rule of assignment or behaviour."""

from __future__ import annotations

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Rule(Base):
    __tablename__ = "rule"
    __table_args__ = (UniqueConstraint("kind", "position"),)

    id: Mapped[Id]
    kind: Mapped[str]
    position: Mapped[int]
    name: Mapped[str]
    when: Mapped[dict[str, Any]] = mapped_column("conditions", default=dict)
    then: Mapped[dict[str, Any]] = mapped_column("action", default=dict)
    active: Mapped[bool] = mapped_column(default=True)
