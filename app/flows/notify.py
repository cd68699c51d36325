"""People are told of a lead on every channel on duty, once each; the first notice to its rep starts the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.core.errors import Unavailable
from app.flows.deps import Deps
from app.jobs.effects import NotSentError, perform
from app.jobs.kinds import NotifyRep, TellNews
from app.leads.events import record
from app.models import Delivery
from app.notifiers.port import Notice, Notifier
from app.routing import clock, notice
from app.routing.news import read as read_news

Then = Callable[[Session, Notice, str, str, datetime], None]


async def notify_rep(deps: Deps, work: NotifyRep) -> None:
    """Send what has not been sent; `Unavailable` makes the engine try the failed channels again.

    The clock starts even if no channel works: the lead then goes on to the next rep and the manager in time.
    """
    now = deps.clock.now()
    facts = await deps.database.aread(lambda session: notice.read(session, work.assignment_id, now=now))
    if facts is None:
        return
    first = notice.write(facts, deps.texts, vault=deps.vault, now=now)
    states = await tell(deps, first, then=_sent)
    if states <= {"failed"}:
        at = deps.clock.now()
        await deps.database.awrite(lambda session: clock.start(session, work.assignment_id, notified_at=at))
    if "failed" in states:
        raise Unavailable("notice_failed")


async def tell_news(deps: Deps, work: TellNews) -> None:
    """Tell whoever has the lead what has happened; `Unavailable` makes the engine try the failed channels again."""
    now = deps.clock.now()
    facts = await deps.database.aread(lambda session: read_news(session, work, now=now))
    if facts is None:
        return
    if "failed" in await tell(deps, notice.write(facts, deps.texts, vault=deps.vault, now=now)):
        raise Unavailable("notice_failed")


async def tell(deps: Deps, news: Notice, *, then: Then | None = None) -> set[str]:
    """Send the news on every channel on duty, once each, and return how that ended: sent, unknown, failed.

    `then(session, news, channel, state, at)` is written with the first note that a channel has, or may have, told it.
    """
    return {await _tell(deps, news, notifier, then=then) for notifier in deps.notifiers}


async def _tell(deps: Deps, news: Notice, notifier: Notifier, *, then: Then | None) -> str:
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

    def mark(session: Session) -> None:
        if _mark(session, news, channel=notifier.name, state=state, at=at) and state != "failed" and then is not None:
            then(session, news, notifier.name, state, at)

    await deps.database.awrite(mark)
    return state


def _mark(session: Session, news: Notice, *, channel: str, state: str, at: datetime) -> bool:
    """Note how the notice ended; False if that stands there already."""
    delivery = session.get(Delivery, _delivery_id(news, channel))
    if delivery is not None and delivery.state == state:
        return False
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
    return True


def _sent(session: Session, news: Notice, channel: str, state: str, at: datetime) -> None:
    """Start the clock. A notice that perhaps arrived counts: better early than never."""
    record(session, "notice_sent", at=at, lead_id=news.lead_id, person_id=news.person_id, channel=channel, state=state)
    if news.assignment_id is not None:
        clock.start(session, news.assignment_id, notified_at=at)


def _delivery_id(news: Notice, channel: str) -> UUID:
    """The same for every attempt at the same news, so a repeated job finds its row."""
    return uuid5(news.lead_id, f"{news.key}:{channel}")
