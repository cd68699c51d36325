"""What has happened before the first prospect is let in."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app import main
from app.main import Parts


def test_the_vocabulary_is_read_before_anybody_is_let_in(office: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Any] = []
    monkeypatch.setattr(main, "warm", read.append)

    async def opens() -> list[Any]:
        async with main.running(office):
            return list(read)

    assert asyncio.run(opens()) == [office.categories]
