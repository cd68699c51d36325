"""What many tests need: a migrated database, a vault, a clock that stands still."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine, event

from app.core import log
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault, derive_vault
from app.models.base import Base
from tests import postfix_server, postgres_server
from tests.browser import installed
from tests.postgres_server import PostgresServer

# The same examples at every run, and no clock among the assertions; torture asks for others each time.
settings.register_profile("sample", derandomize=True, deadline=None)
settings.load_profile("sample")
TUESDAY_10_JST = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
POSTGRES = postgres_server.binaries()
POSTFIX = postfix_server.program()
DATABASES = ["sqlite", *([pytest.param("postgres", marks=pytest.mark.postgres)] if POSTGRES else [])]

collect_ignore = [] if POSTFIX else ["story/test_postfix.py"]


def pytest_report_header() -> list[str]:
    lines = [f"postgresql: {POSTGRES}"]
    if POSTGRES is None:
        lines = ["postgresql: no initdb found, every test [postgres] is left out (Debian: apt-get install postgresql)"]
    if POSTFIX is None:
        lines.append("postfix: the Postfix test is left out (Debian, as root: apt-get install postfix)")
    if packages := " ".join(installed.missing()):
        lines.append(f"browser: every browser test is left out (Debian: apt-get install {packages})")
    return lines


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; short ones keep every process busy to the end."""
    items.sort(key=lambda item: item.path.parent.name not in ("browser", "story"))


def pytest_collection_finish() -> None:
    """Look no more through what stays until the end: that took a tenth of the time of all tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def unflushed() -> Iterator[None]:
    """Do not wait for the disk in SQLite files of this process; no power fails here (servers of their own still do)."""

    def forget(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            connection.connection.cursor().execute("PRAGMA synchronous=OFF")

    event.listen(Engine, "engine_connect", forget)
    yield
    event.remove(Engine, "engine_connect", forget)


@pytest.fixture(scope="session", autouse=True)
def logs_as_served() -> None:
    """Log as the program does: structlog's own way of drawing an exception takes a second."""
    log.configure("console")


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database file with every table, to be copied: making the tables takes a tenth of a second."""
    file = tmp_path_factory.mktemp("empty") / "sokuo.db"
    made = Database(f"sqlite:///{file}")
    Base.metadata.create_all(made.engine)
    made.empty_log()
    made.close()
    return file


@pytest.fixture
def database(empty_sqlite: Path, tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'sokuo.db')}")
    yield made
    made.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    assert POSTGRES is not None
    with postgres_server.running(POSTGRES) as server:
        template = server.make_template()
        Base.metadata.create_all(template)
        yield server


@pytest.fixture(params=DATABASES)
def any_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Both databases, for what depends on locks, conflicts or SQL that differs."""
    if request.param == "sqlite":
        yield request.getfixturevalue("database")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create()
    made = Database(server.url(name))
    yield made
    made.close()
    server.drop(name)


@pytest.fixture
def vault() -> Vault:
    return derive_vault("a secret for tests that is long enough")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TUESDAY_10_JST)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
