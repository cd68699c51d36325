"""Whoever has a lead hears of what has happened to it, whatever the contact clock says, and once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.conversation.hand_over import hand_to_person
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.core.security import Vault
from app.jobs.kinds import TellNews
from app.models import Lead, SlaClock
from app.routing import clock as sla_clock
from tests.routing.office import Office

pytestmark = pytest.mark.anyio
MINUTE = timedelta(minutes=1)


@pytest.fixture
def office(any_database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(any_database, clock, vault)


async def happens(office: Office, lead: UUID, about: str, ref: str = "one") -> None:
    now = office.clock.now()
    office.database.write(lambda s: hand_to_person(s, lead, about=about, ref=ref, now=now))
    await office.wait(timedelta(0))


def news(office: Office) -> list[tuple[str, UUID]]:
    return [(one.kind, one.person_id) for one in office.notifiers[0].sent if one.key.startswith("news:")]


def contact(office: Office, lead: UUID, person: UUID) -> None:
    now = office.clock.now()
    office.database.write(lambda s: sla_clock.contacted(s, lead, person_id=person, at=now, how="message"))


async def test_a_reps_mail_that_comes_back_after_the_contact_is_news_and_the_clock_runs_again(office: Office) -> None:
    aoi, mori = office.rep("葵"), office.manager()
    lead = office.lead("warm", name="田中 一郎", company="みなと工業")
    await office.arrive(lead)
    contact(office, lead, aoi)
    for _ in range(2):
        await happens(office, lead, "mail_failed")
    assert news(office) == [("mail_failed", aoi)]
    assert office.notifiers[0].sent[-1].title == "メールを送信できませんでした：みなと工業 田中 一郎様"
    await office.wait(4 * MINUTE)
    contact(office, lead, aoi)
    await office.wait(60 * MINUTE)
    assert mori not in {person for _, person in office.story(lead)}
    assert [kind for kind in office.events(lead) if "contact" in kind] == [
        "first_contact",
        "contact_needed",
        "contacted_again",
    ]


async def test_a_prospect_who_waits_for_a_person_again_in_vain_has_the_manager(office: Office) -> None:
    aoi, mori = office.rep("葵"), office.manager()
    lead = office.lead("hot")
    await office.arrive(lead)
    contact(office, lead, aoi)
    await happens(office, lead, "person_wanted")
    await office.wait(10 * MINUTE)
    assert office.owner(lead) == mori
    clocks = office.database.read(lambda s: s.scalars(select(SlaClock).order_by(SlaClock.created_at)).all())
    assert [one.contacted_at is None for one in clocks] == [False, True]


async def test_a_hot_clock_that_runs_already_keeps_no_news_from_the_rep(office: Office) -> None:
    aoi = office.rep("葵")
    lead = office.lead("hot")
    await office.arrive(lead)
    for about, ref in (("mail_failed", "a"), ("mail_failed", "b"), ("person_wanted", "b"), ("mail_received", "c")):
        await happens(office, lead, about, ref)
    assert news(office) == [("mail_failed", aoi), ("mail_failed", aoi), ("person_wanted", aoi), ("mail_received", aoi)]
    assert office.sla(lead).contacted_at is None


async def test_who_is_given_the_lead_by_the_news_hears_of_it_by_the_first_notice_alone(office: Office) -> None:
    aoi = office.rep("葵")
    lead = office.lead("cold")
    await happens(office, lead, "mail_doubt")
    assert [(one.kind, one.person_id) for one in office.notifiers[0].sent] == [("first", aoi)]


async def test_news_of_a_closed_lead_that_nobody_has_go_to_the_manager(office: Office) -> None:
    office.rep("葵")
    mori = office.manager()
    lead = office.lead("warm", status="closed")
    await happens(office, lead, "mail_stranger")
    assert news(office) == [("mail_stranger", mori)]
    assert office.database.read(lambda s: s.get_one(Lead, lead).owner_id) is None


async def test_p3_news_that_could_not_be_sent_are_tried_again(office: Office) -> None:
    office.rep("葵")
    lead = office.lead("warm")
    await office.arrive(lead)
    office.notifiers[0].failures = 1
    work = TellNews(lead_id=lead, about="mail_unknown", ref=str(new_id()))
    with pytest.raises(Unavailable, match="notice_failed"):
        await office.handlers[TellNews](work)
    for _ in range(2):
        await office.handlers[TellNews](work)
    assert len(news(office)) == 1
