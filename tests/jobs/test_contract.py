"""What every engine promises, on every database: work is done once its cause is committed, and a crash loses none."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.core.clock import FixedClock, SystemClock
from app.core.db import Database
from app.core.errors import Conflict, Unavailable
from app.jobs.kinds import AssignLead
from app.jobs.port import cancel, dead_jobs, enqueue, forget_keys, postpone, replay
from app.models.job import Job
from tests.jobs.conftest import POLICY, Nodes, until

pytestmark = pytest.mark.anyio

LEAD = UUID(int=1)


class Recorder:
    """A handler that notes what it was given and can be held up."""

    def __init__(self, *, held: bool = False, failures: list[BaseException] | None = None) -> None:
        self.begun: list[UUID] = []
        self.done: list[UUID] = []
        self.cancelled: list[UUID] = []
        self.failures = failures or []
        self.go = asyncio.Event()
        if not held:
            self.go.set()

    async def __call__(self, work: AssignLead) -> None:
        self.begun.append(work.lead_id)
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled.append(work.lead_id)
            raise
        if self.failures:
            raise self.failures.pop(0)
        self.done.append(work.lead_id)


def queue(nodes: Nodes, lead: UUID = LEAD, *, after: timedelta = timedelta(0), key: str | None = None) -> UUID | None:
    run_at = nodes.clock.now() + after
    return nodes.database.write(lambda session: enqueue(session, AssignLead(lead_id=lead), run_at=run_at, key=key))


def column(nodes: Nodes, what: Any) -> Any:
    return nodes.database.read(lambda session: session.scalar(select(what)))


def jobs(nodes: Nodes) -> Any:
    return column(nodes, func.count(Job.id))


async def test_a_cause_rolled_back_leaves_no_job_and_frees_the_key(nodes: Nodes) -> None:
    work = Recorder()
    await nodes.start(work)

    def undone(session: Any) -> None:
        enqueue(session, AssignLead(lead_id=LEAD), run_at=nodes.clock.now(), key="assign:1")
        raise Conflict("taken")

    with pytest.raises(Conflict):
        nodes.database.write(undone)
    await nodes.rounds()
    assert (work.begun, jobs(nodes)) == ([], 0)
    assert queue(nodes, key="assign:1") is not None


async def test_a_key_is_taken_once_by_twenty_racing_threads(nodes: Nodes) -> None:
    start = threading.Barrier(20)

    def race(_: int) -> UUID | None:
        start.wait()
        return queue(nodes, key="assign:1")

    with ThreadPoolExecutor(20) as threads:
        ids = list(threads.map(race, range(20)))
    assert sum(found is not None for found in ids) == 1
    assert jobs(nodes) == 1

    work = Recorder()
    await nodes.start(work)
    await until(lambda: jobs(nodes) == 0)
    assert queue(nodes, key="assign:1") is None, "a key stays taken when its job is done"
    assert work.done == [LEAD]


async def test_a_cancelled_job_is_not_done_and_its_key_is_free(nodes: Nodes) -> None:
    queue(nodes, key="assign:1", after=timedelta(minutes=5))
    assert nodes.database.write(lambda session: cancel(session, "assign:1"))
    assert not nodes.database.write(lambda session: cancel(session, "assign:1"))
    assert queue(nodes, uuid4(), key="assign:1") is not None
    assert jobs(nodes) == 1


async def test_a_job_cancelled_while_it_runs_is_not_repeated(nodes: Nodes) -> None:
    work = Recorder(held=True, failures=[ValueError("too late")])
    await nodes.start(work)
    queue(nodes, key="assign:1")
    await until(lambda: work.begun == [LEAD])
    assert nodes.database.write(lambda session: cancel(session, "assign:1"))
    work.go.set()
    await until(lambda: not work.failures)
    await nodes.rounds()
    assert (work.begun, jobs(nodes)) == ([LEAD], 0)


async def test_after_an_idle_time_a_run_that_cancels_itself_is_not_taken_for_lost(
    nodes: Nodes, clock: FixedClock
) -> None:
    work = Recorder(held=True)

    async def cancels_itself(payload: AssignLead) -> None:
        nodes.database.write(lambda session: cancel(session, "assign:1"))
        await work(payload)

    await nodes.start(cancels_itself)
    clock.advance(timedelta(minutes=10))
    await nodes.rounds()
    queue(nodes, key="assign:1")
    await until(lambda: work.begun == [LEAD])
    await nodes.rounds()
    work.go.set()
    await until(lambda: work.done == [LEAD] or work.cancelled == [LEAD])
    assert work.cancelled == []


async def test_a_job_that_puts_its_own_work_off_is_neither_lost_nor_repeated(nodes: Nodes) -> None:
    work = Recorder(held=True)
    await nodes.start(work)
    queue(nodes, key="assign:1")
    await until(lambda: work.begun == [LEAD])
    for minutes in (5, 9):
        later = nodes.clock.now() + timedelta(minutes=minutes)
        nodes.database.write(
            lambda session, later=later: postpone(session, AssignLead(lead_id=LEAD), run_at=later, key="assign:1")
        )
    assert jobs(nodes) == 2, "the run that goes on, and the next one"
    work.go.set()
    await until(lambda: jobs(nodes) == 1)
    assert (work.done, work.cancelled) == ([LEAD], [])
    assert column(nodes, Job.run_at) == nodes.clock.now() + timedelta(minutes=9)
    assert queue(nodes, key="assign:1") is None
    assert nodes.database.write(lambda session: cancel(session, "assign:1"))


async def test_two_who_put_the_same_work_off_at_once_leave_one_job(nodes: Nodes) -> None:
    gate = threading.Barrier(4)
    others = [Database(nodes.database.url.render_as_string(hide_password=False)) for _ in range(4)]

    def put_off(number: int) -> None:
        work, later = AssignLead(lead_id=LEAD), nodes.clock.now() + timedelta(minutes=number)

        def write(session: Session) -> None:
            postpone(session, work, run_at=later, key="assign:1")

        for _ in range(5):
            gate.wait()
            others[number].write(write)

    try:
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(put_off, range(4)))
    finally:
        for other in others:
            other.close()
    assert jobs(nodes) == 1


async def test_old_keys_of_finished_jobs_are_forgotten(nodes: Nodes) -> None:
    work = Recorder()
    queue(nodes, key="done")
    queue(nodes, key="waiting", after=timedelta(days=1))
    await nodes.start(work)
    await until(lambda: jobs(nodes) == 1)
    later = nodes.clock.now() + timedelta(days=90)
    assert nodes.database.write(lambda session: forget_keys(session, due_before=later)) == 1
    assert queue(nodes, key="waiting") is None
    assert queue(nodes, key="done") is not None


async def test_due_jobs_run_in_the_order_of_their_due_times(nodes: Nodes) -> None:
    leads = [UUID(int=n) for n in range(5)]
    for lead in reversed(leads):
        queue(nodes, lead, after=timedelta(minutes=lead.int - 10))
    work = Recorder()
    await nodes.start(work, concurrency=1)
    await until(lambda: len(work.done) == 5)
    assert work.done == leads


async def test_a_job_waits_for_its_time_and_a_clock_jump_runs_it_once(nodes: Nodes, clock: FixedClock) -> None:
    work = Recorder()
    await nodes.start(work)
    start = clock.now()
    queue(nodes, after=timedelta(minutes=5))
    clock.advance(timedelta(minutes=4, seconds=59))
    await nodes.rounds()
    assert work.begun == []
    clock.advance(timedelta(hours=1))
    await until(lambda: jobs(nodes) == 0)
    clock.set(start)
    await nodes.rounds()
    clock.set(start + timedelta(hours=2))
    await nodes.rounds()
    assert work.done == [LEAD]


@pytest.mark.parametrize("delay", [timedelta(0), timedelta(milliseconds=150)])
async def test_an_idle_engine_wakes_by_the_commit_and_at_the_due_time(nodes: Nodes, delay: timedelta) -> None:
    nodes.clock = SystemClock()
    work = Recorder()
    await nodes.start(work, poll=timedelta(hours=1))
    await until(lambda: nodes.seen["a"] == 1)
    began = perf_counter()
    queue(nodes, after=delay)
    await until(lambda: work.done == [LEAD])
    assert perf_counter() - began >= delay.total_seconds()


async def test_a_failed_job_is_tried_again_later_and_its_error_keeps_no_text(nodes: Nodes, clock: FixedClock) -> None:
    work = Recorder(failures=[ValueError("mail of tanaka@kitasui.example"), Unavailable("smtp_down", retry_after=90)])
    await nodes.start(work)
    queue(nodes)
    await until(lambda: column(nodes, Job.attempts) == 1)
    error = column(nodes, Job.last_error)
    assert error.startswith("ValueError at tests.jobs.test_contract:")
    clock.advance(timedelta(seconds=9))
    await nodes.rounds()
    assert len(work.begun) == 1
    clock.advance(timedelta(seconds=4))
    await until(lambda: column(nodes, Job.attempts) == 2)
    assert column(nodes, Job.last_error).startswith("Unavailable smtp_down at ")
    clock.advance(timedelta(seconds=89))
    await nodes.rounds()
    assert len(work.begun) == 2, "the other side asked for 90 s"
    clock.advance(timedelta(seconds=1))
    await until(lambda: jobs(nodes) == 0)
    assert work.done == [LEAD]


async def test_a_job_that_always_fails_is_dead_until_it_is_replayed(nodes: Nodes, clock: FixedClock) -> None:
    work = Recorder(failures=[asyncio.CancelledError(), *(ValueError("no") for _ in range(2))])
    await nodes.start(work)
    job_id = queue(nodes, key="assign:1")
    for failures in range(1, POLICY.attempts):
        await until(lambda failures=failures: column(nodes, Job.attempts) == failures)
        clock.advance(timedelta(hours=1))
    await until(lambda: bool(nodes.database.read(dead_jobs)))
    clock.advance(timedelta(days=1))
    await nodes.rounds()
    [dead] = nodes.database.read(dead_jobs)
    assert (dead.id, dead.kind, dead.attempts) == (job_id, "assign_lead", POLICY.attempts)
    assert dead.payload == {"lead_id": str(LEAD)}

    assert nodes.database.write(lambda session: replay(session, dead.id, run_at=clock.now()))
    await until(lambda: jobs(nodes) == 0)
    assert work.done == [LEAD]
    assert not nodes.database.write(lambda session: replay(session, dead.id, run_at=clock.now()))


async def test_a_restarted_node_goes_on_with_its_own_jobs_at_once(nodes: Nodes) -> None:
    before, after = Recorder(held=True), Recorder()
    queue(nodes)
    engine = await nodes.start(before)
    await until(lambda: before.begun == [LEAD])
    await nodes.kill(engine)
    await nodes.start(after)
    await until(lambda: jobs(nodes) == 0)
    assert (before.done, after.done) == ([], [LEAD])


async def test_another_nodes_job_is_taken_over_after_lease_and_two_seconds(nodes: Nodes, clock: FixedClock) -> None:
    frozen, other = Recorder(held=True), Recorder(held=True)
    queue(nodes)
    await nodes.start(frozen, "a", clock=FixedClock(clock.now()), concurrency=1)
    await until(lambda: frozen.begun == [LEAD])
    await nodes.start(other, "b")
    await nodes.rounds()
    clock.advance(POLICY.lease + timedelta(seconds=1.9))
    await nodes.rounds()
    assert other.begun == []
    clock.advance(timedelta(seconds=0.1))
    await until(lambda: other.begun == [LEAD])

    frozen.go.set()
    await until(lambda: frozen.done == [LEAD])
    await nodes.rounds()
    assert jobs(nodes) == 1, "a run whose lease was lost does not end the job of its successor"
    other.go.set()
    await until(lambda: jobs(nodes) == 0)


async def test_a_living_node_keeps_its_long_job_and_gives_up_a_lost_one(nodes: Nodes, clock: FixedClock) -> None:
    long, other = Recorder(held=True), Recorder()
    own = FixedClock(clock.now())
    queue(nodes)
    await nodes.start(long, "a", clock=own, concurrency=1)
    await until(lambda: long.begun == [LEAD])
    await nodes.start(other, "b")
    for _ in range(8):
        beat = column(nodes, Job.beat)
        own.advance(timedelta(seconds=4))
        await until(lambda beat=beat: column(nodes, Job.beat) > beat)
        await nodes.rounds()
        clock.advance(timedelta(seconds=4))
    assert other.begun == []

    await nodes.rounds()
    clock.advance(POLICY.lease * 2)
    await until(lambda: other.done == [LEAD])
    own.advance(timedelta(seconds=4))
    await until(lambda: long.cancelled == [LEAD])


async def test_two_nodes_share_two_hundred_jobs_without_doing_one_twice(nodes: Nodes) -> None:
    leads = [UUID(int=n) for n in range(200)]
    now = nodes.clock.now()
    nodes.database.write(lambda session: [enqueue(session, AssignLead(lead_id=lead), run_at=now) for lead in leads])
    works = [Recorder(), Recorder()]
    for node, work in zip("ab", works, strict=True):
        await nodes.start(work, node)
    await until(lambda: jobs(nodes) == 0)
    assert sorted(works[0].done + works[1].done) == leads
    assert all(work.done for work in works)


async def test_no_more_jobs_run_at_once_than_allowed(nodes: Nodes) -> None:
    for n in range(5):
        queue(nodes, UUID(int=n))
    work = Recorder(held=True)
    await nodes.start(work, concurrency=2)
    await until(lambda: len(work.begun) == 2)
    await nodes.rounds()
    assert len(work.begun) == 2
    work.go.set()
    await until(lambda: jobs(nodes) == 0)
    assert len(work.done) == 5


async def test_stopping_makes_running_jobs_ready_for_the_next_start(nodes: Nodes) -> None:
    work, next_work = Recorder(held=True), Recorder()
    queue(nodes)
    engine = await nodes.start(work)
    await until(lambda: work.begun == [LEAD])
    await engine.stop()
    assert work.cancelled == [LEAD]
    assert column(nodes, Job.state) == "ready"
    await nodes.start(next_work, "b")
    await until(lambda: next_work.done == [LEAD])


async def test_a_kind_without_a_handler_here_is_left_to_others(nodes: Nodes) -> None:
    nodes.database.write(lambda session: session.execute(text(FROM_THE_FUTURE)) and None)
    queue(nodes)
    work = Recorder()
    await nodes.start(work)
    await until(lambda: work.done == [LEAD])
    assert column(nodes, Job.kind) == "from_the_future"


FROM_THE_FUTURE = """
    INSERT INTO job (id, kind, payload, run_at, state, attempts, fence, beat)
    VALUES ('00000000000000000000000000000009', 'from_the_future', '{}', '2026-01-01T00:00:00Z', 'ready', 0, 0, 0)
"""


async def test_the_engine_outlives_a_database_that_is_away(nodes: Nodes) -> None:
    work = Recorder()
    await nodes.start(work)
    renamed(nodes.database, "job", "elsewhere")
    await nodes.rounds()
    renamed(nodes.database, "elsewhere", "job")
    queue(nodes)
    await until(lambda: work.done == [LEAD])


def renamed(database: Database, old: str, new: str) -> None:
    database.write(lambda session: session.execute(text(f"ALTER TABLE {old} RENAME TO {new}")) and None)


def test_waits_double_up_to_the_longest() -> None:
    wait: Callable[[int], timedelta] = lambda failures: POLICY.wait(failures, job_id=UUID(int=0))  # noqa: E731
    assert [wait(n).total_seconds() for n in (1, 2, 3, 6, 99)] == [10, 20, 40, 300, 300]
