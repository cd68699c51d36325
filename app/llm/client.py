"""Words from any OpenAI-compatible model, in time or not at all."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, aclosing, suppress
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.settings import LlmSettings
from app.llm.breaker import Breaker
from app.llm.faults import RETRIED, ModelUnavailable, Reason
from app.llm.prompts import Prompt
from app.llm.wire import Finish, Reading, Usage, whole

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")
OPENAI_URL = "https://api.openai.com/v1"
USAGE_GRACE_S = 0.25
MAX_ANSWER_BYTES = 64 * 1024
STREAMED = {"stream": True, "stream_options": {"include_usage": True}}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the reply; the last piece carries `finish` and, if the server counts, `usage`."""

    text: str = ""
    finish: Finish | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class _Limits:
    """Readings of the event loop's clock; `first` holds until `begun` says that the caller has what it waited for."""

    first: float
    total: float
    begun: Callable[[], bool] | None = None


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
        self._knows_schemas = True
        self.breaker = Breaker(monotonic)
        self._reading_breaker = Breaker(monotonic)  # a model that cannot fill in a form may still word replies

    @property
    def configured(self) -> bool:
        return self._settings.configured

    @property
    def name(self) -> str:
        return self._settings.model

    async def warm(self) -> None:
        """Load the SDK in the background so that the first prospect does not wait for it."""
        if self.configured and self._made is None:
            made = await asyncio.to_thread(self._make)
            self._made = self._made or made

    async def aclose(self) -> None:
        if self._made is not None:
            await self._made.close()
            self._made = None

    @property
    def failing(self) -> bool:
        """Say whether the last reply asked for did not come."""
        return self.breaker.failing

    async def stream(
        self, prompt: Prompt, *, first_by: float, deadline: float, begun: Callable[[], bool] | None = None
    ) -> AsyncGenerator[Piece]:
        """Yield the reply as it is written; the last piece has a `finish`.

        `first_by` and `deadline` are readings of `monotonic`. By `first_by` the first word has to be there, or, with
        `begun`, whatever makes it true: a sentence that could be shown. Only a reply whose finish is "stop" is whole.
        Close the generator (`contextlib.aclosing`) when leaving it early. Raises ModelUnavailable, also after some
        pieces, and nothing else.
        """
        limits = replace(await self._limits(first_by, deadline, breaker=self.breaker), begun=begun)
        try:
            async with aclosing(self._try_twice(prompt, limits)) as pieces:
                async for piece in pieces:
                    if piece.finish is not None:
                        self.breaker.succeeded()
                    yield piece
        except ModelUnavailable as fault:
            self.breaker.failed(retry_after=fault.retry_after)
            raise

    async def answer(self, prompt: Prompt, *, schema: Mapping[str, Any], deadline: float) -> tuple[str, Usage | None]:
        """Return one whole answer, asked for once in the form of `schema`; the caller checks that it has it.

        A server that refuses the call because of the schema is not told of one again. Raises ModelUnavailable only.
        """
        limits = await self._limits(deadline, deadline, breaker=self._reading_breaker)
        try:
            found = await self._whole(prompt, schema if self._knows_schemas else None, limits=limits)
        except ModelUnavailable as fault:
            if fault.reason == "rejected" and self._knows_schemas:
                self._knows_schemas = False
            else:
                self._reading_breaker.failed(retry_after=fault.retry_after)
            raise
        self._reading_breaker.succeeded()
        return found

    async def _limits(self, first_by: float, deadline: float, *, breaker: Breaker) -> _Limits:
        """Fix the deadlines and ask the breaker; a late start is not the model's fault, nor is the SDK's loading."""
        if not self.configured:
            raise ModelUnavailable("not_configured")
        ahead = asyncio.get_running_loop().time() - self._monotonic()
        limits = _Limits(first=min(first_by, deadline) + ahead, total=deadline + ahead)
        if limits.first <= ahead + self._monotonic():
            raise ModelUnavailable("no_time")
        try:
            async with asyncio.timeout_at(limits.first):
                await self.warm()
        except TimeoutError:
            raise ModelUnavailable("no_time") from None
        except ValueError:
            raise ModelUnavailable("not_configured") from None
        if not breaker.allows():
            raise ModelUnavailable("resting")
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
                response = await _within(self._open(prompt, stack, **STREAMED), limits.first, late="first_token_late")
                chunks = response.iter_bytes()
                while not reading.ended:
                    data = await self._read(chunks, limits, reading=reading)
                    if text := reading.feed(data):
                        yield Piece(text)
                    if not data:
                        break
        reading.close()
        yield Piece(finish=reading.finish, usage=reading.usage)

    async def _whole(
        self, prompt: Prompt, schema: Mapping[str, Any] | None, *, limits: _Limits
    ) -> tuple[str, Usage | None]:
        body = b""
        _, raised = load_openai()
        with suppress(*raised):
            async with AsyncExitStack() as stack:
                response = await _within(self._open(prompt, stack, **_form(schema)), limits.total, late="too_slow")
                chunks = response.iter_bytes()
                while data := await _within(anext(chunks, b""), limits.total, late="too_slow", broken="cut"):
                    body += data
                    if len(body) > MAX_ANSWER_BYTES:
                        raise ModelUnavailable("malformed")
        return whole(body)

    async def _open(self, prompt: Prompt, stack: AsyncExitStack, **form: Any) -> Any:
        self._made = self._made or self._make()
        model = self._settings.model
        messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]
        # A reasoning model left to think writes its first word too late for a chat.
        thinking = {"reasoning_effort": "minimal"} if model == "gpt-5" or model.startswith("gpt-5-") else {}
        create: Any = self._made.chat.completions.with_streaming_response.create
        return await stack.enter_async_context(create(model=model, messages=messages, **form, **thinking))

    async def _read(self, chunks: Any, limits: _Limits, *, reading: Reading) -> bytes:
        """Return the next bytes, b"" at the end. Once the reply is complete, its token count may be missing."""
        if reading.finish is not None:
            by = min(limits.total, asyncio.get_running_loop().time() + USAGE_GRACE_S)
            try:
                return await _within(anext(chunks, b""), by, late="too_slow")
            except ModelUnavailable:
                return b""
        if reading.has_words if limits.begun is None else limits.begun():
            return await _within(anext(chunks, b""), limits.total, late="too_slow", broken="cut")
        late: Reason = "first_sentence_late" if reading.has_words else "first_token_late"
        return await _within(anext(chunks, b""), limits.first, late=late, broken="cut")

    def _make(self) -> AsyncOpenAI:
        """Build the SDK's client: key and address never from the environment, no redirects, no retries of its own."""
        openai, _ = load_openai()
        key = self._settings.api_key
        made: AsyncOpenAI = openai.AsyncOpenAI(
            api_key=key.get_secret_value() if key else "none",
            base_url=self._settings.base_url or OPENAI_URL,
            max_retries=0,
            timeout=None,  # every step has our own deadline
            http_client=openai.DefaultAioHttpClient(follow_redirects=False),
        )
        return made


def _form(schema: Mapping[str, Any] | None) -> dict[str, Any]:
    if schema is None:
        return {}
    named = {"name": "answer", "strict": True, "schema": schema}
    # As it is: the SDK would go through every node of a typed argument.
    return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": named}}}


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
