"""When a turn starts, restarts, waits and fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from app.bus.memory import MemoryBus
from app.bus.port import conversation_topic
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.flows import turns as module
from app.flows.turns import TurnRunner
from app.jobs.kinds import AnswerTurn

CONVERSATION = new_id()


class SlowAssistant:
    """Takes a turn in two steps that the test lets go on: before the first sentence, and after it."""

    def __init__(self) -> None:
        self.begun = 0
        self.ended = 0
        self.may_show = asyncio.Event()
        self.may_end = asyncio.Event()
        self.failure: Exception | None = None

    async def listen(self, _conversation_id: UUID) -> bool:
        return False

    async def take_turn(self, conversation_id: UUID, *, shown: Callable[[Any], None]) -> None:
        self.begun += 1
        await self.may_show.wait()
        if self.failure is not None:
            raise self.failure
        shown(None)
        await self.may_end.wait()
        self.ended += 1


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET_S", 0.01)


@pytest.mark.anyio
async def test_a_message_before_the_first_sentence_restarts_the_turn_twice_then_waits_for_quiet(quiet: None) -> None:
    assistant = SlowAssistant()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    for _ in range(4):
        runner.start(CONVERSATION)
        await settled()
    assert assistant.begun == 3
    assistant.may_show.set()
    assistant.may_end.set()
    await runner.finished(CONVERSATION)
    assert (assistant.begun, assistant.ended) == (4, 1)


@pytest.mark.anyio
async def test_a_turn_that_has_waited_for_quiet_is_not_restarted_any_more(quiet: None) -> None:
    assistant = SlowAssistant()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    for _ in range(4):
        runner.start(CONVERSATION)
        await settled()
    async with asyncio.timeout(10):
        while assistant.begun < 4:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    runner.start(CONVERSATION)
    await settled()
    assert assistant.begun == 4, "it goes on, and the message is the next turn's"
    assistant.may_show.set()
    assistant.may_end.set()
    await runner.finished(CONVERSATION)
    assert (assistant.begun, assistant.ended) == (5, 2)


@pytest.mark.anyio
async def test_whoever_writes_on_and_on_is_answered_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET_S", 0.2)
    monkeypatch.setattr(module, "LONGEST_UNQUIET_S", 0.0)
    assistant = SlowAssistant()
    assistant.may_end.set()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    async with asyncio.timeout(10):
        while assistant.begun < 4:
            runner.start(CONVERSATION)
            await asyncio.sleep(0.01)
    assistant.may_show.set()
    await runner.finished(CONVERSATION)
    assert assistant.ended >= 1


@pytest.mark.anyio
async def test_a_message_after_the_first_sentence_begins_the_next_turn() -> None:
    assistant = SlowAssistant()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    assistant.may_show.set()
    runner.start(CONVERSATION)
    await settled()
    runner.start(CONVERSATION)
    runner.start(CONVERSATION)
    await settled()
    assert assistant.begun == 1
    assistant.may_end.set()
    await runner.finished(CONVERSATION)
    assert (assistant.begun, assistant.ended) == (2, 2)


@pytest.mark.anyio
async def test_the_safety_net_waits_for_a_running_turn_and_never_restarts_it() -> None:
    assistant = SlowAssistant()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    runner.start(CONVERSATION)
    await settled()
    net = asyncio.create_task(runner.answer(AnswerTurn(conversation_id=CONVERSATION, answers_seq=1)))
    await settled()
    assert assistant.begun == 1
    assistant.may_show.set()
    assistant.may_end.set()
    await net
    assert assistant.ended == 1


@pytest.mark.anyio
async def test_a_failed_turn_fails_its_job_so_that_it_is_tried_again() -> None:
    assistant = SlowAssistant()
    assistant.failure = RuntimeError("the index is broken")
    assistant.may_show.set()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    with pytest.raises(Unavailable):
        await runner.answer(AnswerTurn(conversation_id=CONVERSATION, answers_seq=1))
    assert not runner.busy(CONVERSATION)


@pytest.mark.anyio
async def test_typing_ends_by_itself_when_a_turn_takes_too_long_and_when_it_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "TYPING_S", 0.01)
    assistant, bus = SlowAssistant(), MemoryBus()
    runner = TurnRunner(assistant, bus)  # type: ignore[arg-type]
    heard: list[tuple[str, dict[str, object]]] = []
    async with bus.subscribe(conversation_topic(CONVERSATION)) as coming:
        runner.start(CONVERSATION)
        for _ in range(2):  # it writes; it has written for too long
            one = await asyncio.wait_for(anext(coming), 5)
            heard.append((one.event, one.data))
        assistant.may_show.set()
        assistant.may_end.set()
        for _ in range(2):  # the turn ends, and nobody has said anything
            one = await asyncio.wait_for(anext(coming), 5)
            heard.append((one.event, one.data))
    writes, ended = {"author": "assistant"}, {"author": "assistant", "ended": True}
    assert heard == [("typing", writes), ("typing", ended), ("typing", ended), ("turn.end", {})]


@pytest.mark.anyio
async def test_a_turn_lets_the_openers_that_are_on_their_way_go_first_but_not_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assistant = SlowAssistant()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    with runner.arriving():
        runner.start(CONVERSATION)
        await settled()
        assert assistant.begun == 0
    await settled()
    assert assistant.begun == 1
    monkeypatch.setattr(module, "OPENERS_FIRST_S", 0.01)
    with runner.arriving():
        runner.start(new_id())
        await asyncio.sleep(0.05)
        assert assistant.begun == 2
    await runner.close()


@pytest.mark.anyio
async def test_more_turns_than_places_wait_their_turn_but_not_for_a_slow_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "THINKS_S", 0.05)
    assistant = SlowAssistant()
    runner = TurnRunner(assistant, MemoryBus())  # type: ignore[arg-type]
    conversations = [new_id() for _ in range(module.AT_WORK + 2)]
    for conversation_id in conversations:
        runner.start(conversation_id)
    await settled()
    assert assistant.begun == module.AT_WORK
    await asyncio.sleep(2 * module.THINKS_S)
    await settled()
    assert assistant.begun == len(conversations), "nothing has ended: the places were given back by themselves"
    assistant.may_show.set()
    assistant.may_end.set()
    assert [await runner.finished(conversation_id) for conversation_id in conversations] == [True] * len(conversations)
    assert assistant.ended == len(conversations)
