"""No body takes more room or more time than it may."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.errors import AppError, TooLarge

ARRIVAL_S = 15.0

Render = Callable[[Request, AppError], Awaitable[Response]]


class TimedOut(AppError):
    status_code = 408


class BodyLimit:
    """Reads a body of at most `max_bytes` within `arrival_s` before the app sees the request; otherwise 413 or 408.

    `larger` are the paths that may get more, with how much. Bytes are counted as they arrive, whatever
    `Content-Length` says.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        max_bytes: int,
        render: Render,
        arrival_s: float = ARRIVAL_S,
        larger: Mapping[str, int] | None = None,
    ) -> None:
        self.app = app
        self.max_bytes = max_bytes
        self.larger = larger or {}
        self.render = render
        self.arrival_s = arrival_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _has_body(scope):
            await self.app(scope, receive, send)
            return
        try:
            body = await self._read(scope, receive)
        except AppError as error:
            response = await self.render(Request(scope), error)
            response.headers["Connection"] = "close"
            await response(scope, receive, send)
            return
        if body is not None:
            await self.app(scope, _replay(body, receive), send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes | None:
        """Return the whole body, None if the client has gone."""
        max_bytes = self.larger.get(scope["path"], self.max_bytes)
        if _declared(scope) > max_bytes:
            raise TooLarge("body_too_large")
        body = bytearray()
        try:
            async with asyncio.timeout(self.arrival_s):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    body += message.get("body", b"")
                    if len(body) > max_bytes:
                        raise TooLarge("body_too_large")
                    if not message.get("more_body", False):
                        return bytes(body)
        except TimeoutError:
            raise TimedOut("body_too_slow") from None


def _headers(scope: Scope) -> dict[bytes, bytes]:
    return dict(scope["headers"])


def _has_body(scope: Scope) -> bool:
    return _declared(scope) > 0 or b"transfer-encoding" in _headers(scope)


def _declared(scope: Scope) -> int:
    declared = _headers(scope).get(b"content-length", b"0")
    return int(declared) if declared.isdigit() else 0


def _replay(body: bytes, receive: Receive) -> Receive:
    first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> dict[str, Any]:
        return dict(first.pop()) if first else dict(await receive())

    return replayed
