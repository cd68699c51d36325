"""Through a real mail server, set up as docs/settings.md says: a form's answer out, the prospect's answer in."""

from __future__ import annotations

import itertools
import os
import queue
import re
import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from fastapi.testclient import TestClient
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.core.settings import MailSettings, Settings
from app.flows.first_run import ensure_site
from app.flows.inboxes import FormInbox, add_form_inbox, add_mail_inbox
from app.main import Parts, build, create_app
from app.models import Delivery, Mail, Message, Suppression
from tests import postfix_server
from tests.conftest import POSTFIX, TUESDAY_10_JST

DOCS = Path(__file__).parent.parent.parent / "docs"
OURS, THEIRS = "sales@minamo.example", "tanaka@minato.test"
PATIENCE_S = 30
ports = itertools.count(24_900 + os.getpid() % 300 * 3)


class Mailbox:
    """The prospect's own server, which keeps what it gets."""

    def __init__(self) -> None:
        self.mails: queue.Queue[tuple[str, EmailMessage]] = queue.Queue()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address != THEIRS:
            return "550 5.1.1 nobody of that name here"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.put((envelope.mail_from, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 kept"

    @contextmanager
    def open(self, port: int) -> Iterator[None]:
        server = Controller(self, hostname="127.0.0.1", port=port)
        server.start()
        yield
        server.stop()


def documented(*, lmtp: int, theirs: int) -> dict[str, str]:
    """Return the lines of main.cf from the docs for our address, and the way to the prospect's server."""
    page = (DOCS / "settings.md").read_text("utf-8")
    lines = re.findall(r"^(recipient_delimiter|transport_maps) = (.+)$", page, re.MULTILINE)
    settings = dict(lines)
    own = settings["transport_maps"].replace("sales@example.com", OURS).replace("127.0.0.1:2424", f"127.0.0.1:{lmtp}")
    both = f"{own.removesuffix('}')}, {{ minato.test = smtp:[127.0.0.1]:{theirs} }} }}"
    return settings | {"transport_maps": both, "relay_domains": "minamo.example, minato.test"}


def add_form(session: Session) -> None:
    site = ensure_site(session, lang="ja", now=TUESDAY_10_JST)
    inbox = add_mail_inbox(session, site, address=OURS, names={"ja": "ミナモ計測"}, lang="ja", signature={})
    add_form_inbox(session, inbox, form=FormInbox("お問い合わせ", "ja", key="fk_own"))


@dataclass(frozen=True, slots=True)
class Office:
    """The running program with a Postfix before it and the prospect's server behind that."""

    parts: Parts
    web: TestClient
    mailbox: Mailbox
    smtp: int

    def fill_in(self, email: str) -> None:
        form = {"email": email, "name": "田中 一郎", "message": "料金を教えてください。"}
        sent = self.web.post("/v1/forms/fk_own", json=form)
        assert sent.is_success, sent.text

    def soon(self, query: Select[*tuple[Any, ...]]) -> list[Any]:
        """Return the rows, once there are any."""
        pause, until = Event(), time.monotonic() + PATIENCE_S
        while not (rows := self.parts.database.read(lambda session: session.execute(query).all())):
            assert time.monotonic() < until, "nothing came"
            pause.wait(0.05)
        return list(rows)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    assert POSTFIX is not None
    smtp, lmtp, theirs = (next(ports) for _ in range(3))
    mail = MailSettings(smtp_host="127.0.0.1", smtp_port=smtp, smtp_tls="none", lmtp_listen=f"127.0.0.1:{lmtp}")
    parts = build(Settings.load(data_dir=tmp_path_factory.mktemp("office"), mail=mail))
    parts.database.write(add_form)
    mailbox = Mailbox()
    with (
        mailbox.open(theirs),
        postfix_server.running(POSTFIX, port=smtp, settings=documented(lmtp=lmtp, theirs=theirs)),
        TestClient(create_app(parts), base_url="http://localhost") as web,
    ):
        yield Office(parts, web, mailbox, smtp)


def test_a_form_is_answered_by_mail_and_the_answer_to_that_comes_back_into_its_conversation(office: Office) -> None:
    office.fill_in(THEIRS)
    envelope_from, first = office.mailbox.mails.get(timeout=PATIENCE_S)
    assert re.fullmatch(r"sales\+b-[a-z2-7]{26}-[a-z2-7]{16}@minamo\.example", envelope_from)
    assert re.fullmatch(r"sales\+r-[a-z2-7]{26}-[a-z2-7]{16}@minamo\.example", first["Reply-To"])
    assert first["Auto-Submitted"] == "auto-generated"

    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = THEIRS, first["Reply-To"], f"Re: {first['Subject']}"
    answer["Message-ID"], answer["In-Reply-To"] = "<answer@minato.test>", first["Message-ID"]
    answer.set_content("来年4月から始めたいです。")
    with smtplib.SMTP("127.0.0.1", office.smtp) as postfix:
        postfix.send_message(answer)
    (came,) = office.soon(select(Mail.verified, Message).join(Message).where(Mail.direction == "inbound"))
    assert (came.verified, came.Message.text) == (True, "来年4月から始めたいです。")
    told = select(Message.text, Message.channel).where(Message.direction == "inbound").order_by(Message.seq)
    rows = office.soon(told.where(Message.conversation_id == came.Message.conversation_id))
    assert [row.channel for row in rows] == ["webform", "email"]


def test_a_mail_that_nobody_takes_comes_back_to_its_message_and_is_shown_as_failed(office: Office) -> None:
    office.fill_in("gone@minato.test")
    (failed,) = office.soon(select(Delivery).where(Delivery.state == "failed"))
    (dead,) = office.soon(select(Suppression))
    assert failed.Delivery.channel == "email"
    assert (dead.Suppression.kind, dead.Suppression.reason) == ("email", "dead")
