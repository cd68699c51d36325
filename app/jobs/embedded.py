"""The embedded engine: runs jobs from the domain database on this process's event loop.

A lease is kept by counting `beat` up. Another node that has seen the same beat for lease + 2 s of its own monotonic
time takes the job over, so no two clocks are ever compared. At least once: handlers check their condition again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.jobs import store
from app.jobs.failure import describe, retry_after
from app.jobs.kinds import Work
from app.jobs.policy import GRACE, Policy, policy_of
from app.jobs.port import Enqueued
from app.jobs.store import Claimed, Running

logger = log.get(__name__)
T = TypeVar("T")

Handler = Callable[[Any], Awaitable[None]]
Run = tuple[UUID, int]  # job and fence: a job that was lost may come back while its lost run is still ending
POLL = timedelta(seconds=1)
BEAT_EVERY = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class _LastSign:
    fence: int
    beat: int
    at: float


class EmbeddedEngine:
    """Give every process its own `node` name and the same name after a restart: it then goes on at once."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        handlers: Mapping[type[Work], Handler],
        node: str,
        concurrency: int = 16,
        policy: Callable[[str], Policy] = policy_of,
        poll: timedelta = POLL,
    ) -> None:
        self._database = database
        self._clock = clock
        self._handlers = {work.kind: (work, handler) for work, handler in handlers.items()}
        self._kinds = tuple(self._handlers)
        self._node = node
        self._concurrency = concurrency
        self._policy = policy
        self._poll = poll
        self._wake = asyncio.Event()
        self._looks_at: datetime | None = None  # the next look in any case; None while one is being taken
        self._running: dict[Run, asyncio.Task[None]] = {}
        self._signs: dict[UUID, _LastSign] = {}
        self._beaten_at = clock.monotonic()
        self._take_back = True
        self._stopping = False
        self._loop: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take back what this node began before it was restarted, and begin."""
        loop = asyncio.get_running_loop()

        def noticed(notice: object) -> None:
            if not isinstance(notice, Enqueued) or loop.is_closed():
                return
            if self._looks_at is None or notice.run_at < self._looks_at:
                loop.call_soon_threadsafe(self._wake.set)

        self._end_listening = self._database.listen(noticed)
        self._loop = asyncio.create_task(self._serve(), name=f"jobs-{self._node}")

    async def stop(self, *, within: timedelta = timedelta(seconds=3)) -> None:
        """Cancel what is running and make it ready again for the next start or another node."""
        if self._loop is None:
            return
        loop, self._loop, self._stopping = self._loop, None, True
        self._wake.set()
        self._end_listening()
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.wait([loop, *tasks], timeout=within.total_seconds() * 2 / 3)
        loop.cancel()
        try:
            async with asyncio.timeout(within.total_seconds() / 3):
                await self._write(lambda session: store.take_back(session, node=self._node))
        except Exception as error:  # noqa: BLE001 - a restart takes the jobs back as well
            logger.warning("jobs_not_released", error=type(error).__name__)

    async def _serve(self) -> None:
        while not self._stopping:
            self._wake.clear()
            self._looks_at = None
            try:
                pause = await self._round()
            except Exception as error:  # noqa: BLE001 - the loop outlives a database that is away
                logger.warning("jobs_round_failed", error=describe(error))
                self._take_back = True  # a claim may have been committed all the same
                pause = self._poll
            self._looks_at = self._clock.now() + pause
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause.total_seconds())

    async def _round(self) -> timedelta:
        """Do what is to be done now; return how long nothing will be."""
        if self._take_back:
            self._take_back, mine = False, list(self._running)
            await self._write(lambda session: store.take_back(session, node=self._node, but=mine))
        await self._keep_leases()
        view = await self._database.aread(lambda session: store.look(session, node=self._node, kinds=self._kinds))
        await self._take_over(view.elsewhere)
        free = self._concurrency - len(self._running)
        now = self._clock.now()
        if not free or view.next_due is None or view.next_due > now:
            sleeps = self._poll if not free or view.next_due is None else view.next_due - now
            return min(sleeps, self._poll)  # clocks can jump
        claimed = await self._write(
            lambda session: store.claim(session, node=self._node, kinds=self._kinds, now=now, limit=free)
        )
        if not self._stopping:
            for job in claimed:
                self._running[job.id, job.fence] = asyncio.create_task(self._run(job), name=f"job-{job.kind}")
        return timedelta(0) if claimed else min(self._poll, timedelta(milliseconds=50))

    async def _keep_leases(self) -> None:
        now = self._clock.monotonic()
        runs = tuple(self._running)
        if not runs:
            self._beaten_at = now  # a lease begins with its claim, and a run that has just cancelled itself ends soon
            return
        if now - self._beaten_at < BEAT_EVERY.total_seconds():
            return
        kept = await self._write(lambda session: store.keep(session, runs))
        self._beaten_at = now
        for run in runs:
            if run not in kept and (lost := self._running.get(run)):
                logger.warning("job_lost", job_id=str(run[0]))
                lost.cancel()

    async def _take_over(self, elsewhere: Sequence[Running]) -> None:
        now = self._clock.monotonic()
        signs, silent = {}, []
        for job in elsewhere:
            last = self._signs.get(job.id)
            if last is None or (last.fence, last.beat) != (job.fence, job.beat):
                last = _LastSign(job.fence, job.beat, now)
            signs[job.id] = last
            if now - last.at >= (self._policy(job.kind).lease + GRACE).total_seconds():
                silent.append(job)
        self._signs = signs
        if silent:
            taken = await self._write(lambda session: store.take_over(session, silent))
            logger.warning("jobs_taken_over", jobs=taken)

    async def _run(self, job: Claimed) -> None:
        try:
            work, handle = self._handlers[job.kind]
            try:
                await handle(work.model_validate(job.payload))
            except asyncio.CancelledError as error:
                if _cancelled_from_outside():
                    raise
                await self._failed(job, error)
            except Exception as error:  # noqa: BLE001 - noted on the job and tried again
                await self._failed(job, error)
            else:
                await self._write(lambda session: store.finish(session, job))
        except Exception as error:  # noqa: BLE001 - the end could not be stored: it runs once more
            logger.warning("job_end_not_stored", kind=job.kind, job_id=str(job.id), error=describe(error))
            self._take_back = True
        finally:
            del self._running[job.id, job.fence]
            self._wake.set()

    async def _failed(self, job: Claimed, error: BaseException) -> None:
        failures, policy, words = job.attempts + 1, self._policy(job.kind), describe(error)
        now = self._clock.now()
        logger.warning("job_failed", kind=job.kind, job_id=str(job.id), failures=failures, error=words)
        if failures >= policy.attempts:
            logger.error("job_dead", kind=job.kind, job_id=str(job.id))
            await self._write(lambda session: store.give_up(session, job, at=now, error=words))
            return
        until = now + max(policy.wait(failures, job_id=job.id), retry_after(error))
        await self._write(lambda session: store.put_off(session, job, until=until, error=words))

    async def _write(self, fn: Callable[[Session], T]) -> T:
        """Write however long the database takes: a claim must not be committed behind our back."""
        return await asyncio.shield(asyncio.wrap_future(self._database.write_soon(fn)))


def _cancelled_from_outside() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
