"""The model client: words in time, or one error with a reason."""

import asyncio
import subprocess
import sys
import time
from contextlib import aclosing

import pytest
from pydantic import SecretStr

from app.core.settings import LlmSettings
from app.llm.client import ModelClient, Piece, load_openai
from app.llm.fake import FakeModelServer, Mode
from app.llm.faults import ModelUnavailable, Reason
from app.llm.prompts import Prompt

PROMPT = Prompt("reply", 1, "abc", "KEEP-1", "the system text", "the user text")
WHOLE = "お問い合わせありがとうございます。導入の時期をお聞かせください。"


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    load_openai()


def client_of(server: FakeModelServer, *, chars: int = 1200) -> ModelClient:
    settings = LlmSettings(base_url=server.base_url, model="m", max_output_chars=chars)
    return ModelClient(settings, monotonic=time.monotonic)


async def read(client: ModelClient, *, first: float = 9, total: float = 9) -> tuple[list[Piece], Reason | None]:
    pieces: list[Piece] = []
    await client.warm()
    now = time.monotonic()
    try:
        async with aclosing(client.stream(PROMPT, first_by=now + first, deadline=now + total)) as stream:
            async for piece in stream:
                pieces.append(piece)
    except ModelUnavailable as fault:
        return pieces, fault.reason
    return pieces, None


