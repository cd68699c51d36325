"""Morning: the leads of the night go out hottest first, one to each rep, and none waits longer than it may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.jobs.kinds import OpenQueue
from app.models import Company, Contact, Job, Lead, Schedule
from app.routing import clock as sla_clock
from app.routing.opening import come_back, hand_out
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
FRIDAY_1830 = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
OPENING = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # Tuesday 09:00 in Tokyo; Monday the 23rd is a holiday


@pytest.fixture
def office(any_database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(any_database, clock, vault)


async def night(office: Office, *bands: str) -> list[UUID]:
    """Let a lead of each band arrive on Friday evening, ten minutes apart."""
    office.clock.at = FRIDAY_1830
    leads = []
    for band in bands:
        leads.append(office.lead(band))
        await office.arrive(leads[-1])
        await office.wait(10 * MINUTE)
    return leads


async def until(office: Office, moment: datetime) -> None:
    await office.wait(moment - office.clock.now())


def contact(office: Office, lead: UUID, person: UUID) -> None:
    office.database.write(
        lambda s: sla_clock.contacted(s, lead, person_id=person, at=office.clock.now(), how="message")
    )


def queued(office: Office) -> list[datetime]:
    query = select(Job.run_at).where(Job.kind == OpenQueue.kind, Job.state == "ready")
    return office.database.read(lambda session: list(session.scalars(query)))


async def test_each_free_rep_gets_one_lead_at_the_opening_the_hottest_first(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    cold, warm, hot = await night(office, "cold", "warm", "hot")
    assert queued(office) == [OPENING], "one job, however many wait"
    await until(office, OPENING - SECOND)
    assert {office.owner(lead) for lead in (cold, warm, hot)} == {None}
    await until(office, OPENING)
    assert (office.owner(hot), office.owner(warm), office.owner(cold)) == (aoi, ben, None)
    assert office.sla(hot).started_at == OPENING, "the ladder starts at the hand-over"
    assert office.events(hot)[:2] == ["waits_for_opening", "lead_assigned"]


async def test_a_rep_who_has_made_contact_gets_the_next_one_at_once(office: Office) -> None:
    aoi = office.rep("葵")
    office.manager()
    first, second, third = await night(office, "warm", "warm", "warm")
    await until(office, OPENING + 5 * MINUTE)
    assert [office.owner(lead) for lead in (first, second, third)] == [aoi, None, None]
    contact(office, first, aoi)
    await office.wait(timedelta(0))
    assert [office.owner(lead) for lead in (second, third)] == [aoi, None]


async def test_nobody_waits_longer_than_15_minutes_if_hot_and_45_otherwise(office: Office) -> None:
    office.rep("葵"), office.rep("弁")
    office.policy("hot", None, None)
    office.policy("warm", None, None)
    leads = await night(office, "hot", "hot", "hot", "warm", "warm")
    await until(office, OPENING + 15 * MINUTE - SECOND)
    assert [office.owner(lead) is None for lead in leads] == [False, False, True, True, True]
    await until(office, OPENING + 15 * MINUTE)
    assert [office.owner(lead) is None for lead in leads] == [False, False, False, True, True]
    await until(office, OPENING + 45 * MINUTE)
    assert None not in {office.owner(lead) for lead in leads}
    people = [office.owner(lead) for lead in leads]
    assert max(people.count(person) for person in people) == 3, "in turn, not all to one"
    assert queued(office) == []


async def test_a_lead_waits_for_the_rep_to_whom_its_company_belongs(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    hot, named = await night(office, "hot", "warm")
    company = Company(name="みなと工業", domain="minato.example", owner_id=aoi, kind="customer")
    office.add(company)

    def belongs(session: object) -> None:
        contact_id = session.get_one(Lead, named).contact_id  # type: ignore[attr-defined]
        session.get_one(Contact, contact_id).company_id = company.id  # type: ignore[attr-defined]

    office.database.write(belongs)
    await until(office, OPENING + MINUTE)
    assert (office.owner(hot), office.owner(named)) == (aoi, None)
    contact(office, hot, aoi)
    await office.wait(timedelta(0))
    assert office.owner(named) == aoi
    assert office.person(ben).turn_at is None


async def test_a_person_is_needed_at_night_and_the_manager_has_it_long_before_the_opening(office: Office) -> None:
    office.rep("葵")
    mori = office.manager()
    (lead,) = await night(office, "warm")
    office.database.write(lambda s: sla_clock.person_needed(s, lead, now=office.clock.now()))
    office.assign(lead)
    assert office.owner(lead) == mori
    await until(office, OPENING + MINUTE)
    assert office.story(lead) == [("first", mori)]


async def test_with_no_opening_in_sight_the_manager_has_the_leads_new_and_waiting(office: Office) -> None:
    office.rep("葵")
    mori = office.manager()
    (waits,) = await night(office, "warm")
    for weekday in range(7):
        office.add(Schedule(team_id=office.team_id, weekday=weekday, start=time(9), end=time(9, 1)))
    day = OPENING.date() - timedelta(days=10)
    office.add(*(Schedule(team_id=office.team_id, day=day + timedelta(days=n), closed=True) for n in range(430)))
    late = office.lead("warm")
    await office.arrive(late)
    assert (office.owner(late), office.owner(waits)) == (mori, None)
    assert office.sla(late).escalate_due_at is not None
    await until(office, OPENING)
    assert office.owner(waits) == mori


async def test_a_clock_set_back_or_far_ahead_leaves_nobody_out_and_doubles_nothing(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    leads = await night(office, "hot", "warm", "cold")
    office.clock.set(OPENING)
    await office.wait(timedelta(0))
    office.clock.set(OPENING - 60 * MINUTE)
    await office.handlers[OpenQueue](OpenQueue(team_id=office.team_id))
    assert [office.owner(lead) for lead in leads] == [aoi, ben, None]
    assert queued(office) == [OPENING]
    office.clock.set(OPENING + timedelta(hours=5))
    await office.wait(timedelta(0))
    assert None not in {office.owner(lead) for lead in leads}
    assert all(len(office.story(lead)) == 1 for lead in leads)


async def test_a_round_cut_off_between_two_leads_goes_on_where_it_was(office: Office) -> None:
    office.rep("葵"), office.rep("弁")
    leads = await night(office, "hot", "hot", "cold")
    office.clock.set(OPENING)
    office.database.write(lambda s: hand_out(s, office.team_id, now=OPENING))  # the process dies after this write
    await office.wait(timedelta(0))
    assert [len(office.story(lead)) for lead in leads] == [1, 1, 0]
    assert len({person for lead in leads for _, person in office.story(lead)}) == 2


async def test_two_nodes_that_open_at_once_give_no_rep_two_leads(office: Office) -> None:
    reps = [office.rep(name) for name in ("葵", "弁", "千恵")]
    leads = await night(office, *["hot"] * 6)
    office.clock.set(OPENING)
    nodes = [Database(office.database.url.render_as_string(hide_password=False)) for _ in range(3)]

    def open_up(node: Database) -> None:
        while node.write(lambda s: hand_out(s, office.team_id, now=OPENING)):
            pass
        node.write(lambda s: come_back(s, office.team_id, now=OPENING))

    try:
        with ThreadPoolExecutor(len(nodes)) as threads:
            list(threads.map(open_up, nodes))
    finally:
        for node in nodes:
            node.close()
    owners = [office.owner(lead) for lead in leads]
    assert sorted(owner for owner in owners if owner) == sorted(reps)
    assert [owner is not None for owner in owners] == [True] * 3 + [False] * 3
    assert queued(office) == [OPENING + 15 * SECOND]
