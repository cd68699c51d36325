"""A reply in a model's words that ends before the model does: a person takes over, the process dies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.bus.port import Announcement, conversation_topic
from app.cli.talk import Talk
from app.conversation.ownership import take_over
from app.core.clock import FixedClock
from app.llm.fake import FakeModelServer
from app.main import Parts, build
from app.models import Conversation, Person
from tests.conftest import TUESDAY_10_JST
from tests.story.test_model import ASKS_WHEN, GOOD, PRICE_AND_TROUBLE, body, office_with, replies

pytestmark = pytest.mark.anyio


async def seen(announcements: AsyncIterator[Announcement], *, until: str) -> list[Announcement]:
    """Return what a prospect's stream gets, up to the first event of this kind."""
    got: list[Announcement] = []
    async for announcement in announcements:
        got.append(announcement)
        if announcement.event == until:
            return got
    raise AssertionError(f"no {until}")


async def opened(parts: Parts) -> tuple[Talk, Any]:
    """Return a prospect whose conversation exists; no model has been asked yet."""
    talk = Talk(parts, lang="ja")
    await talk.say("あなたは人間ですか")
    found = parts.database.read(lambda session: session.scalars(select(Conversation.id)).one())
    return talk, found


async def test_a_person_who_takes_over_freezes_what_was_shown(prepared: Path, tmp_path: Path) -> None:
    async with FakeModelServer(text=GOOD) as server, office_with(server, prepared, tmp_path) as parts:
        talk, conversation_id = await opened(parts)
        server.pace_s = 0.05
        async with parts.bus.subscribe(conversation_topic(conversation_id)) as announcements:
            saying = asyncio.create_task(talk.say(PRICE_AND_TROUBLE))
            before = await seen(announcements, until="message.delta")
            rep = parts.database.read(lambda session: session.scalars(select(Person.id)).first())
            assert rep is not None
            parts.database.write(
                lambda session: take_over(
                    session, conversation_id, person_id=rep, texts=parts.texts, now=parts.clock.now()
                )
            )
            await saying
            parts.bus.close()
            after = [announcement async for announcement in announcements]
    begun = next(a.data["text"] for a in before if a.event == "message" and a.data["state"] == "streaming")
    deltas = [a.data["text"] for a in before + after if a.event == "message.delta"]
    reply = body(parts)
    assert (reply.state, reply.origin) == ("final", "ai")
    assert reply.text == begun + "".join(deltas)
    assert reply.text in GOOD
    assert reply.provenance["written"] == [0, len(reply.text)]
    assert [f"[{source['n']}]" in reply.text for source in reply.citations] == [True] * len(reply.citations)
    assert not any(a.event == "message.replaced" for a in after)


async def test_a_crash_in_mid_reply_gives_one_reply_under_the_same_id(prepared: Path, tmp_path: Path) -> None:
    async with FakeModelServer(text=GOOD) as server:
        async with office_with(server, prepared, tmp_path) as parts:
            talk, conversation_id = await opened(parts)
            server.pace_s = 0.05
            async with parts.bus.subscribe(conversation_topic(conversation_id)) as announcements:
                saying = asyncio.create_task(talk.say(PRICE_AND_TROUBLE))
                await seen(announcements, until="message.delta")
                await parts.turns.close()  # the process ends here: no row is finished
                await saying
            begun = body(parts)
        server.mode = "h401"
        again = build(parts.settings, FixedClock(TUESDAY_10_JST))
        async with again.bus.subscribe(conversation_topic(conversation_id)) as announcements:
            again.turns.start(conversation_id)
            await again.turns.finished(conversation_id)
            events = await seen(announcements, until="turn.end")
        rows = replies(again)
        await again.model.aclose()
        again.close()
    assert begun.state == "streaming"
    assert [row.id for row in rows][1:] == [begun.id]
    assert (rows[-1].state, rows[-1].origin) == ("final", "template")
    assert rows[-1].text.endswith(ASKS_WHEN)
    replaced = next(a for a in events if a.event == "message.replaced")
    assert replaced.data["id"] == str(begun.id)