def said(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.anyio
async def test_a_whole_reply_comes_in_pieces_with_its_finish_and_token_count() -> None:
    async with FakeModelServer(pace_s=0.01) as server:
        client = client_of(server)
        pieces, fault = await read(client)
        await client.aclose()
    assert fault is None
    assert said(pieces) == WHOLE
    assert len(pieces) > 2
    assert pieces[-1].finish == "stop"
    assert pieces[-1].usage is not None
    assert pieces[-1].usage.prompt == 10
    assert [message["role"] for message in server.calls[0]["messages"]] == ["system", "user"]


FAULTS: list[tuple[Mode, Reason, int, bool]] = [
    # mode, reason, calls made, whether some words came before
    ("refuse", "unreachable", 2, False),
    ("h401", "unauthorised", 1, False),
    ("h404", "rejected", 1, False),
    ("redirect", "rejected", 1, False),
    ("h429", "rate_limited", 2, False),
    ("h500", "server_error", 2, False),
    ("notjson", "not_a_stream", 1, False),
    ("malformed", "malformed", 1, True),
    ("oddshape", "malformed", 1, True),
    ("error", "server_error", 1, True),
    ("cut", "cut", 1, True),
    ("reset", "cut", 1, True),
    ("nodone", "cut", 1, True),
    ("empty", "empty", 1, False),
    ("tool", "tool_call", 1, True),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("mode", "reason", "calls", "words"), FAULTS)
async def test_every_fault_is_one_error_with_its_reason(mode: Mode, reason: Reason, calls: int, words: bool) -> None:
    async with FakeModelServer(mode, retry_after="0.1") as server:
        client = client_of(server)
        pieces, fault = await read(client)
        await client.aclose()
    assert fault == reason
    assert len(server.calls) == calls
    assert bool(said(pieces)) is words
    assert all(piece.finish is None for piece in pieces)


@pytest.mark.anyio
@pytest.mark.parametrize("mode", ["hang", "slow", "drip"])
async def test_a_late_first_word_is_not_waited_for(mode: Mode) -> None:
    async with FakeModelServer(mode) as server:
        client = client_of(server)
        assert await read(client, first=0.4) == ([], "first_token_late")
        await client.aclose()
    assert len(server.calls) == 1


@pytest.mark.anyio
@pytest.mark.parametrize(("mode", "words"), [("drip", WHOLE[:8]), ("stall", WHOLE[:24])])
async def test_a_stream_that_goes_on_too_long_is_stopped_by_the_total_deadline(mode: Mode, words: str) -> None:
    async with FakeModelServer(mode) as server:
        client = client_of(server)
        pieces, fault = await read(client, total=1.8)
        await client.aclose()
    assert (said(pieces), fault) == (words, "too_slow")


@pytest.mark.anyio
@pytest.mark.parametrize(("begun", "reason"), [(False, "first_sentence_late"), (True, "too_slow")])
async def test_words_that_are_no_use_yet_are_awaited_only_as_long_as_a_first_sentence(
    begun: bool, reason: Reason
) -> None:
    async with FakeModelServer("stall") as server:
        client = client_of(server)
        now = time.monotonic()
        with pytest.raises(ModelUnavailable) as fault:
            async for _ in client.stream(PROMPT, first_by=now + 1.0, deadline=now + 1.5, begun=lambda: begun):
                pass
        await client.aclose()
    assert fault.value.reason == reason
    assert client.failing


@pytest.mark.anyio
async def test_the_first_word_is_awaited_no_longer_than_the_whole() -> None:
    async with FakeModelServer("hang") as server:
        client = client_of(server)
        _, fault = await asyncio.wait_for(read(client, total=0.3), 5)
        _, passed = await read(client, total=-1)
        await client.aclose()
    assert (fault, passed) == ("first_token_late", "no_time")


@pytest.mark.anyio
async def test_a_failed_start_is_tried_once_more() -> None:
    async with FakeModelServer(script=["h500", "ok", "refuse", "ok"], retry_after="0.1") as server:
        client = client_of(server)
        assert [(await read(client))[1] for _ in range(2)] == [None, None]
        await client.aclose()
    assert len(server.calls) == 4


@pytest.mark.anyio
async def test_retry_after_is_kept_to_if_it_fits_and_waited_out_if_it_does_not() -> None:
    async with FakeModelServer(script=["h429", "ok", "h429"], retry_after="0.2") as server:
        client = client_of(server)
        started = time.monotonic()
        assert (await read(client))[1] is None
        assert time.monotonic() - started >= 0.2
        server.retry_after = "30"
        assert (await read(client))[1] == "rate_limited"
        assert (await read(client))[1] == "resting"
        await client.aclose()
    assert len(server.calls) == 3


@pytest.mark.anyio
async def test_an_over_long_reply_is_cut_at_the_cap_and_says_so() -> None:
    async with FakeModelServer("long") as server:
        client = client_of(server, chars=500)
        pieces, fault = await read(client)
        await client.aclose()
    assert fault is None
    assert said(pieces) == "あ" * 500
    assert pieces[-1].finish == "length"


@pytest.mark.anyio
async def test_a_complete_reply_does_not_wait_for_its_token_count() -> None:
    async with FakeModelServer("nousage") as server:
        client = client_of(server)
        pieces, fault = await read(client)
        await client.aclose()
    assert (fault, pieces[-1]) == (None, Piece(finish="stop"))


@pytest.mark.anyio
async def test_unicode_line_separators_do_not_break_an_event_and_filtering_is_reported() -> None:
    async with FakeModelServer(script=["separator", "filtered"]) as server:
        client = client_of(server)
        first, _ = await read(client)
        second, _ = await read(client)
        await client.aclose()
    assert said(first) == "One\u2028line.\x85Still one. "
    assert second[-1].finish == "other"


@pytest.mark.anyio
async def test_five_failures_open_the_breaker_and_one_success_closes_it() -> None:
    hand = [0.0]
    async with FakeModelServer("h401") as server:
        client = ModelClient(LlmSettings(base_url=server.base_url), monotonic=lambda: hand[0])
        await client.warm()

        async def outcome() -> Reason | None:
            try:
                async for _ in client.stream(PROMPT, first_by=hand[0] + 9, deadline=hand[0] + 9):
                    pass
            except ModelUnavailable as fault:
                return fault.reason
            return None

        assert [await outcome() for _ in range(6)] == ["unauthorised"] * 5 + ["resting"]
        hand[0] = 15.0
        assert [await outcome() for _ in range(2)] == ["unauthorised", "resting"]
        hand[0], server.mode = 30.0, "ok"
        assert [await outcome() for _ in range(2)] == [None, None]
        await client.aclose()


@pytest.mark.anyio
async def test_a_caller_who_leaves_early_never_gets_another_callers_words() -> None:
    async with FakeModelServer(text=lambda _, user: f"answer to {user}. " * 20, pace_s=0.01) as server:
        client = client_of(server)
        await client.warm()

        async def ask(name: str, *, leave_after: float | None) -> str:
            words = ""
            prompt = Prompt("reply", 1, "abc", "KEEP-1", "system", name)
            try:
                async with asyncio.timeout(leave_after):
                    by = time.monotonic() + 5
                    async with aclosing(client.stream(prompt, first_by=by, deadline=by)) as stream:
                        async for piece in stream:
                            words += piece.text
            except TimeoutError:
                pass
            return words

        await asyncio.gather(*(ask(f"gone{n}", leave_after=0.03 * n) for n in range(1, 6)))
        answers = await asyncio.gather(*(ask(f"stays{n}", leave_after=None) for n in range(5)))
        await client.aclose()
    assert [set(answer.split(". ")) - {""} for answer in answers] == [{f"answer to stays{n}"} for n in range(5)]
    assert client.breaker.allows(), "leaving early is not the model's fault"


@pytest.mark.anyio
async def test_without_key_and_address_nothing_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "from the environment")
    assert (await read(ModelClient(LlmSettings(), monotonic=time.monotonic)))[1] == "not_configured"


@pytest.mark.anyio
async def test_nobody_listening_is_unreachable_and_the_key_stays_out_of_the_error() -> None:
    settings = LlmSettings(base_url="http://127.0.0.1:9/v1", api_key=SecretStr("sk-hidden"))
    client = ModelClient(settings, monotonic=time.monotonic)
    await client.warm()
    with pytest.raises(ModelUnavailable) as caught:
        await anext(client.stream(PROMPT, first_by=time.monotonic() + 5, deadline=time.monotonic() + 5))
    assert caught.value.reason == "unreachable"
    assert "hidden" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_importing_the_client_does_not_import_the_sdk() -> None:
    code = "import sys, app.llm.client; print({'openai', 'httpx2', 'aiohttp', 'langchain_core'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "set()"
