"""Turns of conversations, run on the node that accepted the message, one at a time per conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from uuid import UUID

from app.bus.port import Announcement, Bus, conversation_topic
from app.conversation.extract import Extraction
from app.conversation.store import Turn
from app.conversation.turn import Assistant
from app.core import log
from app.core.errors import Unavailable
from app.jobs.kinds import AnswerTurn
from app.models import Message

logger = log.get(__name__)
MOST_RESTARTS = 2
QUIET_S = 1.5
TURN_ENDED = "turn.end"


@dataclass(slots=True)
class _Running:
    task: asyncio.Task[None] | None = None
    shown: bool = False
    again: bool = False
    restarts: int = 0
    waiters: list[asyncio.Future[bool]] = field(default_factory=list)


class TurnRunner:
    """Starts a turn at once; a message that comes before its first sentence is shown restarts it.

    At most two restarts, then 1.5 s of quiet are awaited; a message after the first sentence begins the next turn.
    With `extraction` a model reads each turn once more after the reply, so that neither its words nor a model that
    serves one call at a time delay the prospect.
    """

    def __init__(self, assistant: Assistant, bus: Bus, *, extraction: Extraction | None = None) -> None:
        self._assistant = assistant
        self._bus = bus
        self._extraction = extraction
        self._running: dict[UUID, _Running] = {}
        self._beside: set[asyncio.Task[None]] = set()
        self._closing = False

    def start(self, conversation_id: UUID) -> None:
        """Begin, restart or queue the turn of a conversation; returns at once."""
        if self._closing:
            return
        running = self._running.get(conversation_id)
        if running is None:
            self._running[conversation_id] = running = _Running()
            self._launch(conversation_id, running, delay=0)
        elif running.shown:
            running.again = True
        elif running.task is not None:
            running.restarts += 1
            delay = QUIET_S if running.restarts > MOST_RESTARTS else 0
            running.task.cancel()
            self._launch(conversation_id, running, delay=delay)

    def listen(self, conversation_id: UUID) -> None:
        """Learn from a message to a rep, without answering it; returns at once."""
        self._run_beside(self._assistant.listen(conversation_id), failed="listening_failed")

    def busy(self, conversation_id: UUID) -> bool:
        """Say whether a turn of the conversation runs here; when it ends, `turn.end` goes over the bus."""
        return conversation_id in self._running

    async def finished(self, conversation_id: UUID) -> bool:
        """Wait until no turn of the conversation runs here; False if the last one was cancelled or failed."""
        running = self._running.get(conversation_id)
        if running is None:
            return not self._closing
        waiter: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        running.waiters.append(waiter)
        return await waiter

    async def quiet(self) -> None:
        """Wait until nothing runs beside the turns: no listening, no extraction."""
        while self._beside:
            await asyncio.gather(*self._beside, return_exceptions=True)

    async def answer(self, work: AnswerTurn) -> None:
        """The safety net: answer what no inline turn has answered, here or on a node that is gone.

        `Unavailable` if the turn did not come to its end, so that the job is tried again.
        """
        if not self.busy(work.conversation_id):
            self.start(work.conversation_id)
        if not await self.finished(work.conversation_id):
            raise Unavailable("turn_not_finished")

    async def close(self) -> None:
        """Cancel what runs; the safety net answers it after the restart."""
        self._closing = True
        tasks = [running.task for running in self._running.values() if running.task is not None]
        tasks += self._beside
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _launch(self, conversation_id: UUID, running: _Running, *, delay: float) -> None:
        def shown() -> None:
            running.shown = True

        running.task = asyncio.create_task(self._run(conversation_id, running, shown=shown, delay=delay))

    async def _run(self, conversation_id: UUID, running: _Running, *, shown: Callable[[], None], delay: float) -> None:
        this, done = asyncio.current_task(), False
        opened = None
        try:
            if delay:
                await asyncio.sleep(delay)
            self._bus.publish(Announcement(conversation_topic(conversation_id), "typing", {"author": "assistant"}))
            if self._extraction is not None:
                opened = asyncio.create_task(self._extraction.open_turn(conversation_id))
            reply = await self._assistant.take_turn(conversation_id, shown=shown)
            done = True
            if opened is not None:
                self._extract(await opened, reply)
        except Exception:
            logger.exception("turn_failed", conversation=str(conversation_id))
        finally:
            if opened is not None:
                opened.cancel()
            if running.task is this:
                self._ended(conversation_id, running, done=done)

    def _extract(self, turn: Turn | None, reply: Message | None) -> None:
        """Have the turn read by the model, unless it has just failed to word the reply."""
        if self._extraction is None or turn is None or reply is None or "fault" in reply.provenance:
            return
        self._run_beside(self._extraction.read(turn), failed="extraction_failed")

    def _run_beside(self, work: Coroutine[None, None, None], *, failed: str) -> None:
        async def run() -> None:
            try:
                await work
            except Exception:
                logger.exception(failed)

        if self._closing:
            work.close()
            return
        task = asyncio.create_task(run())
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    def _ended(self, conversation_id: UUID, running: _Running, *, done: bool) -> None:
        if running.again and not self._closing:
            running.again, running.shown, running.restarts = False, False, 0
            self._launch(conversation_id, running, delay=0)
            return
        del self._running[conversation_id]
        self._bus.publish(Announcement(conversation_topic(conversation_id), TURN_ENDED, {}))
        for waiter in running.waiters:
            if not waiter.done():
                waiter.set_result(done)
