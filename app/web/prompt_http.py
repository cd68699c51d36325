"""Request lines and headers, too, take no more room or time than they may; uvicorn alone limits neither."""

from __future__ import annotations

import asyncio
from asyncio.events import TimerHandle

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

ARRIVAL_S = 15.0
MOST_BYTES = 32 * 1024
PIECE = 4096
REFUSAL = b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class PromptHttpProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol, closing a connection whose headers are not complete within `arrival_s` or have more
    than `most_bytes` (431). Use: `uvicorn.Config(http=PromptHttpProtocol)`.
    """

    arrival_s = ARRIVAL_S
    most_bytes = MOST_BYTES
    _due: TimerHandle | None = None
    _beside_body = 0  # bytes of this request that are no body: request line, headers, chunk sizes, trailers

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._headers_are_here()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            self._beside_body += len(piece)
            super().data_received(piece)
            if self.transport.is_closing():
                return
            if self._beside_body > self.most_bytes:
                self._refuse()
                return

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._beside_body = 0
        self._expect_headers()

    def on_headers_complete(self) -> None:
        self._headers_are_here()
        self._beside_body = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._beside_body -= len(body)
        super().on_body(body)

    def _refuse(self) -> None:
        if self.cycle is None or self.cycle.response_complete:  # else an answer is on its way
            self.transport.write(REFUSAL)
        self.transport.close()

    def _expect_headers(self) -> None:
        if self._due is None:
            self._due = self.loop.call_later(self.arrival_s, self.transport.close)

    def _headers_are_here(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None
