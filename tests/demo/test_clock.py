"""The demo's clock only runs forward, outlives the process, and nobody notices a jump; the team's two calendars."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from app.accounts import people, sessions
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import SetupError
from app.core.resources import folder
from app.core.security import Vault
from app.demo import hours
from app.demo.clock import DemoClock, carry_along
from app.demo.company import load_site
from app.demo.seed import seed
from app.models import Person

NIGHT_JUMP = timedelta(hours=13)


@pytest.fixture
def office(database: Database, vault: Vault, clock: FixedClock) -> Database:
    company = load_site(knowledge=folder("knowledge"), facts=folder("templates") / "demo" / "company.yaml").company
    database.write(lambda session: seed(session, vault, company=company, now=clock.now()))
    database.write(hours.round_the_clock)
    return database


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Tokyo"))


def test_it_only_runs_forward_and_a_restart_keeps_the_jump(tmp_path: Path, clock: FixedClock) -> None:
    jumped = DemoClock(tmp_path / "clock.json", machine=clock)
    jumped.skip(NIGHT_JUMP)
    assert jumped.now() == clock.now() + NIGHT_JUMP
    assert jumped.monotonic() == clock.monotonic()
    with pytest.raises(ValueError, match="forward"):
        jumped.skip(-NIGHT_JUMP)
    assert DemoClock(tmp_path / "clock.json", machine=clock).now() == clock.now() + NIGHT_JUMP


def test_a_damaged_clock_is_said_and_not_taken_for_now(tmp_path: Path) -> None:
    (tmp_path / "clock.json").write_text("{}")
    with pytest.raises(SetupError) as refused:
        DemoClock(tmp_path / "clock.json")
    assert refused.value.code == "clock_damaged"


def test_whoever_is_signed_in_stays_signed_in_and_at_their_desk(office: Database, clock: FixedClock) -> None:
    def sign_in(session: sessions.Session) -> str:
        person = session.scalars(select(Person).where(Person.role == "rep").limit(1)).one()
        person.last_seen_at = clock.now()
        return sessions.open_person(session, person.id, now=clock.now())

    token = office.write(sign_in)
    office.write(lambda session: carry_along(session, NIGHT_JUMP))
    later = clock.now() + NIGHT_JUMP
    found = office.read(lambda session: sessions.find_person(session, token, now=later))
    assert found is not None
    seen = office.read(lambda session: session.get_one(Person, found.person_id).last_seen_at)
    assert seen == later


def test_the_team_works_round_the_clock_until_the_night_is_played(office: Database) -> None:
    saturday = tokyo("2026-11-21 03:00")
    assert office.read(hours.hours).contains(saturday)
    office.write(hours.weekdays)
    night = office.read(hours.hours)
    assert not night.contains(saturday)
    assert night.next_opening(tokyo("2026-11-20 22:00")) == tokyo("2026-11-24 09:00")  # Monday is a holiday
    office.write(hours.round_the_clock)
    assert office.read(hours.hours).contains(saturday)


def test_a_scene_finds_everybody_back_at_their_desk(office: Database, vault: Vault, clock: FixedClock) -> None:
    person_id = office.read(lambda session: session.scalars(select(Person.id).limit(1)).one())

    def send_away(session: sessions.Session) -> None:
        person = people.get(session, person_id)
        person.misses, person.away_until = 1, clock.now() + timedelta(minutes=30)

    office.write(send_away)
    office.write(hours.round_the_clock)
    person = office.read(lambda session: people.get(session, person_id))
    assert (person.misses, person.away_until) == (0, None)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-11-24 10:00", timedelta(hours=12)),
        ("2026-11-24 22:20", timedelta(0)),
        ("2026-11-24 23:00", timedelta(hours=23)),
    ],
)
def test_night_is_the_next_ten_o_clock_in_tokyo(now: str, left: timedelta) -> None:
    assert hours.until_night(tokyo(now).astimezone(UTC)) == left
