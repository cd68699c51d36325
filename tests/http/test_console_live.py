"""The console's stream: what it carries, and that it ends with the session or the server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest

from app.accounts import sessions
from app.bus.port import STAFF, announce, conversation_topic
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.web import stream as streaming
from tests.http.desk import Desk, served

pytestmark = pytest.mark.anyio


@pytest.fixture
def desk(database: Database, vault: Vault, clock: FixedClock) -> Desk:
    return Desk(database, vault, clock)


@asynccontextmanager
async def stream(desk: Desk, origin: str, query: str = "") -> AsyncIterator[AsyncIterator[tuple[str, Any]]]:
    token = desk.services.database.write(
        lambda s: sessions.open_person(s, desk.seeded.rep, now=desk.services.clock.now())
    )
    async with (
        httpx2.AsyncClient(base_url=origin, cookies={"sokuo": token}, timeout=20) as client,
        client.stream("GET", f"/console/live{query}") as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield events(answer)


async def events(answer: httpx2.Response) -> AsyncIterator[tuple[str, Any]]:
    name = ""
    async for line in answer.aiter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


async def test_a_page_hears_of_leads_and_of_its_own_conversation_only(desk: Desk) -> None:
    ours, other = desk.seeded.conversations["田中"], desk.seeded.conversations["小林"]

    def happen(session: Any) -> None:
        announce(session, conversation_topic(other), "typing", data={"author": "assistant"})
        announce(session, conversation_topic(ours), "state", data={"owner": "rep", "rep": "佐藤 葵", "lang": "ja"})
        announce(session, STAFF, "lead", data={"id": "x", "changed": "claimed"})

    with served(desk.app) as origin:
        async with stream(desk, origin, f"?conversation={ours}") as heard:
            assert await anext(heard) == ("ping", {})
            await desk.services.database.awrite(happen)
            state = {"owner": "rep", "rep": "佐藤 葵", "lang": "ja", "conversation_id": str(ours)}
            assert await anext(heard) == ("state", state)
            assert await anext(heard) == ("lead", {"id": "x", "changed": "claimed"})


async def test_a_revoked_session_hears_nothing_within_five_seconds(
    desk: Desk, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert streaming.CHECK_EVERY_S <= 4
    monkeypatch.setattr(streaming, "CHECK_EVERY_S", 0.1)
    with served(desk.app) as origin:
        async with stream(desk, origin) as heard, asyncio.timeout(5):
            assert await anext(heard) == ("ping", {})
            await desk.services.database.awrite(lambda s: sessions.revoke_all(s, desk.seeded.rep, now=clock.now()))
            assert [event async for event in heard] == []


async def test_a_quiet_stream_keeps_beating(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "CHECK_EVERY_S", 0.05)
    monkeypatch.setattr(streaming, "PING_EVERY_S", 0.1)
    with served(desk.app) as origin:
        async with stream(desk, origin) as heard, asyncio.timeout(5):
            assert [await anext(heard) for _ in range(3)] == [("ping", {})] * 3


async def test_the_streams_end_when_the_bus_closes(desk: Desk) -> None:
    with served(desk.app) as origin:
        async with stream(desk, origin) as heard, asyncio.timeout(5):
            await anext(heard)
            desk.services.bus.close()
            assert [event async for event in heard] == []
