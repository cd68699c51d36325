"""Who may say "mine", and what it changes."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app.core.errors import Conflict, NotFound
from app.core.ids import new_id
from app.models import Assignment
from app.routing import claim as claims
from app.routing import clock
from tests.routing.office import Office

pytestmark = pytest.mark.anyio


def claim(office: Office, lead: UUID, person: UUID) -> Assignment:
    return office.database.write(lambda session: claims.claim(session, lead, person_id=person, now=office.clock.now()))


async def test_the_second_click_of_the_same_person_changes_nothing(office: Office) -> None:
    aoi = office.rep("葵")
    lead = office.lead()
    await office.arrive(lead)
    first = claim(office, lead, aoi)
    office.clock.advance(timedelta(seconds=5))
    second = claim(office, lead, aoi)
    assert (second.id, second.claimed_at) == (first.id, first.claimed_at)
    assert office.events(lead).count("lead_claimed") == 1


async def test_a_claimed_lead_is_taken_and_one_assigned_to_a_colleague_is_theirs_to_claim(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    lead = office.lead()
    await office.arrive(lead)
    with pytest.raises(Conflict) as not_yours:
        claim(office, lead, ben)
    claim(office, lead, aoi)
    with pytest.raises(Conflict) as too_late:
        claim(office, lead, ben)
    assert (not_yours.value.code, too_late.value.code) == ("assigned_to_other", "already_claimed")


async def test_a_manager_may_take_an_unclaimed_lead(office: Office) -> None:
    aoi, mori = office.rep("葵"), office.manager()
    lead = office.lead()
    await office.arrive(lead)
    claim(office, lead, mori)
    await office.wait(timedelta(minutes=9))
    assert office.story(lead) == [("first", aoi), ("taken", mori)]


async def test_anybody_may_take_an_escalated_lead(office: Office) -> None:
    office.rep("葵"), office.manager()
    lead = office.lead()
    await office.arrive(lead)
    await office.wait(timedelta(minutes=10))
    ben = office.rep("弁")
    assert claim(office, lead, ben).kind == "taken"
    assert office.owner(lead) == ben


async def test_whoever_takes_an_unowned_lead_starts_its_clock(office: Office) -> None:
    aoi, mori = office.rep("葵", on_duty=False), office.manager()
    lead = office.lead()
    claim(office, lead, aoi)
    assert office.sla(lead).started_at == office.clock.now()
    await office.wait(timedelta(minutes=10))
    assert office.story(lead) == [("taken", aoi), ("escalated", mori)]


def take(office: Office, lead: UUID, person: UUID) -> Assignment:
    return office.database.write(lambda session: claims.take(session, lead, person_id=person, now=office.clock.now()))


async def test_who_speaks_to_the_prospect_takes_the_lead_unless_a_colleague_has_claimed_it(office: Office) -> None:
    aoi, ben, mori = office.rep("葵"), office.rep("弁"), office.manager()
    lead = office.lead()
    await office.arrive(lead)
    take(office, lead, ben)
    assert office.owner(lead) == ben
    with pytest.raises(Conflict, match="already_claimed"):
        take(office, lead, aoi)
    take(office, lead, ben)
    take(office, lead, mori)
    assert office.owner(lead) == mori


async def test_who_speaks_to_the_prospect_of_an_escalated_lead_takes_it(office: Office) -> None:
    office.rep("葵"), office.manager()
    lead = office.lead()
    await office.arrive(lead)
    await office.wait(timedelta(minutes=10))
    ben = office.rep("弁")
    take(office, lead, ben)
    assert office.owner(lead) == ben


async def test_a_contact_before_any_notice_leaves_no_clock_running(office: Office) -> None:
    aoi = office.rep("葵")
    lead = office.lead()
    office.assign(lead)
    office.database.write(
        lambda session: clock.contacted(session, lead, person_id=aoi, at=office.clock.now(), how="message")
    )
    await office.wait(timedelta(minutes=30))
    assert office.story(lead) == [("first", aoi)]
    assert (office.sla(lead).started_at, office.notifiers[0].sent) == (None, [])


async def test_an_unknown_or_closed_lead_cannot_be_claimed(office: Office) -> None:
    aoi = office.rep("葵")
    closed = office.lead(status="closed")
    with pytest.raises(Conflict, match="lead_closed"):
        claim(office, closed, aoi)
    with pytest.raises(NotFound, match="lead_not_found"):
        claim(office, new_id(), aoi)
