"""P1, P2 and P5 when everything happens at once, in one process without a model or with a slow one."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.bus.port import conversation_topic
from app.conversation.ownership import take_over
from app.core.clock import FixedClock
from app.core.ids import new_id, new_token
from app.demo.seed import SITE_KEY
from app.leads import visitors
from app.leads.intake import Accepted, InboundMessage
from app.llm.fake import FakeModelServer
from app.main import Parts, build
from app.models import Assignment, Conversation, Event, Job, Lead, Message, Person, Site
from tests.conftest import TUESDAY_10_JST
from tests.story.conftest import copied
from tests.story.test_kill import check_replies

pytestmark = pytest.mark.anyio
RACES = [40, pytest.param(2_000, marks=pytest.mark.torture)]


async def opened(office: Parts) -> UUID:
    """Open a session and return its credential's id."""
    token, now = new_token("sct"), office.clock.now()

    def store(session: Session) -> UUID:
        site = session.scalars(select(Site.id).where(Site.key == SITE_KEY)).one()
        visitors.open_session(session, visitors.Opened(site, "ja", {"path": "/"}, "1"), token=token, now=now)
        return visitors.find(session, token, now=now).credential_id

    return await office.database.awrite(store)


async def written(office: Parts, credential: UUID, text: str, *, client_id: str | None = None) -> Accepted:
    inbound = InboundMessage(client_id or str(new_id()), text, "ja", credential_id=credential)
    return await office.receive(inbound)


def messages_of(session: Session, conversation_id: UUID) -> list[Message]:
    return list(
        session.scalars(select(Message).where(Message.conversation_id == conversation_id).order_by(Message.seq))
    )


async def test_fifty_prospects_at_once_are_fifty_leads_each_answered_once(office: Parts) -> None:
    async def talk(number: int) -> Accepted:
        credential = await opened(office)
        accepted = await written(office, credential, f"工場{number:03}です。料金はいくらですか")
        await office.turns.finished(accepted.conversation_id)
        return accepted

    accepted = await asyncio.gather(*(talk(number) for number in range(50)))

    def check(session: Session) -> None:
        assert session.scalar(select(func.count()).select_from(Lead)) == 50
        for number, one in enumerate(accepted):
            messages = messages_of(session, one.conversation_id)
            check_replies(messages)
            assert [message.kind for message in messages] == ["message", "opener", "reply"]
            others = {f"工場{other:03}" for other in range(50) if other != number}
            assert not any(name in message.text for message in messages for name in others), "P5"
        assigned = session.scalars(select(Assignment.lead_id).where(Assignment.until.is_(None))).all()
        waiting = session.scalars(select(Job.payload).where(Job.kind == "assign_lead")).all()
        found = sorted([*assigned, *(UUID(job["lead_id"]) for job in waiting)])
        assert found == sorted(session.scalars(select(Lead.id))), "each has one rep, or waits for the next free one"
        assert session.scalar(select(func.count()).select_from(Job).where(Job.kind == "answer_turn")) == 0

    await office.database.aread(check)


async def test_five_messages_posted_at_once_are_one_lead_with_all_five_answered(office: Parts) -> None:
    for _ in range(3):
        credential = await opened(office)
        texts = [f"{number}番目の質問です。電池は何年もちますか" for number in range(5)]
        accepted = await asyncio.gather(*(written(office, credential, text) for text in texts))
        await office.turns.finished(accepted[0].conversation_id)
        assert len({one.conversation_id for one in accepted}) == 1
        assert sum(one.begins for one in accepted) == 1
        messages = await office.database.aread(lambda s, one=accepted[0]: messages_of(s, one.conversation_id))
        check_replies(messages)
        assert sorted(message.text for message in messages if message.author == "contact") == texts


async def test_one_message_posted_five_times_at_once_is_stored_once(office: Parts) -> None:
    credential = await opened(office)
    accepted = await asyncio.gather(*(written(office, credential, "料金は", client_id="same-one") for _ in range(5)))
    await office.turns.finished(accepted[0].conversation_id)
    assert sum(not one.again for one in accepted) == 1
    assert len({(one.message_id, one.seq, one.conversation_id, one.lead_id) for one in accepted}) == 1
    messages = await office.database.aread(lambda s: messages_of(s, accepted[0].conversation_id))
    assert [message.kind for message in messages] == ["message", "opener", "reply"]


