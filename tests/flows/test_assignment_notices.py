"""A notice: what it says, that it is sent once, and that the clock runs even if it cannot be sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.security import Vault
from app.jobs.kinds import NotifyRep
from app.models import Delivery
from app.notifiers.fake import FakeNotifier
from app.routing.assignments import end_unclaimed
from app.routing.claim import claim
from tests.routing.office import Office

pytestmark = pytest.mark.anyio


@pytest.fixture
def office(database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(database, clock, vault, (FakeNotifier("console"), FakeNotifier("chat")))


def deliveries(office: Office) -> dict[str, str]:
    rows = office.database.read(lambda session: session.scalars(select(Delivery)).all())
    return {row.channel: row.state for row in rows}


REASON: list[Any] = [{"code": "a_rule_of_our_own", "points": 30}, {"code": "soon", "points": 20, "value": "2026-12"}]


async def test_a_notice_names_who_how_urgent_why_and_until_when_in_the_reps_language(office: Office) -> None:
    office.rep("葵")
    lead = office.lead(name="佐藤 花子", company="みどり商事", reasons=REASON)
    await office.arrive(lead)
    notice = office.notifiers[0].sent[0]
    assert notice.title == "新しいリード：みどり商事 佐藤 花子様"
    assert notice.text == "ホット・時期が近い（2026-12）・あと5分"
    assert notice.path == f"/console/leads/{lead}"


async def test_an_english_speaking_rep_reads_english(office: Office) -> None:
    office.rep("Ben", lang="en")
    await office.arrive(office.lead("cold", reasons=REASON))
    notice = office.notifiers[0].sent[0]
    assert (notice.title, notice.text) == (
        "New lead: name not known yet",
        "Cold · Soon (2026-12) · until 18:00 on 25/11",
    )


async def test_each_channel_is_told_once_however_often_the_job_runs(office: Office) -> None:
    office.rep("葵")
    lead = office.lead()
    await office.arrive(lead)
    started = office.sla(lead).started_at
    office.clock.advance(timedelta(minutes=1))
    for _ in range(2):
        await office.handlers[NotifyRep](NotifyRep(assignment_id=office.open_assignment(lead).id))
    assert [len(notifier.sent) for notifier in office.notifiers] == [1, 1]
    assert office.events(lead).count("notice_sent") == 2
    assert office.sla(lead).started_at == started


async def test_a_channel_that_fails_is_tried_again_and_the_others_are_not(office: Office) -> None:
    office.rep("葵")
    console, chat = office.notifiers
    chat.failures = 1
    lead = office.lead()
    assignment = office.assign(lead)
    assert assignment is not None
    notify = office.handlers[NotifyRep]
    with pytest.raises(Unavailable, match="notice_failed"):
        await notify(NotifyRep(assignment_id=assignment))
    assert deliveries(office) == {"console": "sent", "chat": "failed"}
    due = office.sla(lead).reassign_due_at
    office.clock.advance(timedelta(minutes=1))
    await notify(NotifyRep(assignment_id=assignment))
    assert deliveries(office) == {"console": "sent", "chat": "sent"}
    assert (len(console.sent), len(chat.sent)) == (1, 1)
    assert office.sla(lead).reassign_due_at == due


async def test_p3_a_lead_moves_on_even_if_no_notice_can_be_sent(office: Office) -> None:
    aoi, ben = office.rep("葵"), office.rep("弁")
    for notifier in office.notifiers:
        notifier.failures = 1
    lead = office.lead()
    assignment = office.assign(lead)
    assert assignment is not None
    with pytest.raises(Unavailable):
        await office.handlers[NotifyRep](NotifyRep(assignment_id=assignment))
    assert office.sla(lead).started_at == datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    await office.wait(timedelta(minutes=5))
    assert office.story(lead) == [("first", aoi), ("reassigned", ben)]


async def test_what_is_no_longer_news_is_not_sent(office: Office) -> None:
    aoi, _ = office.rep("葵"), office.rep("弁")
    claimed, passed_on = office.lead(), office.lead()
    _, late = office.assign(claimed), office.assign(passed_on)
    assert late is not None
    now = office.clock.now()
    office.database.write(lambda session: claim(session, claimed, person_id=aoi, now=now))
    office.database.write(lambda session: end_unclaimed(session, late, now=now))
    await office.wait(timedelta(minutes=1))
    assert office.notifiers[0].sent == []
