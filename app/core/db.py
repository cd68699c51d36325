"""The database: one way to write, one way to read, never held across anything slow.

SQLite has one writer thread. It takes every waiting write, runs each in its own savepoint inside one
`BEGIN IMMEDIATE` transaction and commits once (group commit: one disk flush for many writes). PostgreSQL uses its
pool. In both, a write function may be run again, so it does no I/O and has no effect but on its session.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from app.core import log
from app.core.errors import SetupError, Unavailable

logger = log.get(__name__)
T = TypeVar("T")

GROUP = 64
TRIES = 3
RETRYABLE = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock
NOTICES = "notices"


def note(session: Session, notice: object) -> None:
    """Hand `notice` to the database's listeners after this session's commit; a rollback forgets it."""
    session.info.setdefault(NOTICES, []).append(notice)


@dataclass(slots=True)
class _Write:
    fn: Callable[[Session], Any]
    done: Future[Any]


class Database:
    """An engine with a write queue. Listeners get each committed notice, in the writing thread, and must not block."""

    def __init__(self, url: str, *, write_timeout_s: float = 8.0, pool_size: int = 8) -> None:
        try:
            self.url = make_url(url)
        except ArgumentError:
            raise SetupError("database_url_invalid", "SOKUO_DATABASE_URL is not a database address") from None
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.write_timeout_s = write_timeout_s
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgres_engine(url, pool_size)
        self._listeners: list[Callable[[object], None]] = []
        self._queue: SimpleQueue[_Write | None] = SimpleQueue()
        self._pool = ThreadPoolExecutor(pool_size, thread_name_prefix="db")
        self._closed = False
        self._writer = threading.Thread(target=self._write_loop, name="db-writer", daemon=True)
        if self.is_sqlite:
            self._writer.start()

    def listen(self, listener: Callable[[object], None]) -> None:
        """Call `listener(notice)` after each commit, once for every notice of it."""
        self._listeners.append(listener)

    def write_soon(self, fn: Callable[[Session], T]) -> Future[T]:
        """Queue `fn`; the future ends when its transaction is on disk."""
        done: Future[T] = Future()
        if self._closed:
            done.set_exception(Unavailable("database_closed", retry_after=2))
        elif self.is_sqlite:
            self._queue.put(_Write(fn, done))
        else:
            return self._pool.submit(self._write_pooled, fn)
        return done

    def write(self, fn: Callable[[Session], T]) -> T:
        """Run `fn` in a transaction and return its result once that is on disk."""
        return self.write_soon(fn).result()

    async def awrite(self, fn: Callable[[Session], T]) -> T:
        """`write` for async callers; after `write_timeout_s` the caller is told to try again (the write may still
        happen).
        """
        try:
            async with asyncio.timeout(self.write_timeout_s):
                return await asyncio.shield(asyncio.wrap_future(self.write_soon(fn)))
        except TimeoutError:
            raise Unavailable("database_busy", retry_after=2) from None

    def read(self, fn: Callable[[Session], T]) -> T:
        """Run `fn` on a short session that is never committed."""
        try:
            with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
                return fn(session)
        except OperationalError as error:
            raise _unavailable(error) from error

    async def aread(self, fn: Callable[[Session], T]) -> T:
        """`read` for async callers, in a worker thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.read, fn)

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
        if self.is_sqlite:
            self._queue.put(None)
            self._writer.join()
        self._pool.shutdown()
        self.engine.dispose()

    # -- SQLite ---------------------------------------------------------------------------------------------------

    def _write_loop(self) -> None:
        while (first := self._queue.get()) is not None:
            group = [first]
            last = False
            while len(group) < GROUP:
                try:
                    item = self._queue.get_nowait()
                except Empty:
                    break
                if item is None:
                    last = True
                    break
                group.append(item)
            self._write_group(group)
            if last:
                return

    def _write_group(self, group: Sequence[_Write]) -> None:
        outcomes: list[tuple[_Write, Any, BaseException | None, list[object]]] = []
        try:
            with self.engine.connect().execution_options(sokuo_write=True) as connection, connection.begin():
                outcomes.extend(self._in_savepoint(connection, write) for write in group)
        except BaseException as error:
            logger.exception("database_commit_failed", writes=len(group))
            for write in group:
                write.done.set_exception(_unavailable(error))
            return
        for write, result, failure, notices in outcomes:
            if failure is not None:
                write.done.set_exception(failure)
                continue
            write.done.set_result(result)
            self._tell(notices)

    def _in_savepoint(
        self, connection: Connection, write: _Write
    ) -> tuple[_Write, Any, BaseException | None, list[object]]:
        session = Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
        try:
            with session:
                result = write.fn(session)
                session.commit()
                return write, result, None, session.info.get(NOTICES, [])
        except OperationalError as error:
            return write, None, _unavailable(error), []
        except Exception as error:  # noqa: BLE001 - handed to the caller through its future
            return write, None, error, []

    # -- PostgreSQL -----------------------------------------------------------------------------------------------

    def _write_pooled(self, fn: Callable[[Session], T]) -> T:
        for attempt in range(1, TRIES + 1):
            try:
                with Session(self.engine, expire_on_commit=False) as session:
                    result = fn(session)
                    session.commit()
                self._tell(session.info.get(NOTICES, []))
                return result
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) in RETRYABLE and attempt < TRIES:
                    continue
                if isinstance(error, OperationalError):
                    raise _unavailable(error) from error
                raise
        raise AssertionError("unreachable")

    def _tell(self, notices: Sequence[object]) -> None:
        for notice in notices:
            for listener in self._listeners:
                listener(notice)


def _unavailable(error: BaseException) -> Unavailable:
    reason = str(getattr(error, "orig", error)).splitlines()[0] if str(error) else type(error).__name__
    return Unavailable("database_unavailable", reason, retry_after=2)


def _postgres_engine(url: str, pool_size: int) -> Engine:
    full = make_url(url).set(drivername="postgresql+psycopg")
    return create_engine(full, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True)


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 30, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves; else the driver commits behind our back
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("sokuo_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def prepare_folder(url: str) -> None:
    """Make the folder of a SQLite file; `SetupError` if that is impossible."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        try:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SetupError(
                "data_dir_unusable", f"cannot make {Path(parsed.database).parent}: {error.strerror}"
            ) from None
