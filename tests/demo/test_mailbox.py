"""The prospect's mailbox: what the sink keeps is read as a mail client reads it and answered with real MIME."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from app.channels.email.outgoing import build
from app.channels.email.port import OutgoingMail
from app.channels.email.reply_text import visible_reply
from app.channels.email.sink import SinkTransport
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.resources import folder
from app.core.security import Vault
from app.core.templating import Texts, load_texts
from app.demo.mail_view import Mailbox, answer_to

pytestmark = pytest.mark.anyio
REPLY_TO = "sales+r-aaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb@minamo.example"
PROSPECT = "mori@aoba.example"


@pytest.fixture(scope="module")
def texts() -> Texts:
    return load_texts(folder("templates"))


def a_mail(clock: FixedClock, number: int = 1) -> OutgoingMail:
    return OutgoingMail(
        message_id=f"<{number}@minamo.example>",
        from_name="ミナモ計測",
        from_address="sales@minamo.example",
        reply_to=REPLY_TO,
        to=PROSPECT,
        subject="【ミナモ計測】資料送付のご案内",
        text="ご担当者様\n\n資料をお送りします。\n",
        html="<html><head></head><body><p>資料をお送りします。</p></body></html>",
        envelope_from="sales+b-x@minamo.example",
        date=clock.now(),
        lang="ja",
        origin="template",
        references=("<0@aoba.example>",),
    )


async def send(sink: SinkTransport, mail: OutgoingMail) -> None:
    async with sink.ready(sender=mail.envelope_from, recipients=[mail.to]) as hand_over:
        await hand_over(build(mail))


async def test_new_mails_come_first_and_count_until_they_are_opened(
    database: Database, vault: Vault, clock: FixedClock
) -> None:
    sink, mailbox = SinkTransport(database, vault, clock), Mailbox(vault)
    for number in (1, 2):
        await send(sink, a_mail(clock, number))
        clock.advance(timedelta(seconds=1))
    newest, oldest = database.read(mailbox.mails)
    assert (newest.message_id, oldest.message_id) == ("<2@minamo.example>", "<1@minamo.example>")
    assert (newest.name, newest.to, newest.subject) == ("ミナモ計測", PROSPECT, "【ミナモ計測】資料送付のご案内")
    assert newest.html is not None
    assert "資料をお送りします。" in newest.html
    assert database.read(mailbox.unread) == 2
    database.read(lambda session: mailbox.open(session, newest.id))
    assert database.read(mailbox.unread) == 1
    assert not mailbox.is_new(newest)


@pytest.mark.parametrize(("lang", "wrote"), [("ja", "<sales@minamo.example>:"), ("en", "wrote:")])
async def test_an_answer_is_threaded_and_quotes_below(
    database: Database, vault: Vault, clock: FixedClock, texts: Texts, *, lang: str, wrote: str
) -> None:
    sink, mailbox = SinkTransport(database, vault, clock), Mailbox(vault)
    await send(sink, a_mail(clock))
    (mail,) = database.read(mailbox.mails)
    answer = message_from_bytes(
        answer_to(mail, "来年3月までに入れたいです。", lang=lang, texts=texts, now=clock.now()), policy=default
    )
    assert (answer["From"], answer["To"]) == (PROSPECT, REPLY_TO)
    assert answer["Subject"] == "Re: 【ミナモ計測】資料送付のご案内"
    assert answer["In-Reply-To"] == "<1@minamo.example>"
    assert answer["References"].split() == ["<0@aoba.example>", "<1@minamo.example>"]
    assert answer["Message-ID"].endswith("@aoba.example>")
    body = answer.get_content()
    assert wrote in body
    assert "\n> 資料をお送りします。" in body
    assert visible_reply(body) == "来年3月までに入れたいです。"
