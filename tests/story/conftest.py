"""A demo company in a data folder of its own, prepared once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.clock import FixedClock
from app.core.settings import Settings
from app.demo import hours
from app.demo.run import demo_settings
from app.main import Parts, build
from tests.conftest import TUESDAY_10_JST
from tests.prepared import prepared_folder


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a seeded database and indexed knowledge."""
    return prepared_folder(tmp_path_factory.getbasetemp())


@pytest.fixture
def office(prepared: Path, tmp_path: Path) -> Iterator[Parts]:
    """Return the whole program over the demo company, on a Tuesday at 10:00 in Tokyo; nothing runs by itself."""
    parts = build(copied(prepared, tmp_path), FixedClock(TUESDAY_10_JST))
    yield parts
    parts.close()


@pytest.fixture
def office_hours(office: Parts) -> Parts:
    """Return the program with hours of a demo company that is not always in."""
    office.database.write(hours.weekdays)
    return office


def copied(prepared: Path, tmp_path: Path, **changes: Any) -> Settings:
    """Return settings over a copy of the prepared folder."""
    shutil.copytree(prepared, tmp_path / "data")
    return settings_in(tmp_path / "data", **changes)


def settings_in(folder: Path, **changes: Any) -> Settings:
    """Return the demo's settings with this data folder and no model."""
    return demo_settings(data_dir=folder, **changes)
