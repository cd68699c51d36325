"""How long a prospect waits: opener and first reply over HTTP, messages a second, the second start, `--help`.

    python benchmarks/first_reply.py [--chats 1 10 50] [--each 100] [--models none slow down ok] [--reads 5]

Starts `sokuo demo` on a free port over a fresh data folder, stops it, starts it again (the second start is timed to the
first page), then opens conversations in parallel, once with each kind of model: none, one that takes seconds to its
first word, one that is down, and one that answers at once. The opener counts when its event has been read: it is on
disk then. The server has one core to itself, the prospects and the model the other. CPU is the server's own, by
message, so it can be compared between busy and quiet machines. No two messages are the same. With `--reads` prospects
come one after the other and take that long, on average, to read a reply and write the next message; without, each
writes as soon as the reply is there, and all begin at once, which is the most that so many can ask for.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from app.llm.fake import FakeModelServer

MODELS = ("none", "slow", "down", "ok")
CORES = sorted(os.sched_getaffinity(0))
WARM_S = 8
GOES_ON = (
    ("来年4月に{town}の工場で始めたいです", "山田です。taro{n}@yamada.example までお願いします"),
    ("We want to start in April next year, with {n} machines.", "I'm Ann Ward, ann{n}@field.example"),
)
SOKUO = Path(sys.executable).parent / "sokuo"
TEXTS = (
    "料金はいくらですか。{town}の工場で夜間に設備が{n}回、突然止まって困っています",
    "How much does it cost for {n} machines? We keep having unplanned downtime at night in {town}.",
    "{town}の工場の{n}台のPLCと連携できますか",
    "Which plants use it? Can you show me a case study of a plant like ours in {town} with {n} machines?",
)
TOWNS = ("札幌", "仙台", "横浜", "金沢", "名古屋", "京都", "神戸", "岡山", "高松", "福岡", "Leeds", "Akron", "Hull")
COUNT = itertools.count(2)


def worded(text: str) -> str:
    """Return a text that nobody has written before: what is remembered of texts must not help."""
    n = next(COUNT)
    return text.format(n=n, town=TOWNS[n // 7 % len(TOWNS)])


def free_port() -> int:
    for port in range(18_000, 18_200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise SystemExit("no free port between 18000 and 18200")


@dataclass(frozen=True)
class Running:
    """A started server: its process, and the seconds from its start to its first page."""

    pid: int
    seconds: float

    def cpu_s(self) -> float:
        """Return the processor time it has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(
    folder: str,
    port: int,
    *,
    words: tuple[str, ...] = ("demo", "--no-browser"),
    page: str = "/",
    settings: Mapping[str, str] | None = None,
) -> Iterator[Running]:
    """Run the demo, or another command, on a core of its own."""
    began = time.perf_counter()
    command = [str(SOKUO), *words, "--port", str(port)]
    own = {"SOKUO_DATA_DIR": folder, "SOKUO_PACE": "off", **(settings or {})}
    process = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.DEVNULL)
    if len(CORES) > 1:
        os.sched_setaffinity(process.pid, {CORES[0]})
    try:
        if not answers(process, f"http://127.0.0.1:{port}{page}"):
            raise SystemExit("the server did not start")
        yield Running(process.pid, time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def answers(process: subprocess.Popen[bytes], url: str) -> bool:
    """Wait until the server answers there; False if it ended instead."""
    while process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return True
        except OSError:
            time.sleep(0.02)
    return False


class Prospect:
    """One browser: opens a conversation, then goes on in it."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client
        self._headers: dict[str, str] = {}

    async def open(self) -> None:
        page = {"site": "pk_demo", "lang": "ja", "page": {"path": "/", "title": ""}}
        opened = await self._client.post("/v1/widget/sessions", json=page)
        self._headers = {"Authorization": f"Bearer {opened.json()['token']}", "Accept": "text/event-stream"}

    async def say(self, text: str) -> tuple[float, float]:
        """Write a message and return the seconds to the opener (0 after the first) and to the complete reply."""
        began, opener, reply = time.perf_counter(), 0.0, 0.0
        body = {"client_id": f"bench-{time.time_ns()}", "text": text}
        async with self._client.stream("POST", "/v1/widget/messages", json=body, headers=self._headers) as answer:
            async for line in answer.aiter_lines():
                if not line.startswith("data:"):
                    continue
                event = json.loads(line[5:])
                if event.get("kind") == "opener" and not opener:
                    opener = time.perf_counter() - began
                if event.get("kind") == "reply" and event.get("state") == "final":
                    reply = time.perf_counter() - began
        return opener, reply


async def measure(port: int, running: Running, *, chats: int, each: int, label: str, reads_s: float = 0) -> None:
    limits = httpx2.Limits(max_connections=chats)
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60, limits=limits) as client:
        first: list[tuple[float, float]] = []
        later: list[float] = []

        async def prospect(number: int) -> None:
            pauses = random.Random(number)  # noqa: S311 - times of reading, nothing secret
            for turn in range(each):
                await asyncio.sleep(pauses.uniform(0, 2 * reads_s))
                one = Prospect(client)
                await one.open()
                first.append(await one.say(worded(TEXTS[(number + turn) % len(TEXTS)])))
                for text in GOES_ON[(number + turn) % len(GOES_ON)]:
                    await asyncio.sleep(pauses.uniform(0, 2 * reads_s))
                    later.append((await one.say(worded(text)))[1])

        began, cpu = time.perf_counter(), running.cpu_s()
        await asyncio.gather(*(prospect(number) for number in range(chats)))
        took, cpu, said = time.perf_counter() - began, running.cpu_s() - cpu, len(first) + len(later)
    columns = {"opener": [one for one, _ in first], "first reply": [two for _, two in first], "next reply": later}
    for name, column in columns.items():
        print(f"model {label:5} {name:12} {chats:3} chats  n {len(column):5}  {_quantiles(column)}", flush=True)
    print(f"model {label:5} {said / took:6.1f} messages/s  {cpu / said * 1000:5.1f} ms CPU of the server a message")


@asynccontextmanager
async def model(kind: str) -> AsyncIterator[dict[str, str]]:
    """Give the settings under which the server talks to a model of this kind."""
    if kind == "none":
        yield {}
    elif kind == "down":
        yield {"SOKUO_LLM__BASE_URL": f"http://127.0.0.1:{free_port()}/v1", "SOKUO_LLM__API_KEY": "none"}
    else:
        async with FakeModelServer("slow" if kind == "slow" else "ok") as fake:
            yield {"SOKUO_LLM__BASE_URL": fake.base_url, "SOKUO_LLM__API_KEY": "none"}


async def conversations(kind: str, *, chats: list[int], each: int, reads_s: float) -> None:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        async with model(kind) as settings:
            with server(folder, port, settings=settings) as running:
                await asyncio.sleep(WARM_S)  # we measure conversations, not the start
                await measure(port, running, chats=1, each=4, label="warm")
                for count in chats:
                    await measure(port, running, chats=count, each=max(1, each // count), label=kind, reads_s=reads_s)


def _quantiles(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"p50 {statistics.median(ordered) * 1000:6.1f} ms  p99 {p99 * 1000:6.1f} ms"


def starts() -> None:
    helps = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run([str(SOKUO), "--help"], check=True, stdout=subprocess.DEVNULL)
        helps.append(time.perf_counter() - began)
    print(f"--help       median {statistics.median(helps):.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        with server(folder, free_port()) as running:
            print(f"first start  {running.seconds:.1f} s to the first page (migrates, indexes)")
        again = []
        for _ in range(3):
            with server(folder, free_port()) as running:
                again.append(running.seconds)
        print(f"second start median {statistics.median(again):.1f} s to the first page")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--each", type=int, default=100, help="conversations of all prospects together, at least")
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--reads", type=float, default=0, help="seconds from a reply to the next message, on average")
    parser.add_argument("--no-starts", action="store_true", help="leave out the starts of the program")
    options = parser.parse_args()
    if len(CORES) > 1:
        os.sched_setaffinity(0, set(CORES[1:]))
    if not options.no_starts:
        starts()
    for kind in options.models:
        asyncio.run(conversations(kind, chats=options.chats, each=options.each, reads_s=options.reads))


if __name__ == "__main__":
    main()
