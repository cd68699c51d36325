"""What every request can ask for: the app's services, the signed-in person, the language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Depends, Request
from jinja2.sandbox import SandboxedEnvironment
from sqlalchemy.orm import Session

from app.accounts import sessions
from app.accounts.attempts import Attempts
from app.accounts.hashing import Hashing
from app.accounts.roles import Operation, may
from app.accounts.sessions import SignedIn
from app.bus.port import Bus
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Forbidden, NotSignedIn
from app.core.security import Vault
from app.core.settings import Settings
from app.core.templating import LANGS, Texts
from app.flows.form_in import TakeForm
from app.flows.receive import Receive
from app.flows.turns import TurnRunner
from app.knowledge.library import Library
from app.web.addresses import address_of
from app.web.pace import Pace
from app.web.readiness import Readiness

TOUCH_EVERY = timedelta(minutes=1)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Services:
    """The parts the composition root has put together; `request.app.state.services`.

    `receive` takes a prospect's message in and starts its turn, `take_form` a form; `briefing(session, lead_id, lang)`
    returns what `templates/web/briefing.html` shows.
    """

    database: Database
    clock: Clock
    vault: Vault
    bus: Bus
    texts: Texts
    settings: Settings
    templates: SandboxedEnvironment
    receive: Receive
    turns: TurnRunner
    take_form: TakeForm
    library: Library
    attempts: Attempts = field(default_factory=Attempts)
    hashing: Hashing = field(default_factory=Hashing)
    pace: Pace = field(default_factory=Pace)
    readiness: Readiness = field(default_factory=Readiness)
    briefing: Callable[[Session, UUID, str], Any] | None = None


def services_of(request: Request) -> Services:
    """Return the app's services."""
    services: Services = request.app.state.services
    return services


def now_of(request: Request) -> datetime:
    """Return the present time by the app's clock."""
    return services_of(request).clock.now()


def is_secure(request: Request) -> bool:
    """Say whether the browser reaches us over https: a trusted proxy tells, or the public address does."""
    if getattr(request.state, "scheme_told", False):
        return request.url.scheme == "https"
    return request.url.scheme == "https" or (services_of(request).settings.public_url or "").startswith("https://")


def is_loopback(request: Request) -> bool:
    """Say whether the browser runs on this machine, going by the address it asked for and the one it comes from."""
    peer = address_of(request.client.host) if request.client else None
    return peer is not None and peer.is_loopback and _names_loopback(host_of(request))


def host_of(request: Request) -> str:
    """Return the name of the host the browser asked for, without port; empty if it is none."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def known_host(request: Request) -> bool:
    """Say whether the browser asked for us: the host of the public address, or without one this machine."""
    settings, host = services_of(request).settings, host_of(request)
    if settings.public_url:
        return host == urlsplit(settings.public_url).hostname
    return _names_loopback(host) or host == settings.host.lower()


def _names_loopback(host: str) -> bool:
    return host in LOOPBACK or host.endswith(".localhost")


def session_cookie(request: Request) -> str:
    """Return the name of the session cookie; `__Host-` pins it to this host and to https (RFC 6265bis §4.1.3.2)."""
    return "__Host-sokuo" if is_secure(request) else "sokuo"


def own_origins(request: Request) -> set[str]:
    """Return the origins our own pages are served from: the public address, or without one the host asked for."""
    if public := services_of(request).settings.public_url:
        parts = urlsplit(public.lower())
        return {f"{parts.scheme}://{parts.netloc}"}
    return {f"{request.url.scheme}://{request.headers['host']}"} if known_host(request) else set()


async def current_person(request: Request) -> SignedIn:
    """Return who is signed in; `NotSignedIn` otherwise. Looking alone does not keep a session alive."""
    services, now = services_of(request), now_of(request)
    token = request.cookies.get(session_cookie(request))
    found = await services.database.aread(lambda s: sessions.find_person(s, token, now=now)) if token else None
    if found is None:
        raise NotSignedIn("signed_out")
    request.state.person = found
    return found


CurrentPerson = Annotated[SignedIn, Depends(current_person)]


async def present_person(request: Request, person: CurrentPerson) -> SignedIn:
    """Return who is signed in and note that they did something; nobody waits for the note.

    What a page fetches by itself (`X-Background`) is not something a person did.
    """
    now = now_of(request)
    if now - person.seen_at >= TOUCH_EVERY and "x-background" not in request.headers:
        services_of(request).database.write_soon(lambda s: sessions.touch(s, person, now=now))
    return person


def require(operation: Operation) -> Callable[..., Awaitable[SignedIn]]:
    """Return a dependency that lets only roles with this operation pass."""

    async def permitted(person: CurrentPerson) -> SignedIn:
        if not may(person.role, operation):
            raise Forbidden("not_permitted")
        return person

    return permitted


Reader = Annotated[SignedIn, Depends(require("read_leads"))]
Worker = Annotated[SignedIn, Depends(require("work_leads"))]
Editor = Annotated[SignedIn, Depends(require("write_knowledge"))]


def lang_of(request: Request) -> str:
    """Return the language to answer in: the person's own, the call's `lang`, `Accept-Language`, the default."""
    person: SignedIn | None = getattr(request.state, "person", None)
    for wish in (person.lang if person else None, request.query_params.get("lang")):
        if wish in LANGS:
            return wish
    return accepted_lang(request.headers.get("accept-language", "")) or services_of(request).settings.default_lang


def accepted_lang(header: str) -> str | None:
    """Return the language of ours an `Accept-Language` header prefers (RFC 9110 §12.5.4), None if it names none."""
    wishes: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, parameter = part.strip().partition(";")
        lang = tag.split("-")[0].strip().lower()
        try:
            weight = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if lang in LANGS and weight > 0:
            wishes.append((weight, lang))
    return max(wishes, key=lambda wish: wish[0])[1] if wishes else None
