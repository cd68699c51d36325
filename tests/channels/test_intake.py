"""Mail comes in over a real socket: confirmed when it is kept, for us alone, one mail at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from app.channels.email import intake
from app.channels.email.intake import MailIntake
from app.channels.email.thread import base_address
from app.core.errors import Unavailable
from tests.channels.mails import raw_mail

pytestmark = pytest.mark.anyio
OURS = "sales@minamo.example"


@dataclass
class Keeper:
    """Takes mails; while `away` the database cannot be reached."""

    away: bool = False
    taken: list[tuple[bytes, str, tuple[str, ...]]] = field(default_factory=list)

    async def __call__(self, raw: bytes, *, sender: str, recipients: Sequence[str]) -> None:
        if self.away:
            raise Unavailable("database_busy")
        self.taken.append((raw, sender, tuple(recipients)))

    async def takes(self, address: str) -> bool:
        return base_address(address) in {OURS, "info@minamo.example"}


class Peer:
    """A mail server that talks to ours."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def hear(self) -> str:
        line = await asyncio.wait_for(self.reader.readline(), 10)
        while line[3:4] == b"-":
            line = await asyncio.wait_for(self.reader.readline(), 10)
        return line.decode().strip()

    async def say(self, words: str | bytes) -> str:
        self.writer.write((words.encode() if isinstance(words, str) else words) + b"\r\n")
        await self.writer.drain()
        return await self.hear()

    async def hand_over(self, raw: bytes, *recipients: str, hello: str = "LHLO") -> str:
        """Say everything up to the end of the mail and return the first answer to it."""
        await self.say(f"{hello} peer.example")
        await self.say("MAIL FROM:<mori@aoba-denki.example>")
        for recipient in recipients:
            await self.say(f"RCPT TO:<{recipient}>")
        await self.say("DATA")
        return await self.say(raw + b"\r\n.")


@asynccontextmanager
async def listening(keeper: Keeper, protocol: intake.Protocols = "lmtp") -> AsyncIterator[Peer]:
    server = MailIntake(keeper, keeper.takes, listen="127.0.0.1:0", protocol=protocol)
    await server.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    peer = Peer(reader, writer)
    assert (await peer.hear()).startswith("220")
    try:
        yield peer
    finally:
        writer.close()
        await server.stop()


@pytest.mark.parametrize(("protocol", "hello"), [("lmtp", "LHLO"), ("smtp", "EHLO")])
async def test_a_mail_is_confirmed_once_it_is_kept_byte_for_byte(protocol: intake.Protocols, hello: str) -> None:
    keeper, raw = Keeper(), raw_mail("料金を教えてください。\r\n..二点")
    async with listening(keeper, protocol) as peer:
        assert (await peer.hand_over(raw, "Sales+r-x@Minamo.example", hello=hello)).startswith("250")
    sent = raw.replace(b"\r\n..", b"\r\n.") + b"\r\n"
    assert keeper.taken == [(sent, "mori@aoba-denki.example", ("Sales+r-x@Minamo.example",))]


async def test_lmtp_answers_for_each_recipient() -> None:
    keeper = Keeper()
    async with listening(keeper) as peer:
        assert (await peer.hand_over(raw_mail(), OURS, "info@minamo.example")).startswith("250")
        assert (await peer.hear()).startswith("250")
        assert (await peer.say("NOOP")).startswith("250")
    assert len(keeper.taken) == 1


async def test_nothing_is_relayed() -> None:
    async with listening(Keeper(), "smtp") as peer:
        await peer.say("EHLO peer.example")
        await peer.say("MAIL FROM:<mori@aoba-denki.example>")
        for stranger in ("x@other.example", "boss@minamo.example", "sales@minamo.example.evil.example", OURS + "%x"):
            assert (await peer.say(f"RCPT TO:<{stranger}>")).startswith("550 5.1.1")


async def test_a_mail_that_cannot_be_kept_now_is_asked_for_again() -> None:
    keeper = Keeper(away=True)
    async with listening(keeper) as peer:
        assert (await peer.hand_over(raw_mail(), OURS)).startswith("451 4.3.0")
        keeper.away = False
        assert (await peer.hand_over(raw_mail(), OURS)).startswith("250")
    assert len(keeper.taken) == 1


@pytest.mark.parametrize("end", [b"\n.\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r", b"\r\n.\r"])
async def test_no_other_end_of_a_mail_smuggles_in_a_second_one(end: bytes) -> None:
    keeper = Keeper()
    second = b"MAIL FROM:<boss@minamo.example>\r\nRCPT TO:<sales@minamo.example>\r\nDATA\r\nforged"
    async with listening(keeper, "smtp") as peer:
        assert (await peer.hand_over(b"first" + end + second, OURS, hello="EHLO")).startswith("250")
    ((raw, sender, _),) = keeper.taken
    assert b"forged" in raw
    assert sender == "mori@aoba-denki.example"


async def test_too_large_and_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 1000)
    monkeypatch.setattr(intake, "MOST_RECIPIENTS", 2)
    keeper = Keeper()
    async with listening(keeper) as peer:
        assert (await peer.hand_over(b"a" * 500 + b"\r\n" + b"b" * 600, OURS)).startswith("552")
        await peer.say("RSET")
        await peer.say("MAIL FROM:<mori@aoba-denki.example>")
        answers = [await peer.say(f"RCPT TO:<sales+{number}@minamo.example>") for number in range(3)]
        assert [answer[:3] for answer in answers] == ["250", "250", "452"]
    assert keeper.taken == []


async def test_a_line_of_japanese_mail_may_be_long() -> None:
    keeper = Keeper()
    async with listening(keeper) as peer:
        assert (await peer.hand_over(raw_mail("あ" * 5000), OURS)).startswith("250")
