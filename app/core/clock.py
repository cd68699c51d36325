"""The only place that asks the machine what time it is."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Wall time for due dates, monotonic time for deadlines and leases."""

    def now(self) -> datetime:
        """Return the present time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - the one place

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass(slots=True)
class FixedClock:
    """A clock that moves only when told to: for tests, `sokuo chat --now` and simulation."""

    at: datetime
    _ticks: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a clock needs an aware time")
        self.at = self.at.astimezone(UTC)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self._ticks

    def advance(self, by: timedelta) -> None:
        """Move both hands forward."""
        with self._lock:
            self.at += by
            self._ticks += by.total_seconds()

    def set(self, at: datetime) -> None:
        """Jump to `at`; the monotonic hand never goes back."""
        with self._lock:
            at = at.astimezone(UTC)
            self._ticks += max(0.0, (at - self.at).total_seconds())
            self.at = at
