"""The morning after: the server dies again and again while it hands out the night's leads and closes promises."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.conversation.promises import give_time
from app.core.db import Database
from app.core.ids import new_id
from app.demo import hours
from app.models import Assignment, Contact, Conversation, Event, Job, Lead, Message, Person, Promise, Team
from app.routing.assign import assign
from tests.http.widget_client import listen
from tests.story.conftest import copied
from tests.story.mortal_server import MortalServer, shift_to
from tests.story.test_kill import LAST_LIFE_S, life_of

pytestmark = pytest.mark.anyio
OPENING = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
LEADS = 8
LONGEST_LIFE_S = 0.6


def wait_for_morning(session: Session) -> None:
    """Leave leads of Friday evening behind, each told a time that passes within seconds of the opening."""
    hours.weekdays(session)
    team, evening = session.scalars(select(Team.id)).one(), OPENING - timedelta(days=3, hours=14)
    for number in range(LEADS):
        contact = Contact(id=new_id(), lang="ja", created_at=evening)
        session.add(contact)
        session.flush()
        when = {"submitted_at": evening, "received_at": evening, "activity_at": evening}
        lead = Lead(id=new_id(), contact_id=contact.id, team_id=team, source="widget", lang="ja", band="warm", **when)
        session.add(lead)
        session.flush()
        talk = Conversation(
            id=new_id(), lead_id=lead.id, contact_id=contact.id, channel="widget", lang="ja", created_at=evening
        )
        session.add(talk)
        session.flush()
        assign(session, lead.id, now=evening)
        due = OPENING + timedelta(seconds=number % 4 + 1)
        told = {"lead_id": lead.id, "conversation_id": talk.id, "told": "closed"}
        give_time(session, Promise(id=new_id(), due_at=due, at=evening, **told))


@pytest.mark.parametrize("kills", [2, pytest.param(60, marks=pytest.mark.torture)])
async def test_a_server_killed_in_the_morning_gives_each_lead_once_and_apologises_once(
    prepared: Path, tmp_path: Path, kills: int
) -> None:
    moments = random.Random(20261124)  # noqa: S311 - the same moments every time
    folder = copied(prepared, tmp_path).data_dir
    database = Database(f"sqlite:///{folder}/sokuo.db")
    database.write(wait_for_morning)
    with listen() as free:
        port = free.getsockname()[1]
    server = MortalServer(folder, port, shift_to(OPENING))
    for _ in range(kills):
        async with life_of(server):
            await asyncio.sleep(moments.uniform(0, LONGEST_LIFE_S))
    open_ones = select(func.count()).where(Promise.told == "closed", Promise.lapsed_at.is_(None))
    running = select(func.count()).where(Job.state == "running")
    async with life_of(server), asyncio.timeout(LAST_LIFE_S):
        while await database.aread(lambda s: (s.scalar(open_ones) or 0) + (s.scalar(running) or 0)):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    database.read(check)
    database.close()


def check(session: Session) -> None:
    """Every rep has one lead, every lead had at most one, every promise lapsed once with one apology."""
    reps = set(session.scalars(select(Person.id).where(Person.role == "rep", Person.active)))
    given = session.execute(select(Assignment.lead_id, Assignment.person_id).where(Assignment.kind == "first")).all()
    assert {person for _, person in given} == reps
    assert len({lead for lead, _ in given}) == len(given) == len(reps)
    said = Counter(session.scalars(select(Message.conversation_id).where(Message.author == "assistant")))
    assert sorted(said.values()) == [1] * LEADS
    lapsed = Counter(
        row.data["promise_id"] for row in session.scalars(select(Event).where(Event.kind == "promise_lapsed"))
    )
    assert sorted(lapsed.values()) == [1] * LEADS
    again = session.scalars(select(Promise.conversation_id).where(Promise.told == "apology")).all()
    assert sorted(again) == sorted(said)
