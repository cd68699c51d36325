"""Leaves a failing model alone, and tries it again with a single call now and then."""

from __future__ import annotations

from collections.abc import Callable

OPENS_AFTER = 5
PROBE_EVERY_S = 15.0
LONGEST_REST_S = 60.0


class Breaker:
    """Opens after five failures in a row, lets one call through each 15 s, closes with the first success.

    Belongs to one event loop. `monotonic` returns seconds that never run backwards.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._failures = 0
        self._not_before = 0.0

    @property
    def failing(self) -> bool:
        """Say whether the last call failed."""
        return self._failures > 0

    def allows(self) -> bool:
        """Say whether to call now; while open, a yes uses up the probe."""
        now = self._monotonic()
        if now < self._not_before:
            return False
        if self._failures >= OPENS_AFTER:
            self._not_before = now + PROBE_EVERY_S
        return True

    def succeeded(self) -> None:
        self._failures = 0
        self._not_before = 0.0

    def failed(self, *, retry_after: float | None = None) -> None:
        """Count a failure; what the server asked for (Retry-After) is kept to, up to a minute."""
        self._failures += 1
        rest = min(retry_after or 0.0, LONGEST_REST_S)
        if self._failures >= OPENS_AFTER:
            rest = max(rest, PROBE_EVERY_S)
        self._not_before = max(self._not_before, self._monotonic() + rest)
