"""What the widget calls, for visitors of customers' own pages (docs/live-protocol.md)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.bus.port import Announcement, conversation_topic
from app.core.errors import Conflict
from app.core.ids import new_token
from app.flows.withdraw import Refusal, withdraw
from app.leads import behaviour, consent, thread, visitors
from app.leads.intake import InboundMessage
from app.leads.visitors import Visitor
from app.models import Site
from app.web import stream
from app.web.addresses import caller
from app.web.deps import now_of, services_of
from app.web.sites import allowed_site, current_visitor


async def _private(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"


router = APIRouter(prefix="/v1/widget", dependencies=[Depends(_private)])
LAST_SEQ = 2**31 - 1
EVENTS = "text/event-stream"
UNPAIRED = re.compile("[\ud800-\udfff]")
Lang = Literal["ja", "en"]
CurrentVisitor = Annotated[Visitor, Depends(current_visitor)]
BehaviourId = Annotated[str, Field(pattern=r"^sbv_[A-Za-z0-9_-]{16,80}$")]


def storable(text: object) -> object:
    """Return the text as any database stores it: no NUL, and no half of an emoji that a page's title was cut in."""
    return UNPAIRED.sub("\ufffd", text.replace("\x00", "")) if isinstance(text, str) else text


Words = Annotated[str, BeforeValidator(storable)]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Page(Body):
    path: Words = Field(max_length=500, pattern=r"^/")
    title: Words = Field("", max_length=300)


class ConsentBody(Body):
    site: Words = Field(max_length=100)
    behaviour_id: BehaviourId
    granted: bool
    version: Words = Field(max_length=40)
    lang: Lang
    page: Page | None = None


class SignalBody(Body):
    kind: Literal["page_view", "read_to_end"]
    path: Words = Field(max_length=500, pattern=r"^/")
    title: Words | None = Field(None, max_length=300)
    referrer: Words | None = Field(None, max_length=500)
    dwell_ms: int | None = Field(None, ge=0, le=86_400_000)
    at: Words | None = Field(None, max_length=40)


class SignalsBody(Body):
    site: Words = Field(max_length=100)
    events: list[SignalBody] = Field(max_length=behaviour.MOST_EVENTS)


class SessionBody(Body):
    site: Words = Field(max_length=100)
    lang: Lang
    page: Page
    behaviour_id: BehaviourId | None = None


class MessageBody(Body):
    client_id: str = Field(min_length=8, max_length=80, pattern=r"^[!-~]+$")
    text: Words
    page: Page | None = None


@router.post("/consent", status_code=204)
async def give_consent(body: ConsentBody, request: Request) -> Response:
    """Record the visitor's yes or no to observing behaviour; a no erases what was observed and concluded."""
    services, now = services_of(request), now_of(request)
    request.state.lang = body.lang
    services.pace.count("consent", address=caller(request))
    site = await allowed_site(request, body.site)
    path = body.page.path if body.page else None

    who, version, lang = body.behaviour_id, body.version, body.lang
    if body.granted:
        await services.database.awrite(
            lambda s: consent.give(s, site_id=site.id, behaviour_id=who, version=version, lang=lang, path=path, now=now)
        )
    else:
        await withdraw(services.database, Refusal(site.id, who, version, lang, path), now=now)
    return Response(status_code=204)


@router.post("/signals", status_code=202)
async def take_signals(
    body: SignalsBody, request: Request, x_sokuo_visitor: Annotated[str, Header(max_length=100)] = ""
) -> dict[str, int]:
    """Store page views of a visitor who agreed."""
    services_of(request).pace.count("signals", behaviour=x_sokuo_visitor)
    site = await allowed_site(request, body.site)
    observed = [behaviour.Observed(e.kind, e.path, e.title, e.referrer, e.dwell_ms) for e in body.events]
    await services_of(request).database.awrite(
        lambda s: behaviour.observe(
            s,
            observed,
            site_id=site.id,
            behaviour_id=x_sokuo_visitor,
            page_groups=site.page_groups,
            now=now_of(request),
        )
    )
    return {"accepted": len(observed)}


