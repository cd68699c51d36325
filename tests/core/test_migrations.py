"""The shipped migrations make exactly the tables of the models, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.core.db import Database
from app.core.errors import SetupError
from app.migrations.upgrade import heads, upgrade
from app.models.base import Base
from tests.conftest import DATABASES
from tests.postgres_server import PostgresServer


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create()
    emptied = Database(server.url(name))
    Base.metadata.drop_all(emptied.engine)
    emptied.close()
    return server.url(name)


def test_there_is_one_head() -> None:
    assert len(heads()) == 1


def test_migrations_and_models_agree(empty_url: str) -> None:
    database = Database(empty_url)
    upgrade(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_several_processes_may_migrate_at_once(empty_url: str) -> None:
    databases = [Database(empty_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, databases))
    for database in databases:
        database.check()
        database.close()


def test_an_unreadable_database_is_named_and_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "sokuo.db"
    file.write_bytes(b"this is not a database at all, but it may be precious" * 20)
    before = file.read_bytes()
    database = Database(f"sqlite:///{file}")
    with pytest.raises(SetupError) as caught:
        database.check()
    database.close()
    assert caught.value.code == "database_unreadable"
    assert file.read_bytes() == before
