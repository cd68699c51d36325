"""The ladder of a lead: first rep, next rep, manager; and what stops it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.routing import clock as sla_clock
from app.routing.claim import claim
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
MINUTE = timedelta(minutes=1)
T0 = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def office(database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(database, clock, vault)


@pytest.fixture
def demo(office: Office) -> Office:
    office.policy("hot", timedelta(seconds=30), timedelta(seconds=60), business_hours_only=False)
    return office


async def test_an_unclaimed_lead_goes_to_the_next_rep_after_30_s_and_to_the_manager_after_60_s(demo: Office) -> None:
    aoi, ben, mori = demo.rep("葵"), demo.rep("弁"), demo.manager()
    lead = demo.lead()
    await demo.arrive(lead)
    await demo.wait(timedelta(seconds=29))
    assert demo.owner(lead) == aoi
    await demo.wait(timedelta(seconds=1))
    assert demo.owner(lead) == ben
    await demo.wait(timedelta(seconds=30))
    assert demo.owner(lead) == mori
    await demo.wait(timedelta(hours=1))
    assert demo.story(lead) == [("first", aoi), ("reassigned", ben), ("escalated", mori)]
    assert demo.sla(lead).started_at == T0


async def test_by_default_a_hot_lead_moves_at_5_minutes_and_reaches_the_manager_at_10(office: Office) -> None:
    aoi, ben, chie, mori = office.rep("葵"), office.rep("弁"), office.rep("千恵"), office.manager()
    lead = office.lead("hot")
    await office.arrive(lead)
    await office.wait(4 * MINUTE)
    assert office.owner(lead) == aoi
    await office.wait(MINUTE)
    assert office.owner(lead) == ben
    await office.wait(5 * MINUTE)
    assert office.story(lead) == [("first", aoi), ("reassigned", ben), ("escalated", mori)]
    assert chie not in {person for _, person in office.story(lead)}


async def test_every_step_is_an_event_and_is_told_and_explained(demo: Office) -> None:
    demo.rep("葵")
    mori = demo.manager()
    lead = demo.lead(name="佐藤 花子", company="みどり商事")
    await demo.arrive(lead)
    await demo.wait(timedelta(seconds=60))
    assert demo.events(lead) == ["lead_assigned", "notice_sent", "escalated", "notice_sent"]
    assert [notice.title for notice in demo.notifiers[0].sent] == [
        "新しいリード：みどり商事 佐藤 花子様",
        "まだ連絡できていません：みどり商事 佐藤 花子様",
    ]
    last = demo.open_assignment(lead)
    assert (last.person_id, last.because["reasons"]) == (mori, [{"code": "not_claimed"}])


async def test_a_claim_cancels_the_reassignment_and_only_that(demo: Office) -> None:
    aoi, _, mori = demo.rep("葵"), demo.rep("弁"), demo.manager()
    lead = demo.lead()
    await demo.arrive(lead)
    await demo.wait(timedelta(seconds=20))
    demo.database.write(lambda session: claim(session, lead, person_id=aoi, now=demo.clock.now()))
    await demo.wait(timedelta(seconds=39))
    assert demo.owner(lead) == aoi
    await demo.wait(timedelta(seconds=1))
    assert demo.story(lead) == [("first", aoi), ("escalated", mori)]
    assert demo.open_assignment(lead).because["reasons"] == [{"code": "claimed_not_contacted"}]
    assert demo.person(aoi).misses == 0


async def test_the_first_contact_stops_every_timer_and_counts_once(demo: Office) -> None:
    aoi, ben, _ = demo.rep("葵"), demo.rep("弁"), demo.manager()
    lead = demo.lead()
    await demo.arrive(lead)
    await demo.wait(timedelta(seconds=10))
    for person, how in ((aoi, "message"), (ben, "call")):
        demo.database.write(
            lambda session, person=person, how=how: sla_clock.contacted(
                session, lead, person_id=person, at=demo.clock.now(), how=how
            )
        )
    await demo.wait(timedelta(minutes=5))
    assert demo.story(lead) == [("first", aoi)]
    assert demo.events(lead).count("first_contact") == 1
    assert demo.sla(lead).contacted_at == T0 + timedelta(seconds=10)


async def test_a_machine_that_slept_past_both_timers_goes_straight_to_the_manager(demo: Office) -> None:
    aoi, _, mori = demo.rep("葵"), demo.rep("弁"), demo.manager()
    lead = demo.lead()
    await demo.arrive(lead)
    demo.clock.advance(timedelta(minutes=20))
    await demo.wait(timedelta(0))
    assert demo.story(lead) == [("first", aoi), ("escalated", mori)]


async def test_without_another_rep_the_manager_is_next(demo: Office) -> None:
    aoi, mori = demo.rep("葵"), demo.manager()
    lead = demo.lead()
    await demo.arrive(lead)
    await demo.wait(timedelta(seconds=30))
    assert demo.story(lead) == [("first", aoi), ("escalated", mori)]


async def test_a_rep_on_leave_never_gets_a_lead(demo: Office) -> None:
    aoi, ben = demo.rep("葵"), demo.rep("弁")
    demo.manager()
    demo.day_off(aoi)
    leads = [demo.lead() for _ in range(3)]
    for lead in leads:
        await demo.arrive(lead)
    await demo.wait(timedelta(seconds=60))
    assert aoi not in {person for lead in leads for _, person in demo.story(lead)}
    assert all(demo.story(lead)[0] == ("first", ben) for lead in leads)


async def test_two_misses_put_a_rep_away_and_the_third_lead_goes_to_somebody_else(demo: Office) -> None:
    aoi, _ = demo.rep("葵"), demo.manager()
    for _ in range(2):
        await demo.arrive(demo.lead())
        await demo.wait(timedelta(seconds=60))
    assert demo.person(aoi).away_until == T0 + timedelta(seconds=90) + timedelta(minutes=30)
    ben = demo.rep("弁")
    third = demo.lead()
    await demo.arrive(third)
    assert demo.owner(third) == ben
    demo.change(ben, on_duty=False)
    await demo.wait(timedelta(minutes=30))
    fourth = demo.lead()
    await demo.arrive(fourth)
    assert demo.owner(fourth) == aoi


async def test_a_friday_night_lead_is_handed_out_after_the_long_weekend_the_hottest_first(office: Office) -> None:
    aoi, _ = office.rep("葵", capacity=1), office.manager()
    office.clock.at = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)  # Friday 20:30
    cold, hot = office.lead("cold"), office.lead("hot")
    await office.arrive(cold)
    await office.arrive(hot)
    await office.wait(timedelta(days=3))
    assert (office.owner(cold), office.owner(hot)) == (None, None)
    assert office.events(hot) == ["waits_for_opening"]
    office.clock.set(datetime(2026, 11, 24, 0, 0, tzinfo=UTC))  # Tuesday 09:00
    await office.wait(timedelta(seconds=5))
    assert office.owner(hot) == aoi
    assert office.owner(cold) is None
    assert office.sla(hot).started_at == datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


async def test_in_business_hours_without_a_rep_on_shift_the_manager_gets_the_lead(office: Office) -> None:
    aoi, mori = office.rep("葵"), office.manager()
    office.day_off(aoi)
    lead = office.lead()
    await office.arrive(lead)
    assert office.story(lead) == [("first", mori)]
    assert office.open_assignment(lead).because["reasons"] == [{"code": "no_rep_on_shift"}]
    assert office.open_assignment(lead).because["against"] == {str(aoi): ["off_shift"]}


async def test_a_lead_nobody_can_take_is_tried_again_and_then_brought_to_the_manager(demo: Office) -> None:
    demo.rep("葵", on_duty=False)
    mori = demo.manager()
    lead = demo.lead()
    await demo.arrive(lead)
    await demo.wait(timedelta(seconds=59))
    assert demo.owner(lead) is None
    await demo.wait(timedelta(seconds=1))
    assert demo.story(lead) == [("escalated", mori)]
    await demo.wait(timedelta(minutes=10))
    assert demo.story(lead) == [("escalated", mori)]


async def test_a_lead_nobody_could_take_goes_to_the_first_rep_who_comes_back(demo: Office) -> None:
    aoi = demo.rep("葵", on_duty=False)
    lead = demo.lead()
    await demo.arrive(lead)
    demo.change(aoi, on_duty=True)
    await demo.wait(timedelta(seconds=15))
    assert demo.story(lead) == [("first", aoi)]


async def test_a_lead_that_turns_hot_is_due_sooner_and_one_that_cools_is_not_eased(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    office.manager()
    lead = office.lead("warm")
    await office.arrive(lead)
    await office.wait(20 * MINUTE)
    for band in ("hot", "cold"):
        office.database.write(
            lambda session, band=band: sla_clock.band_changed(session, lead, band=band, now=office.clock.now())
        )
    await office.wait(timedelta(0))
    assert (office.sla(lead).band, office.sla(lead).escalate_due_at) == ("hot", T0 + 30 * MINUTE)
    assert [notice.band for notice in office.notifiers[0].sent] == ["warm", "hot"]
    await office.wait(5 * MINUTE)
    assert office.story(lead) == [("first", aoi), ("reassigned", ben)]
