"""Jobs without an engine, for tests of use cases: what is due is run here and now, errors are raised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.core.db import Database
from app.jobs import store
from app.jobs.embedded import Handler
from app.jobs.kinds import Work

NODE = "tests"


async def run_due(database: Database, handlers: Mapping[type[Work], Handler], *, now: datetime) -> int:
    """Run what is due at `now`, the earliest first, and what that makes due; return how many jobs were done."""
    by_kind = {work.kind: (work, handler) for work, handler in handlers.items()}
    done = 0
    while claimed := await database.awrite(
        lambda session: store.claim(session, node=NODE, kinds=tuple(by_kind), now=now, limit=1)
    ):
        job = claimed[0]
        work, handle = by_kind[job.kind]
        await handle(work.model_validate(job.payload))
        await database.awrite(lambda session, job=job: store.finish(session, job))  # type: ignore[misc]
        done += 1
    return done
