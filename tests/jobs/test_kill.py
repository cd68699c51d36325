"""P1 and P2 under `kill -9`: nothing accepted is lost, nothing is sent twice."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest

from app.core.db import Database
from app.models.base import Base
from tests.jobs import doomed_node

pytestmark = pytest.mark.anyio
LONGEST_LIFE_S = 0.25


@pytest.mark.parametrize("kills", [20, pytest.param(1_000, marks=pytest.mark.torture)])
async def test_a_node_killed_at_random_moments_loses_and_doubles_nothing(tmp_path: Path, kills: int) -> None:
    database = Database(f"sqlite:///{tmp_path}/sokuo.db")
    Base.metadata.create_all(database.engine)
    database.close()
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([doomed_node.__name__])
    moments = random.Random(20261124)  # noqa: S311 - the same moments every time
    for _ in range(kills):
        up = server.Event()
        node = server.Process(target=doomed_node.run, args=(tmp_path, up))
        node.start()
        assert up.wait(20)
        node.join(moments.uniform(0, LONGEST_LIFE_S))
        assert node.exitcode is None, "it lives until it is killed"
        node.kill()
        node.join()

    await doomed_node.drain(tmp_path)
    with sqlite3.connect(tmp_path / "outbox.db") as outbox:
        sent = Counter(UUID(bytes=row[0]) for row in outbox.execute("SELECT id FROM mail"))
    accepted = set(doomed_node.read_accepted(tmp_path))
    assert len(accepted) >= kills
    assert accepted - set(sent) == set()
    assert {mail: times for mail, times in sent.items() if times > 1} == {}
