"""The sales office of the routing tests: Tuesday 10:00 in Tokyo."""

from __future__ import annotations

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from tests.routing.office import Office


@pytest.fixture
def office(database: Database, clock: FixedClock, vault: Vault) -> Office:
    return Office(database, clock, vault)
