"""What the console hears while it is open: one stream per page, ended with the session it belongs to."""

from __future__ import annotations

from collections.abc import AsyncIterable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from sqlalchemy.orm import Session

from app.accounts import sessions
from app.bus.port import STAFF, Announcement, conversation_topic, person_topic
from app.core.errors import Unavailable
from app.web import lead_page, stream
from app.web.deps import Reader, services_of

RETRY_MS = 2000

router = APIRouter(include_in_schema=False)


async def topics_of(
    request: Request, person: Reader, conversation: Annotated[list[UUID] | None, Query()] = None
) -> list[str]:
    """Return what this page listens to; `NotFound` for a conversation the person may not see."""
    opened = conversation or []

    def check(session: Session) -> None:
        for conversation_id in opened:
            lead_page.lead_of(session, conversation_id, person=person)

    await services_of(request).database.aread(check)
    return [STAFF, person_topic(person.person_id), *map(conversation_topic, opened)]


@router.get("/console/live", response_class=EventSourceResponse)
async def live(
    request: Request, person: Reader, topics: Annotated[list[str], Depends(topics_of)]
) -> AsyncIterable[ServerSentEvent]:
    """Stream `lead`, `notice` and what happens in opened conversations (with `conversation_id`)."""
    services = services_of(request)

    async def goes_on() -> bool:
        now = services.clock.now()
        try:
            return await services.database.aread(lambda s: sessions.still_valid(s, person.session_id, now=now))
        except Unavailable:
            return False  # the page comes back and asks again

    async with services.bus.subscribe(*topics) as announcements:
        yield ServerSentEvent(event="ping", data={}, retry=RETRY_MS)
        async for announcement in stream.while_valid(announcements, goes_on):
            yield as_sent(announcement)


def as_sent(announcement: Announcement) -> ServerSentEvent:
    """Return the event as the console receives it."""
    kind, _, subject = announcement.topic.partition(":")
    extra = {"conversation_id": subject} if kind == "conversation" else {}
    return ServerSentEvent(event=announcement.event, data={**announcement.data, **extra})
