"""Asking whether we are ready costs one write a second, however many ask."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import event

from app.core.db import Database
from app.web import readiness
from app.web.readiness import Readiness

pytestmark = pytest.mark.anyio


async def test_all_who_ask_within_a_second_share_one_probe(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    probes: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *said: probes.append(said[2]))
    ready = Readiness()
    assert await asyncio.gather(*(ready.ask(database) for _ in range(50))) == [True] * 50
    assert await ready.ask(database)
    assert probes.count("SELECT 1") == 1
    monkeypatch.setattr(readiness, "GOOD_FOR_S", 0.0)
    assert await ready.ask(database)
    assert probes.count("SELECT 1") == 2


async def test_a_closed_database_is_not_ready(database: Database) -> None:
    database.close()
    assert not await Readiness().ask(database)
