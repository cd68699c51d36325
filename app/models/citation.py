"""Which answer used which passage."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Citation(Base):
    """The passage's words are kept as they were when cited; the document may change later."""

    __tablename__ = "citation"
    __table_args__ = (UniqueConstraint("message_id", "n"),)

    id: Mapped[Id]
    message_id: Mapped[UUID] = mapped_column(ForeignKey("message.id"))
    n: Mapped[int]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id", ondelete="SET NULL"), index=True)
    file: Mapped[str]
    title: Mapped[str]
    url: Mapped[str | None]
    lang: Mapped[str]
    passage: Mapped[str]
    score: Mapped[float]
