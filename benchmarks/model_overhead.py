"""What the server adds to a model's own time: from the end of a sentence at the model to the prospect's screen.

    python benchmarks/model_overhead.py [--chats 1 10 50] [--each 20] [--write]

The demo runs on one core, prospects and a scripted model (first token after 200 ms, then 100 a second) on the other.
A sentence is over when the model has sent the first character after it, the last one with the end of the reply; it
counts when its event has been read, guarded and stored. The first sentence is also measured from the message that asks
for it, without the model's own time. With --write the table goes to model_overhead.md.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
from first_reply import free_port, server

FIRST_TOKEN_S, TOKENS_PER_S, TOKEN_CHARS = 0.2, 100, 3
RESULT = Path(__file__).with_suffix(".md")
MARK = re.compile(r"センサーは(\d+)台")
NUMBERS = itertools.count(1_000)
"""One for each chat of a run, by which the model knows whose words it writes."""
TEXT = "料金はいくらですか。夜間に設備が突然止まって困っています。センサーは{n}台の想定です"
SENTENCES = (
    "夜間に突然止まるとのこと、承知しました。",
    "スタータープランは初期費用180,000円、月額39,000円[1]、スタンダードプランは初期費用420,000円、月額98,000円です[1]。",
    "株式会社みなと中央物流様では、夜間の緊急呼び出しが月9回から1回に減りました（89%減）[2]。",
)
WORDS = "".join(SENTENCES)
ENDS = [len("".join(SENTENCES[: n + 1])) for n in range(len(SENTENCES))]
NOTHING_READ = {
    **{"intents": [], "challenges": [], "timing": {"kind": "none", "quote": None}, "authority": None, "tool": None},
    **{"team_size": None, "callback": None, "company": None, "role": None},
}


class Model:
    """Writes the same three sentences to everybody and notes when each of them was over."""

    def __init__(self) -> None:
        self.ends: dict[str, list[float]] = {}

    async def serve(self, port: int) -> None:
        served = await asyncio.start_server(self._connection, "127.0.0.1", port)
        await served.serve_forever()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                size = int(head.split(b"content-length:")[1].split(b"\r\n")[0]) if b"content-length:" in head else 0
                body = await reader.readexactly(size)
                if head.startswith(b"get"):
                    _whole(writer, self.ends)
                elif (call := json.loads(body)).get("stream"):
                    await self._stream(writer, call)
                else:
                    await asyncio.sleep(FIRST_TOKEN_S)
                    message = {"role": "assistant", "content": json.dumps(NOTHING_READ)}
                    _whole(writer, {"choices": [{"message": message, "finish_reason": "stop"}]})
                await writer.drain()
        writer.close()

    async def _stream(self, writer: asyncio.StreamWriter, call: dict[str, Any]) -> None:
        began = time.monotonic()
        found = MARK.search(call["messages"][-1]["content"])
        noted = self.ends.setdefault(found[1] if found else "", [])
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
        for n, at in enumerate(range(0, len(WORDS), TOKEN_CHARS)):
            await asyncio.sleep(began + FIRST_TOKEN_S + n / TOKENS_PER_S - time.monotonic())
            _event(writer, {"delta": {"content": WORDS[at : at + TOKEN_CHARS]}, "finish_reason": None})
            if len(noted) < len(ENDS) - 1 and at + TOKEN_CHARS > ENDS[len(noted)]:
                noted.append(time.monotonic())
        _event(writer, {"delta": {}, "finish_reason": "stop"})
        noted.append(time.monotonic())
        writer.write(b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")


def _event(writer: asyncio.StreamWriter, choice: dict[str, Any]) -> None:
    event = b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"
    writer.write(b"%x\r\n%b\r\n" % (len(event), event))


def _whole(writer: asyncio.StreamWriter, answer: object) -> None:
    body = json.dumps(answer).encode()
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


@contextmanager
def model() -> Iterator[str]:
    """Run the scripted model as a process of its own."""
    port = free_port()
    process = subprocess.Popen([sys.executable, __file__, "--model", str(port)])
    try:
        time.sleep(1.0)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


async def one_chat(client: httpx2.AsyncClient, number: int) -> tuple[float, list[float]]:
    """Ask once; return when the message went off and when each sentence of the model's was read."""
    opened = await client.post(
        "/v1/widget/sessions", json={"site": "pk_demo", "lang": "ja", "page": {"path": "/", "title": ""}}
    )
    headers = {"Authorization": f"Bearer {opened.json()['token']}", "Accept": "text/event-stream"}
    body = {"client_id": f"bench-{time.time_ns()}", "text": TEXT.format(n=number)}
    began, seen = time.monotonic(), []
    async with client.stream("POST", "/v1/widget/messages", json=body, headers=headers) as answer:
        async for line in answer.aiter_lines():
            if not line.startswith("data:"):
                continue
            event = json.loads(line[5:])
            begins = event.get("kind") == "reply" and event.get("state") == "streaming" and not seen
            if begins or "index" in event:
                seen.append(time.monotonic())
    return began, seen[: len(SENTENCES)]


