"""Leads that came while the team was closed: their order, their limits, and the job that hands them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.jobs.kinds import OpenQueue
from app.jobs.port import postpone
from app.models import Event, Lead
from app.routing import store
from app.routing.hours import BusinessHours, NeverOpens
from app.routing.sla import TIGHTNESS
from app.routing.urgency import pace

FOR_OPENING = "waits_for_opening"
FOR_REP = "waits_for_rep"
HOT_WITHIN = timedelta(minutes=15)
WITHIN = timedelta(minutes=45)
HOUR = timedelta(hours=1)
LONGEST = timedelta(hours=3)  # a time told is of use only if one can wait for it


@dataclass(frozen=True, slots=True)
class Waiting:
    """A lead that waits for the opening since `since`; `band` is that of its clock."""

    lead_id: UUID
    band: str
    score: int
    since: datetime

    def at_the_latest(self, hours: BusinessHours) -> datetime:
        """Return when it is handed out even if every rep still has another lead: at once if hours are lacking."""
        within = HOT_WITHIN if self.band == "hot" else WITHIN
        try:
            return hours.add(hours.next_opening(self.since), within)
        except NeverOpens:
            return self.since


def in_order(leads: Iterable[Waiting]) -> list[Waiting]:
    """Return the hottest first, then the highest score, then the longest wait."""
    return sorted(leads, key=lambda one: (-TIGHTNESS[one.band], -one.score, one.since, one.lead_id))


def contact_window(hours: BusinessHours, at: datetime, *, within: timedelta) -> tuple[datetime, datetime] | None:
    """Return from when and until when a person makes contact that is told at `at`; None with no opening in sight.

    The end leaves `within` after the last hand-out, in business time, rounded up to the full hour while it is open.
    """
    try:
        opening = hours.next_opening(at)
        until = hours.add(opening, WITHIN + within)
        local = until.astimezone(ZoneInfo(hours.timezone)).replace(tzinfo=None)
        rest = (local.min - local) % HOUR
        return opening, until + rest if hours.add(until, rest) == until + rest else until
    except NeverOpens:
        return None


def contact_within(session: Session, team_id: UUID) -> timedelta:
    """Return how long a rep who is handed a lead of the night has to make contact, by the policy of a warm one."""
    after = store.policy(session, team_id, band="warm").escalate_after or HOUR
    return min(after, LONGEST)


def waiting(session: Session, team_id: UUID) -> list[Waiting]:
    """Return the team's leads that still wait for the opening, in order."""
    latest = aliased(Event)
    newest = (
        select(latest.id)
        .where(latest.lead_id == Lead.id, latest.kind.in_((FOR_OPENING, FOR_REP)))
        .order_by(latest.at.desc(), latest.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Lead, Event.at)
        .join(Event, Event.id == newest)
        .where(Lead.team_id == team_id, Lead.owner_id.is_(None), Lead.status != "closed", Event.kind == FOR_OPENING)
    )
    return in_order(Waiting(lead.id, pace(lead), lead.score, at) for lead, at in rows)


def hand_out_at(session: Session, team_id: UUID, *, at: datetime) -> None:
    """Have the waiting leads handed out at `at`; there is one such job per team."""
    postpone(session, OpenQueue(team_id=team_id), run_at=at, key=f"opening:{team_id}")


def rep_is_free(session: Session, team_id: UUID, *, now: datetime) -> None:
    """Hand out the next waiting lead at once, because a rep has just made contact with another one."""
    if waiting(session, team_id):
        hand_out_at(session, team_id, at=now)
