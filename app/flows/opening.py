"""A team opens, or a rep is free again: the next leads of the night go out."""

from __future__ import annotations

from app.flows.deps import Deps
from app.jobs.kinds import OpenQueue
from app.routing.opening import come_back, hand_out


async def open_queue(deps: Deps, work: OpenQueue) -> None:
    """Hand out one lead after the other, each in a write of its own, while somebody is free; then come back."""
    now = deps.clock.now()
    while await deps.database.awrite(lambda session: hand_out(session, work.team_id, now=now)):
        pass
    await deps.database.awrite(lambda session: come_back(session, work.team_id, now=now))
