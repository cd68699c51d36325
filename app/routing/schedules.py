"""The rows of `schedule` as calendars of teams and people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, or_, select
from sqlalchemy.orm import Session

from app.models import Schedule, Team
from app.routing.hours import BusinessHours, Interval, weekdays_nine_to_six

Times = Row[UUID | None, UUID | None, int | None, date | None, time | None, time | None, bool, str, str | None]


def team_hours(session: Session, team_id: UUID) -> BusinessHours:
    """Return the team's business hours; Monday to Friday 09:00–18:00 where it has set none."""
    return _team(team_id, _rows(session, team_id, ()))


def on_shift(session: Session, team_id: UUID, people: Collection[UUID], *, now: datetime) -> frozenset[UUID]:
    """Return who of `people` works at `now` by their own schedule, or by the team's where they have none."""
    rows = _rows(session, team_id, people)
    team = _team(team_id, rows)
    return frozenset(
        person for person in people if _person(team, [row for row in rows if row.person_id == person]).contains(now)
    )


# Built once: hours are read with every message. A team without hours of its own gives one empty row.
_COLUMNS = (
    Schedule.team_id,
    Schedule.person_id,
    Schedule.weekday,
    Schedule.day,
    Schedule.start,
    Schedule.end,
    Schedule.closed,
    Team.timezone,
    Team.country,
)
_TEAM_ID = bindparam("team_id", type_=Uuid)
_PEOPLE = Schedule.person_id.in_(bindparam("people", expanding=True))
_TEAMS = select(*_COLUMNS).outerjoin_from(Team, Schedule, Schedule.team_id == Team.id).where(Team.id == _TEAM_ID)
_WITH_PEOPLE = (
    select(*_COLUMNS)
    .outerjoin_from(Team, Schedule, or_(Schedule.team_id == Team.id, _PEOPLE))
    .where(Team.id == _TEAM_ID)
)


def _rows(session: Session, team_id: UUID, people: Collection[UUID]) -> Sequence[Times]:
    if not people:
        return session.execute(_TEAMS, {"team_id": team_id}).all()
    return session.execute(_WITH_PEOPLE, {"team_id": team_id, "people": list(people)}).all()


def _team(team_id: UUID, rows: Sequence[Times]) -> BusinessHours:
    own = [row for row in rows if row.team_id == team_id]
    weekly = _weekly(own) or weekdays_nine_to_six().weekly
    return BusinessHours(weekly, rows[0].timezone, rows[0].country, _exceptions(own))


def _person(team: BusinessHours, own: list[Times]) -> BusinessHours:
    weekly = _weekly(own) if any(row.weekday is not None for row in own) else team.weekly
    return BusinessHours(weekly, team.timezone, team.country, {**team.exceptions, **_exceptions(own)})


def _weekly(rows: Iterable[Times]) -> dict[int, tuple[Interval, ...]]:
    made: dict[int, tuple[Interval, ...]] = {}
    for row in rows:
        if row.weekday is not None:
            made[row.weekday] = made.get(row.weekday, ()) + _interval(row)
    return {weekday: intervals for weekday, intervals in made.items() if intervals}


def _exceptions(rows: Iterable[Times]) -> dict[date, tuple[Interval, ...]]:
    made: dict[date, tuple[Interval, ...]] = {}
    for row in rows:
        if row.day is not None:
            made[row.day] = made.get(row.day, ()) + _interval(row)
    return made


def _interval(row: Times) -> tuple[Interval, ...]:
    if row.closed or row.start is None or row.end is None:
        return ()
    return (Interval(row.start, row.end),)
