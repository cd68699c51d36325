"""The job behind a turn ends only when the turn has come to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast
from uuid import UUID, uuid4

import pytest

from app.bus.memory import MemoryBus
from app.conversation.turn import Assistant
from app.core.errors import Unavailable
from app.flows.turns import TurnRunner
from app.jobs.kinds import AnswerTurn

pytestmark = pytest.mark.anyio


class SlowAssistant:
    """Takes its time until told to go on, and fails if told to."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.begun = 0
        self.go_on = asyncio.Event()

    async def listen(self, _conversation_id: UUID) -> bool:
        return False

    async def take_turn(self, conversation_id: UUID, *, shown: Callable[[Any], None]) -> None:
        self.begun += 1
        await self.go_on.wait()
        if self.failure is not None:
            raise self.failure


def runner(assistant: SlowAssistant) -> TurnRunner:
    return TurnRunner(cast("Assistant", assistant), MemoryBus())


WORK = AnswerTurn(conversation_id=uuid4(), answers_seq=1)


async def test_a_turn_that_fails_is_tried_again_by_its_job() -> None:
    assistant = SlowAssistant(Unavailable("database_busy"))
    assistant.go_on.set()
    with pytest.raises(Unavailable, match="turn_not_finished"):
        await runner(assistant).answer(WORK)


async def test_the_job_waits_for_a_slow_turn_instead_of_beginning_it_anew() -> None:
    assistant = SlowAssistant()
    turns = runner(assistant)
    turns.start(WORK.conversation_id)
    job = asyncio.create_task(turns.answer(WORK))
    await asyncio.sleep(0.01)
    assistant.go_on.set()
    await job
    assert assistant.begun == 1


async def test_a_stop_leaves_the_jobs_of_unfinished_turns_for_the_next_start() -> None:
    turns = runner(SlowAssistant())
    job = asyncio.create_task(turns.answer(WORK))
    await asyncio.sleep(0.01)
    await turns.close()
    with pytest.raises(Unavailable, match="turn_not_finished"):
        await job
    with pytest.raises(Unavailable, match="turn_not_finished"):
        await turns.answer(WORK)
