"""How often the assistant may write by itself: two polite responders must not keep each other busy.

The headers of RFC 3834 alone do not stop a loop when only one side has them; these numbers do. What a person writes by
hand is neither counted nor held.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.channels.email.thread import reply_subject

DAY = timedelta(hours=24)
HOUR = timedelta(hours=1)
PAUSE = timedelta(minutes=10)

PER_ADDRESS_A_DAY = 4
PER_DOMAIN_AN_HOUR = 20
PER_CONVERSATION_AN_HOUR = 12


@dataclass(frozen=True, slots=True)
class Sent:
    """One mail of the assistant. Addresses and domains are their look-up keys."""

    at: datetime
    conversation: object
    address: bytes
    domain: bytes
    subject: str


def decide(
    history: Sequence[Sent],
    mail: Sent,
    *,
    verified: bool,
    machine_like: bool,
    an_hour: int,
    brake: int,
) -> str | None:
    """Return why the assistant may not send `mail` at `mail.at`, or None.

    `history` holds what it sent in the last 24 hours to this address, domain or conversation; `an_hour` counts all its
    mails of the last hour. An address nobody has shown to be theirs gets one mail a day.
    """
    if an_hour >= brake:
        return "brake"
    same = [sent for sent in _within(history, DAY, mail) if sent.address == mail.address]
    if not verified and same:
        return "address_cap"
    talk = [sent for sent in history if sent.conversation == mail.conversation]
    if verified and not machine_like:
        return "conversation_cap" if _count(talk, HOUR, mail) >= PER_CONVERSATION_AN_HOUR else None
    if _count(talk, PAUSE, mail):
        return "conversation_cap"
    if len(same) >= PER_ADDRESS_A_DAY:
        return "address_cap"
    if _count((sent for sent in history if sent.domain == mail.domain), HOUR, mail) >= PER_DOMAIN_AN_HOUR:
        return "domain_cap"
    if any(_bare(sent.subject) == _bare(mail.subject) for sent in same):
        return "same_subject"
    return None


def _bare(subject: str) -> str:
    return reply_subject(unicodedata.normalize("NFKC", subject).casefold())


def _within(history: Iterable[Sent], span: timedelta, mail: Sent) -> list[Sent]:
    return [sent for sent in history if mail.at - sent.at < span]


def _count(history: Iterable[Sent], span: timedelta, mail: Sent) -> int:
    return len(_within(history, span, mail))
