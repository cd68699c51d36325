"""An address nothing may be sent to; only its look-up key is kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Id


class Suppression(Base):
    __tablename__ = "suppression"
    __table_args__ = (UniqueConstraint("kind", "value_hmac"),)

    id: Mapped[Id]
    kind: Mapped[str]
    value_hmac: Mapped[bytes]
    reason: Mapped[str]
    at: Mapped[datetime]
