"""How often a browser, an address and a site may call: what people do fits in, a flood does not."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from app.core.errors import TooMany

Limits = Mapping[str, tuple[tuple[str, RateLimitItem], ...]]

LIMITS: Limits = {
    "sessions": (
        ("address", RateLimitItemPerMinute(10)),
        ("address", RateLimitItemPerHour(60)),
        ("site", RateLimitItemPerMinute(300)),
    ),
    "messages": (
        ("credential", RateLimitItemPerMinute(15)),
        ("credential", RateLimitItemPerHour(120)),
        ("address", RateLimitItemPerMinute(60)),
    ),
    "forms": (
        ("address", RateLimitItemPerMinute(5)),
        ("address", RateLimitItemPerHour(30)),
        ("inbox", RateLimitItemPerMinute(120)),
    ),
    "consent": (("address", RateLimitItemPerMinute(10)),),
    "signals": (("behaviour", RateLimitItemPerMinute(60)),),
    "typing": (("credential", RateLimitItemPerMinute(30)),),
}
STREAMS_PER_CREDENTIAL = 4
STREAMS_IN_ALL = 5000
COME_BACK_S = 30  # when a stream may have ended


class Pace:
    """Counts calls and open streams, in this process; `TooMany` (rate_limited) says when the next is possible."""

    def __init__(self, limits: Limits = LIMITS, *, streams_each: int = STREAMS_PER_CREDENTIAL) -> None:
        self._limits = limits
        self._streams_each = streams_each
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._streams: Counter[str] = Counter()

    def count(self, call: str, **who: str) -> None:
        """Count one call by the kinds of caller given: address, site, inbox, credential, behaviour."""
        for kind, limit in self._limits.get(call, ()):
            if kind in who and not self._window.hit(limit, call, kind, who[kind]):
                free_at = self._window.get_window_stats(limit, call, kind, who[kind]).reset_time
                raise TooMany("rate_limited", retry_after=max(1, math.ceil(free_at - time.time())))

    @contextmanager
    def stream(self, credential: str) -> Iterator[None]:
        """Count a stream while it is open."""
        if self._streams[credential] >= self._streams_each or self._streams.total() >= STREAMS_IN_ALL:
            raise TooMany("rate_limited", retry_after=COME_BACK_S)
        self._streams[credential] += 1
        try:
            yield
        finally:
            self._streams[credential] -= 1
            if not self._streams[credential]:
                del self._streams[credential]


def unlimited() -> Pace:
    """Return a pace that refuses no call, for load tests; the number of streams in all stays limited."""
    return Pace({}, streams_each=STREAMS_IN_ALL)
