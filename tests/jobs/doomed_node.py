"""A node made to be killed at any moment: it accepts work, and sends a mail for each through the effect ledger."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from multiprocessing.synchronize import Event
from pathlib import Path
from uuid import UUID, uuid4

from app.core.clock import SystemClock
from app.core.db import Database
from app.jobs.effects import perform
from app.jobs.embedded import EmbeddedEngine
from app.jobs.kinds import NotifyRep
from app.jobs.port import enqueue


def run(folder: Path, up: Event) -> None:
    """Work until killed; each id in the file `accepted` was promised to somebody; `up` is set by the first."""
    asyncio.run(_work_until_killed(folder, up))


async def drain(folder: Path) -> None:
    """Start once more and end when nothing is left to do."""
    database = Database(f"sqlite:///{folder}/sokuo.db")
    engine = _engine(database, folder)
    await engine.start()
    while database.read(lambda session: session.connection().exec_driver_sql("SELECT count(*) FROM job").scalar()):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    await engine.stop()
    database.close()


async def _work_until_killed(folder: Path, up: Event) -> None:
    database, clock = Database(f"sqlite:///{folder}/sokuo.db"), SystemClock()
    await _engine(database, folder).start()
    accepted = os.open(folder / "accepted", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    while True:
        work = NotifyRep(assignment_id=uuid4())
        await database.awrite(lambda session, work=work: enqueue(session, work, run_at=clock.now(), key=key(work)))
        os.write(accepted, work.assignment_id.bytes)
        up.set()


def _engine(database: Database, folder: Path) -> EmbeddedEngine:
    clock = SystemClock()
    outbox = sqlite3.connect(folder / "outbox.db", isolation_level=None, timeout=30)
    outbox.execute("CREATE TABLE IF NOT EXISTS mail (id BLOB)")  # no unique key: a double would show

    async def notify(work: NotifyRep) -> None:
        mail = (work.assignment_id.bytes,)

        async def send() -> None:
            await asyncio.sleep(0.001)
            outbox.execute("INSERT INTO mail VALUES (?)", mail)
            await asyncio.sleep(0.001)

        async def reconcile() -> bool:
            return outbox.execute("SELECT 1 FROM mail WHERE id = ?", mail).fetchone() is not None

        await perform(database, key(work), send=send, reconcile=reconcile, now=clock.now())

    return EmbeddedEngine(database, clock, handlers={NotifyRep: notify}, node="doomed")


def key(work: NotifyRep) -> str:
    return f"notify:{work.assignment_id}"


def read_accepted(folder: Path) -> list[UUID]:
    data = (folder / "accepted").read_bytes()
    return [UUID(bytes=data[at : at + 16]) for at in range(0, len(data), 16)]
