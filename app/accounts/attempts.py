"""How often somebody may try to sign in."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from app.core.errors import TooMany

PER_ACCOUNT = RateLimitItemPerMinute(10, 15)
PER_ADDRESS = RateLimitItemPerMinute(60, 15)  # an office shares one address


@dataclass(slots=True)
class Attempts:
    """Counts tries per account, and failures per network address, in this process."""

    _window: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))

    def count(self, account: bytes, *, address: str) -> None:
        """Count one try; `TooMany` says when the next is possible. The account need not exist."""
        if not self._window.test(PER_ADDRESS, address):
            raise self._too_many(PER_ADDRESS, address)
        if not self._window.hit(PER_ACCOUNT, account.hex()):
            raise self._too_many(PER_ACCOUNT, account.hex())

    def failed(self, *, address: str) -> None:
        """Count a wrong password against the address it came from."""
        self._window.hit(PER_ADDRESS, address)

    def _too_many(self, limit: RateLimitItem, key: str) -> TooMany:
        free_at = self._window.get_window_stats(limit, key).reset_time
        return TooMany("too_many_tries", retry_after=max(1, math.ceil(free_at - time.time())))
