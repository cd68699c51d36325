"""A closed lead is off everybody's hands: no queue, no clock, no notice; a buyer's word opens it again."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.models import Assignment, Job, Lead, SlaClock
from app.routing import store
from app.routing.close import Closing, close_lead, closed_for, reopen_lead
from app.routing.waiting import waiting
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
DAY = timedelta(days=1)


def close(office: Office, lead_id: UUID, reason: Closing) -> bool:
    return office.database.write(lambda s: close_lead(s, lead_id, reason=reason, now=office.clock.now()))


def timers(office: Office) -> set[str]:
    return set(office.database.read(lambda s: s.scalars(select(Job.kind).where(Job.state == "ready")).all()))


@pytest.mark.parametrize("reason", ["opt_out", "refusal", "pitch", "job"])
async def test_a_closed_lead_ends_its_clock_and_its_timers_and_leaves_a_hand_free(
    office: Office, reason: Closing
) -> None:
    rep = office.rep("佐藤")
    office.manager()
    lead_id = office.lead("hot")
    await office.arrive(lead_id)
    assert timers(office) >= {"reassign_due", "escalate_due"}
    assert close(office, lead_id, reason)
    assert not timers(office) & {"reassign_due", "escalate_due", "notify_rep", "assign_lead"}
    clock, assignment, lead = office.database.read(
        lambda s: (s.scalars(select(SlaClock)).one(), s.scalars(select(Assignment)).one(), s.get_one(Lead, lead_id))
    )
    assert (clock.closed_at, clock.contacted_at) == (office.clock.now(), None)
    assert (assignment.until, assignment.ended_by) == (office.clock.now(), "closed")
    assert (lead.status, closed_for(lead), lead.owner_id) == ("closed", reason, rep)
    loads = office.database.read(lambda s: [one.load for one in store.reps(s, office.team_id, now=office.clock.now())])
    assert loads == [0]
    await office.wait(DAY)
    assert office.story(lead_id) == [("first", rep)], "nobody else gets it, and nobody is told any more"


async def test_a_lead_that_waited_for_the_opening_waits_no_more(office: Office) -> None:
    office.rep("佐藤")
    office.clock.advance(timedelta(hours=12))
    lead_id = office.lead("warm")
    office.assign(lead_id)
    assert [one.lead_id for one in office.database.read(lambda s: waiting(s, office.team_id))] == [lead_id]
    close(office, lead_id, "refusal")
    assert office.database.read(lambda s: waiting(s, office.team_id)) == []
    await office.wait(DAY)
    assert office.owner(lead_id) is None


async def test_closing_twice_changes_nothing_but_an_opt_out_is_the_last_word(office: Office) -> None:
    office.rep("佐藤")
    lead_id = office.lead("warm")
    await office.arrive(lead_id)
    assert close(office, lead_id, "refusal")
    assert not close(office, lead_id, "pitch")
    assert office.events(lead_id).count("lead_closed") == 1
    assert office.database.write(lambda s: reopen_lead(s, lead_id, now=office.clock.now()))
    assert close(office, lead_id, "opt_out")
    assert not office.database.write(lambda s: reopen_lead(s, lead_id, now=office.clock.now()))


async def test_a_lead_that_begins_again_is_assigned_anew(office: Office) -> None:
    rep = office.rep("佐藤")
    lead_id = office.lead("warm")
    await office.arrive(lead_id)
    close(office, lead_id, "refusal")
    office.database.write(lambda s: reopen_lead(s, lead_id, now=office.clock.now()))
    office.assign(lead_id)
    assert office.story(lead_id) == [("first", rep), ("first", rep)]
    await office.wait(timedelta(0))
    assert "escalate_due" in timers(office), "its clock runs again"
