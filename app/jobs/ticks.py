"""Recurring work: the scheduler only wakes us; the period's key makes the job unique, however many processes tick."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Unavailable
from app.jobs.kinds import Work
from app.jobs.port import enqueue

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AGAIN_S = 2


def period_start(now: datetime, every: timedelta) -> datetime:
    """Return when the period around `now` began, counted from midnight UTC, 1 January 1970."""
    return now - (now - EPOCH) % every


class Ticks:
    """Periods begin at the same moments in every process; the one in progress ticks at the start."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def every(self, period: timedelta, *, name: str, work: Work) -> None:
        """Queue `work` once per period; `name` is part of the key and never changes once released."""
        now = self._clock.now()
        trigger = IntervalTrigger(
            seconds=int(period.total_seconds()), start_date=period_start(now, period) + period, timezone=UTC
        )
        self._scheduler.add_job(
            self.tick,
            trigger,
            args=(period,),
            kwargs={"name": name, "work": work},
            id=name,
            next_run_time=now,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )

    def start(self) -> None:
        """Begin, on the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)

    async def tick(self, period: timedelta, *, name: str, work: Work) -> None:
        """Queue the job of the present period unless somebody has; an unreachable database is tried again."""
        while True:
            now = self._clock.now()
            key = f"tick:{name}:{period_start(now, period).astimezone(UTC).isoformat()}"
            try:
                await self._database.awrite(partial(enqueue, work=work, run_at=now, key=key))
            except Unavailable as error:
                if error.code == "database_closed":
                    return
                await asyncio.sleep(AGAIN_S)
            else:
                return