@router.post("/sessions", status_code=201)
async def open_session(body: SessionBody, request: Request) -> dict[str, Any]:
    """Give the browser its conversation credential and what to show before the first message."""
    services, now = services_of(request), now_of(request)
    request.state.lang = body.lang
    services.pace.count("sessions", address=caller(request))
    site = await allowed_site(request, body.site)
    services.pace.count("sessions", site=str(site.id))
    greeting = _greeting(request, site, body.lang)
    token = new_token("sct")
    opened = visitors.Opened(
        site_id=site.id,
        lang=body.lang,
        page=body.page.model_dump(),
        notice_version=greeting["notice"]["version"],
        behaviour_id=body.behaviour_id,
    )
    expires = await services.database.awrite(lambda s: visitors.open_session(s, opened, token=token, now=now))
    return {"token": token, "expires_at": expires.isoformat(), **greeting}


async def streaming(
    request: Request, visitor: CurrentVisitor, accept: Annotated[str, Header()] = "*/*"
) -> AsyncIterator[bool]:
    """Say whether the answer is to be a stream, which is counted until it has ended."""
    if EVENTS not in accept and request.method == "POST":
        yield False
        return
    with services_of(request).pace.stream(visitor.token_hash.hex()):
        yield True


Streaming = Annotated[bool, Depends(streaming)]


@router.post("/messages", status_code=202, response_model=None)
async def take_message(
    body: MessageBody, request: Request, visitor: CurrentVisitor, streamed: Streaming
) -> dict[str, Any] | StreamingResponse:
    """Accept a message; answer with its number, or with the stream of its turn."""
    services = services_of(request)
    services.pace.count("messages", credential=visitor.token_hash.hex(), address=caller(request))
    inbound = InboundMessage(
        credential_id=visitor.credential_id,
        client_id=body.client_id,
        text=body.text,
        lang=visitor.lang,
        page=body.page.model_dump() if body.page else {},
        begun=visitor.conversation_id is not None,
    )
    accepted = await services.receive(inbound)
    answer = {"id": str(accepted.message_id), "seq": accepted.seq, "conversation_id": str(accepted.conversation_id)}
    if not streamed:
        return answer
    turn = stream.turn(services, accepted, credential=visitor.token_hash)
    return stream.response(turn, status_code=202)


@router.get("/stream", response_model=None, dependencies=[Depends(streaming)])
async def follow(
    request: Request, visitor: CurrentVisitor, last_event_id: Annotated[int, Header(ge=0, le=LAST_SEQ)] = 0
) -> StreamingResponse:
    """Replay what changed after `Last-Event-ID`, then follow the conversation."""
    conversation_id = _conversation(visitor)
    return stream.response(
        stream.conversation(services_of(request), conversation_id, after=last_event_id, credential=visitor.token_hash)
    )


@router.get("/conversation")
async def show(request: Request, visitor: CurrentVisitor) -> dict[str, Any]:
    """Return the whole conversation, for a reload."""
    conversation_id = _conversation(visitor)
    return await services_of(request).database.aread(lambda s: thread.state(s, conversation_id))


@router.post("/typing", status_code=204)
async def typing(request: Request, visitor: CurrentVisitor) -> Response:
    """Tell the rep that the prospect is writing; only the fact."""
    topic = conversation_topic(_conversation(visitor))
    services_of(request).pace.count("typing", credential=visitor.token_hash.hex())
    services_of(request).bus.publish(Announcement(topic, "typing", {"author": "contact"}))
    return Response(status_code=204)


@router.post("/end", status_code=204)
async def end(request: Request, visitor: CurrentVisitor) -> Response:
    """Revoke the credential: this browser can no longer read the conversation."""
    now = now_of(request)
    await services_of(request).database.awrite(lambda s: visitors.revoke(s, visitor.credential_id, now=now))
    return Response(status_code=204)


def _conversation(visitor: Visitor) -> UUID:
    if visitor.conversation_id is None:
        raise Conflict("no_conversation")
    return visitor.conversation_id


def _greeting(request: Request, site: Site, lang: Lang) -> dict[str, Any]:
    services = services_of(request)
    texts, company = services.texts, site.company.get(lang) or site.name
    if services.settings.llm.configured:
        notice = texts(lang, "widget.notice_model", company=company, model=services.settings.llm.model)
    else:
        notice = texts(lang, "widget.notice", company=company)
    quick = [{"id": name, "label": texts(lang, f"widget.quick.{name}")} for name in ("price", "case", "human")]
    return {
        "greeting": texts(lang, "widget.greeting"),
        "notice": {"text": notice, "version": visitors.notice_version(notice)},
        "company": company,
        "quick_replies": quick,
    }
