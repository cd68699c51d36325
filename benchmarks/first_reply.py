"""How long a prospect waits: opener and first reply over HTTP, the second start, `--help`.

    python benchmarks/first_reply.py [--chats 1 10 50] [--each 100]

Starts `sokuo demo` on a free port over a fresh data folder, stops it, starts it again (the second start is timed to the
first page), then opens conversations in parallel. The opener counts when its event has been read: it is on disk then.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

SOKUO = Path(sys.executable).parent / "sokuo"
TEXTS = (
    "料金はいくらですか。夜間に設備が突然止まって困っています",
    "How much does it cost? We keep having unplanned downtime at night.",
    "PLCと連携できますか",
    "Which plants use it? Can you show me a case study?",
)


def free_port() -> int:
    for port in range(18_000, 18_200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise SystemExit("no free port between 18000 and 18200")


@contextmanager
def server(
    folder: str, port: int, *, words: tuple[str, ...] = ("demo", "--no-browser"), page: str = "/"
) -> Iterator[float]:
    """Run the demo, or another command; give the seconds from its start to its first page."""
    began = time.perf_counter()
    command = [str(SOKUO), *words, "--port", str(port)]
    own = {"SOKUO_DATA_DIR": folder, "SOKUO_PACE": "off"}
    process = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.DEVNULL)
    try:
        if not answers(process, f"http://127.0.0.1:{port}{page}"):
            raise SystemExit("the server did not start")
        yield time.perf_counter() - began
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


async def one_chat(client: httpx2.AsyncClient, text: str) -> tuple[float, float]:
    """Open a conversation and return the seconds to its opener and to its first complete reply."""
    opened = await client.post(
        "/v1/widget/sessions", json={"site": "pk_demo", "lang": "ja", "page": {"path": "/", "title": ""}}
    )
    headers = {"Authorization": f"Bearer {opened.json()['token']}", "Accept": "text/event-stream"}
    began = time.perf_counter()
    opener = reply = 0.0
    body = {"client_id": f"bench-{time.time_ns()}", "text": text}
    async with client.stream("POST", "/v1/widget/messages", json=body, headers=headers) as answer:
        async for line in answer.aiter_lines():
            if not line.startswith("data:"):
                continue
            event = json.loads(line[5:])
            if event.get("kind") == "opener" and not opener:
                opener = time.perf_counter() - began
            if event.get("kind") == "reply" and event.get("state") == "final":
                reply = time.perf_counter() - began
    return opener, reply


async def measure(port: int, *, chats: int, each: int) -> None:
    limits = httpx2.Limits(max_connections=chats)
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30, limits=limits) as client:
        times: list[tuple[float, float]] = []

        async def prospect(number: int) -> None:
            for turn in range(each):
                times.append(await one_chat(client, TEXTS[(number + turn) % len(TEXTS)]))

        await asyncio.gather(*(prospect(number) for number in range(chats)))
    for name, column in (("opener", [one for one, _ in times]), ("first reply", [two for _, two in times])):
        print(f"{name:12} {chats:3} chats  n {len(column):5}  {_quantiles(column)}")


def _quantiles(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"p50 {statistics.median(ordered) * 1000:6.1f} ms  p99 {p99 * 1000:6.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--each", type=int, default=40, help="conversations of each prospect")
    options = parser.parse_args()
    helps = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run([str(SOKUO), "--help"], check=True, stdout=subprocess.DEVNULL)
        helps.append(time.perf_counter() - began)
    print(f"--help       median {statistics.median(helps):.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        with server(folder, free_port()) as seconds:
            print(f"first start  {seconds:.1f} s to the first page (migrates, indexes)")
        starts = []
        for _ in range(3):
            with server(folder, free_port()) as seconds:
                starts.append(seconds)
        print(f"second start median {statistics.median(starts):.1f} s to the first page")
        port = free_port()
        with server(folder, port):
            time.sleep(5)  # let the background loading end: we measure conversations, not the start
            for chats in options.chats:
                asyncio.run(measure(port, chats=chats, each=max(1, options.each // chats * 4)))


if __name__ == "__main__":
    main()
