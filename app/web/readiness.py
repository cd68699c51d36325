"""Whether the database takes writes: asked at most once a second, whoever wants to know."""

from __future__ import annotations

import asyncio

from sqlalchemy import text

from app.core.db import Database
from app.core.errors import AppError

LONGEST_S = 4.0
GOOD_FOR_S = 1.0


class Readiness:
    """Shares one probe of the database among all who ask within a second."""

    def __init__(self) -> None:
        self._probe: asyncio.Task[bool] | None = None
        self._began = 0.0

    async def ask(self, database: Database) -> bool:
        """Say whether the newest probe wrote; within 5 s."""
        now = asyncio.get_running_loop().time()
        if self._probe is None or (self._probe.done() and now - self._began >= GOOD_FOR_S):
            self._began, self._probe = now, asyncio.create_task(_writes(database))
        return await asyncio.shield(self._probe)


async def _writes(database: Database) -> bool:
    try:
        async with asyncio.timeout(LONGEST_S):
            await database.awrite(lambda session: session.execute(text("SELECT 1")).scalar())
    except (AppError, TimeoutError):
        return False
    return True
