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
    """Counts tries per account and per network address, in this process."""

    _window: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))

    def count(self, account: bytes, *, address: str) -> None:
        """Count one try; `TooMany` says when the next is possible. The account need not exist."""
        self._hit(PER_ADDRESS, address)
        self._hit(PER_ACCOUNT, account.hex())

    def _hit(self, limit: RateLimitItem, key: str) -> None:
        if not self._window.hit(limit, key):
            free_at = self._window.get_window_stats(limit, key).reset_time
            raise TooMany("too_many_tries", retry_after=max(1, math.ceil(free_at - time.time())))
