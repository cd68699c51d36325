"""Our own way in for mail: an LMTP or SMTP server on the app's event loop that relays nothing.

250 means the mail is on disk. Nothing is read here: a mail that nobody can parse is taken like any other.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Literal, Protocol, cast

from aiosmtpd.smtp import SMTP, Envelope, Session, syntax

from app.channels.email.parse import MOST_BYTES
from app.core import log

logger = log.get(__name__)

Protocols = Literal["lmtp", "smtp"]
MOST_RECIPIENTS = 100
MOST_CONNECTIONS = 20  # each may hold a mail of the greatest size in memory
IDLE_S = 300
LONGEST_S = 600  # a connection that sends a byte now and then ends too
LONGEST_LINE = 64 * 1024  # Japanese mail comes in lines far beyond the 998 of RFC 5321
LOOKUP_S = 10
BUSY = "451 4.3.0 Temporarily unable to take mail, try again later"

Takes = Callable[[str], Awaitable[bool]]


class TakeMail(Protocol):
    """Keep a mail; when it returns, the mail is on disk."""

    def __call__(self, raw: bytes, *, sender: str, recipients: Sequence[str]) -> Awaitable[object]: ...


class MailIntake:
    """Listens on one address; `takes` says whether we take mail to an address."""

    def __init__(
        self,
        take_mail: TakeMail,
        takes: Takes,
        *,
        listen: str,
        protocol: Protocols,
        hostname: str | None = None,
    ) -> None:
        self._take_mail = take_mail
        self._takes = takes
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._protocol = protocol
        self._hostname = hostname or "localhost"
        self._server: asyncio.Server | None = None
        self._open: set[_Connection] = set()

    @property
    def port(self) -> int:
        """The port it listens on, also where 0 was asked for."""
        return int(self._server.sockets[0].getsockname()[1]) if self._server else self._port

    async def start(self) -> None:
        """Begin to listen; `OSError` if the address is taken."""
        logging.getLogger("mail.log").setLevel(logging.ERROR)  # the library would log addresses
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._connection, self._host, self._port)
        logger.info("mail_intake_started", protocol=self._protocol, port=self.port)

    async def stop(self) -> None:
        """End listening and the open connections; a mail that was not confirmed comes again."""
        if self._server is None:
            return
        self._server.close()
        for connection in tuple(self._open):
            connection.cut()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._server.wait_closed(), 5)
        self._server = None

    def _connection(self) -> asyncio.BaseProtocol:
        kind = _Lmtp if self._protocol == "lmtp" else _Connection
        return kind(self, self._open, hostname=self._hostname)

    async def handle_RCPT(
        self, _server: object, _session: Session, envelope: Envelope, address: str, _options: Sequence[str]
    ) -> str:
        """Accept our own inboxes and nobody else's."""
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        try:
            async with asyncio.timeout(LOOKUP_S):
                ours = await self._takes(address)
        except Exception:  # whatever it is, the sender keeps the mail and tries again
            logger.exception("mail_address_not_looked_up")
            return BUSY
        if not ours:
            return "550 5.1.1 No such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: object, _session: Session, envelope: Envelope) -> str:
        """Answer 250 once the mail is kept; LMTP wants one answer for each recipient (RFC 2033 §4.2)."""
        content = envelope.original_content or b""
        try:
            await self._take_mail(content, sender=envelope.mail_from or "", recipients=tuple(envelope.rcpt_tos))
            answer = "250 2.0.0 OK"
        except Exception:
            logger.exception("mail_not_taken")
            answer = BUSY
        return "\r\n".join([answer] * (len(envelope.rcpt_tos) if self._protocol == "lmtp" else 1))


class _Connection(SMTP):
    line_length_limit = LONGEST_LINE

    def __init__(self, intake: MailIntake, others: set[_Connection], *, hostname: str) -> None:
        super().__init__(
            intake,
            data_size_limit=MOST_BYTES,
            enable_SMTPUTF8=True,
            hostname=hostname,
            ident="Sokuo",
            timeout=IDLE_S,
            command_call_limit={"*": 200, "RCPT": 2 * MOST_RECIPIENTS},
            loop=asyncio.get_running_loop(),
        )
        self._others = others
        self._wire: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._wire = cast(asyncio.Transport, transport)
        self._others.add(self)
        self._end = asyncio.get_running_loop().call_later(LONGEST_S, self.cut)
        if len(self._others) > MOST_CONNECTIONS:
            self.cut()

    def connection_lost(self, error: Exception | None) -> None:
        self._others.discard(self)
        self._end.cancel()
        super().connection_lost(error)

    def cut(self) -> None:
        if self._wire is not None:
            self._wire.abort()


class _Lmtp(_Connection):
    show_smtp_greeting = False

    @syntax("LHLO hostname")
    async def smtp_LHLO(self, arg: str) -> None:
        await super().smtp_EHLO(arg)

    async def smtp_HELO(self, _arg: str) -> None:
        await self.push("500 Error: LHLO first")

    async def smtp_EHLO(self, _arg: str) -> None:
        await self.push("500 Error: LHLO first")
