"""The mail that a message came in or went out as."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, false
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Mail(Base):
    """`rfc_id` is the Message-ID with its brackets, `parents` those it names (RFC 5322 §3.6.4), at most 20.

    `peer_hmac` and `domain_hmac` find the mails to or from an address and a domain. `verified`: the sender has shown
    that the address is theirs, `by_token`: with an address of ours that only they were sent, not by DMARC alone.
    """

    __tablename__ = "mail"
    __table_args__ = (
        CheckConstraint("direction in ('inbound', 'outbound')", name="direction"),
        Index("ix_mail_peer", "peer_hmac", "at"),
        Index("ix_mail_domain", "domain_hmac", "at"),
    )

    id: Mapped[Id]
    message_id: Mapped[UUID] = mapped_column(ForeignKey("message.id"), unique=True)
    direction: Mapped[str]
    rfc_id: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str]
    parents: Mapped[list[Any]] = mapped_column(default=list)
    peer_hmac: Mapped[bytes]
    domain_hmac: Mapped[bytes]
    verified: Mapped[bool] = mapped_column(default=False)
    by_token: Mapped[bool] = mapped_column(default=False, server_default=false())
    raw_id: Mapped[UUID | None] = mapped_column(ForeignKey("raw_message.id"))
    at: Mapped[datetime]
