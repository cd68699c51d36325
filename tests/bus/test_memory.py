"""The in-process bus: every open stream hears what concerns it, from any thread, and no stream can hold up the rest."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from app.bus.memory import MOST_BEHIND, MemoryBus
from app.bus.port import Announcement, Bus, announce
from app.core.db import Database
from app.core.errors import Conflict

pytestmark = pytest.mark.anyio


@pytest.fixture
def bus() -> Bus:
    return MemoryBus()


def said(text: str, topic: str = "lead") -> Announcement:
    return Announcement(topic, "message", {"text": text})


async def take(stream: AsyncIterator[Announcement], count: int) -> list[str]:
    async with asyncio.timeout(5):
        return [(await anext(stream)).data["text"] for _ in range(count)]


async def rest(stream: AsyncIterator[Announcement]) -> list[str]:
    async with asyncio.timeout(5):
        return [announcement.data["text"] async for announcement in stream]


async def test_a_stream_hears_its_topics_in_order_and_nothing_else(bus: Bus) -> None:
    bus.publish(said("before anybody listened"))
    async with bus.subscribe("lead", "staff") as one, bus.subscribe("lead") as other:
        bus.publish(said("first"))
        bus.publish(said("elsewhere", topic="other"))
        bus.publish(said("for staff", topic="staff"))
        bus.publish(said("second"))
        assert await take(one, 3) == ["first", "for staff", "second"]
        assert await take(other, 2) == ["first", "second"]


async def test_every_thread_may_publish(bus: Bus) -> None:
    async with bus.subscribe("lead") as stream:
        threads = [threading.Thread(target=bus.publish, args=(said(str(n)),)) for n in range(20)]
        for thread in threads:
            thread.start()
        assert sorted(await take(stream, 20), key=int) == [str(n) for n in range(20)]
        for thread in threads:
            thread.join()


async def test_a_stream_too_far_behind_is_cut_off_and_the_others_go_on(bus: Bus) -> None:
    async with bus.subscribe("lead") as slow, bus.subscribe("lead") as quick:
        for n in range(MOST_BEHIND + 1):
            bus.publish(said(str(n)))
            assert await take(quick, 1) == [str(n)]
        assert len(await rest(slow)) == MOST_BEHIND
        bus.publish(said("still there"))
        assert await take(quick, 1) == ["still there"]


async def test_closing_ends_every_stream_also_those_that_come_later(bus: Bus) -> None:
    async with bus.subscribe("lead") as stream:
        bus.publish(said("last"))
        bus.close()
        bus.publish(said("after the end"))
        assert await rest(stream) == ["last"]
    async with bus.subscribe("lead") as late:
        assert await rest(late) == []


async def test_only_what_was_committed_is_announced(bus: Bus, database: Database) -> None:
    database.listen(lambda notice: isinstance(notice, Announcement) and bus.publish(notice))

    def fails(session: object) -> None:
        announce(session, "lead", "message", data={"text": "undone"})  # type: ignore[arg-type]
        raise Conflict("taken")

    async with bus.subscribe("lead") as stream:
        with pytest.raises(Conflict):
            await database.awrite(fails)
        await database.awrite(lambda session: announce(session, "lead", "message", data={"text": "done"}))
        assert await take(stream, 1) == ["done"]
