"""Mail and webhook bodies exactly as they came, sealed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Id


class RawMessage(Base):
    __tablename__ = "raw_message"

    id: Mapped[Id]
    source: Mapped[str]
    provider_id: Mapped[str | None]
    body_enc: Mapped[bytes]
    state: Mapped[str]
    reason: Mapped[str | None]
    received_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("source", "provider_id"),)
