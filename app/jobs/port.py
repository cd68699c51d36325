"""Queue work in the transaction of its cause; look at and replay what could not be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.orm import Session

from app.core.db import note
from app.core.ids import new_id
from app.jobs.kinds import Work
from app.models.job import Job, JobKey


@dataclass(frozen=True, slots=True)
class Enqueued:
    """The notice after the commit; engines wake up by it."""

    run_at: datetime


@dataclass(frozen=True, slots=True)
class DeadJob:
    """A job given up after its last attempt; `last_error` names the error and the place, never its text."""

    id: UUID
    kind: str
    payload: dict[str, Any]
    attempts: int
    run_at: datetime
    last_error: str | None


def enqueue(session: Session, work: Work, *, run_at: datetime, key: str | None = None) -> UUID | None:
    """Have `work` done once `run_at` has come, at least once; None if `key` was taken before (and not cancelled)."""
    job_id = new_id()
    if key is not None and not _take_key(session, key, job_id=job_id, run_at=run_at):
        return None
    _add(session, job_id, work, run_at=run_at, key=key)
    return job_id


def claim(session: Session, key: str, *, at: datetime) -> bool:
    """Take a key for something that is done in this very write; False if it was taken before.

    A second writer at the same time waits until the first one has committed.
    """
    return _take_key(session, key, job_id=new_id(), run_at=at)


def postpone(session: Session, work: Work, *, run_at: datetime, key: str) -> UUID:
    """Have `work` done at `run_at` instead of when it was queued under `key` before, if it was.

    A run in progress ends in its own time, so a handler can put its own work off. Of two at once the later one counts.
    """
    job_id = new_id()
    session.execute(_for(session, _HOLD_KEY), {"key": key, "job_id": job_id, "run_at": run_at})
    session.execute(_DROP_WAITING, {"which": key})
    _add(session, job_id, work, run_at=run_at, key=key)
    return job_id


def cancel(session: Session, key: str) -> bool:
    """Take the job back and free its key; False if it is already done.

    A run that has begun goes on, but is not repeated: handlers check their condition again in their own write.
    """
    session.execute(_FREE_KEY, {"which": key})
    return bool(session.execute(_DROP, {"which": key}).all())


def dead_jobs(session: Session, *, limit: int = 100) -> list[DeadJob]:
    """Return the jobs given up, newest first."""
    rows = session.execute(
        select(Job.id, Job.kind, Job.payload, Job.attempts, Job.run_at, Job.last_error)
        .where(Job.state == "dead")
        .order_by(Job.run_at.desc(), Job.id.desc())
        .limit(limit)
    )
    return [DeadJob(*row) for row in rows]


def replay(session: Session, job_id: UUID, *, run_at: datetime) -> bool:
    """Give a dead job all its attempts again; False if it is not dead."""
    return _replay(session, Job.id == job_id, run_at=run_at) > 0


def replay_all(session: Session, *, run_at: datetime) -> int:
    """Give every dead job all its attempts again; return how many."""
    return _replay(session, run_at=run_at)


def forget_keys(session: Session, *, due_before: datetime) -> int:
    """Free the keys of jobs that are gone and were due before `due_before`; return how many."""
    waiting = select(Job.id).where(Job.id == JobKey.job_id).exists()
    gone = session.scalars(delete(JobKey).where(JobKey.run_at < due_before, ~waiting).returning(JobKey.key)).all()
    return len(gone)


def _replay(session: Session, *which: ColumnElement[bool], run_at: datetime) -> int:
    again = session.scalars(
        update(Job)
        .where(Job.state == "dead", *which)
        .values(state="ready", attempts=0, run_at=run_at)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    ).all()
    if again:
        note(session, Enqueued(run_at))
    return len(again)


def _add(session: Session, job_id: UUID, work: Work, *, run_at: datetime, key: str | None) -> None:
    payload = work.model_dump(mode="json")
    row = {"id": job_id, "kind": work.kind, "payload": payload, "key": key, "run_at": run_at, "state": "ready"}
    session.execute(_NEW_JOB, row)
    note(session, Enqueued(run_at))


def _take_key(session: Session, key: str, *, job_id: UUID, run_at: datetime) -> bool:
    row = {"key": key, "job_id": job_id, "run_at": run_at}
    return session.execute(_for(session, _TAKE_KEY), row).first() is not None


def _for(session: Session, statements: Mapping[str, Executable]) -> Executable:
    return statements[session.get_bind().dialect.name]


# Built once, and of rows, not objects: several run with every message.
_JOBS, _KEYS = cast(Table, Job.__table__), cast(Table, JobKey.__table__)
_WHICH = bindparam("which", type_=_KEYS.c.key.type)
_NEW_JOB = insert(_JOBS)
_DROP = delete(_JOBS).where(_JOBS.c.key == _WHICH).returning(_JOBS.c.id)
_DROP_WAITING = delete(_JOBS).where(_JOBS.c.key == _WHICH, _JOBS.c.state != "running")
_FREE_KEY = delete(_KEYS).where(_KEYS.c.key == _WHICH)
_INSERTS: Mapping[str, SqliteInsert | PostgresInsert] = {
    "sqlite": SqliteInsert(_KEYS),
    "postgresql": PostgresInsert(_KEYS),
}
_TAKE_KEY: Mapping[str, Executable] = {
    name: new.on_conflict_do_nothing().returning(_KEYS.c.key) for name, new in _INSERTS.items()
}
_HOLD_KEY: Mapping[str, Executable] = {
    name: new.on_conflict_do_update(
        index_elements=["key"], set_={"job_id": new.excluded.job_id, "run_at": new.excluded.run_at}
    )
    for name, new in _INSERTS.items()
}
