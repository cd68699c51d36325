"""A lead that nobody is responsible for gets its rep, now or at the next try."""

from __future__ import annotations

from app.flows.deps import Deps
from app.jobs.kinds import AssignLead
from app.routing.assign import assign


async def assign_lead(deps: Deps, work: AssignLead) -> None:
    """Give the lead to the next free rep; `assign` queues the next try itself."""
    now = deps.clock.now()
    await deps.database.awrite(lambda session: assign(session, work.lead_id, now=now))
