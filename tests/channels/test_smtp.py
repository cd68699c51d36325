"""After every end of an SMTP conversation it is clear whether the mail can have been delivered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.channels.email.outgoing import build
from app.channels.email.port import Deferred, NobodyKnows, Refused, Transport
from app.channels.email.sink import SinkTransport
from app.channels.email.smtp import SmtpTransport
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.core.settings import MailSettings
from app.models import RawMessage
from tests.channels.smtp_server import Mood, SmtpServer
from tests.channels.test_outgoing import MAIL

pytestmark = pytest.mark.anyio
FINISHED = build(MAIL)


async def send(settings: MailSettings, *copies: str) -> str:
    return await hand_to(SmtpTransport(settings), *copies)


async def hand_to(transport: Transport, *copies: str) -> str:
    async with transport.ready(sender=MAIL.envelope_from, recipients=(MAIL.to, *copies)) as hand_over:
        return await hand_over(FINISHED)


async def test_a_mail_arrives_byte_for_byte_with_the_envelope_it_was_given() -> None:
    async with SmtpServer() as server:
        receipt = await send(server.settings, "mori@minato.example")
    assert receipt == "kept as 1"
    taken = server.taken[0]
    assert (taken.mail_from, taken.rcpt_tos) == (MAIL.envelope_from, [MAIL.to, "mori@minato.example"])
    assert taken.original_content == FINISHED.as_bytes()


@pytest.mark.parametrize(
    ("mood", "outcome"),
    [
        ("451 at RCPT", Deferred),
        ("550 at RCPT", Refused),
        ("552 after the mail", Refused),
        ("cut before", Deferred),
        ("cut after", NobodyKnows),
    ],
)
async def test_each_failure_says_what_became_of_the_mail(mood: Mood, outcome: type[Exception]) -> None:
    async with SmtpServer().will_be(mood) as server:
        with pytest.raises(outcome) as caught:
            await send(server.settings)
        assert len(server.taken) == (1 if outcome is NobodyKnows else 0)
        if isinstance(caught.value, Refused):
            assert caught.value.code == int(mood[:3])
        assert await send(server.settings), "the next try is a conversation of its own"


async def test_a_server_that_never_answers_is_left_within_the_time_set() -> None:
    async with SmtpServer().will_be("silent") as server:
        hasty = server.settings.model_copy(update={"smtp_timeout_s": 0.2})
        with pytest.raises(NobodyKnows):
            await send(hasty)
    assert SmtpTransport(hasty).longest >= timedelta(seconds=0.4)


async def test_no_server_and_no_encryption_where_it_is_asked_for_mean_not_sent() -> None:
    async with SmtpServer() as server:
        with pytest.raises(Deferred):
            await send(server.settings.model_copy(update={"smtp_tls": "starttls"}))
        settings = server.settings
        assert server.taken == []
    with pytest.raises(Deferred):
        await send(settings)


async def test_the_sink_keeps_a_mail_sent_twice_once_and_sealed(
    database: Database, vault: Vault, clock: FixedClock
) -> None:
    sink = SinkTransport(database, vault, clock)
    assert not await sink.arrived(MAIL.message_id)
    for _ in range(2):
        assert await hand_to(sink) == MAIL.message_id
    assert await sink.arrived(MAIL.message_id)
    (kept,) = database.read(lambda session: session.query(RawMessage).all())
    assert (kept.source, kept.provider_id, kept.state) == ("sink", MAIL.message_id, "sent")
    assert vault.open_bytes(kept.body_enc) == FINISHED.as_bytes()
    assert MAIL.to.encode() not in kept.body_enc
