"""A file that came or went with a message."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Attachment(Base):
    __tablename__ = "attachment"

    id: Mapped[Id]
    message_id: Mapped[UUID] = mapped_column(ForeignKey("message.id"), index=True)
    filename: Mapped[str]
    content_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[bytes]
    body_enc: Mapped[bytes]
