"""P1 and P2 under `kill -9`, and an end on request that keeps nobody waiting."""

from __future__ import annotations

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.db import Database
from app.demo.seed import SITE_KEY
from app.llm.fake import FakeModelServer
from app.models import Assignment, Conversation, Job, Lead, Message, SlaClock
from tests.conftest import TUESDAY_10_JST
from tests.http.widget_client import listen
from tests.story.conftest import copied
from tests.story.mortal_server import MortalServer, shift_to

pytestmark = pytest.mark.anyio
PROSPECTS = 6
LONGEST_LIFE_S = 0.5
LONGEST_PAUSE_S = 2.0  # long enough to be answered, if nobody is killed
LAST_LIFE_S = 120
WORDS = (
    "料金はいくらですか",
    "夜間に設備が突然止まって困っています",
    "来月には始めたいです",
    "導入事例を見せてください",
    "みなと工業の田中です。tanaka@minato.example",
    "How long does the battery last?",
)
SAID = select(func.sum(Message.changed_seq)).where(Message.kind == "reply")
PROMPT_JOBS = select(func.count()).select_from(Job).where(Job.kind.in_(("answer_turn", "notify_rep")))


@dataclass
class Prospect:
    """Writes one message after another and sends each again, with its client id, until it is accepted."""

    name: int
    moments: random.Random
    token: str | None = None
    accepted: dict[str, UUID] = field(default_factory=dict)
    conversation: UUID | None = None

    async def write_until(self, over: Callable[[], bool], http: httpx2.AsyncClient) -> None:
        for number in range(10**6):
            if over() and number:
                return
            client_id = f"prospect-{self.name}-{number}"
            text = self.moments.choice(WORDS)
            while client_id not in self.accepted:
                with suppress(httpx2.HTTPError):
                    await self._send(http, client_id, text=text)
                await asyncio.sleep(self.moments.uniform(0, 0.2))
            await asyncio.sleep(self.moments.choice((0, LONGEST_PAUSE_S)))

    async def _send(self, http: httpx2.AsyncClient, client_id: str, *, text: str) -> None:
        if self.token is None:
            page = {"path": "/", "title": ""}
            opened = await http.post("/sessions", json={"site": SITE_KEY, "lang": "ja", "page": page})
            if opened.status_code != 201:
                return
            self.token = opened.json()["token"]
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = await http.post("/messages", headers=headers, json={"client_id": client_id, "text": text})
        assert answer.status_code in (202, 503), answer.text
        if answer.status_code == 202:
            self.accepted[client_id] = UUID(answer.json()["id"])
            self.conversation = UUID(answer.json()["conversation_id"])


@asynccontextmanager
async def life_of(server: MortalServer) -> AsyncIterator[BaseProcess]:
    """Start the server, wait until it answers, kill it in the end."""
    process = server.start()
    try:
        async with httpx2.AsyncClient(base_url=server.base) as http:
            while not await _answers(http):
                assert process.exitcode is None, "it lives until it is killed"
                await asyncio.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.join()


async def _answers(http: httpx2.AsyncClient) -> bool:
    try:
        return (await http.get("/healthz")).status_code == 200
    except httpx2.HTTPError:
        return False


@pytest.mark.parametrize("kills", [3, pytest.param(200, marks=pytest.mark.torture)])
async def test_a_server_killed_at_random_moments_loses_no_lead_and_doubles_no_reply(
    prepared: Path, tmp_path: Path, kills: int
) -> None:
    moments = random.Random(20261124)  # noqa: S311 - the same moments every time
    prospects = [Prospect(name, random.Random(name)) for name in range(PROSPECTS)]  # noqa: S311
    async with FakeModelServer(
        text="承知しました。もう少し伺えますでしょうか。ご一緒に考えます。", pace_s=0.02
    ) as model:
        llm = {"base_url": model.base_url, "api_key": "test"}
        folder = copied(prepared, tmp_path).data_dir
        with listen() as free:
            port = free.getsockname()[1]
        server = MortalServer(folder, port, shift_to(TUESDAY_10_JST), {"llm": llm})
        database, left = Database(f"sqlite:///{folder}/sokuo.db"), kills
        async with httpx2.AsyncClient(base_url=f"{server.base}/v1/widget", timeout=5) as http:
            writing = [asyncio.create_task(one.write_until(lambda: left == 0, http)) for one in prospects]
            for number in range(kills):
                async with life_of(server):
                    if number % 3 == 1:
                        await more(lambda: sum(len(one.accepted) for one in prospects))
                    if number % 3 == 2:
                        await more(lambda: database.read(lambda s: s.scalar(SAID)) or 0)
                    await asyncio.sleep(moments.uniform(0, LONGEST_LIFE_S))
                left -= 1
            async with life_of(server):
                await asyncio.gather(*writing)
                await _all_is_answered(folder)
    database.read(lambda session: check(session, prospects))
    database.close()
    assert sum(len(one.accepted) for one in prospects) > kills / 2


