"""Timers that fire twice, in the wrong order or on two nodes at once: one owner, one escalation."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Conflict
from app.core.security import Vault
from app.jobs.kinds import EscalateDue, ReassignDue
from app.models import Assignment
from app.routing.assign import assign, reassign
from app.routing.claim import claim
from app.routing.escalate import escalate
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
Decide = Callable[[Session], Any]


@pytest.fixture
def office(any_database: Database, clock: FixedClock, vault: Vault) -> Office:
    made = Office(any_database, clock, vault)
    made.policy("hot", timedelta(seconds=30), timedelta(seconds=60), business_hours_only=False)
    return made


def on_two_nodes(office: Office, *decisions: Decide) -> list[Any]:
    """Run each decision twice, once on each of two nodes, all at the same moment; errors are results."""
    nodes = [Database(office.database.url.render_as_string(hide_password=False)) for _ in range(2)]
    jobs = [(node, decision) for decision in decisions for node in nodes]
    gate = threading.Barrier(len(jobs))

    def run(job: tuple[Database, Decide]) -> Any:
        gate.wait()
        try:
            return job[0].write(job[1])
        except Conflict as conflict:
            return conflict.code

    try:
        with ThreadPoolExecutor(len(jobs)) as threads:
            return list(threads.map(run, jobs))
    finally:
        for node in nodes:
            node.close()


def open_assignments(office: Office, lead_id: UUID) -> int:
    query = select(func.count()).where(Assignment.lead_id == lead_id, Assignment.until.is_(None))
    return office.database.read(lambda session: session.scalar(query)) or 0


async def test_two_nodes_that_assign_one_lead_make_one_owner_and_one_notice(office: Office) -> None:
    office.rep("葵"), office.rep("弁")
    lead = office.lead()
    now = office.clock.now()
    given = on_two_nodes(office, lambda session: assign(session, lead, now=now))
    assert len(set(given)) == 1
    await office.wait(timedelta(0))
    assert len(office.notifiers[0].sent) == 1


async def test_two_nodes_with_the_same_timer_pass_a_lead_on_once(office: Office) -> None:
    aoi, ben, _ = office.rep("葵"), office.rep("弁"), office.rep("千恵")
    lead = office.lead()
    await office.arrive(lead)
    clock_id, assignment_id = office.sla(lead).id, office.open_assignment(lead).id
    now = office.clock.now() + timedelta(seconds=30)
    on_two_nodes(office, lambda session: reassign(session, clock_id, assignment_id, now=now))
    assert office.story(lead) == [("first", aoi), ("reassigned", ben)]
    assert office.person(aoi).misses == 1


async def test_both_timers_on_two_nodes_at_once_make_one_owner_and_one_escalation(office: Office) -> None:
    office.rep("葵"), office.rep("弁"), office.manager()
    lead = office.lead()
    await office.arrive(lead)
    clock_id, assignment_id = office.sla(lead).id, office.open_assignment(lead).id
    now = office.clock.now() + timedelta(seconds=59)
    on_two_nodes(
        office,
        lambda session: reassign(session, clock_id, assignment_id, now=now),
        lambda session: escalate(session, clock_id, now=now),
    )
    assert [kind for kind, _ in office.story(lead)].count("escalated") == 1
    assert office.events(lead).count("escalated") == 1
    assert open_assignments(office, lead) == 1


async def test_of_two_reps_who_claim_at_once_one_is_told_that_it_is_taken(office: Office) -> None:
    aoi, ben = office.rep("葵", on_duty=False), office.rep("弁", on_duty=False)
    lead = office.lead()
    now = office.clock.now()
    results = on_two_nodes(
        office,
        lambda session: claim(session, lead, person_id=aoi, now=now).person_id,
        lambda session: claim(session, lead, person_id=ben, now=now).person_id,
    )
    assert results.count("already_claimed") == 2
    assert office.owner(lead) in results
    assert open_assignments(office, lead) == 1
    assert office.events(lead).count("lead_claimed") == 1


async def test_a_claim_and_the_timer_at_once_leave_one_owner(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    lead = office.lead()
    await office.arrive(lead)
    clock_id, assignment_id = office.sla(lead).id, office.open_assignment(lead).id
    now = office.clock.now() + timedelta(seconds=30)
    results = on_two_nodes(
        office,
        lambda session: claim(session, lead, person_id=aoi, now=now).person_id,
        lambda session: reassign(session, clock_id, assignment_id, now=now),
    )
    assert open_assignments(office, lead) == 1
    assert office.owner(lead) == (ben if "assigned_to_other" in results else aoi)


async def test_timers_delivered_twice_and_in_the_wrong_order_end_as_in_order(office: Office) -> None:
    aoi, _, mori = office.rep("葵"), office.rep("弁"), office.manager()
    lead = office.lead()
    await office.arrive(lead)
    clock = office.sla(lead)
    late = ReassignDue(clock_id=clock.id, assignment_id=office.open_assignment(lead).id)
    office.clock.advance(timedelta(seconds=60))
    for work in (EscalateDue(clock_id=clock.id), late, EscalateDue(clock_id=clock.id), late):
        await office.handlers[type(work)](work)
    await office.wait(timedelta(minutes=5))
    assert office.story(lead) == [("first", aoi), ("escalated", mori)]
    assert len(office.notifiers[0].sent) == 2


async def test_a_timer_that_was_already_running_when_the_rep_claimed_changes_nothing(office: Office) -> None:
    aoi, _ = office.rep("葵"), office.rep("弁")
    lead = office.lead()
    await office.arrive(lead)
    late = ReassignDue(clock_id=office.sla(lead).id, assignment_id=office.open_assignment(lead).id)
    office.clock.advance(timedelta(seconds=30))
    office.database.write(lambda session: claim(session, lead, person_id=aoi, now=office.clock.now()))
    await office.handlers[ReassignDue](late)
    assert office.story(lead) == [("first", aoi)]
