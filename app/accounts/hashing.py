"""Argon2 takes 64 MiB and tens of ms per password: two are worked on at a time, and few may wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from app.core.errors import Unavailable

T = TypeVar("T")

AT_ONCE = 2
MOST_WAITING = 20
COME_BACK_S = 5


class Hashing:
    """Runs what hashes a password in threads of its own."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="hashing")
        self._taken = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Return the result of `work`; `Unavailable` (sign_in_busy) at once if too many wait already."""
        if self._taken >= AT_ONCE + MOST_WAITING:
            raise Unavailable("sign_in_busy", retry_after=COME_BACK_S)
        self._taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._taken -= 1
