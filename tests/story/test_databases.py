"""P1 and P2 on either database when a prospect writes faster than the assistant answers, and a rep is faster still."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.demo.run import prepare
from app.leads.intake import Accepted
from app.main import Parts, build
from app.models import Job, Lead
from tests.conftest import DATABASES, TUESDAY_10_JST
from tests.postgres_server import PostgresServer
from tests.story.conftest import copied, settings_in
from tests.story.test_kill import check_replies
from tests.story.test_races import messages_of, nothing_after_the_handoff, opened, take, written

pytestmark = pytest.mark.anyio
CHATS = 20
QUICK = (
    "はじめまして",
    "みなと工業の田中です。tanaka@minato.example",
    "夜間に設備が突然止まります。料金はいくらですか",
)


@contextmanager
def on_postgres(server: PostgresServer, folder: Path) -> Iterator[Parts]:
    """Give the demo company on a PostgreSQL database of its own, migrated, seeded and indexed there."""
    name = f"t_{uuid4().hex}"
    server.run(f"CREATE DATABASE {name}")
    settings = settings_in(folder, database_url=server.url(name))
    try:
        prepare(settings)[0].close()
        parts = build(settings, FixedClock(TUESDAY_10_JST))
        yield parts
        parts.close()
    finally:
        server.drop(name)


@pytest.fixture(params=DATABASES)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Parts]:
    if request.param == "sqlite":
        parts = build(copied(request.getfixturevalue("prepared"), tmp_path), FixedClock(TUESDAY_10_JST))
        yield parts
        parts.close()
        return
    with on_postgres(request.getfixturevalue("postgres"), tmp_path / "data") as parts:
        yield parts


@pytest.fixture(autouse=True)
def failures(office: Parts) -> Iterator[list[str]]:
    """Collect what the database refused, even where a second try hides it."""
    found: list[str] = []

    def note(context: ExceptionContext) -> None:
        found.append(str(context.original_exception))

    event.listen(office.database.engine, "handle_error", note)
    yield found
    assert found == []


async def test_p1_p2_three_quick_messages_in_each_of_twenty_chats_are_answered_without_a_double(office: Parts) -> None:
    async def talk(number: int) -> Accepted:
        pauses, credential = random.Random(number), await opened(office)  # noqa: S311
        for text in QUICK:
            accepted = await written(office, credential, text)
            await asyncio.sleep(pauses.uniform(0, 0.1))
        assert await office.turns.finished(accepted.conversation_id), "no turn has failed"
        return accepted

    accepted = await asyncio.gather(*(talk(number) for number in range(CHATS)))

    def check(session: Session) -> None:
        assert session.scalar(select(func.count()).select_from(Lead)) == CHATS
        for one in accepted:
            messages = messages_of(session, one.conversation_id)
            check_replies(messages)
            assert [message.text for message in messages if message.author == "contact"] == list(QUICK)
        assert session.scalar(select(func.count()).select_from(Job).where(Job.kind == "answer_turn")) == 0

    await office.database.aread(check)


async def test_p2_twenty_takeovers_during_a_turn_are_the_end_of_the_assistant(office: Parts) -> None:
    async def race(number: int) -> str:
        accepted = await written(office, await opened(office), QUICK[2])
        await asyncio.sleep(number / 10)
        await take(office, accepted.conversation_id)
        assert await office.turns.finished(accepted.conversation_id), "no turn has failed"
        return await office.database.aread(lambda s: nothing_after_the_handoff(s, accepted.conversation_id))

    ends = await asyncio.gather(*(race(number) for number in range(CHATS)))
    assert "silent" in ends, "some take-overs came before the reply"
