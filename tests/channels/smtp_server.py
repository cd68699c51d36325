"""A mail server on loopback that keeps what it takes and can be told to be difficult."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from aiosmtpd.smtp import SMTP, Envelope, Session

from app.core.settings import MailSettings

Mood = Literal["ok", "451 at RCPT", "550 at RCPT", "552 after the mail", "cut before", "cut after", "silent"]


@dataclass
class SmtpServer:
    """`moods` are for the next connections, one each; after them all is well. `taken` are the mails it accepted."""

    moods: deque[Mood] = field(default_factory=deque)
    taken: list[Envelope] = field(default_factory=list)
    port: int = 0

    def will_be(self, *moods: Mood) -> Self:
        self.moods.extend(moods)
        return self

    @property
    def settings(self) -> MailSettings:
        return MailSettings(smtp_host="127.0.0.1", smtp_port=self.port, smtp_tls="none", smtp_timeout_s=5)

    @property
    def ids(self) -> Counter[str]:
        return Counter(message_ids(envelope.original_content or b"" for envelope in self.taken))

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self, loop=loop), "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def handle_RCPT(
        self, server: _Connection, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if server.mood in ("451 at RCPT", "550 at RCPT"):
            return f"{server.mood[:3]} not now or never"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: _Connection, _session: Session, envelope: Envelope) -> str:
        if server.mood == "552 after the mail":
            return "552 too much of it"
        self.taken.append(envelope)
        if server.mood == "cut after":
            server.cut()
        if server.mood == "silent":
            await asyncio.get_running_loop().create_future()
        return f"250 kept as {len(self.taken)}"


class _Connection(SMTP):
    def __init__(self, owner: SmtpServer, **more: Any) -> None:
        super().__init__(owner, hostname="mx.minato.example", **more)
        self.mood: Mood = owner.moods.popleft() if owner.moods else "ok"

    async def smtp_DATA(self, arg: str) -> None:
        if self.mood == "cut before":
            self.cut()
        else:
            await super().smtp_DATA(arg)

    def cut(self) -> None:
        if self.transport is not None:
            self.transport.abort()


def message_ids(mails: Iterable[bytes]) -> list[str]:
    """Return the Message-ID of each mail."""
    return [mail.split(b"\r\nMessage-ID: ", 1)[1].split(b"\r\n", 1)[0].decode() for mail in mails]
