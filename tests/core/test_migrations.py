"""The shipped migrations make exactly the tables of the models, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, Table, insert, select

from app.core.db import Database
from app.core.errors import SetupError
from app.knowledge.front_matter import FrontMatter
from app.knowledge.reading.source import understand
from app.migrations.upgrade import config, heads, upgrade
from app.models import DocumentVersion
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


def test_passages_of_before_versions_become_a_text_that_says_the_same(empty_url: str) -> None:
    database = Database(empty_url)
    plain = "1. 解約は <Pro> プランのみ\n# 2 号機\n5 * 3 と snake_case、C:\\data、~~x~~、&amp;\n---\n| a | b |"
    with database.engine.connect().execution_options(sokuo_write=True) as connection, connection.begin():
        made = config()
        made.attributes["connection"] = connection
        command.upgrade(made, "0004")
        document, chunk = (Table(name, MetaData(), autoload_with=connection) for name in ("document", "chunk"))
        now, ids = datetime(2026, 11, 24, tzinfo=UTC), {status: uuid4().hex for status in ("approved", "withdrawn")}
        for status, document_id in ids.items():
            row = insert(document).values(id=document_id, file=status, title="料金", lang="ja", kind="document")
            row = row.values(status=status, front_matter={}, body_hash="x", revision=1, created_at=now, updated_at=now)
            connection.execute(row)
            piece = insert(chunk).values(id=uuid4().hex, document_id=document_id, position=0, heading="C# *")
            connection.execute(piece.values(text=plain, lang="ja"))
    upgrade(database)
    versions = database.read(lambda session: session.scalars(select(DocumentVersion)).all())
    assert {one.state for one in versions} == {"live", "past"}
    for one in versions:
        [section] = understand("x.md", one.text, head=FrontMatter(title="料金"), body_hash="").sections
        assert (section.heading, section.text) == ("C# *", plain)
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
