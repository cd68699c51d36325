"""Our own way in for mail: an LMTP or SMTP server on the app's event loop that relays nothing.

250 means the mail is on disk. Nothing is read here: a mail that nobody can parse is taken like any other.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import Literal, Protocol, cast

from aiosmtpd.smtp import SMTP, Envelope, Session, syntax

from app.channels.email.parse import MOST_BYTES
from app.core import log

logger = log.get(__name__)

Protocols = Literal["lmtp", "smtp"]
MOST_RECIPIENTS = 100
MOST_CONNECTIONS = 20
MOST_OF_ONE_PEER = 5  # over SMTP; of LMTP the only peer is our own mail server
MOST_HELD_BYTES = 100 * 1024 * 1024  # of all mails that are just coming in
FIRST_COMMAND_S = 20
IDLE_S = 300
LONGEST_S = 600  # a connection that sends a byte now and then ends too
PIECE = 64 * 1024  # of a mail is read at once; a line may be longer, Japanese mail does not keep to RFC 5321
LOOKUP_S = 10
END = b"\r\n.\r\n"  # nothing else ends a mail, so that nobody smuggles in a second one
LONGEST_START = 100  # of dots and line ends only
TOO_MANY = "421 4.7.0 Too many connections, try again later"
TOO_LATE = "421 4.4.2 Nothing said, closing"
TOO_LARGE = "552 5.3.4 Too much mail data"
FULL = "452 4.3.1 Too much mail at once, try again later"
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
        authserv_id: str | None = None,
    ) -> None:
        self._take_mail = take_mail
        self._takes = takes
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._protocol = protocol
        self._hostname = hostname or "localhost"
        self._authserv_id = authserv_id
        self._held = 0
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
        if self._protocol == "smtp" and self._authserv_id and not _is_loopback(self._host):
            logger.warning("authserv_over_smtp", port=self.port)  # whoever connects writes Authentication-Results too
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

    def admits(self, peer: str) -> bool:
        """Say whether one more connection may be opened from an address."""
        of_peer = sum(connection.peer == peer for connection in self._open)
        bounded = self._protocol == "smtp" and not _is_loopback(peer)
        return len(self._open) < MOST_CONNECTIONS and (not bounded or of_peer < MOST_OF_ONE_PEER)

    def hold(self, size: int) -> bool:
        """Say whether so many bytes more fit into memory; they are counted until `release`."""
        if self._held + size > MOST_HELD_BYTES:
            return False
        self._held += size
        return True

    def release(self, size: int) -> None:
        self._held -= size

    def answer(self, words: str, recipients: int) -> str:
        """Return the answer to a mail; LMTP wants one for each recipient (RFC 2033 §4.2)."""
        return "\r\n".join([words] * (recipients if self._protocol == "lmtp" else 1))

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

    async def keep(self, raw: bytes, *, sender: str, recipients: Sequence[str]) -> str:
        """Answer 250 once the mail is kept."""
        try:
            await self._take_mail(raw, sender=sender, recipients=tuple(recipients))
        except Exception:
            logger.exception("mail_not_taken")
            return BUSY
        return "250 2.0.0 OK"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host in ("localhost", "")


def _unstuffed(raw: bytearray) -> bytes:
    """Return the mail between the line end before it and the dot behind it; `raw` is used up."""
    del raw[-3:]
    content = raw.replace(b"\r\n.", b"\r\n")
    raw.clear()
    return bytes(memoryview(content)[2:])


class _Refused(asyncio.Protocol):
    """What is said to a connection that is one too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        wire = cast(asyncio.Transport, transport)
        wire.write(f"{TOO_MANY}\r\n".encode())
        wire.close()


class _Connection(SMTP):
    line_length_limit = PIECE
    peer = ""

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
        self._intake = intake
        self._others = others
        self._holds = 0
        self._wire: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._wire = wire = cast(asyncio.Transport, transport)
        self.peer = str((transport.get_extra_info("peername") or ("",))[0])
        if not self._intake.admits(self.peer):
            refused = _Refused()
            wire.set_protocol(refused)
            refused.connection_made(wire)
            return
        super().connection_made(transport)
        self._others.add(self)
        loop = asyncio.get_running_loop()
        self._end = loop.call_later(LONGEST_S, self.cut)
        self._silence = loop.call_later(FIRST_COMMAND_S, self._dismiss)

    def data_received(self, data: bytes) -> None:
        if b"\n" in data:
            self._silence.cancel()
        super().data_received(data)

    def connection_lost(self, error: Exception | None) -> None:
        self._others.discard(self)
        self._end.cancel()
        self._silence.cancel()
        super().connection_lost(error)

    @syntax("DATA")
    async def smtp_DATA(self, arg: str | None) -> None:
        """Take one mail; unlike the library's own way, it costs no more memory than it has bytes, nor than we have."""
        if await self.check_helo_needed():
            return
        envelope = self.envelope
        if arg or envelope is None or not envelope.rcpt_tos:
            await self.push("501 Syntax: DATA" if arg else "503 Error: need RCPT command")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        raw = bytearray(b"\r\n")
        try:
            words = await self._collect(raw)
            if not words:
                mail = _unstuffed(raw)
                words = await self._intake.keep(mail, sender=envelope.mail_from or "", recipients=envelope.rcpt_tos)
        finally:
            self._intake.release(self._holds)
            self._holds = 0
        answer = self._intake.answer(words, len(envelope.rcpt_tos))
        self._set_post_data_state()  # type: ignore[no-untyped-call]
        await self.push(answer)

    async def _collect(self, raw: bytearray) -> str:
        """Read to the end of the mail; return why it is not kept, "" if it is."""
        words, size, tail, begins = "", 0, bytes(raw), True
        while not tail.endswith(END):
            begins = begins and tail[-1:] in (b"\r", b"\n", b".")  # the end may have begun: of a mail without a word
            piece = await (self._reader.readexactly(1) if begins else self._piece())
            size += len(piece)
            tail = (tail + piece)[-len(END) :]
            if size > 2 * MOST_BYTES or (begins and size > LONGEST_START):
                self.cut()
                await asyncio.Event().wait()  # the lost connection ends this task
            if words:
                continue
            if size > MOST_BYTES or not self._intake.hold(len(piece)):
                words = TOO_LARGE if size > MOST_BYTES else FULL
                raw.clear()
                continue
            self._holds += len(piece)
            raw += piece
        return words

    async def _piece(self) -> bytes:
        """Return what comes up to the end of the mail, or as much of it as cannot hold the beginning of that end."""
        try:
            return await self._reader.readuntil(END)
        except asyncio.LimitOverrunError as error:
            return await self._reader.read(error.consumed)

    def _dismiss(self) -> None:
        if self._wire is not None:
            self._wire.write(f"{TOO_LATE}\r\n".encode())
            self._wire.close()

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
