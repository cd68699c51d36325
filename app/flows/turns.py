"""Turns of conversations, run on the node that accepted the message, one at a time per conversation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from app.bus.port import Announcement, Bus, conversation_topic
from app.conversation.extract import Extraction, Reading
from app.conversation.store import Turn
from app.conversation.turn import Assistant
from app.core import log
from app.core.errors import Unavailable
from app.jobs.kinds import AnswerTurn

logger = log.get(__name__)
MOST_RESTARTS = 2
QUIET_S = 1.5
LONGEST_UNQUIET_S = 10.0  # whoever writes on and on is answered meanwhile
OPENERS_FIRST_S = 0.3  # the longest a turn waits for openers that are on their way to the disk
AT_WORK = 3  # turns at once: more would finish no sooner, and every opener would wait for all of them
THINKS_S = 0.15  # a turn that is at work for longer waits for a model, and makes room for the next
TYPING_S = 8.0  # the longest a chat turn may take; a dead turn must not write for ever
TURN_ENDED = "turn.end"


@dataclass(slots=True)
class _Running:
    task: asyncio.Task[None] | None = None
    shown: bool = False
    settled: bool = False  # it waited for quiet, and is not restarted any more
    again: bool = False
    restarts: int = 0
    since: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    waiters: list[asyncio.Future[bool]] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """One of the places at work, given back once."""

    places: asyncio.Semaphore
    taken: bool = True

    def leave(self) -> None:
        if self.taken:
            self.taken = False
            self.places.release()


class TurnRunner:
    """Starts a turn at once; a message that comes before its first sentence is shown restarts it.

    At most two restarts, then 1.5 s of quiet are awaited, for ten seconds at most; a message after that, or after the
    first sentence, begins the next turn.
    With `extraction` a model reads each turn beside its reply: from the first sentence shown, so that a model that
    serves one call at a time delays nobody, and written after the reply.
    """

    def __init__(self, assistant: Assistant, bus: Bus, *, extraction: Extraction | None = None) -> None:
        self._assistant = assistant
        self._bus = bus
        self._extraction = extraction
        self._running: dict[UUID, _Running] = {}
        self._beside: set[asyncio.Task[None]] = set()
        self._closing = False
        self._arriving = 0
        self._calm = asyncio.Event()
        self._calm.set()
        self._places = asyncio.Semaphore(AT_WORK)

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Let a first message go before the turns that begin meanwhile: somebody waits for its opener."""
        self._arriving += 1
        self._calm.clear()
        try:
            yield
        finally:
            self._arriving -= 1
            if not self._arriving:
                self._calm.set()

    def start(self, conversation_id: UUID) -> None:
        """Begin, restart or queue the turn of a conversation; returns at once."""
        if self._closing:
            return
        running = self._running.get(conversation_id)
        if running is None:
            self._running[conversation_id] = running = _Running()
            self._launch(conversation_id, running, delay=0)
        elif running.shown or running.settled:
            running.again = True
        elif running.task is not None:
            running.restarts += 1
            if running.restarts <= MOST_RESTARTS:
                self._restart(conversation_id, running, delay=0)
            elif running.restarts == MOST_RESTARTS + 1 or _waits_for_quiet(running):
                self._restart(conversation_id, running, delay=QUIET_S)

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
        """The safety net: answer what no inline turn has answered, here or on a node that is gone; where a rep speaks,
        learn from it.

        `Unavailable` if the turn did not come to its end, so that the job is tried again.
        """
        if await self._assistant.listen(work.conversation_id):
            return
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

    def _restart(self, conversation_id: UUID, running: _Running, *, delay: float) -> None:
        if running.task is not None:
            running.task.cancel()
        self._launch(conversation_id, running, delay=delay)

    def _launch(self, conversation_id: UUID, running: _Running, *, delay: float) -> None:
        running.task = asyncio.create_task(self._run(conversation_id, running, delay=delay))

    async def _run(self, conversation_id: UUID, running: _Running, *, delay: float) -> None:
        this, done = asyncio.current_task(), False
        reading, reply = None, None
        limit: asyncio.TimerHandle | None = None
        try:
            if delay:
                await asyncio.sleep(delay)
                running.settled = True
            limit = self._type(conversation_id)
            async with self._place():
                reading = self._extraction.open() if self._extraction else None
                reply = await self._assistant.take_turn(conversation_id, shown=partial(_shown, running, reading))
            done = True
            if reading is not None and reply is not None and not self._closing:
                self._run_beside(reading.keep(), failed="extraction_failed")
                reading = None
        except Exception:
            logger.exception("turn_failed", conversation=str(conversation_id))
        finally:
            if reading is not None:
                reading.drop()
            if limit is not None:
                limit.cancel()
            if running.task is this:
                if reply is None:
                    self._stop_typing(conversation_id)
                self._ended(conversation_id, running, done=done)

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        """Wait for a place at work, and for openers on their way; give it back at the end, or when a model is slow."""
        place = _Place(self._places)
        await self._places.acquire()
        left = asyncio.get_running_loop().call_later(THINKS_S, place.leave)
        try:
            await self._openers_first()
            yield
        finally:
            left.cancel()
            place.leave()

    async def _openers_first(self) -> None:
        if not self._calm.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(OPENERS_FIRST_S):
                    await self._calm.wait()

    def _type(self, conversation_id: UUID) -> asyncio.TimerHandle:
        """Show that the assistant writes, and see to it that this ends."""
        self._bus.publish(Announcement(conversation_topic(conversation_id), "typing", {"author": "assistant"}))
        return asyncio.get_running_loop().call_later(TYPING_S, self._stop_typing, conversation_id)

    def _stop_typing(self, conversation_id: UUID) -> None:
        ended = {"author": "assistant", "ended": True}
        self._bus.publish(Announcement(conversation_topic(conversation_id), "typing", ended))

    def _run_beside(self, work: Coroutine[Any, Any, object], *, failed: str) -> None:
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
            running.again = running.shown = running.settled = False
            running.restarts, running.since = 0, asyncio.get_running_loop().time()
            self._launch(conversation_id, running, delay=0)
            return
        del self._running[conversation_id]
        self._bus.publish(Announcement(conversation_topic(conversation_id), TURN_ENDED, {}))
        for waiter in running.waiters:
            if not waiter.done():
                waiter.set_result(done)


def _waits_for_quiet(running: _Running) -> bool:
    return asyncio.get_running_loop().time() - running.since < LONGEST_UNQUIET_S


def _shown(running: _Running, reading: Reading | None, turn: Turn) -> None:
    """From the first sentence on a turn is not restarted, and a model may read it."""
    running.shown = True
    if reading is not None:
        reading.begin(turn)
