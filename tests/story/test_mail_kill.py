"""Forms answered by mail under `kill -9`: every one that was accepted gets its reply, and only one."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

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

pytestmark = [pytest.mark.anyio, pytest.mark.xdist_group("kill")]
WRITERS = 3
PAUSE_S = 0.3
PENDING = ("deliver_mail", "answer_turn", "notify_rep")


@dataclass
class FormWriter:
    """Sends one form after another, each from its own address and each again until it is accepted."""

    name: int
    moments: random.Random
    accepted: dict[str, UUID] = field(default_factory=dict)

    async def write_until(self, over: Callable[[], bool], http: httpx2.AsyncClient) -> None:
        number = 0
        while not over():
            number += 1
            address = f"kato@firm{self.name}-{number}.example"
            body = {"name": "加藤 花", "email": address, "message": "料金を教えてください。"}
            while address not in self.accepted:
                with suppress(httpx2.HTTPError):
                    answer = await http.post(f"/v1/forms/{FORM_KEY}", json=body, headers={"Idempotency-Key": address})
                    assert answer.status_code in (202, 503), answer.text
                    if answer.status_code == 202:
                        self.accepted[address] = UUID(answer.json()["id"])
                await asyncio.sleep(self.moments.uniform(0, PAUSE_S))


@pytest.mark.parametrize("kills", [10, pytest.param(1000, marks=pytest.mark.torture)])
async def test_a_server_killed_while_mails_go_out_answers_each_form_with_one_mail(
    prepared: Path, tmp_path: Path, kills: int
) -> None:
    moments = random.Random(20261125)  # noqa: S311 - the same moments every time
    writers = [FormWriter(name, random.Random(name)) for name in range(WRITERS)]  # noqa: S311
    folder = copied(prepared, tmp_path).data_dir
    with listen() as free:
        port = free.getsockname()[1]
    database, left = Database(f"sqlite:///{folder}/sokuo.db"), kills
    async with SmtpServer() as post, httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=5) as http:
        mail = {**post.settings.model_dump(), "smtp_timeout_s": 20, "brake_per_hour": 10**6}
        server = MortalServer(folder, port, shift_to(TUESDAY_10_JST + timedelta(hours=1)), {"mail": mail})
        writing = [asyncio.create_task(one.write_until(lambda: left == 0, http)) for one in writers]
        for number in range(kills):
            async with life_of(server):
                if number % 2:
                    await more(lambda: len(post.taken))
                await asyncio.sleep(moments.uniform(0, LONGEST_LIFE_S))
            left -= 1
            await database.awrite(_a_while_passes)
        async with life_of(server):
            await asyncio.gather(*writing)
            await _all_is_sent(database)
        accepted = {message_id for one in writers for message_id in one.accepted.values()}
        database.read(lambda session: check(session, accepted, post.ids, kills=kills))
    database.close()


def _a_while_passes(session: Session) -> None:
    """As if the next life came later: nobody can still be sending, and every mail put off is due."""
    session.execute(update(Effect).where(Effect.state == "sending").values(updated_at=TUESDAY_10_JST))
    mails = update(Job).where(Job.kind == "deliver_mail", Job.state == "ready")
    session.execute(mails.values(run_at=TUESDAY_10_JST))


async def _all_is_sent(database: Database) -> None:
    pending = select(func.count()).select_from(Job).where(Job.kind.in_(PENDING))
    async with asyncio.timeout(LAST_LIFE_S):
        while await database.aread(lambda session: session.scalar(pending)):  # noqa: ASYNC110
            await asyncio.sleep(0.2)


def check(session: Session, accepted: set[UUID], arrived: Counter[str], *, kills: int) -> None:
    """Every accepted form has one lead, one rep, one clock, one reply, and that reply arrived under one id."""
    assert len(accepted) > kills / 2
    written = select(Message.id).where(Message.author == "contact")
    assert set(session.scalars(written)) == accepted
    for rows in (Lead, Conversation):
        assert session.scalar(select(func.count()).select_from(rows)) == len(accepted)
    replies = Counter(session.scalars(select(Message.conversation_id).where(Message.kind == "reply")))
    assert set(replies) == set(session.scalars(select(Conversation.id)))
    assert set(replies.values()) == {1}
    sent = set(session.scalars(select(Mail.rfc_id).join(Delivery, Delivery.message_id == Mail.message_id)))
    assert len(sent) == len(accepted)
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
