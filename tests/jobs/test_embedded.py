"""What only the embedded engine has to take care of, and its stand-in for tests of use cases."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.db import Database
from app.jobs import store
from app.jobs.embedded import EmbeddedEngine
from app.jobs.fake import run_due
from app.jobs.kinds import AssignLead
from app.jobs.port import enqueue
from app.models.job import Job
from tests.jobs.conftest import until

pytestmark = pytest.mark.anyio
WORK = AssignLead(lead_id=UUID(int=1))


async def test_a_node_that_gave_a_sign_of_life_in_the_last_moment_keeps_its_job(
    any_database: Database, clock: FixedClock
) -> None:
    any_database.write(lambda session: enqueue(session, WORK, run_at=clock.now()))
    kinds = [AssignLead.kind]
    [job] = any_database.write(lambda session: store.claim(session, node="a", kinds=kinds, now=clock.now(), limit=5))
    seen = any_database.read(lambda session: store.look(session, node="b", kinds=kinds)).elsewhere
    assert any_database.write(lambda session: store.keep(session, [(job.id, job.fence)])) == {(job.id, job.fence)}
    assert any_database.write(lambda session: store.take_over(session, seen)) == 0
    seen = any_database.read(lambda session: store.look(session, node="b", kinds=kinds)).elsewhere
    assert any_database.write(lambda session: store.take_over(session, seen)) == 1
    assert not any_database.write(lambda session: store.finish(session, job))


async def test_a_handler_that_will_not_stop_does_not_hold_up_the_stop(database: Database, clock: FixedClock) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def stubborn(_work: AssignLead) -> None:
        begun.set()
        while not end.is_set():
            try:
                await end.wait()
            except asyncio.CancelledError:
                continue

    engine = EmbeddedEngine(database, clock, handlers={AssignLead: stubborn}, node="a")
    await engine.start()
    database.write(lambda session: enqueue(session, WORK, run_at=clock.now()))
    await begun.wait()
    async with asyncio.timeout(3):
        await engine.stop(within=timedelta(seconds=0.3))
    assert database.read(lambda session: session.scalar(select(Job.state))) == "ready"
    end.set()
    await until(lambda: not engine._running)
    assert database.read(lambda session: session.scalar(select(Job.state))) == "ready"


async def test_the_stand_in_runs_what_is_due_and_what_that_makes_due(database: Database, clock: FixedClock) -> None:
    done: list[int] = []
    now = clock.now()

    async def handle(work: AssignLead) -> None:
        done.append(work.lead_id.int)
        if work.lead_id.int == 1:
            follow_up = AssignLead(lead_id=UUID(int=2))
            await database.awrite(lambda session: enqueue(session, follow_up, run_at=now))

    database.write(lambda session: enqueue(session, WORK, run_at=now))
    database.write(lambda session: enqueue(session, WORK, run_at=now + timedelta(seconds=1)))
    assert await run_due(database, {AssignLead: handle}, now=now) == 2
    assert done == [1, 2]
