"""Server-sent events: replay, follow, ping, and an end when the credential behind the stream has ended."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from uuid import UUID

import orjson
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event

from app.bus.port import Announcement, conversation_topic
from app.core.errors import Unavailable
from app.flows.turns import TURN_ENDED
from app.leads import thread, visitors
from app.leads.intake import Accepted
from app.web.deps import Services

CHECK_EVERY_S = 4.0  # the streams of a revoked credential end within 5 s
PING_EVERY_S = 15.0
PING = Announcement("", "ping", {})


def response(events: AsyncIterator[Announcement], *, status_code: int = 200) -> StreamingResponse:
    """Return the events as an SSE response that no proxy buffers."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_encoded(events), status_code, headers, media_type="text/event-stream")


async def conversation(
    services: Services, conversation_id: UUID, *, after: int, credential: bytes
) -> AsyncIterator[Announcement]:
    """Yield each message changed after `after`, once, then what happens; ends with the bus or the credential."""
    async with services.bus.subscribe(conversation_topic(conversation_id)) as coming:
        state = await services.database.aread(lambda s: thread.state(s, conversation_id, after=after))
        yield Announcement("", "state", {name: state[name] for name in ("owner", "rep", "lang")})
        for message in state["messages"]:
            yield _replayed(message)
        async for announcement in while_valid(coming, _still_valid(services, credential)):
            if not _for_staff(announcement) and not _seen(announcement, state["last_seq"]):
                yield announcement


async def turn(services: Services, accepted: Accepted, *, credential: bytes) -> AsyncIterator[Announcement]:
    """Yield the accepted message, what followed it and the rest of the running turn, then `turn.end`.

    What was stored with it comes before anything is read. Without `turn.end` the stream was cut (by a restart or the
    end of the credential) and the turn is not over.
    """
    conversation_id, known = accepted.conversation_id, accepted.seq - 1
    for message in accepted.messages:
        known = message["changed_seq"]
        yield _replayed(message)
    async with services.bus.subscribe(conversation_topic(conversation_id)) as coming:
        running = services.turns.busy(conversation_id)
        state = await services.database.aread(lambda s: thread.state(s, conversation_id, after=known))
        for message in state["messages"]:
            yield _replayed(message)
        if running:
            async for announcement in while_valid(coming, _still_valid(services, credential)):
                if announcement.event == TURN_ENDED:
                    break
                if not _for_staff(announcement) and not _seen(announcement, state["last_seq"]):
                    yield announcement
            else:
                return
        yield Announcement("", TURN_ENDED, {"seq": accepted.seq})


async def while_valid(
    coming: AsyncIterator[Announcement], goes_on: Callable[[], Awaitable[bool]]
) -> AsyncIterator[Announcement]:
    """Hand on announcements and pings until the bus closes or `goes_on` says no."""
    time = asyncio.get_running_loop().time
    check_at, ping_at = time() + CHECK_EVERY_S, time() + PING_EVERY_S
    following = asyncio.ensure_future(anext(coming, None))
    try:
        while True:
            await asyncio.wait({following}, timeout=max(0.0, check_at - time()))
            if time() >= check_at:
                if not await goes_on():
                    return
                check_at = time() + CHECK_EVERY_S
            if time() >= ping_at:
                ping_at = time() + PING_EVERY_S
                yield PING
            if following.done():
                announcement = following.result()
                if announcement is None:
                    return
                yield announcement
                following = asyncio.ensure_future(anext(coming, None))
    finally:
        following.cancel()


async def _encoded(events: AsyncIterator[Announcement]) -> AsyncIterator[bytes]:
    async for one in events:
        seq = None if one.seq is None else str(one.seq)
        yield format_sse_event(data_str=orjson.dumps(one.data).decode(), event=one.event, id=seq)


def _still_valid(services: Services, credential: bytes) -> Callable[[], Awaitable[bool]]:
    async def goes_on() -> bool:
        try:
            now = services.clock.now()
            return await services.database.aread(lambda s: visitors.still_valid(s, credential, now=now))
        except Unavailable:
            return False  # the widget comes back and asks again

    return goes_on


def _replayed(message: dict[str, Any]) -> Announcement:
    return Announcement("", "message", message, message["changed_seq"])


def _for_staff(announcement: Announcement) -> bool:
    """Say whether this concerns the console alone: a turn's end, the prospect's own typing."""
    return announcement.event == TURN_ENDED or announcement.data == {"author": "contact"}


def _seen(announcement: Announcement, last_seq: int) -> bool:
    return announcement.seq is not None and announcement.seq <= last_seq
