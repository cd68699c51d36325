"""Reads chat completions from raw bytes, as a stream or in one piece, taking only what is needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import orjson

from app.llm.faults import ModelUnavailable, Reason

Finish = Literal["stop", "length", "other"]
MAX_STREAM_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the server counted them."""

    prompt: int
    completion: int


class Reading:
    """One stream being read: feed it bytes, take the words out; `ended` when nothing more is wanted.

    The SDK's own objects cost about six times the CPU per token. Lines are split at LF
    only: `str.splitlines` would also cut at U+2028 inside a JSON string.
    """

    def __init__(self, max_chars: int) -> None:
        self._left = max_chars
        self._rest = b""
        self._bytes = 0
        self._events = 0
        self.has_words = False
        self.finish: Finish | None = None
        self.usage: Usage | None = None
        self.fault: Reason | None = None
        self.ended = False

    def feed(self, data: bytes) -> str:
        """Return the words in `data`; after it, look at `ended` and `fault`."""
        self._bytes += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        words = "".join(self._line(line) for line in lines if not self.ended)
        if self._bytes > MAX_STREAM_BYTES and not self.ended:
            self._fail("malformed")
        return words

    def close(self) -> None:
        """The connection ended: decide whether that was the end of the reply.

        Raises ModelUnavailable.
        """
        self.ended = True
        if self.fault is None and self.finish is None:
            self.fault = "cut" if self._events else "not_a_stream"
        if self.fault is None and not self.has_words:
            self.fault = "empty"
        if self.fault is not None:
            raise ModelUnavailable(self.fault)

    def _fail(self, reason: Reason) -> str:
        self.fault, self.ended = reason, True
        return ""

    def _line(self, line: bytes) -> str:
        if self.ended or not line.startswith(b"data:"):
            return ""
        self._events += 1
        payload = line[5:].strip()
        if payload == b"[DONE]":
            self.ended = True
            return ""
        try:
            return self._chunk(orjson.loads(payload))
        except (orjson.JSONDecodeError, LookupError, TypeError, AttributeError, ValueError):
            return self._fail("malformed")

    def _chunk(self, chunk: dict[str, Any]) -> str:
        if chunk.get("error"):
            return self._fail("server_error")
        self.usage = _usage(chunk) or self.usage
        if not chunk.get("choices"):
            return ""
        choice = chunk["choices"][0]
        delta = choice.get("delta") or {}
        if delta.get("tool_calls") or delta.get("function_call"):
            return self._fail("tool_call")
        if reason := choice.get("finish_reason"):
            self.finish = "stop" if reason == "stop" else "length" if reason == "length" else "other"
        return self._take(delta.get("content") or "")

    def _take(self, text: str) -> str:
        if not isinstance(text, str):
            raise TypeError("content is not text")
        taken, self._left = text[: self._left], self._left - len(text)
        self.has_words = self.has_words or bool(taken.strip())
        if self._left < 0:
            self.finish, self.ended = "length", True
        return taken


def whole(body: bytes) -> tuple[str, Usage | None]:
    """Return the text and the token count of a completion that came in one piece.

    Raises ModelUnavailable unless it is text and complete.
    """
    try:
        completion = orjson.loads(body)
        choice, usage = completion["choices"][0], _usage(completion)
        message, complete = choice["message"], choice.get("finish_reason") == "stop"
        text, acts = message.get("content") or "", message.get("tool_calls") or message.get("function_call")
    except (orjson.JSONDecodeError, LookupError, TypeError, AttributeError, ValueError):
        raise ModelUnavailable("malformed") from None
    if acts:
        raise ModelUnavailable("tool_call")
    if not isinstance(text, str):
        raise ModelUnavailable("malformed")
    if not complete:
        raise ModelUnavailable("cut")
    if not text.strip():
        raise ModelUnavailable("empty")
    return text, usage


def _usage(completion: dict[str, Any]) -> Usage | None:
    usage = completion.get("usage")
    return Usage(int(usage["prompt_tokens"]), int(usage["completion_tokens"])) if usage else None
