"""One whole answer in a form: asked for once, in time, or one error with a reason."""

from __future__ import annotations

import time

import pytest

from app.core.settings import LlmSettings
from app.llm.client import ModelClient
from app.llm.fake import FakeModelServer, Mode
from app.llm.faults import ModelUnavailable, Reason
from app.llm.prompts import Prompt
from app.llm.wire import Usage

PROMPT = Prompt("extract", 1, "abc", "KEEP-1", "the system text", "the user text")
SCHEMA = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def client_of(server: FakeModelServer) -> ModelClient:
    return ModelClient(LlmSettings(base_url=server.base_url, model="m"), monotonic=time.monotonic)


async def asked(client: ModelClient, *, seconds: float = 9) -> tuple[str | None, Reason | None]:
    await client.warm()
    try:
        text, _ = await client.answer(PROMPT, schema=SCHEMA, deadline=time.monotonic() + seconds)
    except ModelUnavailable as fault:
        return None, fault.reason
    return text, None


@pytest.mark.anyio
async def test_an_answer_comes_whole_with_its_token_count_and_was_asked_for_in_the_form() -> None:
    async with FakeModelServer(answer='{"a": 1}') as server:
        client = client_of(server)
        found = await client.answer(PROMPT, schema=SCHEMA, deadline=time.monotonic() + 9)
        await client.aclose()
    assert found == ('{"a": 1}', Usage(10, 8))
    assert server.calls == []
    assert "stream" not in server.whole_calls[0]
    assert server.whole_calls[0]["response_format"]["json_schema"]["schema"] == SCHEMA


FAULTS: list[tuple[Mode, Reason]] = [
    ("refuse", "unreachable"),
    ("h401", "unauthorised"),
    ("h429", "rate_limited"),
    ("h500", "server_error"),
    ("redirect", "rejected"),
    ("notjson", "malformed"),
    ("cut", "cut"),
    ("long", "malformed"),
    ("filtered", "cut"),
    ("empty", "empty"),
    ("tool", "tool_call"),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("mode", "reason"), FAULTS)
async def test_every_fault_is_one_error_and_one_call(mode: Mode, reason: Reason) -> None:
    async with FakeModelServer(mode) as server:
        client = client_of(server)
        assert await asked(client) == (None, reason)
        await client.aclose()
    assert len(server.whole_calls) == 1


@pytest.mark.anyio
async def test_a_late_answer_is_not_waited_for() -> None:
    async with FakeModelServer("hang") as server:
        client = client_of(server)
        assert await asked(client, seconds=0.3) == (None, "too_slow")
        assert await asked(client, seconds=-1) == (None, "no_time")
        await client.aclose()


@pytest.mark.anyio
async def test_a_server_that_refuses_forms_is_asked_without_one_from_then_on() -> None:
    async with FakeModelServer("no_schema", answer="{}") as server:
        client = client_of(server)
        assert [await asked(client) for _ in range(3)] == [(None, "rejected"), ("{}", None), ("{}", None)]
        await client.aclose()
    assert ["response_format" in call for call in server.whole_calls] == [True, False, False]


@pytest.mark.anyio
async def test_failed_answers_rest_by_themselves_and_leave_the_replies_alone() -> None:
    async with FakeModelServer("h401") as server:
        client = client_of(server)
        reasons = [(await asked(client))[1] for _ in range(6)]
        await client.aclose()
    assert reasons == ["unauthorised"] * 5 + ["resting"]
    assert client.breaker.allows()
