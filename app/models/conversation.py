"""One thread with one contact."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Conversation(Base):
    """`owner` (assistant, rep, nobody) is part of the update that finishes a reply; `last_seq` numbers every change.

    `plan` is what the planner remembers between turns: asked slots, documents sent. `notice_…` say which AI notice was
    shown before the first message, in which language, when; they outlive the credential. `inbox_id` is the email inbox
    its mails go out from.
    """

    __tablename__ = "conversation"
    __table_args__ = (CheckConstraint("owner in ('assistant', 'rep', 'nobody')", name="owner"),)

    id: Mapped[Id]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"), index=True)
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"))
    inbox_id: Mapped[UUID | None] = mapped_column(ForeignKey("inbox.id"))
    channel: Mapped[str]
    lang: Mapped[str]
    owner: Mapped[str] = mapped_column(default="assistant")
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    last_seq: Mapped[int] = mapped_column(default=0)
    plan: Mapped[dict[str, Any]] = mapped_column(default=dict)
    page: Mapped[dict[str, Any]] = mapped_column(default=dict)
    notice_version: Mapped[str | None]
    notice_lang: Mapped[str | None]
    notice_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
