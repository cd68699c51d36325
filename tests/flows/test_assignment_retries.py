"""A lead that cannot be placed yet is tried again for as long as it takes, and never left without anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.flows.assignment import assign_lead
from app.jobs import store
from app.jobs.kinds import AssignLead
from app.models import Job
from app.routing import clock as sla_clock
from app.routing.claim import claim
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture
def office(any_database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(any_database, clock, vault)


def waiting(office: Office) -> list[str]:
    return office.database.read(lambda s: list(s.scalars(select(Job.kind).where(Job.kind != "notify_rep"))))


async def test_a_clock_set_back_while_a_try_runs_does_not_lose_the_next_one(office: Office) -> None:
    aoi = office.rep("葵", on_duty=False)
    lead = office.lead()
    office.assign(lead)
    due = office.clock.now() + 15 * SECOND

    def begin(session: Session) -> list[store.Claimed]:
        return store.claim(session, node="a", kinds=["assign_lead"], now=due, limit=1)

    (job,) = office.database.write(begin)
    office.clock.set(due - SECOND)
    await assign_lead(office.deps, AssignLead.model_validate(job.payload))
    office.database.write(lambda session: store.finish(session, job))
    assert waiting(office) == ["assign_lead"]
    office.change(aoi, on_duty=True)
    await office.wait(MINUTE)
    assert office.owner(lead) == aoi


async def test_causes_that_come_together_are_one_try(office: Office) -> None:
    office.rep("葵", on_duty=False)
    lead = office.lead()
    for _ in range(3):
        office.assign(lead)
        office.clock.advance(20 * SECOND)
    assert waiting(office) == ["assign_lead"]


async def test_without_a_manager_a_late_lead_stays_with_its_rep_until_there_is_one(office: Office) -> None:
    aoi = office.rep("葵")
    lead = office.lead("hot")
    await office.arrive(lead)
    office.database.write(lambda session: claim(session, lead, person_id=aoi, now=office.clock.now()))
    await office.wait(20 * MINUTE)
    assert office.story(lead) == [("first", aoi)]
    assert waiting(office) == ["escalate_due"]
    mori = office.manager()
    await office.wait(5 * MINUTE)
    assert office.story(lead) == [("first", aoi), ("escalated", mori)]
    assert [office.events(lead).count(kind) for kind in ("waits_for_manager", "escalated")] == [1, 1]
    assert waiting(office) == []


async def test_without_anybody_else_an_unclaimed_lead_keeps_its_owner(office: Office) -> None:
    aoi = office.rep("葵")
    lead = office.lead("hot")
    await office.arrive(lead)
    await office.wait(20 * MINUTE)
    assert office.owner(lead) == aoi
    assert office.open_assignment(lead).person_id == aoi
    assert office.person(aoi).misses == 0
    office.database.write(
        lambda session: sla_clock.contacted(session, lead, person_id=aoi, at=office.clock.now(), how="message")
    )
    assert waiting(office) == []
