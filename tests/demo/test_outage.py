"""A model that is taken away really fails, and comes back."""

from __future__ import annotations

import time
from contextlib import aclosing

import pytest

from app.core.settings import LlmSettings
from app.demo.outage import PRACTICE, DemoModel
from app.llm.fake import FakeModelServer
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompt

pytestmark = pytest.mark.anyio
PROMPT = Prompt("reply", 1, "fingerprint", "canary", system="system", user="センサーの電池は何年もちますか")
FIRST = "お尋ねの点を、資料で確かめました。"


async def words_of(model: DemoModel) -> tuple[str, str | None]:
    """Return what the model said and the reason why it stopped, None if it finished."""
    now, said = time.monotonic(), ""
    try:
        async with aclosing(model.stream(PROMPT, first_by=now + 5, deadline=now + 5)) as pieces:
            async for piece in pieces:
                said += piece.text
    except ModelUnavailable as fault:
        return said, fault.reason
    return said, None


def a_model(**settings: str) -> DemoModel:
    return DemoModel(LlmSettings(**settings), monotonic=time.monotonic, practice=lambda _system, _user: FIRST)


async def test_without_a_model_the_practice_model_says_one_sentence_and_is_cut() -> None:
    model = a_model()
    assert (model.configured, model.practising) == (False, True)
    await model.cut()
    assert (model.configured, model.name) == (True, PRACTICE)
    assert 0 < model.away_s <= 60
    said, reason = await words_of(model)
    assert said.startswith(FIRST)
    assert len(said) > len(FIRST) + 1, "the sentence is surely over"
    assert reason == "cut"
    await model.restore()
    assert (model.configured, model.away_s) == (False, 0)
    await model.aclose()


async def test_the_configured_model_is_cut_off_until_it_is_given_back() -> None:
    async with FakeModelServer(text="電池は約5年もちます。") as server:
        model = a_model(base_url=server.base_url, model="house-model")
        assert await words_of(model) == ("電池は約5年もちます。", None)
        await model.cut()
        assert model.name == "house-model"
        assert (await words_of(model))[0] == ""
        assert len(server.calls) == 1, "nothing reached it"
        await model.restore()
        assert await words_of(model) == ("電池は約5年もちます。", None)
        await model.aclose()
