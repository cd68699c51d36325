"""The team opens: the leads of the night are handed out, the hottest first, one to each rep who is free."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Team
from app.routing import schedules
from app.routing.assign import RETRY, assign, assign_to_idle, next_step
from app.routing.waiting import hand_out_at, waiting


def hand_out(session: Session, team_id: UUID, *, now: datetime) -> UUID | None:
    """Give one waiting lead to its rep and return the lead; None if nobody is free for any, or the team is closed.

    Whoever still has a lead to contact gets no second one, until a lead has waited as long as it may (15 minutes after
    the opening for a hot one, 45 for the others): then it is assigned like any other.
    """
    _one_at_a_time(session, team_id)
    hours = schedules.team_hours(session, team_id)
    if not hours.contains(now):
        return None
    for one in waiting(session, team_id):
        give = assign if now >= one.at_the_latest(hours) else assign_to_idle
        if give(session, one.lead_id, now=now) is not None or give is assign:
            return one.lead_id
    return None


def come_back(session: Session, team_id: UUID, *, now: datetime) -> None:
    """Queue the next round while leads wait: in 15 seconds, sooner if one of them has then waited long enough, or at
    the next opening; with none in sight they are assigned as they are.
    """
    _one_at_a_time(session, team_id)
    left = waiting(session, team_id)
    if not left:
        return
    hours = schedules.team_hours(session, team_id)
    opening = hours.opens(now)
    if opening is None:
        for one in left:
            assign(session, one.lead_id, now=now)
        return
    limits = [limit for one in left if (limit := one.at_the_latest(hours)) > now]
    hand_out_at(session, team_id, at=max(opening, min([next_step(now, RETRY), *limits])))


def _one_at_a_time(session: Session, team_id: UUID) -> None:
    """Make another node that hands out the team's leads wait: each must see whom the other gave one to."""
    session.execute(select(Team.id).where(Team.id == team_id).with_for_update(key_share=True))
