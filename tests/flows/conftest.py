"""A mailbox of ours on SQLite, and on every database."""

from __future__ import annotations

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from tests.flows.letterbox import Post


@pytest.fixture
def any_post(any_database: Database, clock: FixedClock, vault: Vault) -> Post:
    return Post(any_database, clock, vault)


@pytest.fixture
def post(database: Database, clock: FixedClock, vault: Vault) -> Post:
    return Post(database, clock, vault)
