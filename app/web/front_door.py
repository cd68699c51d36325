"""Who really asks, over which scheme and for which host: a proxy is believed only if we know it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Network, IPv6Network

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.core import log
from app.core.errors import AppError
from app.web.addresses import Address, address_of
from app.web.deps import known_host

Network = IPv4Network | IPv6Network
logger = log.get(__name__)
SCHEMES = ("http", "https")
PROBES = ("/healthz", "/readyz")  # asked by address, whatever it is


class HostUnknown(AppError):
    status_code = 421


class Proxies:
    """Replaces the peer and the scheme of a request by what a trusted proxy says of them (`X-Forwarded-…`)."""

    def __init__(self, app: ASGIApp, *, trusted: Sequence[Network]) -> None:
        self._app = app
        self._trusted = trusted
        self._warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["client"]:
            headers = Headers(scope=scope)
            if self._trusts(address_of(scope["client"][0])):
                scope = self._as_told(scope, headers)
            elif "x-forwarded-for" in headers and not self._warned:
                self._warned = True
                logger.warning("proxy_untrusted", set="SOKUO_TRUSTED_PROXIES")
        await self._app(scope, receive, send)

    def _as_told(self, scope: Scope, headers: Headers) -> Scope:
        told = {**scope, "client": (self._client(headers, peer=scope["client"][0]), 0)}
        proto = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip().lower()
        if proto in SCHEMES:
            told |= {"scheme": proto, "state": {**scope.get("state", {}), "scheme_told": True}}
        return told

    def _client(self, headers: Headers, *, peer: str) -> str:
        """Return the right-most address that is no proxy of ours; what stands left of it anybody can write."""
        client = peer
        for written in reversed(",".join(headers.getlist("x-forwarded-for")).split(",")):
            found = address_of(written.strip())
            if found is None:
                break
            client = str(found)
            if not self._trusts(found):
                break
        return client

    def _trusts(self, address: Address | None) -> bool:
        return address is not None and any(address in network for network in self._trusted)


class OwnHost:
    """Refuses requests for a host that is not ours: 421, so that no other name can be pointed at us."""

    def __init__(self, app: ASGIApp, *, render: Callable[[Request, AppError], Awaitable[Response]]) -> None:
        self._app = app
        self._render = render

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app
        if scope["type"] == "http" and scope["path"] not in PROBES and not known_host(Request(scope)):
            app = await self._render(Request(scope), HostUnknown("host_unknown"))
        await app(scope, receive, send)
