"""What an outgoing mail is made of, and what a way to send it promises."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Literal, Protocol

from app.jobs.effects import NotSentError

Origin = Literal["ai", "template", "human"]


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One mail to one contact; `cc` are colleagues the contact put there.

    `auto` says that nobody wrote it by hand: as the answer to a mail, or after a form (RFC 3834 §5). `unsubscribe` is
    the https address of RFC 8058. Ids have their brackets.
    """

    message_id: str
    from_name: str
    from_address: str
    reply_to: str
    to: str
    subject: str
    text: str
    html: str
    envelope_from: str
    date: datetime
    lang: str
    origin: Origin
    auto: Literal["auto-replied", "auto-generated"] | None = None
    cc: tuple[str, ...] = ()
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    unsubscribe: str | None = None


class Refused(NotSentError):
    """The other side will not take the mail, now or later (5xx); `text` is what it said."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text


class Deferred(NotSentError):
    """Nothing has been delivered and a later try may work; `reason` is a code for people (`smtp_451`, `timeout`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NobodyKnows(Exception):
    """The connection ended after the last byte of the mail and before the other side's answer to it."""


HandOver = Callable[[EmailMessage], Awaitable[str]]


class Transport(Protocol):
    """One way out of the house."""

    longest: timedelta  # no hand-over lasts longer

    def ready(self, *, sender: str, recipients: Sequence[str]) -> AbstractAsyncContextManager[HandOver]:
        """Go as far as the other side is ready to take a mail, and yield what hands it over and returns the receipt.

        The first recipient has to be taken. Entering raises `Refused` and `Deferred`; the hand-over also
        `NobodyKnows`.
        """
        ...

    async def arrived(self, message_id: str) -> bool | None:
        """Say whether a mail arrived whose hand-over ended unseen; None if nobody can tell."""
        ...
