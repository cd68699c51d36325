"""Which database failures pass (locked, full, gone) and which are ours (wrong SQL, a broken constraint)."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.core.errors import Unavailable

SQLITE_WAITING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
SQLITE_PASSING = {
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}
# lock_not_available, query_canceled, too_many_connections
POSTGRES_WAITING = {"55P03", "57014", "53300"}
READ_ONLY = "25006"  # we are still talking to what became the standby


def busy() -> Unavailable:
    """Return what a caller is told who waited too long."""
    return Unavailable("database_busy", retry_after=2)


def as_unavailable(error: BaseException) -> Unavailable | None:
    """Return the 503 to answer with, or None if trying again cannot help.

    A full disk can surface as the failed roll-back that follows it, so the causes of `error` count too.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PoolTimeoutError):
            return busy()
        if isinstance(cause, DBAPIError) and (code := _code(cause)):
            return busy() if code == "busy" else Unavailable("database_unavailable", _first_line(cause), retry_after=2)
        cause = cause.__cause__ if isinstance(cause.__cause__, DBAPIError) else cause.__context__
    return None


def _code(error: DBAPIError) -> str | None:
    number = getattr(error.orig, "sqlite_errorcode", None)
    if number is not None:
        primary = number & 0xFF
        return "busy" if primary in SQLITE_WAITING else "unavailable" if primary in SQLITE_PASSING else None
    if isinstance(error.orig, sqlite3.Error):
        return None
    state = getattr(error.orig, "sqlstate", None)
    if state in POSTGRES_WAITING:
        return "busy"
    gone = isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated or state == READ_ONLY
    return "unavailable" if gone else None


def _first_line(error: DBAPIError) -> str:
    return (str(error.orig).splitlines() or [""])[0]
