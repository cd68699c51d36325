"""Which page may call: the site of a key, its exact origins, the visitor behind a credential."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import Header, Request
from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.orm import Session
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.errors import Forbidden, NotFound, NotSignedIn, Unavailable
from app.leads import visitors
from app.leads.visitors import Visitor
from app.models import Inbox, Site
from app.web.deps import now_of, own_origins, services_of

HEADERS = {
    "/v1/widget/": b"Authorization, Content-Type, Last-Event-ID, X-Sokuo-Visitor, Accept-Language",
    "/v1/forms/": b"Content-Type, Idempotency-Key, X-Sokuo-Visitor, Accept-Language",
}
ALLOWED = {b"access-control-allow-methods": b"GET, POST", b"access-control-max-age": b"600"}


async def allowed_site(request: Request, key: str) -> Site:
    """Return the site of a public key; `NotFound` (site_unknown), `Forbidden` (origin_foreign)."""
    site = await services_of(request).database.aread(
        lambda s: s.scalar(select(Site).where(Site.key == key, Site.active.is_(True)))
    )
    if site is None:
        raise NotFound("site_unknown")
    _check_origin(request, site)
    return site


async def current_visitor(request: Request, authorization: Annotated[str, Header(max_length=200)] = "") -> Visitor:
    """Return the holder of the conversation credential, calling from a page of its own site."""
    services, now = services_of(request), now_of(request)
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotSignedIn("credential_missing")
    visitor, site = await services.database.aread(lambda s: _holder(s, token.strip(), now=now))
    request.state.lang = visitor.lang
    if not site.active:
        raise NotFound("site_unknown")
    _check_origin(request, site)
    if now - visitor.seen_at >= visitors.TOUCH_EVERY:
        services.database.write_soon(lambda s: visitors.touch(s, visitor.credential_id, now=now))
    return visitor


def _holder(session: Session, token: str, *, now: datetime) -> tuple[Visitor, Site]:
    visitor = visitors.find(session, token, now=now)
    return visitor, session.scalars(_SITE, {"site_id": visitor.site_id}).one()


_SITE = select(Site).where(Site.id == bindparam("site_id", type_=Uuid))


def _check_origin(request: Request, site: Site) -> None:
    """Refuse pages of other sites; a browser always says where a cross-site call comes from."""
    origin = request.headers.get("origin")
    if origin is not None and origin not in site.origins and origin not in own_origins(request):
        raise Forbidden("origin_foreign")


class SiteCors:
    """Answers preflights and names the exact origin, to pages of our sites only; which site's or form's, the route
    decides.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", ()))
        origin = headers.get(b"origin")
        wishes = next((wishes for prefix, wishes in HEADERS.items() if scope.get("path", "").startswith(prefix)), None)
        if scope["type"] != "http" or origin is None or wishes is None:
            await self._app(scope, receive, send)
            return
        listed = await _listed(Request(scope))
        named = [(b"vary", b"Origin")]
        if listed:
            named += [(b"access-control-allow-origin", origin), (b"access-control-expose-headers", b"Retry-After")]
        if scope["method"] == "OPTIONS":
            allowed = [*ALLOWED.items(), (b"access-control-allow-headers", wishes)] if listed else []
            await send({"type": "http.response.start", "status": 204 if listed else 403, "headers": [*named, *allowed]})
            await send({"type": "http.response.body", "body": b""})
            return

        async def with_origin(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *named]
            await send(message)

        await self._app(scope, receive, with_origin)


async def _listed(request: Request) -> bool:
    """Say whether a page of any of our sites or forms calls; without a database the route can only say that it is
    away.
    """
    origin = request.headers["origin"]
    try:
        lists = await services_of(request).database.aread(_origins)
    except Unavailable:
        return True
    return origin in own_origins(request) or any(origin in origins for origins in lists)


def _origins(session: Session) -> list[list[str]]:
    forms = session.scalars(select(Inbox.settings).where(Inbox.channel == "webform", Inbox.active.is_(True)))
    sites = session.scalars(select(Site.origins).where(Site.active.is_(True)))
    return [*sites, *(settings.get("origins", []) for settings in forms)]