async def measure(port: int, base: str, *, chats: int, each: int) -> list[str]:
    """Have chats in parallel; return a row for the sentences and one for the first of them from the message on."""
    limits = httpx2.Limits(max_connections=chats)
    asked: dict[int, tuple[float, list[float]]] = {}
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60, limits=limits) as client:

        async def prospect() -> None:
            for _ in range(each):
                number = next(NUMBERS)
                asked[number] = await one_chat(client, number)

        await asyncio.gather(*(prospect() for _ in range(chats)))
        ends = (await client.get(f"{base}/ends")).json()
    own = FIRST_TOKEN_S + (ENDS[0] // TOKEN_CHARS) / TOKENS_PER_S
    whole = {n: one for n, one in asked.items() if len(one[1]) == len(ends.get(str(n), ())) == len(SENTENCES)}
    added = [read - end for n, (_, seen) in whole.items() for read, end in zip(seen, ends[str(n)], strict=True)]
    first = [seen[0] - began - own for began, seen in whole.values()]
    lost = f" ({len(asked) - len(whole)} in our own words)" if len(whole) < len(asked) else ""
    return [
        f"| each sentence, {chats} chats (n {len(added)}){lost} | {_ms(added)} |",
        f"| first sentence from the message, {chats} chats (n {len(first)}) | {_ms(first)} |",
    ]


def _ms(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.99) if ordered]
    return " | ".join(f"{one * 1000:.0f} ms" for one in at) or "– | –"


def written(rows: list[str], *, load: float) -> str:
    about = (__doc__ or "").split("\n\n")[2].rpartition(" With --write")[0].replace("\n", " ").strip()
    head = ["# What the server adds to a model's words", "", about, ""]
    table = [f"| {datetime.now(UTC).date().isoformat()} | p50 | p99 |", "|---|---|---|", *rows, ""]
    busy = f"Load before it began: {load:.1f} on {os.cpu_count()} cores; only a quiet machine (below 0.5) tells."
    return "\n".join([*head, *table, busy, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--each", type=int, default=20, help="chats one after another, divided among those at once")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--model", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.model:
        asyncio.run(Model().serve(options.model))
        return
    rows: list[str] = []
    load = os.getloadavg()[0]
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder, model() as base:
        port = free_port()
        settings = {"SOKUO_LLM__BASE_URL": f"{base}/v1", "SOKUO_LLM__MODEL": "scripted"}
        with server(folder, port, settings=settings):
            time.sleep(5)  # let the background loading end: we measure conversations, not the start
            asyncio.run(measure(port, base, chats=1, each=3))
            for chats in options.chats:
                rows += asyncio.run(measure(port, base, chats=chats, each=max(2, options.each // chats)))
                print(*rows[-2:], sep="\n", flush=True)
    if options.write:
        RESULT.write_text(written(rows, load=load), "utf-8")


if __name__ == "__main__":
    main()
