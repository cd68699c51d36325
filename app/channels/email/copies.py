"""Who stays in copy when we answer: colleagues whom the contact put there, nobody else. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from app.channels.email.outgoing import ADDRESS, MOST_CC
from app.channels.email.shared_domains import is_shared
from app.channels.email.thread import base_address


def colleagues(others: Iterable[str], *, of: str, own: str) -> tuple[str, ...]:
    """Return the first five addresses of the contact's own domain; whoever else was there is left to the rep.

    At a provider's domain there are no colleagues, only other customers.
    """
    contact = of.lower()
    if is_shared(_domain(contact)):
        return ()
    known = dict.fromkeys(other.lower() for other in others if ADDRESS.fullmatch(other))
    return tuple(
        other
        for other in known
        if _domain(other) == _domain(contact) and other != contact and base_address(other) != own
    )[:MOST_CC]


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
