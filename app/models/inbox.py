"""One configured channel with its language and team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Inbox(Base):
    """`key` is the public name of a form (`fk_…`), `address` our own mail address in lower case.

    A webform's settings name the email inbox that answers (`mail_inbox`), the page to go to (`thanks_url`) and the
    pages that may post (`origins`); an email inbox's say who writes (`name` per language).
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("uq_inbox_key", "key", unique=True),
        Index("uq_inbox_address", "address", unique=True),
    )

    id: Mapped[Id]
    channel: Mapped[str]
    name: Mapped[str]
    lang: Mapped[str]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    key: Mapped[str | None]
    address: Mapped[str | None]
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id", use_alter=True))
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    active: Mapped[bool] = mapped_column(default=True)
