"""A rep is told of a lead on every channel on duty, once each; the first notice starts the clock."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.core.errors import Unavailable
from app.flows.deps import Deps
from app.jobs.effects import NotSentError, perform
from app.jobs.kinds import NotifyRep
from app.leads.events import record
from app.models import Delivery
from app.notifiers.port import Notice, Notifier
from app.routing import clock, notice


async def notify_rep(deps: Deps, work: NotifyRep) -> None:
    """Send what has not been sent; `Unavailable` makes the engine try the failed channels again.

    The clock starts even if no channel works: the lead then goes on to the next rep and the manager in time.
    """
    now = deps.clock.now()
    facts = await deps.database.aread(lambda session: notice.read(session, work.assignment_id, now=now))
    if facts is None:
        return
    news = notice.write(facts, deps.texts, vault=deps.vault, now=now)
    states = [await _tell(deps, news, notifier) for notifier in deps.notifiers]
    if set(states) <= {"failed"}:
        at = deps.clock.now()
        await deps.database.awrite(lambda session: clock.start(session, news.assignment_id, notified_at=at))
    if "failed" in states:
        raise Unavailable("notice_failed")


async def _tell(deps: Deps, news: Notice, notifier: Notifier) -> str:
    try:
        performed = await perform(
            deps.database,
            f"{news.key}:{notifier.name}",
            send=lambda: notifier.notify(news),
            now=deps.clock.now(),
            reconcile=lambda: notifier.arrived(news),
        )
        state = str(performed.state)
    except NotSentError:
        state = "failed"
    at = deps.clock.now()
    await deps.database.awrite(lambda session: _mark(session, news, channel=notifier.name, state=state, at=at))
    return state


def _mark(session: Session, news: Notice, *, channel: str, state: str, at: datetime) -> None:
    """Note how the notice ended. One that perhaps arrived counts for the clock: better early than never."""
    delivery = session.get(Delivery, _delivery_id(news, channel))
    if delivery is not None and delivery.state == state:
        return
    if delivery is None:
        delivery = Delivery(
            id=_delivery_id(news, channel),
            lead_id=news.lead_id,
            assignment_id=news.assignment_id,
            person_id=news.person_id,
            channel=channel,
            kind="notice",
        )
        session.add(delivery)
    delivery.state, delivery.at = state, at
    session.flush()
    if state == "failed":
        return
    record(session, "notice_sent", at=at, lead_id=news.lead_id, person_id=news.person_id, channel=channel, state=state)
    clock.start(session, news.assignment_id, notified_at=at)


def _delivery_id(news: Notice, channel: str) -> UUID:
    """The same for every attempt at the same news, so a repeated job finds its row."""
    return uuid5(news.assignment_id, f"{news.key}:{channel}")
