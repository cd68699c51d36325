"""A crowd at the door takes no more memory than two do."""

from __future__ import annotations

import asyncio
import threading

import pytest

from app.accounts.hashing import AT_ONCE, MOST_WAITING, Hashing
from app.core.errors import Unavailable

pytestmark = pytest.mark.anyio


async def test_two_hash_at_once_twenty_wait_and_the_next_is_told_to_come_back() -> None:
    hashing, go_on, lock = Hashing(), threading.Event(), threading.Lock()
    at_work: list[int] = [0, 0]  # now, most

    def hash_one() -> bool:
        with lock:
            at_work[0] += 1
            at_work[1] = max(at_work)
        go_on.wait(20)
        with lock:
            at_work[0] -= 1
        return True

    crowd = [asyncio.create_task(hashing.run(hash_one)) for _ in range(AT_ONCE + MOST_WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(Unavailable, match="sign_in_busy") as refused:
        await hashing.run(hash_one)
    go_on.set()
    assert await asyncio.gather(*crowd) == [True] * 22
    assert refused.value.retry_after
    assert at_work == [0, 2]
    assert await hashing.run(hash_one)
