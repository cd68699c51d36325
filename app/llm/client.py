"""Words from any OpenAI-compatible model, in time or not at all."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, aclosing, suppress
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.settings import LlmSettings
from app.llm.breaker import Breaker
from app.llm.faults import RETRIED, ModelUnavailable, Reason
from app.llm.prompts import Prompt
from app.llm.wire import Finish, Reading, Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")
OPENAI_URL = "https://api.openai.com/v1"
USAGE_GRACE_S = 0.25


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the reply; the last piece carries `finish` and, if the server counts, `usage`."""

    text: str = ""
    finish: Finish | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class _Limits:
    """Readings of the event loop's clock."""

    first: float
    total: float


@cache
def load_openai() -> tuple[ModuleType, tuple[type[Exception], ...]]:
    """Import the SDK (0.8 s) on first use; return it with every error its calls and streams let through."""
    import aiohttp  # the SDK's aiohttp transport takes half the CPU per token of its default one
    import httpx2
    import openai

    # ValueError: undecodable header or URL; OSError: TLS and sockets
    wire = (aiohttp.ClientError, httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError, ValueError)
    return openai, (openai.OpenAIError, *wire)


class ModelClient:
    """One per process and event loop; keeps its connections open until `aclose`."""

    def __init__(self, settings: LlmSettings, *, monotonic: Callable[[], float]) -> None:
        self._settings = settings
        self._monotonic = monotonic
        self._made: AsyncOpenAI | None = None
        self.breaker = Breaker(monotonic)

    @property
    def configured(self) -> bool:
        return self._settings.configured

    async def warm(self) -> None:
        """Load the SDK in the background so that the first prospect does not wait for it."""
        if self.configured and self._made is None:
            made = await asyncio.to_thread(self._make)
            self._made = self._made or made

    async def aclose(self) -> None:
        if self._made is not None:
            await self._made.close()
            self._made = None

    async def stream(self, prompt: Prompt, *, deadline: float) -> AsyncGenerator[Piece]:
        """Yield the reply as it is written; the last piece has a `finish`.

        `deadline` is a reading of `monotonic`; the settings' own limits also hold. Only a reply whose finish
        is "stop" is whole. Close the generator (`contextlib.aclosing`) when leaving it early.
        Raises ModelUnavailable, also after some pieces, and nothing else.
        """
        if not self.configured:
            raise ModelUnavailable("not_configured")
        limits = await self._limits(deadline)
        if not self.breaker.allows():
            raise ModelUnavailable("resting")
        try:
            async with aclosing(self._try_twice(prompt, limits)) as pieces:
                async for piece in pieces:
                    if piece.finish is not None:
                        self.breaker.succeeded()
                    yield piece
        except ModelUnavailable as fault:
            self.breaker.failed(retry_after=fault.retry_after)
            raise

    async def _limits(self, deadline: float) -> _Limits:
        """Fix the deadlines; if there is no time, or the SDK takes all of it to load, that is not the model's fault."""
        now = asyncio.get_running_loop().time()
        left = min(deadline - self._monotonic(), self._settings.total_s)
        if left <= 0:
            raise ModelUnavailable("no_time")
        limits = _Limits(first=now + min(left, self._settings.first_token_s), total=now + left)
        try:
            async with asyncio.timeout_at(limits.first):
                await self.warm()
        except TimeoutError:
            raise ModelUnavailable("no_time") from None
        except ValueError:
            raise ModelUnavailable("not_configured") from None
        return limits

    async def _try_twice(self, prompt: Prompt, limits: _Limits) -> AsyncGenerator[Piece]:
        """Repeat once, after a short random wait, what failed before its first word and may yet fit in time."""
        started = False
        try:
            async with aclosing(self._once(prompt, limits)) as pieces:
                async for piece in pieces:
                    started = True
                    yield piece
            return
        except ModelUnavailable as fault:
            wait = (fault.retry_after or 0.0) + 0.05 + secrets.randbelow(150) / 1000
            if started or fault.reason not in RETRIED or asyncio.get_running_loop().time() + wait >= limits.first:
                raise
        await asyncio.sleep(wait)
        async with aclosing(self._once(prompt, limits)) as pieces:
            async for piece in pieces:
                yield piece

    async def _once(self, prompt: Prompt, limits: _Limits) -> AsyncGenerator[Piece]:
        reading = Reading(self._settings.max_output_chars)
        _, raised = load_openai()
        with suppress(*raised):  # only leaving can raise these: a broken connection that does not like to be closed
            async with AsyncExitStack() as stack:
                response = await _within(self._open(prompt, stack), limits.first, late="first_token_late")
                chunks = response.iter_bytes()
                while not reading.ended:
                    data = await self._read(chunks, limits, reading=reading)
                    if text := reading.feed(data):
                        yield Piece(text)
                    if not data:
                        break
        reading.close()
        yield Piece(finish=reading.finish, usage=reading.usage)

    async def _open(self, prompt: Prompt, stack: AsyncExitStack) -> Any:
        self._made = self._made or self._make()
        model = self._settings.model
        messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]
        # A reasoning model left to think writes its first word too late for a chat.
        thinking = {"reasoning_effort": "minimal"} if model == "gpt-5" or model.startswith("gpt-5-") else {}
        create: Any = self._made.chat.completions.with_streaming_response.create
        return await stack.enter_async_context(
            create(model=model, messages=messages, stream=True, stream_options={"include_usage": True}, **thinking)
        )

    async def _read(self, chunks: Any, limits: _Limits, *, reading: Reading) -> bytes:
        """Return the next bytes, b"" at the end. Once the reply is complete, its token count may be missing."""
        if reading.finish is not None:
            by = min(limits.total, asyncio.get_running_loop().time() + USAGE_GRACE_S)
            try:
                return await _within(anext(chunks, b""), by, late="too_slow")
            except ModelUnavailable:
                return b""
        if reading.has_words:
            return await _within(anext(chunks, b""), limits.total, late="too_slow", broken="cut")
        return await _within(anext(chunks, b""), limits.first, late="first_token_late", broken="cut")

    def _make(self) -> AsyncOpenAI:
        """Build the SDK's client: key and address never from the environment, no redirects, no retries of its own."""
        openai, _ = load_openai()
        key = self._settings.api_key
        made: AsyncOpenAI = openai.AsyncOpenAI(
            api_key=key.get_secret_value() if key else "none",
            base_url=self._settings.base_url or OPENAI_URL,
            max_retries=0,
            timeout=self._settings.total_s,
            http_client=openai.DefaultAioHttpClient(follow_redirects=False),
        )
        return made


async def _within(step: Awaitable[T], by: float, *, late: Reason, broken: Reason = "unreachable") -> T:
    """Await one step of a call until `by` and turn whatever goes wrong into a reason."""
    openai, raised = load_openai()
    try:
        async with asyncio.timeout_at(by):
            return await step
    except TimeoutError:
        raise ModelUnavailable(late) from None
    except openai.APIStatusError as error:
        raise _refusal(error.status_code, error.response.headers) from None
    except raised:
        raise ModelUnavailable(broken) from None


def _refusal(status: int, headers: Any) -> ModelUnavailable:
    if status == 429:
        return ModelUnavailable("rate_limited", retry_after=_seconds(headers.get("retry-after")))
    if status in (401, 403):
        return ModelUnavailable("unauthorised")
    if status >= 500 or status == 408:
        return ModelUnavailable("server_error", retry_after=_seconds(headers.get("retry-after")))
    return ModelUnavailable("rejected")


def _seconds(retry_after: str | None) -> float | None:
    """Read Retry-After (RFC 9110 §10.2.3); a date is longer than a chat can wait and counts as a minute."""
    if not retry_after:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        return 60.0
