"""What every notifier promises, and how providers are found."""

from __future__ import annotations

import pytest

from app.bus.memory import MemoryBus
from app.bus.port import Announcement, person_topic
from app.core.ids import new_id
from app.jobs.effects import NotSentError
from app.notifiers.console import ConsoleNotifier
from app.notifiers.discover import discover, makers
from app.notifiers.fake import FakeNotifier
from app.notifiers.port import Notice

pytestmark = pytest.mark.anyio


def notice() -> Notice:
    lead_id = new_id()
    return Notice(
        key="notice:1:hot",
        assignment_id=new_id(),
        lead_id=lead_id,
        person_id=new_id(),
        kind="first",
        band="hot",
        title="新しいリード：みどり商事",
        text="ホット・あと5分",
        path=f"/console/leads/{lead_id}",
    )


async def test_a_console_notice_reaches_that_persons_consoles_only() -> None:
    bus, news = MemoryBus(), notice()
    async with bus.subscribe(person_topic(news.person_id)) as mine, bus.subscribe(person_topic(new_id())) as other:
        await ConsoleNotifier(bus).notify(news)
        bus.close()
        heard: list[Announcement] = [announcement async for announcement in mine]
        assert [announcement async for announcement in other] == []
    assert heard[0].event == "notice"
    assert heard[0].data == {
        "key": news.key,
        "lead_id": str(news.lead_id),
        "kind": "first",
        "band": "hot",
        "title": news.title,
        "text": news.text,
        "path": news.path,
    }


async def test_a_live_notice_is_said_again_after_a_crash() -> None:
    assert await ConsoleNotifier(MemoryBus()).arrived(notice()) is False


async def test_the_fake_keeps_what_was_sent_and_refuses_when_told() -> None:
    fake, news = FakeNotifier(failures=1), notice()
    with pytest.raises(NotSentError):
        await fake.notify(news)
    assert await fake.arrived(news) is False
    assert await fake.notify(news) == "fake-1"
    assert await fake.arrived(news) is True


def test_a_provider_is_a_file_with_a_make_and_works_once_it_is_configured() -> None:
    assert "console" in makers()
    assert not {"port", "fake", "discover"} & makers().keys()
    assert [notifier.name for notifier in discover(MemoryBus())] == ["console"]
