"""Engines under test: started by a test, ended with it, and one way to let a node die."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

import pytest

from app.core.clock import Clock
from app.core.db import Database
from app.jobs.embedded import EmbeddedEngine, Handler
from app.jobs.kinds import AssignLead, Work
from app.jobs.policy import Policy

QUICK = timedelta(milliseconds=20)
POLICY = Policy(timedelta(seconds=10), attempts=3, first_wait=timedelta(seconds=10), longest_wait=timedelta(minutes=5))


class Engine(Protocol):
    """What every engine can do; the contract is written against this."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


@dataclass
class Nodes:
    """Start engines on one queue; an engine to come is added in `start`, `kill` and `rounds`."""

    database: Database
    clock: Clock
    engines: list[Engine] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    async def start(
        self, handler: Handler, node: str = "a", *, work: type[Work] = AssignLead, **options: Any
    ) -> Engine:
        options = {"clock": self.clock, "poll": QUICK, "policy": lambda _kind: POLICY} | options
        engine = EmbeddedEngine(self.database, handlers={work: handler}, node=node, **options)
        self.engines.append(engine)
        self._count_rounds(engine)
        await engine.start()
        return engine

    def _count_rounds(self, engine: EmbeddedEngine) -> None:
        look = engine._round

        async def counted() -> timedelta:
            try:
                return await look()
            finally:
                self.seen[engine._node] += 1

        engine._round = counted

    async def rounds(self) -> None:
        """Let every engine look at the queue twice from now on: once from the beginning to the end."""
        before = self.seen.copy()
        await until(lambda: all(self.seen[engine._node] >= before[engine._node] + 2 for engine in self.engines))

    async def kill(self, engine: Engine) -> None:
        """End it as a power cut would: nothing is written any more."""
        assert isinstance(engine, EmbeddedEngine)
        self.engines.remove(engine)
        tasks = [engine._loop, *engine._running.values()]
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


@pytest.fixture
async def nodes(any_database: Database, clock: Clock) -> AsyncIterator[Nodes]:
    made = Nodes(any_database, clock)
    yield made
    for engine in made.engines:
        await engine.stop()


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what is about to happen."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - a database cannot be awaited
            await asyncio.sleep(0.005)
