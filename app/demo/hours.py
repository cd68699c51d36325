"""The demo team's working hours: round the clock, so that the story can be tried at any hour, or a normal week."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.demo.seed import SITE_KEY
from app.models import Inbox, Person, Schedule, Site, Team
from app.routing.hours import ALL_DAY, NINE_TO_SIX, BusinessHours, Interval
from app.routing.schedules import team_hours

ZONE = ZoneInfo("Asia/Tokyo")
NIGHT = time(22)
LAST_OF_NIGHT = time(23)


def round_the_clock(session: Session) -> None:
    """Let the team work day and night, every day; nobody is away."""
    _set(session, dict.fromkeys(range(7), ALL_DAY), country=None)


def weekdays(session: Session) -> None:
    """Let the team work as its site says: Monday to Friday 9:00-18:00, closed on Japanese holidays."""
    _set(session, dict.fromkeys(range(5), NINE_TO_SIX), country="JP")


def hours(session: Session) -> BusinessHours:
    """Return the demo team's hours as they are now."""
    return team_hours(session, _team(session).id)


def until_night(now: datetime) -> timedelta:
    """Return how long it is until 22:00 in Tokyo; nothing between 22:00 and 23:00, so that it can be tried again."""
    here = now.astimezone(ZONE)
    if NIGHT <= here.time() < LAST_OF_NIGHT:
        return timedelta(0)
    tonight = datetime.combine(here.date(), NIGHT, ZONE)
    return (tonight if tonight > here else tonight + timedelta(days=1)) - here


def _set(session: Session, weekly: dict[int, tuple[Interval, ...]], *, country: str | None) -> None:
    team = _team(session)
    team.country = country
    session.execute(delete(Schedule).where(Schedule.team_id == team.id))
    session.add_all(
        Schedule(id=new_id(), team_id=team.id, weekday=weekday, start=interval.start, end=interval.end)
        for weekday, intervals in weekly.items()
        for interval in intervals
    )
    for person in session.scalars(select(Person)):
        person.away_until, person.misses = None, 0


def _team(session: Session) -> Team:
    of_site = select(Inbox.team_id).join(Site, Site.inbox_id == Inbox.id).where(Site.key == SITE_KEY)
    return session.scalars(select(Team).where(Team.id.in_(of_site))).one()
