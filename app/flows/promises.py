"""A time told to a prospect comes near, or has come."""

from __future__ import annotations

from app.conversation.promise_clock import advance, warning
from app.core.errors import Unavailable
from app.flows.deps import Deps
from app.flows.notify import tell
from app.jobs.kinds import PromiseDue
from app.routing import notice


async def promise_due(deps: Deps, work: PromiseDue) -> None:
    """Warn the lead's owner and the manager ten minutes before; at the time itself a promise nobody kept lapses.

    `Unavailable` makes the engine try the failed channels again; that holds nothing else up.
    """
    now = deps.clock.now()
    states: set[str] = set()
    for facts in await deps.database.aread(lambda session: warning(session, work.promise_id, now=now)):
        states |= await tell(deps, notice.write(facts, deps.texts, vault=deps.vault, now=now))
    await deps.database.awrite(lambda session: advance(session, work.promise_id, texts=deps.texts, now=now))
    if "failed" in states:
        raise Unavailable("notice_failed")
