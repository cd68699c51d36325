"""The bus of a single process: from any thread onto the event loops of the open streams."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.bus.port import Announcement

MOST_BEHIND = 1_000


class _Subscriber:
    """One stream's queue; None in it is the end. Only its own loop touches it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._queue: asyncio.Queue[Announcement | None] = asyncio.Queue()
        self._ended = False

    def put(self, announcement: Announcement) -> None:
        if self._ended:
            return
        if self._queue.qsize() >= MOST_BEHIND:
            self.end()
        else:
            self._queue.put_nowait(announcement)

    def end(self) -> None:
        if not self._ended:
            self._ended = True
            self._queue.put_nowait(None)

    async def __aiter__(self) -> AsyncIterator[Announcement]:
        while (announcement := await self._queue.get()) is not None:
            yield announcement


class MemoryBus:
    """Reaches the streams of this process; one that is cut off still gets what was queued, then ends."""

    def __init__(self) -> None:
        self._subscribers: defaultdict[str, set[_Subscriber]] = defaultdict(set)
        self._lock = threading.Lock()
        self._closed = False

    def publish(self, announcement: Announcement) -> None:
        with self._lock:
            subscribers = tuple(self._subscribers.get(announcement.topic, ()))
        for subscriber in subscribers:
            if not subscriber.loop.is_closed():
                subscriber.loop.call_soon_threadsafe(subscriber.put, announcement)

    @asynccontextmanager
    async def subscribe(self, *topics: str) -> AsyncIterator[AsyncIterator[Announcement]]:
        subscriber = _Subscriber(asyncio.get_running_loop())
        with self._lock:
            if self._closed:
                subscriber.end()
            for topic in topics:
                self._subscribers[topic].add(subscriber)
        try:
            yield aiter(subscriber)
        finally:
            with self._lock:
                for topic in topics:
                    self._subscribers[topic].discard(subscriber)
                    if not self._subscribers[topic]:
                        del self._subscribers[topic]

    def close(self) -> None:
        with self._lock:
            self._closed = True
            subscribers = {subscriber for group in self._subscribers.values() for subscriber in group}
        for subscriber in subscribers:
            if not subscriber.loop.is_closed():
                subscriber.loop.call_soon_threadsafe(subscriber.end)
