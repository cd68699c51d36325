"""Bring a database to the present schema; safe to run from several processes at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from app.core.db import Database
from app.core.errors import SetupError

LOCK = 5_067_521  # pg_advisory_xact_lock: any constant will do, as long as it is only ours


def config() -> Config:
    """Return Alembic's configuration for the shipped migrations."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent))
    made.set_main_option("path_separator", "os")
    return made


def heads() -> list[str]:
    """Return the newest revisions: exactly one."""
    return list(ScriptDirectory.from_config(config()).get_heads())


def upgrade(database: Database) -> None:
    """Apply missing migrations in one transaction; another process doing the same waits its turn."""
    try:
        with database.engine.connect().execution_options(sokuo_write=True) as connection, connection.begin():
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            _run(connection)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).splitlines()[0]
        raise SetupError("database_unreadable", f"cannot bring the database up to date: {reason}") from None


def _run(connection: Connection) -> None:
    made = config()
    made.attributes["connection"] = connection
    command.upgrade(made, "head")
