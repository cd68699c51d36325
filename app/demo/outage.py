"""The demo's model, which a visitor can take away for a minute.

Where a model is configured, its connection is really cut: calls meet a server that hangs up. Without one, a practice
model on this machine speaks for that minute; it begins its answer and is cut off after the first sentence.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack

from app.core.settings import LlmSettings
from app.llm.breaker import Breaker
from app.llm.client import ModelClient
from app.llm.fake import FakeModelServer

LASTS_S = 60.0
PRACTICE = "sokuo-practice"
PACE_S = 0.15
CHUNKS_BEFORE_THE_CUT, CHUNKS = 3, 200  # as FakeModelServer does it


class DemoModel(ModelClient):
    """The configured model, or none; during an outage something that fails for real.

    `practice(system, user)` is the first sentence of the practice model.
    """

    def __init__(
        self, settings: LlmSettings, *, monotonic: Callable[[], float], practice: Callable[[str, str], str]
    ) -> None:
        super().__init__(settings, monotonic=monotonic)
        self._real = settings
        self._practice = practice
        self._outage = AsyncExitStack()
        self._back: asyncio.Task[None] | None = None
        self._until = 0.0

    @property
    def practising(self) -> bool:
        """Say whether the practice model has to do, because no other is configured."""
        return not self._real.configured

    @property
    def away_s(self) -> float:
        """Return for how many more seconds the model is gone."""
        return max(0.0, self._until - self._monotonic())

    async def cut(self) -> None:
        """Take the model away for a minute from now; `restore` ends it sooner."""
        await self.restore()
        server = FakeModelServer("cut" if self.practising else "refuse", text=self._cut_off, pace_s=PACE_S)
        await self._outage.enter_async_context(server)
        if self.practising:
            self.breaker = Breaker(self._monotonic)
        name = PRACTICE if self.practising else self._real.model
        changes = {"base_url": server.base_url, "api_key": None, "model": name}
        await self._point_to(self._real.model_copy(update=changes))
        await self.warm()
        self._until = self._monotonic() + LASTS_S
        self._back = asyncio.create_task(self._come_back())

    async def aclose(self) -> None:
        await self.restore()
        await super().aclose()

    async def _come_back(self) -> None:
        await asyncio.sleep(self.away_s)
        self._back = None
        await self.restore()

    async def restore(self) -> None:
        """End the outage, if there is one."""
        if self._back is not None:
            self._back.cancel()
        self._back, self._until = None, 0.0
        await self._point_to(self._real)
        await self._outage.aclose()

    async def _point_to(self, settings: LlmSettings) -> None:
        if settings is not self._settings:
            self._settings = settings
            await super().aclose()

    def _cut_off(self, system: str, user: str) -> str:
        """Return a text so long that the cut comes just after its first sentence."""
        first = self._practice(system, user) + " "
        return first + "…" * ((len(first) + 2) * CHUNKS // CHUNKS_BEFORE_THE_CUT)
