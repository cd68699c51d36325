"""The job table as engines use it: claim, keep the lease, end, take over. Every change is conditional on the fence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete, func, select, tuple_, update
from sqlalchemy.orm import Session

from app.models.job import Job


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job this node runs; `attempts` counts its failures so far."""

    id: UUID
    kind: str
    payload: dict[str, Any]
    fence: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Running:
    """A sign of life of another node: while it lives, `beat` grows."""

    id: UUID
    kind: str
    fence: int
    beat: int


@dataclass(frozen=True, slots=True)
class View:
    """What an engine has to know between two rounds."""

    next_due: datetime | None
    elsewhere: list[Running]


def look(session: Session, *, node: str, kinds: Collection[str]) -> View:
    """Return when the next job of `kinds` is due and what other nodes are running."""
    next_due = session.scalar(_NEXT_DUE, {"kinds": list(kinds)})
    elsewhere = session.execute(_ELSEWHERE, {"this_node": node})
    return View(next_due, [Running(*row) for row in elsewhere])


_NEXT_DUE = select(func.min(Job.run_at)).where(Job.state == "ready", Job.kind.in_(bindparam("kinds", expanding=True)))
_ELSEWHERE = select(Job.id, Job.kind, Job.fence, Job.beat).where(
    Job.state == "running", Job.node != bindparam("this_node")
)


def claim(session: Session, *, node: str, kinds: Collection[str], now: datetime, limit: int) -> list[Claimed]:
    """Start up to `limit` due jobs, the earliest first; what another node is just claiming is left to it."""
    ids = session.scalars(
        select(Job.id)
        .where(Job.state == "ready", Job.run_at <= now, Job.kind.in_(kinds))
        .order_by(Job.run_at, Job.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if not ids:
        return []
    rows = session.execute(
        update(Job)
        .where(Job.id.in_(ids))
        .values(state="running", node=node, fence=Job.fence + 1, beat=0)
        .returning(Job.id, Job.kind, Job.payload, Job.fence, Job.attempts)
        .execution_options(synchronize_session=False)
    )
    claimed = {row.id: Claimed(*row) for row in rows}
    return [claimed[job_id] for job_id in ids]


def finish(session: Session, job: Claimed) -> bool:
    """Delete a job that is done; False if it was cancelled or its lease was lost."""
    return bool(session.scalars(delete(Job).where(*_held(job)).returning(Job.id)).all())


def put_off(session: Session, job: Claimed, *, until: datetime, error: str) -> None:
    """Note a failure and try again at `until`."""
    _end(session, job, state="ready", run_at=until, error=error)


def give_up(session: Session, job: Claimed, *, at: datetime, error: str) -> None:
    """Note the last failure; the job stays as a dead letter."""
    _end(session, job, state="dead", run_at=at, error=error)


def keep(session: Session, runs: Collection[tuple[UUID, int]]) -> set[tuple[UUID, int]]:
    """Renew the leases of the runs (id, fence); return those that are still ours."""
    kept = session.execute(
        update(Job)
        .where(tuple_(Job.id, Job.fence).in_(runs), Job.state == "running")
        .values(beat=Job.beat + 1)
        .returning(Job.id, Job.fence)
        .execution_options(synchronize_session=False)
    )
    return {(row.id, row.fence) for row in kept}


def take_back(session: Session, *, node: str, but: Collection[tuple[UUID, int]] = ()) -> int:
    """Make every job ready again that this node began, apart from the runs (id, fence) in `but`; return how many."""
    return _release(session, Job.node == node, tuple_(Job.id, Job.fence).not_in(but))


def take_over(session: Session, jobs: Sequence[Running]) -> int:
    """Make jobs of silent nodes ready again; one that gave a sign of life meanwhile is left alone."""
    seen = [(job.id, job.fence, job.beat) for job in jobs]
    return _release(session, tuple_(Job.id, Job.fence, Job.beat).in_(seen))


def _held(job: Claimed) -> tuple[ColumnElement[bool], ...]:
    return Job.id == job.id, Job.fence == job.fence, Job.state == "running"


def _end(session: Session, job: Claimed, *, state: str, run_at: datetime, error: str) -> None:
    session.execute(
        update(Job)
        .where(*_held(job))
        .values(state=state, run_at=run_at, node=None, attempts=Job.attempts + 1, last_error=error)
        .execution_options(synchronize_session=False)
    )


def _release(session: Session, *which: ColumnElement[bool]) -> int:
    released = session.scalars(
        update(Job)
        .where(Job.state == "running", *which)
        .values(state="ready", node=None, fence=Job.fence + 1)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    )
    return len(released.all())
