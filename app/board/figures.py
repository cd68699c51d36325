"""The two clocks of a team, always apart, and its missed promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models import Event, Lead, SlaClock

FAST = timedelta(minutes=5)
DAYS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """One clock over the leads of a period. `n` leads it has stopped for, `waiting` it still runs for.

    `fast` of `judged` leads stopped it within five minutes; judged are all but those still waiting for less than that,
    so a lead nobody answers counts against the rate. p90 is the nearest rank.
    """

    n: int = 0
    waiting: int = 0
    median: timedelta | None = None
    p90: timedelta | None = None
    average: timedelta | None = None
    fast: int = 0
    judged: int = 0

    @property
    def rate(self) -> float | None:
        """Return the share within five minutes; None where there is nothing to judge."""
        return self.fast / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Period:
    """Leads received from `begin` until before `end`; misses are counted on the day they happened."""

    begin: datetime
    end: datetime
    leads: int
    first_reply: Figure
    first_contact: Figure
    reassigned: int
    escalated: int


@dataclass(frozen=True, slots=True)
class Board:
    """Today, the last seven days with today, and each of those days, newest first."""

    zone: str
    today: Period
    week: Period
    days: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One clock of one lead: when it started and, if it has, stopped."""

    began: datetime
    stopped: datetime | None


def board(session: Session, *, team_id: UUID, zone: str, now: datetime) -> Board:
    """Return the team's figures in its own time zone."""
    today = now.astimezone(ZoneInfo(zone)).date()
    days = tuple(
        of_day(session, today - timedelta(days=back), team_id=team_id, zone=zone, now=now) for back in range(DAYS)
    )
    week = period(session, team_id=team_id, begin=days[-1].begin, end=days[0].end, now=now)
    return Board(zone, days[0], week, days)


def of_day(session: Session, day: date, *, team_id: UUID, zone: str, now: datetime) -> Period:
    """Return one calendar day of the zone, which is not always 24 hours long."""
    begin = datetime.combine(day, time.min, ZoneInfo(zone))
    end = datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(zone))
    return period(session, team_id=team_id, begin=begin, end=end, now=now)


def period(session: Session, *, team_id: UUID, begin: datetime, end: datetime, now: datetime) -> Period:
    """Return the figures of the leads received in a period, by what has happened until `now`.

    First reply: from the lead's arrival to the assistant's first complete answer; the opener does not count, nor do
    leads that a person took over or reached before it.
    First contact: from the first notice to a rep (from arrival where the rep was faster than any notice) to the first
    message or call of a person; leads that no rep was given are not counted.
    """
    leads = _received(team_id, begin=begin, end=end)
    received = _firsts(session, leads, "lead_received")
    replied = _firsts(session, leads, "first_reply")
    contacted = _firsts(session, leads, "first_contact")
    by_person = _firsts(session, leads, "first_contact", "taken_over")
    started = _clocks(session, leads)
    replies = [
        Run(at, replied.get(lead))
        for lead, at in received.items()
        if lead not in by_person or (lead in replied and replied[lead] <= by_person[lead])
    ]
    contacts = [
        Run(started.get(lead) or at, contacted.get(lead))
        for lead, at in received.items()
        if lead in started or lead in contacted
    ]
    return Period(
        begin,
        end,
        leads=len(received),
        first_reply=summarize(replies, now=now),
        first_contact=summarize(contacts, now=now),
        reassigned=_count(session, "reassigned", team_id=team_id, begin=begin, end=end),
        escalated=_count(session, "escalated", team_id=team_id, begin=begin, end=end),
    )


def summarize(runs: Iterable[Run], *, now: datetime) -> Figure:
    """Return the figure of some clocks. Pure."""
    runs = list(runs)
    took = sorted(max(timedelta(0), run.stopped - run.began) for run in runs if run.stopped is not None)
    open_for = [now - run.began for run in runs if run.stopped is None]
    fast = sum(one <= FAST for one in took)
    judged = len(took) + sum(one > FAST for one in open_for)
    if not took:
        return Figure(waiting=len(open_for), judged=judged)
    return Figure(
        n=len(took),
        waiting=len(open_for),
        median=(took[(len(took) - 1) // 2] + took[len(took) // 2]) / 2,
        p90=took[ceil(0.9 * len(took)) - 1],
        average=sum(took, timedelta(0)) / len(took),
        fast=fast,
        judged=judged,
    )


def _received(team_id: UUID, *, begin: datetime, end: datetime) -> Select[UUID | None]:
    return (
        select(Event.lead_id)
        .join(Lead, Lead.id == Event.lead_id)
        .where(Event.kind == "lead_received", Lead.team_id == team_id, Event.at >= begin, Event.at < end)
    )


def _firsts(session: Session, leads: Select[UUID | None], *kinds: str) -> dict[UUID, datetime]:
    rows = session.execute(
        select(Event.lead_id, func.min(Event.at))
        .where(Event.kind.in_(kinds), Event.lead_id.in_(leads))
        .group_by(Event.lead_id)
    )
    return {lead: at for lead, at in rows if lead is not None}


def _clocks(session: Session, leads: Select[UUID | None]) -> dict[UUID, datetime | None]:
    rows = session.execute(
        select(SlaClock.lead_id, func.min(SlaClock.started_at))
        .where(SlaClock.lead_id.in_(leads))
        .group_by(SlaClock.lead_id)
    )
    return dict(rows.all())


def _count(session: Session, kind: str, *, team_id: UUID, begin: datetime, end: datetime) -> int:
    found = session.scalar(
        select(func.count())
        .select_from(Event)
        .join(Lead, Lead.id == Event.lead_id)
        .where(Event.kind == kind, Lead.team_id == team_id, Event.at >= begin, Event.at < end)
    )
    return found or 0