def take(office: Parts, conversation_id: UUID) -> asyncio.Task[None]:
    def write(session: Session) -> None:
        rep = session.scalars(select(Person.id).where(Person.role == "rep").order_by(Person.id)).first()
        assert rep is not None
        take_over(session, conversation_id, person_id=rep, texts=office.texts, now=office.clock.now())

    return asyncio.create_task(office.database.awrite(write))


def nothing_after_the_handoff(session: Session, conversation_id: UUID) -> str:
    """Return how the race ended; the assistant must not have said or changed anything after the take-over."""
    messages = messages_of(session, conversation_id)
    (handoff,) = [message for message in messages if message.kind == "handoff"]
    by_assistant = [message for message in messages if message.author == "assistant"]
    assert session.get_one(Conversation, conversation_id).owner == "rep"
    assert all(message.changed_seq < handoff.seq for message in by_assistant)
    assert {message.state for message in messages} == {"final"}
    replies = [message for message in by_assistant if message.kind == "reply"]
    assert len(replies) <= 1
    said = session.scalar(
        select(func.count())
        .select_from(Event)
        .where(Event.conversation_id == conversation_id, Event.kind.in_(("first_reply", "reply_sent")))
    )
    return "whole" if said else "cut" if replies else "silent"


async def end_of(office: Parts, conversation_id: UUID) -> str:
    return await office.database.aread(lambda session: nothing_after_the_handoff(session, conversation_id))


class Aim:
    """Moments for a take-over, kept about the end of the turn: how long a turn takes depends on the machine."""

    def __init__(self, reach_s: float) -> None:
        self._chance, self._reach_s = random.Random(1), reach_s  # noqa: S311
        self.ends: list[str] = []

    def moment(self) -> float:
        return self._chance.uniform(0, self._reach_s)

    def came_to(self, end: str) -> None:
        self._reach_s *= 1.3 if end == "silent" else 0.8
        self.ends.append(end)


@pytest.mark.parametrize("races", RACES)
async def test_a_takeover_during_a_turn_is_the_end_of_the_assistant(office: Parts, races: int) -> None:
    aim = Aim(0.02)
    for _ in range(races):
        accepted = await written(office, await opened(office), "ありがとうございます")
        await asyncio.sleep(aim.moment())
        await take(office, accepted.conversation_id)
        await office.turns.finished(accepted.conversation_id)
        aim.came_to(await end_of(office, accepted.conversation_id))
    assert {"whole", "silent"} <= set(aim.ends), "both sides win some of the races"


async def spoken(office: Parts, conversation_id: UUID) -> None:
    """Wait until the assistant's reply has begun to be shown."""
    begun = select(Message.id).where(Message.conversation_id == conversation_id, Message.kind == "reply")
    async with asyncio.timeout(20), office.bus.subscribe(conversation_topic(conversation_id)) as coming:
        if await office.database.aread(lambda s: s.scalar(begun)) is None:
            while (await anext(coming)).data.get("kind") != "reply":
                pass


async def test_a_takeover_while_the_model_speaks_keeps_what_was_shown_and_no_more(
    prepared: Path, tmp_path: Path
) -> None:
    text = "お問い合わせの内容を拝見しました。現場のご様子をもう少し伺えますでしょうか。ご一緒に考えます。"
    async with FakeModelServer(text=text, pace_s=0.005) as model:
        llm = {"base_url": model.base_url, "api_key": "test"}
        office = build(copied(prepared, tmp_path, llm=llm), FixedClock(TUESDAY_10_JST))
        await office.model.warm()
        aim = Aim(0.12)
        for number in range(25):
            accepted = await written(office, await opened(office), "センサーについて教えてください")
            if number % 2:
                await spoken(office, accepted.conversation_id)
            await asyncio.sleep(aim.moment())
            await take(office, accepted.conversation_id)
            await office.turns.finished(accepted.conversation_id)
            aim.came_to(await end_of(office, accepted.conversation_id))
        assert len(set(aim.ends)) >= 2
        await office.model.aclose()
        office.close()
