"""SQLite's one writer: every waiting write in its own savepoint, all of them in one commit.

A commit costs a disk flush, so writes that wait together share it. A write that fails is undone alone. If the shared
transaction itself fails, each write is tried again in a transaction of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core import log
from app.core.db_errors import as_unavailable, busy
from app.core.errors import AppError, Unavailable

logger = log.get(__name__)
T = TypeVar("T")

GROUP = 64
MOST_WAITING = 10_000
NOTICES = "notices"


@dataclass(slots=True)
class _Write:
    fn: Callable[[Session], Any]
    done: Future[Any] = field(default_factory=Future)
    result: Any = None
    failure: BaseException | None = None
    notices: list[object] = field(default_factory=list)


class _NotBegunError(Exception):
    """The write lock was not to be had: nothing ran."""


class _UndoneError(Exception):
    """SQLite rolled the whole transaction back by itself (full disk, I/O error), with what others had written."""


class WriteQueue:
    """Takes writes from any thread. `tell` gets the notices of each committed write before its caller goes on."""

    def __init__(self, engine: Engine, *, tell: Callable[[Sequence[object]], None]) -> None:
        self._engine = engine
        self._tell = tell
        self._waiting: SimpleQueue[_Write | None] = SimpleQueue()
        self._taken: list[_Write] = []
        self._open = True
        self._door = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="db-writer", daemon=True)
        self._thread.start()

    def put(self, fn: Callable[[Session], T]) -> Future[T]:
        """Queue `fn`; cancelling the future works until its transaction has begun."""
        write = _Write(fn)
        with self._door:
            if not self._open:
                write.done.set_exception(Unavailable("database_closed", retry_after=2))
            elif self._waiting.qsize() >= MOST_WAITING:
                write.done.set_exception(busy())
            else:
                self._waiting.put(write)
        return write.done

    def close(self, *, timeout_s: float) -> None:
        """Finish what is queued; what cannot be written in time fails as unavailable."""
        with self._door:
            self._open = False
            self._waiting.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            logger.warning("database_close_timed_out")
            self._abandon()

    def _serve(self) -> None:
        try:
            while (first := self._waiting.get()) is not None:
                try:
                    self._write_with_company(first)
                except Exception:  # the writer must not die of one group; its callers are told
                    logger.exception("database_writer_failed")
                    self._refuse_taken()
        finally:
            with self._door:
                self._open = False
            self._abandon()

    def _abandon(self) -> None:
        with suppress(Empty):
            while True:
                if (write := self._waiting.get_nowait()) is not None and write.done.set_running_or_notify_cancel():
                    self._taken.append(write)
        self._refuse_taken()

    def _refuse_taken(self) -> None:
        for write in self._taken:
            if not write.done.done():
                write.done.set_exception(Unavailable("database_unavailable", retry_after=2))

    def _write_with_company(self, first: _Write) -> None:
        self._taken = []
        try:
            with self._transaction() as connection:
                # only now: who came while we waited for the lock shares the flush, who gave up is left out
                self._taken = self._take(first)
                self._run(connection, self._taken)
        except _NotBegunError as error:
            self._taken = self._take(first)
            _fail(self._taken, error)
        except Exception as error:  # noqa: BLE001 - whatever it was, each caller gets an answer
            if len(self._taken) > 1:
                logger.warning("database_group_failed", writes=len(self._taken), error=type(error).__name__)
                self._write_one_by_one(self._taken)
                return
            _fail(self._taken, error)
        self._settle(self._taken)

    def _write_one_by_one(self, writes: Sequence[_Write]) -> None:
        for position, write in enumerate(writes):
            try:
                with self._transaction() as connection:
                    self._run(connection, [write])
            except _NotBegunError as error:
                _fail(writes[position:], error)
                self._settle(writes[position:])
                return
            except Exception as error:  # noqa: BLE001 - handed to the caller
                _fail([write], error)
            self._settle([write])

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            connection = self._engine.connect().execution_options(sokuo_write=True)
        except SQLAlchemyError as error:
            raise _NotBegunError from error
        with connection:
            try:
                transaction = connection.begin()
            except SQLAlchemyError as error:
                raise _NotBegunError from error
            with transaction:
                yield connection

    def _take(self, first: _Write) -> list[_Write]:
        group = [first] if first.done.set_running_or_notify_cancel() else []
        while len(group) < GROUP:
            try:
                write = self._waiting.get_nowait()
            except Empty:
                break
            if write is None:
                self._waiting.put(None)
                break
            if write.done.set_running_or_notify_cancel():
                group.append(write)
        return group

    def _run(self, connection: Connection, group: Sequence[_Write]) -> None:
        driver = connection.connection.dbapi_connection
        for write in group:
            _in_savepoint(connection, write)
            if not getattr(driver, "in_transaction", False):
                raise _UndoneError from write.failure

    def _settle(self, writes: Sequence[_Write]) -> None:
        for write in writes:
            if write.failure is not None:
                write.done.set_exception(write.failure)
            else:
                self._tell(write.notices)
                write.done.set_result(write.result)


def _in_savepoint(connection: Connection, write: _Write) -> None:
    write.result, write.failure, write.notices = None, None, []
    session = Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
    try:
        with session:
            write.result = write.fn(session)
            session.commit()
        write.notices = session.info.get(NOTICES, [])
    except BaseException as error:  # noqa: BLE001 - handed to the caller through its future
        write.failure = error if isinstance(error, AppError) else as_unavailable(error) or error


def _fail(writes: Sequence[_Write], error: Exception) -> None:
    inner = error.__cause__ if isinstance(error, _NotBegunError | _UndoneError) else None
    for write in writes:
        write.failure = as_unavailable(error) or inner or error
