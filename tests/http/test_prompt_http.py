"""A request line or a header that does not end is cut off; what a browser sends is not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pytest

from app.web.prompt_http import PromptHttpProtocol
from tests.http.desk import served

pytestmark = pytest.mark.anyio
START = b"POST / HTTP/1.1\r\nHost: x\r\n"
BODY = START + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNK = b"4000\r\n" + b"b" * 0x4000 + b"\r\n"


async def reads_the_body(scope: Any, receive: Any, send: Any) -> None:
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served(reads_the_body, http=PromptHttpProtocol) as origin:
        yield int(origin.rsplit(":", 1)[1])


async def hung_up_on(port: int, start: bytes, more: bytes) -> bool:
    """Send on and on; say whether the server has hung up before the end."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for piece in (start, *repeat(more, 1500)):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.001)
    except ConnectionError:
        return True
    finally:
        writer.close()
    return False


@pytest.mark.parametrize(
    ("start", "more"),
    [
        (b"GET /", b"a" * 1000),
        (START + b"X-Endless: ", b"a" * 1000),
        (START, b"X-Many: header\r\n" * 60),
        (b"", b"\r\n" * 500),
        (BODY + b"0\r\n", b"X-Trailer: endless\r\n" * 50),
    ],
    ids=["request line", "one header", "many headers", "nothing", "trailers"],
)
async def test_what_never_ends_before_or_after_the_body_is_cut_off(port: int, start: bytes, more: bytes) -> None:
    assert await hung_up_on(port, start, more)


async def test_headers_over_the_limit_are_a_431(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(START + b"X-Long: " + b"a" * 40_000)
    async with asyncio.timeout(5):
        assert (await reader.readline()).startswith(b"HTTP/1.1 431 ")
    writer.close()


async def test_large_bodies_and_many_requests_on_one_connection_pass(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    async with asyncio.timeout(10):
        for _ in range(8):
            writer.write(START + b"X-Long: " + b"a" * 20_000 + b"\r\nContent-Length: 60000\r\n\r\n" + b"b" * 60_000)
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204 ")
        writer.write(BODY + CHUNK * 20 + b"0\r\n\r\n")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204 ")
    writer.close()
