"""The speed board and the briefing as pages a rep opens."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from markupsafe import escape
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from app.accounts.sessions import SignedIn
from app.briefing.read import briefing_for
from app.bus.memory import MemoryBus
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.core.settings import Settings
from app.web import board, console
from app.web.deps import Services, current_person, present_person
from app.web.pages import STATIC, make_templates
from tests.board.test_figures import MINUTE, Office
from tests.briefing.sample import TEXTS, tanaka
from tests.http.desk import empty_library


def make_app(database: Database, vault: Vault, *, clock: FixedClock, person: SignedIn) -> FastAPI:
    """Return an app with console and board, in which `person` is signed in."""

    async def signed_in(request: Request) -> SignedIn:
        request.state.person = person
        return person

    made = FastAPI()
    made.state.services = Services(
        database=database,
        clock=clock,
        vault=vault,
        bus=MemoryBus(),
        texts=TEXTS,
        settings=Settings(),
        templates=make_templates(TEXTS),
        receive=None,  # type: ignore[arg-type]
        turns=None,  # type: ignore[arg-type]
        take_form=None,  # type: ignore[arg-type]
        library=empty_library(database, clock),
        briefing=lambda session, lead_id, lang: briefing_for(
            session, vault, TEXTS, lead_id=lead_id, lang=lang, now=clock.now()
        ),
    )
    made.dependency_overrides |= {current_person: signed_in, present_person: signed_in}
    for router in (console.router, board.router):
        made.include_router(router)
    made.mount("/static", StaticFiles(directory=STATIC))
    return made


def signed_in(team_id: UUID | None, *, role: str, lang: str, clock: FixedClock) -> SignedIn:
    """Return a person of the team as the session check gives it."""
    return SignedIn(
        person_id=new_id(),
        session_id=new_id(),
        name="佐藤 健",
        role=role,
        team_id=team_id,
        lang=lang,
        seen_at=clock.now(),
    )


@pytest.mark.parametrize(("lang", "median", "n"), [("ja", "4分0秒", "n = 1"), ("en", "4 min 0 s", "n = 1")])
def test_the_board_shows_each_figure_with_its_n_and_what_it_means(
    database: Database, vault: Vault, clock: FixedClock, lang: str, median: str, n: str
) -> None:
    office = Office(database)
    office.lead(
        clock.now() - 30 * MINUTE,
        reply=timedelta(seconds=3),
        notice=timedelta(seconds=9),
        contact=4 * MINUTE + timedelta(seconds=9),
    )
    person = signed_in(office.team_id, role="rep", lang=lang, clock=clock)
    page = TestClient(make_app(database, vault, clock=clock, person=person)).get("/console/board").text
    assert escape(TEXTS(lang, "board.first_reply.means")) in page
    assert escape(TEXTS(lang, "board.first_contact.means")) in page
    assert median in page
    assert n in page
    assert "佐藤" not in page.split("<main")[1]


def test_an_empty_board_says_so(database: Database, vault: Vault, clock: FixedClock) -> None:
    office = Office(database)
    person = signed_in(office.team_id, role="rep", lang="ja", clock=clock)
    page = TestClient(make_app(database, vault, clock=clock, person=person)).get("/console/board").text
    assert "まだ数字がありません" in page
    assert "<table" not in page


def test_a_rep_cannot_open_another_teams_board(database: Database, vault: Vault, clock: FixedClock) -> None:
    ours, theirs = Office(database), Office(database)
    theirs.lead(clock.now() - MINUTE, reply=timedelta(seconds=3))
    for role, seen in (("rep", False), ("manager", True)):
        person = signed_in(ours.team_id, role=role, lang="en", clock=clock)
        client = TestClient(make_app(database, vault, clock=clock, person=person))
        page = client.get(f"/console/board?team={theirs.team_id}").text
        assert ("3.0 s" in page) is seen


def test_the_briefing_links_each_line_to_its_message(database: Database, vault: Vault, clock: FixedClock) -> None:
    story = tanaka(database, vault, now=clock.now())
    person = signed_in(story.team_id, role="rep", lang="ja", clock=clock)
    page = TestClient(make_app(database, vault, clock=clock, person=person)).get(f"/console/leads/{story.lead_id}").text
    why = story.briefing().find("why")
    assert why is not None
    assert f'href="#m-{why.source.id}"' in page
    assert f'id="m-{why.source.id}"' in page
    assert "「年度内に20名で使い始めたいのですが、料金を教えてください。」" in page
