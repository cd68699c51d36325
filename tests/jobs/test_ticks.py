"""Recurring work: one job a period, however many processes tick."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.core.clock import FixedClock, SystemClock
from app.core.db import Database
from app.jobs.kinds import Housekeeping
from app.jobs.ticks import Ticks
from app.models.job import Job
from tests.jobs.conftest import until

pytestmark = pytest.mark.anyio
HOUR = timedelta(hours=1)


@pytest.fixture
def other_process(any_database: Database) -> Iterator[Database]:
    opened = Database(any_database.url.render_as_string(hide_password=False))
    yield opened
    opened.close()


def keys(database: Database) -> list[str | None]:
    return list(database.read(lambda session: session.scalars(select(Job.key).order_by(Job.key)).all()))


async def test_two_processes_queue_one_job_a_period(
    any_database: Database, other_process: Database, clock: FixedClock
) -> None:
    both = [Ticks(database, clock) for database in (any_database, other_process)]
    for minutes in (0, 30, 30):
        clock.advance(timedelta(minutes=minutes))
        for ticks in both:
            await ticks.tick(HOUR, name="housekeeping", work=Housekeeping())
    clock.advance(-HOUR)  # a clock set back does nothing twice
    await both[0].tick(HOUR, name="housekeeping", work=Housekeeping())
    assert keys(any_database) == [
        "tick:housekeeping:2026-11-24T01:00:00+00:00",
        "tick:housekeeping:2026-11-24T02:00:00+00:00",
    ]


async def test_the_present_period_ticks_at_the_start_and_the_next_when_it_begins(database: Database) -> None:
    both = [Ticks(database, SystemClock()) for _ in range(2)]
    for ticks in both:
        ticks.every(timedelta(seconds=1), name="second", work=Housekeeping())
        ticks.every(timedelta(days=1000), name="rare", work=Housekeeping())
        ticks.start()
    try:
        await until(lambda: database.read(lambda session: session.scalar(select(func.count(Job.id)))) >= 4)
    finally:
        for ticks in both:
            ticks.stop()
    found = keys(database)
    assert len(found) == len(set(found))
    assert sum("rare" in (key or "") for key in found) == 1
