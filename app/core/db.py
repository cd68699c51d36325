"""The database: one way to write, one way to read, never held across anything slow.

SQLite has one writer thread with group commit (`app.core.write_queue`), PostgreSQL its pool. In both, a write function
may be run again, so it does no I/O and has no effect but on its session.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from app.core import log, private_files
from app.core.db_errors import as_unavailable, busy
from app.core.errors import SetupError, Unavailable
from app.core.write_queue import NOTICES, WriteQueue

logger = log.get(__name__)
T = TypeVar("T")

BACKENDS = ("sqlite", "postgresql", "postgres")
TRIES = 3
RETRYABLE = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock
LOCK_WAIT_S = 30
CLOSE_S = 3.0


def note(session: Session, notice: object) -> None:
    """Hand `notice` to the database's listeners after this session's commit; a rollback forgets it."""
    session.info.setdefault(NOTICES, []).append(notice)


class Database:
    """An engine with a write queue. Listeners get each committed notice, in the writing thread, and must not block."""

    def __init__(self, url: str, *, write_timeout_s: float = 8.0, pool_size: int = 8) -> None:
        try:
            self.url = make_url(url)
        except ArgumentError:
            raise SetupError("database_url_invalid", "SOKUO_DATABASE_URL is not a database address") from None
        if (backend := self.url.get_backend_name()) not in BACKENDS:
            raise SetupError("database_url_invalid", f"SOKUO_DATABASE_URL names {backend}; use sqlite or postgresql")
        self.is_sqlite = backend == "sqlite"
        self.write_timeout_s = write_timeout_s
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgres_engine(url, pool_size)
        self._listeners: list[Callable[[object], None]] = []
        self._pool = ThreadPoolExecutor(pool_size, thread_name_prefix="db")
        self._queue = WriteQueue(self.engine, tell=self._tell) if self.is_sqlite else None
        self._closed = False

    def listen(self, listener: Callable[[object], None]) -> Callable[[], None]:
        """Call `listener(notice)` after each commit, once for every notice of it; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def write_soon(self, fn: Callable[[Session], T]) -> Future[T]:
        """Queue `fn`; the future ends when its transaction is on disk. It can be cancelled until that has begun."""
        if self._queue is not None:
            return self._queue.put(fn)
        try:
            return self._pool.submit(self._write_pooled, fn)
        except RuntimeError:
            refused: Future[T] = Future()
            refused.set_exception(Unavailable("database_closed", retry_after=2))
            return refused

    def write(self, fn: Callable[[Session], T]) -> T:
        """Run `fn` in a transaction and return its result once that is on disk.

        `Unavailable` database_busy: it could not begin within `write_timeout_s` and will not happen.
        """
        waiting = self.write_soon(fn)
        try:
            return waiting.result(self.write_timeout_s)
        except TimeoutError:
            if waiting.cancel():
                raise busy() from None
            return waiting.result()

    async def awrite(self, fn: Callable[[Session], T]) -> T:
        """`write` for async callers, who are let go after `write_timeout_s` even from a write that has begun (it may
        still happen). A cancelled caller's write goes on.
        """
        queued = self.write_soon(fn)
        waiting = asyncio.wrap_future(queued)
        waiting.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        await asyncio.wait({waiting}, timeout=self.write_timeout_s)
        if not waiting.done():
            queued.cancel()
            raise busy()
        return waiting.result()

    def read(self, fn: Callable[[Session], T]) -> T:
        """Run `fn` on a short session that is never committed."""
        try:
            with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
                return fn(session)
        except SQLAlchemyError as error:
            if told := as_unavailable(error):
                raise told from error
            raise

    async def aread(self, fn: Callable[[Session], T]) -> T:
        """`read` for async callers, in a worker thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.read, fn)

    def empty_log(self) -> None:
        """Take what was deleted out of SQLite's write-ahead log too; if that is busy, a later call does it."""
        if not self.is_sqlite:
            return
        connection = self.engine.raw_connection()  # outside a transaction, where a checkpoint must run
        try:
            connection.cursor().execute("PRAGMA busy_timeout=500")
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.cursor().execute(f"PRAGMA busy_timeout={LOCK_WAIT_S * 1000}")
            connection.close()

    def check(self) -> None:
        """Fail with `SetupError` if the database cannot be opened or read."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
                if self.is_sqlite:
                    connection.execute(text("SELECT count(*) FROM sqlite_master"))
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", error)).splitlines()[0]
            raise SetupError("database_unreadable", f"cannot open {self.url.render_as_string()}: {reason}") from None

    def close(self) -> None:
        """Finish queued writes and close every connection."""
        if self._closed:
            return
        self._closed = True
        if self._queue is not None:
            self._queue.close(timeout_s=CLOSE_S)
        self._pool.shutdown()
        self.engine.dispose()

    def _write_pooled(self, fn: Callable[[Session], T]) -> T:
        for attempt in range(1, TRIES + 1):
            try:
                with Session(self.engine, expire_on_commit=False) as session:
                    result = fn(session)
                    session.commit()
                self._tell(session.info.get(NOTICES, []))
                return result
            except SQLAlchemyError as error:
                state = getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None
                if state in RETRYABLE and attempt < TRIES:
                    continue
                if told := as_unavailable(error):
                    raise told from error
                raise
        raise AssertionError("unreachable")

    def _tell(self, notices: Sequence[object]) -> None:
        for notice in notices:
            for listener in tuple(self._listeners):
                try:
                    listener(notice)
                except Exception:  # a listener must not take the committed write with it
                    logger.exception("database_listener_failed")


def _postgres_engine(url: str, pool_size: int) -> Engine:
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "options": f"-c lock_timeout={LOCK_WAIT_S}s"},
    )


def _sqlite_engine(url: str) -> Engine:
    # no upper limit of connections: they are cheap, and the writer must never queue behind readers
    engine = create_engine(
        url,
        max_overflow=-1,
        hide_parameters=True,
        connect_args={"timeout": LOCK_WAIT_S, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves; else the driver commits behind our back
        _keep_a_log(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("sokuo_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _keep_a_log(connection: Any) -> None:
    """Turn the write-ahead log on. SQLite does not wait for its lock here: several programs may open a new file."""
    give_up = time.monotonic() + LOCK_WAIT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
            threading.Event().wait(0.01)


def prepare_folder(url: str) -> None:
    """Make a SQLite file and its folder, for the owner alone; `SetupError` if that is impossible."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return
    file = Path(parsed.database)
    try:
        private_files.make_folder(file.parent)
    except OSError as error:
        raise SetupError("data_dir_unusable", f"cannot make {file.parent}: {error.strerror}") from None
    with suppress(OSError):  # what cannot be opened is told by `Database.check`
        private_files.make_file(file)  # SQLite gives its -wal and -shm the same mode
