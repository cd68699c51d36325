"""What goes over the bus, and how a use case puts it there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.db import note

STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Announcement:
    """`event` is a name of the live protocol, `data` its JSON body, `seq` the replay key where the event has one."""

    topic: str
    event: str
    data: dict[str, Any]
    seq: int | None = None


class Bus(Protocol):
    """Fan-out to whoever listens now; who comes later reads the state from the database."""

    def publish(self, announcement: Announcement) -> None:
        """Hand over from any thread, never blocking; a subscriber 1,000 behind is cut off and has to reconnect."""
        ...

    def subscribe(self, *topics: str) -> AbstractAsyncContextManager[AsyncIterator[Announcement]]:
        """Listen from now on; the iterator ends when the bus closes."""
        ...

    def close(self) -> None:
        """End every subscription."""
        ...


def publishing(bus: Bus) -> Callable[[object], None]:
    """Return a database listener that publishes what was announced."""

    def publish(notice: object) -> None:
        if isinstance(notice, Announcement):
            bus.publish(notice)

    return publish


def conversation_topic(conversation_id: UUID) -> str:
    """Return the topic of one conversation: its widget and the staff looking at it."""
    return f"conversation:{conversation_id}"


def person_topic(person_id: UUID) -> str:
    """Return the topic of what concerns one colleague alone."""
    return f"person:{person_id}"


def announce(session: Session, topic: str, event: str, *, data: dict[str, Any], seq: int | None = None) -> None:
    """Publish after this session's commit; a rollback says nothing."""
    note(session, Announcement(topic, event, data, seq))
