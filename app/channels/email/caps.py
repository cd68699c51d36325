"""How often the assistant may write by itself: two polite responders must not keep each other busy.

The headers of RFC 3834 alone do not stop a loop when only one side has them; these numbers do. What a person writes by
hand is neither counted nor held.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.channels.email.thread import reply_subject

DAY = timedelta(hours=24)
HOUR = timedelta(hours=1)
PAUSE = timedelta(minutes=10)
BRAKED = timedelta(minutes=5)

PER_ADDRESS_A_DAY = 4
PER_DOMAIN_AN_HOUR = 20
PER_CONVERSATION_AN_HOUR = 12
BRAKE, DOMAIN, SOON, MACHINE = "brake", "domain_cap", "pause", "machine"
WAITS = frozenset((BRAKE, DOMAIN, SOON))  # these mails go out later

# anybody may have typed the address; its domain vouches for it (DMARC); our mail was answered; our signed address was
Trust = Literal["typed", "dmarc", "answered", "token"]


@dataclass(frozen=True, slots=True)
class Sent:
    """One mail of the assistant. Addresses and domains are their look-up keys."""

    at: datetime
    conversation: object
    address: bytes
    domain: bytes
    subject: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a mail may not go out now, and when to ask again; never where `until` is None."""

    reason: str
    until: datetime | None = None


def decide(
    history: Sequence[Sent],
    mail: Sent,
    *,
    trust: Trust,
    machine_like: bool,
    an_hour: int,
    brake: int,
) -> Hold | None:
    """Return why the assistant may not send `mail` at `mail.at`, or None.

    `history` holds what it sent in the last 24 hours to this address, domain or conversation; `an_hour` counts all its
    mails of the last hour. What looks like a machine waits for nothing.
    """
    if an_hour >= brake:
        return Hold(BRAKE, mail.at + BRAKED)
    hold = _hold(history, mail, trust=trust, machine_like=machine_like)
    return Hold(MACHINE) if hold and machine_like else hold


def _hold(history: Sequence[Sent], mail: Sent, *, trust: Trust, machine_like: bool) -> Hold | None:
    same = [sent for sent in _within(history, DAY, mail) if sent.address == mail.address]
    talk = [sent for sent in history if sent.conversation == mail.conversation]
    if trust == "token" and not machine_like:
        full = len(_within(talk, HOUR, mail)) >= PER_CONVERSATION_AN_HOUR
        return Hold("conversation_cap") if full else None
    if len(same) >= (1 if trust == "typed" else PER_ADDRESS_A_DAY):
        return Hold("address_cap")
    if (trust == "dmarc" or machine_like) and any(_bare(sent.subject) == _bare(mail.subject) for sent in same):
        return Hold("same_subject")
    if lately := _within(talk, PAUSE, mail):
        return Hold(SOON, max(sent.at for sent in lately) + PAUSE)
    house = _within((sent for sent in history if sent.domain == mail.domain), HOUR, mail)
    if len(house) >= PER_DOMAIN_AN_HOUR:
        return Hold(DOMAIN, sorted(sent.at for sent in house)[-PER_DOMAIN_AN_HOUR] + HOUR)
    return None


def _bare(subject: str) -> str:
    return reply_subject(unicodedata.normalize("NFKC", subject).casefold())


def _within(history: Iterable[Sent], span: timedelta, mail: Sent) -> list[Sent]:
    return [sent for sent in history if mail.at - sent.at < span]
