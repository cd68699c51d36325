"""A browser before it is a contact, known only with consent."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Visitor(Base):
    """`behaviour_hash` is the hash of the site and the id the browser made after consent; never a credential."""

    __tablename__ = "visitor"

    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("site.id"))
    behaviour_hash: Mapped[bytes] = mapped_column(unique=True)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"), index=True)
    first_seen_at: Mapped[datetime]
    seen_at: Mapped[datetime]