async def more(counted: Callable[[], int]) -> None:
    """Wait until there is more of it than now."""
    before = counted()
    async with asyncio.timeout(LAST_LIFE_S):
        while counted() == before:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def _all_is_answered(folder: Path) -> None:
    database = Database(f"sqlite:///{folder}/sokuo.db")
    async with asyncio.timeout(LAST_LIFE_S):
        while await database.aread(lambda session: session.scalar(PROMPT_JOBS)):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    database.close()


def check(session: Session, prospects: list[Prospect]) -> None:
    """Every accepted message once, one reply per turn, one rep and one clock per lead."""
    assert min(len(one.accepted) for one in prospects) > 0
    talking = {one.conversation for one in prospects}
    assert set(session.scalars(select(Conversation.id))) == talking, "as many leads as prospects"
    assert session.scalar(select(func.count()).select_from(Lead)) == len(prospects)
    for one in prospects:
        rows = session.scalars(select(Message).where(Message.conversation_id == one.conversation).order_by(Message.seq))
        messages = rows.all()
        written = {row.client_id: row.id for row in messages if row.author == "contact"}
        assert written == one.accepted
        check_replies(messages)
    open_ones = Counter(session.scalars(select(Assignment.lead_id).where(Assignment.until.is_(None))))
    assert set(open_ones.values()) <= {1}
    clocks = Counter(session.scalars(select(SlaClock.lead_id).where(SlaClock.started_at.is_not(None))))
    assert set(clocks) == set(open_ones) == set(session.scalars(select(Lead.id)))
    assert set(clocks.values()) == {1}


def check_replies(messages: list[Message]) -> None:
    """One opener; then each turn, from the first unanswered message to the last, has exactly one final reply."""
    assert [row.kind for row in messages].count("opener") == 1
    assert {row.state for row in messages} == {"final"}
    written = [row.seq for row in messages if row.author == "contact"]
    answered = [row.answers_seq for row in messages if row.kind == "reply"]
    assert sorted(set(answered)) == sorted(answered), "a turn has one reply"
    assert set(answered) <= set(written)
    assert max(answered) == max(written), "and none is missing"


async def test_a_server_told_to_stop_ends_with_twenty_streams_open_and_answers_after_the_restart(
    prepared: Path, tmp_path: Path
) -> None:
    folder = copied(prepared, tmp_path).data_dir
    with listen() as free:
        port = free.getsockname()[1]
    async with FakeModelServer("hang") as model:
        llm = {"base_url": model.base_url, "api_key": "test", "first_token_s": 20, "total_s": 20}
        server = MortalServer(folder, port, shift_to(TUESDAY_10_JST), {"llm": llm})
        prospect = Prospect(0, random.Random(0))  # noqa: S311
        limits = httpx2.Limits(max_connections=None)
        async with httpx2.AsyncClient(base_url=f"{server.base}/v1/widget", timeout=20, limits=limits) as http:
            async with life_of(server) as process:
                await prospect.write_until(lambda: True, http)
                headers = {"Authorization": f"Bearer {prospect.token}"}
                async with AsyncExitStack() as open_streams:
                    streams = [
                        await open_streams.enter_async_context(http.stream("GET", "/stream", headers=headers))
                        for _ in range(20)
                    ]
                    process.terminate()
                    await asyncio.to_thread(process.join, 30)
                    assert process.exitcode == -signal.SIGTERM, "uvicorn raises the signal again when all is done"
                    rest = [b"".join([part async for part in stream.aiter_bytes()]) for stream in streams]
            assert all(b"event: state" in one for one in rest), "each was open, and ended in order"
            model.mode = "ok"
            async with life_of(server):
                await _all_is_answered(folder)
    database = Database(f"sqlite:///{folder}/sokuo.db")
    database.read(lambda session: check(session, [prospect]))
    database.close()
