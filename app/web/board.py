"""The speed board: how fast the team answers, with nobody's name on it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from babel.dates import format_skeleton
from fastapi import APIRouter, Depends, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from app.accounts.roles import may_see_team
from app.accounts.sessions import SignedIn
from app.board.figures import Board, Period, board
from app.models import Team
from app.web.deps import Reader, lang_of, now_of, present_person, services_of
from app.web.pages import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """The chosen team with its figures, and all teams this person may look at."""

    team: Team
    teams: tuple[Team, ...]
    board: Board
    days: tuple[tuple[str, Period], ...]


@router.get("/console/board", dependencies=[Depends(present_person)])
async def board_page(request: Request, person: Reader, team: UUID | None = None) -> Response:
    """Show today and the last seven days of one team: the own one unless another may be seen and is asked for."""
    now, lang = now_of(request), lang_of(request)

    def read(session: Session) -> Shown | None:
        teams = _visible(session, person)
        chosen = next((one for wish in (team, person.team_id) for one in teams if one.id == wish), None)
        chosen = chosen or next(iter(teams), None)
        if chosen is None:
            return None
        made = board(session, team_id=chosen.id, zone=chosen.timezone, now=now)
        days = ((format_skeleton("MEd", one.begin.date(), locale=lang), one) for one in made.days)
        return Shown(chosen, teams, made, tuple(days))

    shown = await services_of(request).database.aread(read)
    return render(request, "board.html", shown=shown)


def _visible(session: Session, person: SignedIn) -> tuple[Team, ...]:
    teams = session.scalars(select(Team).order_by(Team.name, Team.id))
    return tuple(team for team in teams if may_see_team(person.role, person.team_id, team.id))
