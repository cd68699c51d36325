"""A prospect who was told that a person takes over does not wait like a cold lead."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app.conversation.hand_over import hand_to_person
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
MINUTE = timedelta(minutes=1)


@pytest.fixture
def office(database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(database, clock, vault)


def ask_for_a_person(office: Office, lead_id: UUID) -> None:
    now = office.clock.now()
    office.database.write(
        lambda session: hand_to_person(session, lead_id, about="person_wanted", ref="the same words", now=now)
    )


async def test_a_cold_lead_that_wants_a_person_runs_on_the_hot_clock(office: Office) -> None:
    aoi, ben, mori = office.rep("葵"), office.rep("弁"), office.manager()
    lead = office.lead("cold")
    await office.arrive(lead)
    told = len(office.notifiers[0].sent)
    ask_for_a_person(office, lead)
    await office.wait(MINUTE)
    assert len(office.notifiers[0].sent) == told + 1
    await office.wait(4 * MINUTE)
    assert office.owner(lead) == ben
    await office.wait(5 * MINUTE)
    assert office.story(lead) == [("first", aoi), ("reassigned", ben), ("escalated", mori)]


async def test_asking_twice_tells_the_rep_once(office: Office) -> None:
    office.rep("葵")
    lead = office.lead("warm")
    await office.arrive(lead)
    told = len(office.notifiers[0].sent)
    for _ in range(2):
        ask_for_a_person(office, lead)
        await office.wait(timedelta(seconds=5))
    assert len(office.notifiers[0].sent) == told + 1


async def test_at_night_the_manager_is_told_at_once(office: Office) -> None:
    office.rep("葵")
    mori = office.manager()
    office.clock.advance(timedelta(hours=12))  # 22:00 in Tokyo
    lead = office.lead("cold")
    ask_for_a_person(office, lead)
    await office.arrive(lead)
    assert office.owner(lead) == mori
