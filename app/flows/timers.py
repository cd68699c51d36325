"""Two timers of a lead's clock; each checks its condition again when it fires."""

from __future__ import annotations

from app.flows.deps import Deps
from app.jobs.kinds import EscalateDue, ReassignDue
from app.routing.assign import reassign
from app.routing.escalate import escalate


async def reassign_due(deps: Deps, work: ReassignDue) -> None:
    """Nobody claimed in time: the next rep, or the manager after the last one."""
    now = deps.clock.now()
    await deps.database.awrite(lambda session: reassign(session, work.clock_id, work.assignment_id, now=now))


async def escalate_due(deps: Deps, work: EscalateDue) -> None:
    """Nobody made contact in time: the manager."""
    now = deps.clock.now()
    await deps.database.awrite(lambda session: escalate(session, work.clock_id, now=now))
