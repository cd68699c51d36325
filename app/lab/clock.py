"""The clock of a rehearsal: the day and the hour are the script's, deadlines run as they do in earnest."""

from __future__ import annotations

from datetime import UTC, datetime

from app.core.clock import SystemClock


class StageClock(SystemClock):
    """Its wall time stands still until it is set; its monotonic time is the machine's."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def now(self) -> datetime:
        return self._at

    def set(self, at: datetime) -> None:
        """Jump to an aware time."""
        self._at = at.astimezone(UTC)
