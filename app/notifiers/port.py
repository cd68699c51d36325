"""What a notifier is handed, and what it promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.bus.port import Bus


@dataclass(frozen=True, slots=True)
class Notice:
    """The short form of a lead for one person, worded in their language. `key` is the same for the same news;
    `assignment_id` is None for news that concern more people than the one responsible.
    """

    key: str
    assignment_id: UUID | None
    lead_id: UUID
    person_id: UUID
    kind: str
    band: str
    title: str
    text: str
    path: str


class Notifier(Protocol):
    """One way to tell a rep. `name` is stored with every delivery and never changes once released."""

    name: str

    async def notify(self, notice: Notice) -> str | None:
        """Send and return the provider's id, if there is one; `NotSentError` if nothing left the house."""
        ...

    async def arrived(self, notice: Notice) -> bool | None:
        """Say whether a notice that was being sent when the program died arrived; None if nobody can tell."""
        ...


class Make(Protocol):
    """The `make` of a provider's file: the notifier, or None while the provider is not configured."""

    def __call__(self, bus: Bus) -> Notifier | None: ...
