"""A passage of a document, as it is searched and cited."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Chunk(Base):
    __tablename__ = "chunk"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: Mapped[Id]
    document_id: Mapped[UUID] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    position: Mapped[int]
    heading: Mapped[str | None]
    text: Mapped[str]
    lang: Mapped[str]
