"""Forms and mails answered by mail under `kill -9`: every one that was accepted gets its reply, and only one."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from uuid import UUID

import aiosmtplib
import httpx2
import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.channels.email.smtp import MOST_AT_ONCE
from app.core.db import Database
from app.demo.seed import FORM_KEY
from app.models import Assignment, Conversation, Delivery, Effect, Event, Job, Lead, Mail, Message, SlaClock
from tests.channels.smtp_server import SmtpServer
from tests.conftest import TUESDAY_10_JST
from tests.http.widget_client import listen
from tests.story.conftest import copied
from tests.story.mortal_server import MortalServer, shift_to
from tests.story.test_kill import LAST_LIFE_S, LONGEST_LIFE_S, life_of, more

pytestmark = pytest.mark.anyio
WRITERS = 3
PAUSE_S = 0.3
MOST_WAITING = 20
KINDS = ("deliver_mail", "read_mail", "answer_turn", "notify_rep")
NOT_YET_SENT = select(func.count()).select_from(Job).where(Job.kind.in_(KINDS))
OURS = "sales@minamo.example"
WORDS = "料金を教えてください。"


@dataclass
class Writer:
    """Sends forms and mails by turns, each from its own address and each again until it is accepted."""

    name: int
    server: MortalServer
    intake: int
    moments: random.Random
    forms: set[UUID] = field(default_factory=set)
    mails: set[str] = field(default_factory=set)

    async def write_until(self, over: Callable[[], bool], waiting: Callable[[], Awaitable[int]]) -> None:
        """Go on until it is over; while much is waiting to be answered, nothing new is sent."""
        async with httpx2.AsyncClient(base_url=self.server.base, timeout=5) as http:
            for number in count():
                address = f"kato@firm{self.name}-{number}.example"
                while not await (self._form(http, address) if number % 2 else self._mail(address)):  # noqa: ASYNC110
                    await asyncio.sleep(self.moments.uniform(0, PAUSE_S))
                while not over() and await waiting() > MOST_WAITING:  # noqa: ASYNC110
                    await asyncio.sleep(PAUSE_S)
                if over():
                    return
                await asyncio.sleep(self.moments.uniform(0, PAUSE_S))

    async def _form(self, http: httpx2.AsyncClient, address: str) -> bool:
        body = {"name": "加藤 花", "email": address, "message": WORDS}
        try:
            answer = await http.post(f"/v1/forms/{FORM_KEY}", json=body, headers={"Idempotency-Key": address})
        except httpx2.HTTPError:
            return False
        assert answer.status_code in (202, 503), answer.text
        if answer.status_code == 202:
            self.forms.add(UUID(answer.json()["id"]))
        return answer.status_code == 202

    async def _mail(self, address: str) -> bool:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = address, OURS, "料金の件"
        mail["Message-ID"] = f"<{address}>"
        mail.set_content(WORDS)
        try:
            await aiosmtplib.send(mail, hostname="127.0.0.1", port=self.intake, start_tls=False, timeout=5)
        except (aiosmtplib.SMTPException, OSError):
            return False
        self.mails.add(str(mail["Message-ID"]))
        return True


@pytest.mark.parametrize("kills", [2, pytest.param(100, marks=pytest.mark.torture)])
async def test_a_server_killed_while_mails_go_out_answers_each_form_and_mail_once(
    prepared: Path, tmp_path: Path, kills: int
) -> None:
    moments = random.Random(20261125)  # noqa: S311 - the same moments every time
    folder = copied(prepared, tmp_path).data_dir
    with listen() as web, listen() as intake:
        port, mail_port = (free.getsockname()[1] for free in (web, intake))
    database, left = Database(f"sqlite:///{folder}/sokuo.db"), kills

    async def waiting() -> int:
        return await database.aread(lambda session: session.scalar(NOT_YET_SENT)) or 0

    async with SmtpServer() as post:
        mail = {
            **post.settings.model_dump(),
            "smtp_timeout_s": 20,
            "brake_per_hour": 10**6,
            "smtp_listen": f"127.0.0.1:{mail_port}",
        }
        server = MortalServer(folder, port, shift_to(TUESDAY_10_JST + timedelta(hours=1)), {"mail": mail})
        writers = [Writer(name, server, mail_port, random.Random(name)) for name in range(WRITERS)]  # noqa: S311
        writing = [asyncio.create_task(one.write_until(lambda: left == 0, waiting)) for one in writers]
        for number in range(kills):
            async with life_of(server):
                if number % 2:
                    await more(lambda: len(post.taken))
                await asyncio.sleep(moments.uniform(0, LONGEST_LIFE_S))
            left -= 1
            await database.awrite(_a_while_passes)
        async with life_of(server):
            await asyncio.gather(*writing)
            async with asyncio.timeout(LAST_LIFE_S):
                while await waiting():  # noqa: ASYNC110
                    await asyncio.sleep(0.2)
        database.read(lambda session: check(session, writers, post.ids, kills=kills))
    database.close()


def _a_while_passes(session: Session) -> None:
    """As if the next life came later: nobody can still be sending, and every mail put off is due."""
    session.execute(update(Effect).where(Effect.state == "sending").values(updated_at=TUESDAY_10_JST))
    mails = update(Job).where(Job.kind == "deliver_mail", Job.state == "ready")
    session.execute(mails.values(run_at=TUESDAY_10_JST))


def check(session: Session, writers: list[Writer], arrived: Counter[str], *, kills: int) -> None:
    """Every form and mail accepted has one lead, one clock, one reply, and that reply arrived under one id."""
    forms = {message_id for one in writers for message_id in one.forms}
    mails = {rfc_id for one in writers for rfc_id in one.mails}
    assert min(len(forms), len(mails)) > kills / 3
    written = select(Message.id).where(Message.author == "contact")
    by_mail = select(Mail.message_id).where(Mail.direction == "inbound")
    assert set(session.scalars(written.where(Message.id.not_in(by_mail)))) == forms
    assert sorted(session.scalars(select(Mail.rfc_id).where(Mail.direction == "inbound"))) == sorted(mails)
    accepted = len(forms) + len(mails)
    for rows in (Lead, Conversation):
        assert session.scalar(select(func.count()).select_from(rows)) == accepted
    replies = Counter(session.scalars(select(Message.conversation_id).where(Message.kind == "reply")))
    assert set(replies) == set(session.scalars(select(Conversation.id)))
    assert set(replies.values()) == {1}
    sent = set(session.scalars(select(Mail.rfc_id).join(Delivery, Delivery.message_id == Mail.message_id)))
    assert len(sent) == accepted
    assert set(arrived) <= sent
    lost = select(Mail.rfc_id).join(Delivery, Delivery.message_id == Mail.message_id).where(Delivery.state != "sent")
    assert sent - set(arrived) <= set(session.scalars(lost)), "what did not arrive is not called sent"
    assert set(arrived.values()) <= {1, 2}, "sent once more at most, with the same id"
    assert sum(arrived.values()) - len(arrived) <= kills * MOST_AT_ONCE
    told = select(Event.lead_id).where(Event.kind.in_(("person_needed", "mail_unknown")))
    unknown = set(
        session.scalars(select(Delivery.lead_id).where(Delivery.channel == "email", Delivery.state != "sent"))
    )
    assert unknown <= set(session.scalars(told))
    assert len(unknown) <= kills, "killed twice in the same few milliseconds"
    owners = Counter(session.scalars(select(Assignment.lead_id).where(Assignment.until.is_(None))))
    clocks = Counter(session.scalars(select(SlaClock.lead_id).where(SlaClock.started_at.is_not(None))))
    assert set(owners.values()) == set(clocks.values()) == {1}
    assert set(owners) <= set(clocks), "whoever is responsible was told"
