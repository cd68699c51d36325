"""How long a prospect waits by mail: from form, or from our 250 to their mail, to the reply at the next mail server.

    python benchmarks/mail.py [--each 60] [--at-once 1]

Starts `sokuo serve` over the demo in a fresh folder, with a mail server of this process before and behind it (LMTP in,
SMTP out). Each form and each mail comes from an address of its own. A reply counts when its last byte is here.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from email.message import EmailMessage
from pathlib import Path
from smtplib import LMTP

import httpx2
from aiosmtpd.smtp import SMTP, Envelope
from first_reply import free_port, server

from app.demo.run import demo_settings, prepare

OURS = "sales@minamo.example"
TEXTS = ("料金を教えてください。", "How much does it cost?", "資料をお送りください。", "PLCと連携できますか。")
LONGEST_S = 30


class Post:
    """The next mail server: knows when the reply to each address came."""

    def __init__(self) -> None:
        self.came: dict[str, asyncio.Future[float]] = {}

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:
        for address in envelope.rcpt_tos:
            if not self.reply_to(address).done():
                self.reply_to(address).set_result(time.perf_counter())
        return "250 kept"

    def reply_to(self, address: str) -> asyncio.Future[float]:
        return self.came.setdefault(address, asyncio.get_running_loop().create_future())


async def send_form(http: httpx2.AsyncClient, address: str, text: str) -> float:
    """Return when the form was posted."""
    began = time.perf_counter()
    body = {"name": "加藤 花", "company": "みなと工業", "email": address, "message": text}
    answer = await http.post("/v1/forms/fk_demo", json=body, headers={"Idempotency-Key": address})
    assert answer.status_code == 202, answer.text
    return began


async def send_mail(lmtp: int, address: str, text: str) -> float:
    """Return when our 250 came."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = address, OURS, text, f"<{address}>"
    mail.set_content(text)

    def hand_over() -> float:
        with LMTP("127.0.0.1", lmtp) as client:
            client.send_message(mail)
            return time.perf_counter()

    return await asyncio.to_thread(hand_over)


async def measure(
    name: str, send: Callable[[str, str], Awaitable[float]], post: Post, *, each: int, at_once: int
) -> None:
    doors = asyncio.Semaphore(at_once)

    async def one(number: int) -> float:
        address = f"kato@{name}{number}.example"
        async with doors:
            began = await send(address, TEXTS[number % len(TEXTS)])
            return await asyncio.wait_for(post.reply_to(address), LONGEST_S) - began

    waited = sorted(await asyncio.gather(*(one(number) for number in range(each))))
    p95 = waited[int(0.95 * (len(waited) - 1))]
    print(f"| {name} (n {each}) | {statistics.median(waited) * 1000:,.0f} ms | {p95 * 1000:,.0f} ms |")


async def main(each: int, at_once: int) -> None:
    loop, post = asyncio.get_running_loop(), Post()
    outgoing = await loop.create_server(lambda: SMTP(post, hostname="mx.example", loop=loop), "127.0.0.1", 0)
    lmtp = free_port()
    os.environ |= {
        "SOKUO_MAIL__SMTP_HOST": "127.0.0.1",
        "SOKUO_MAIL__SMTP_PORT": str(outgoing.sockets[0].getsockname()[1]),
        "SOKUO_MAIL__SMTP_TLS": "none",
        "SOKUO_MAIL__LMTP_LISTEN": f"127.0.0.1:{lmtp}",
    }
    web = lmtp + 1
    with tempfile.TemporaryDirectory() as folder:
        parts, _ = await asyncio.to_thread(prepare, demo_settings(data_dir=Path(folder)))
        parts.close()
        running = server(folder, web, words=("serve",), page="/readyz")
        await asyncio.to_thread(running.__enter__)
        try:
            async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{web}", timeout=LONGEST_S) as http:
                await asyncio.sleep(2)  # what is loaded beside the first page
                print("| | p50 | p95 |\n|---|---|---|")
                await measure("form", lambda a, t: send_form(http, a, t), post, each=each, at_once=at_once)
                await measure("mail", lambda a, t: send_mail(lmtp, a, t), post, each=each, at_once=at_once)
        finally:
            await asyncio.to_thread(running.__exit__, None, None, None)
    outgoing.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--at-once", type=int, default=1)
    options = parser.parse_args()
    asyncio.run(main(options.each, options.at_once))
