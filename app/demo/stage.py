"""The scenes of `/demo`: what has to be so before the prospect writes. The prospect's words go through the widget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from fastapi import APIRouter, Request

from app.core.errors import Forbidden
from app.demo import hours
from app.demo.clock import DemoClock, carry_along
from app.demo.outage import DemoModel
from app.web.deps import own_origins, services_of

Scene = Literal["night", "unnoticed", "complaint", "outage", "discount"]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scene may change."""

    clock: DemoClock
    model: DemoModel


def router(stage: Stage) -> APIRouter:
    """Return the routes that set a scene; they answer our own page only."""
    made = APIRouter(include_in_schema=False)

    @made.post("/demo/scenes/{scene}", status_code=204)
    async def set_scene(request: Request, scene: Scene) -> None:
        """Make it 22:00 of a team that works on weekdays, or any hour of one that works round the clock."""
        check_origin(request)
        await services_of(request).database.awrite(hours.weekdays if scene == "night" else hours.round_the_clock)
        if scene == "night":
            await _skip(request, hours.until_night(stage.clock.now()))
        await (stage.model.cut() if scene == "outage" else stage.model.restore())

    @made.post("/demo/morning", status_code=204)
    async def morning(request: Request) -> None:
        """Make it the next opening of the team."""
        check_origin(request)
        now = stage.clock.now()
        calendar = await services_of(request).database.aread(hours.hours)
        await _skip(request, calendar.next_opening(now) - now)

    async def _skip(request: Request, by: timedelta) -> None:
        await services_of(request).database.awrite(lambda session: carry_along(session, by))
        stage.clock.skip(by)

    return made


def check_origin(request: Request) -> None:
    """Refuse what another site's page sends here."""
    if request.headers.get("origin") not in own_origins(request):
        raise Forbidden("origin_foreign")
