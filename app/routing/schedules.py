"""The rows of `schedule` as calendars of teams and people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models import Schedule, Team
from app.routing.hours import BusinessHours, Interval, weekdays_nine_to_six


def team_hours(session: Session, team_id: UUID) -> BusinessHours:
    """Return the team's business hours; Monday to Friday 09:00–18:00 where it has set none."""
    return _team(session, team_id, _rows(session, team_id, ()))


def on_shift(session: Session, team_id: UUID, people: Collection[UUID], *, now: datetime) -> frozenset[UUID]:
    """Return who of `people` works at `now` by their own schedule, or by the team's where they have none."""
    rows = _rows(session, team_id, people)
    team = _team(session, team_id, rows)
    return frozenset(
        person for person in people if _person(team, [row for row in rows if row.person_id == person]).contains(now)
    )


def _rows(session: Session, team_id: UUID, people: Collection[UUID]) -> list[Schedule]:
    wanted = or_(Schedule.team_id == team_id, Schedule.person_id.in_(people))
    return list(session.scalars(select(Schedule).where(wanted)))


def _team(session: Session, team_id: UUID, rows: list[Schedule]) -> BusinessHours:
    team = session.get_one(Team, team_id)
    own = [row for row in rows if row.team_id == team_id]
    weekly = _weekly(own) or weekdays_nine_to_six().weekly
    return BusinessHours(weekly, team.timezone, team.country, _exceptions(own))


def _person(team: BusinessHours, own: list[Schedule]) -> BusinessHours:
    weekly = _weekly(own) if any(row.weekday is not None for row in own) else team.weekly
    return BusinessHours(weekly, team.timezone, team.country, {**team.exceptions, **_exceptions(own)})


def _weekly(rows: Iterable[Schedule]) -> dict[int, tuple[Interval, ...]]:
    made: dict[int, tuple[Interval, ...]] = {}
    for row in rows:
        if row.weekday is not None:
            made[row.weekday] = made.get(row.weekday, ()) + _interval(row)
    return {weekday: intervals for weekday, intervals in made.items() if intervals}


def _exceptions(rows: Iterable[Schedule]) -> dict[date, tuple[Interval, ...]]:
    made: dict[date, tuple[Interval, ...]] = {}
    for row in rows:
        if row.day is not None:
            made[row.day] = made.get(row.day, ()) + _interval(row)
    return made


def _interval(row: Schedule) -> tuple[Interval, ...]:
    if row.closed or row.start is None or row.end is None:
        return ()
    return (Interval(row.start, row.end),)
