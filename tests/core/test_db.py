"""Writing and reading: one failure stays one failure, and every caller gets an answer."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from app.core.db import Database, note
from app.core.errors import Conflict, Unavailable
from app.core.write_queue import WriteQueue

Fn = Callable[[Session], Any]


def with_words(database: Database) -> Database:
    database.write(lambda session: session.execute(text("CREATE TABLE word (word TEXT PRIMARY KEY)")))
    return database


@pytest.fixture
def both(any_database: Database) -> Database:
    return with_words(any_database)


@pytest.fixture
def sqlite(database: Database) -> Database:
    return with_words(database)


def add(word: str) -> Fn:
    return lambda session: session.execute(text("INSERT INTO word VALUES (:word)"), {"word": word}) and word


def words(database: Database) -> set[str]:
    return database.read(lambda session: set(session.scalars(text("SELECT word FROM word"))))


def written_together(database: Database, *fns: Fn) -> list[Future[Any]]:
    """Hold the writer up until all of `fns` wait, so that they share a transaction."""
    go = threading.Event()
    held = database.write_soon(lambda _session: go.wait(5))
    futures = [database.write_soon(fn) for fn in fns]
    go.set()
    held.result(5)
    return futures


@contextmanager
def locked(database: Database) -> Iterator[None]:
    other = sqlite3.connect(str(database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def test_a_commit_waits_for_the_disk(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'sokuo.db'}")
    connection = database.engine.raw_connection()  # as a server has it; the other tests do not wait
    assert connection.cursor().execute("PRAGMA synchronous").fetchone() == (2,), "2 is FULL"
    connection.close()
    database.close()


def test_a_new_file_that_another_program_is_writing_is_waited_for(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "sokuo.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    database = Database(f"sqlite:///{tmp_path / 'sokuo.db'}")
    with ThreadPoolExecutor(1) as pool:
        mode = pool.submit(database.read, lambda session: session.scalar(text("PRAGMA journal_mode")))
        with pytest.raises(TimeoutError):
            mode.result(0.2)
        other.execute("ROLLBACK")
        assert mode.result(10) == "wal"
    other.close()
    database.close()


def test_a_failed_write_is_undone_and_its_neighbours_are_kept(both: Database) -> None:
    def half(session: Session) -> None:
        add("half")(session)
        raise Conflict("taken")

    first, failed, last = written_together(both, add("first"), half, add("last"))
    assert first.result(5) == "first"
    assert last.result(5) == "last"
    with pytest.raises(Conflict):
        failed.result(5)
    assert words(both) == {"first", "last"}


def test_a_write_that_fails_alone_leaves_nothing_behind_and_the_next_goes_on(both: Database) -> None:
    def half(session: Session) -> None:
        add("half")(session)
        raise Conflict("taken")

    for _ in range(2):
        with pytest.raises(Conflict, match="taken"):
            both.write(half)
        with pytest.raises(IntegrityError):
            both.write(lambda session: [add("twice")(session), add("twice")(session)])
        both.write(lambda session: session.execute(text("DELETE FROM word")))
        assert both.write(add("whole")) == "whole"
        assert words(both) == {"whole"}


def test_writes_that_wait_together_share_one_commit(sqlite: Database) -> None:
    commits: list[object] = []
    futures = written_together(sqlite, *(add(str(n)) for n in range(30)), lambda _s: watch(sqlite, commits))
    assert [future.result(5) for future in futures[:-1]] == [str(n) for n in range(30)]
    assert len(commits) == 1


def watch(database: Database, commits: list[object]) -> None:
    event.listen(database.engine, "commit", commits.append)


def test_a_commit_that_fails_is_repeated_write_by_write(sqlite: Database) -> None:
    sqlite.write(
        lambda session: session.execute(
            text("CREATE TABLE child (word TEXT REFERENCES word DEFERRABLE INITIALLY DEFERRED)")
        )
    )
    orphan: Fn = lambda session: session.execute(text("INSERT INTO child VALUES ('nobody')")) and None  # noqa: E731
    first, failed, last = written_together(sqlite, add("first"), orphan, add("last"))
    assert (first.result(5), last.result(5)) == ("first", "last")
    with pytest.raises(IntegrityError):
        failed.result(5)
    assert words(sqlite) == {"first", "last"}


def test_on_a_full_disk_nothing_is_confirmed_that_is_not_on_it(sqlite: Database) -> None:
    pages = sqlite.read(lambda session: session.scalar(text("PRAGMA page_count")))
    sqlite.write(lambda session: session.execute(text(f"PRAGMA max_page_count={pages}")).close())

    def big(session: Session) -> None:
        for n in range(200):
            add(str(n) * 2_000)(session)

    first, failed, last = written_together(sqlite, add("first"), big, add("last"))
    with pytest.raises(Unavailable) as told:
        failed.result(5)
    assert told.value.code == "database_unavailable"
    assert told.value.retry_after
    confirmed = {future.result(5) for future in (first, last) if future.exception(5) is None}
    assert words(sqlite) == confirmed

    sqlite.write(lambda session: session.execute(text("PRAGMA max_page_count=100000")).close())
    assert sqlite.write(add("room again")) == "room again"


@pytest.mark.anyio
async def test_a_locked_database_is_busy_and_then_works_again(sqlite: Database) -> None:
    sqlite.write_timeout_s = 0.1
    with locked(sqlite):
        with pytest.raises(Unavailable) as told:
            await sqlite.awrite(add("too late"))
        with pytest.raises(Unavailable):
            await asyncio.to_thread(sqlite.write, add("too late as well"))
    assert (told.value.code, told.value.status_code) == ("database_busy", 503)
    sqlite.write_timeout_s = 5
    assert await sqlite.awrite(add("again")) == "again"
    assert words(sqlite) == {"again"}, "what was refused does not happen later"


@pytest.mark.anyio
async def test_the_write_of_a_caller_who_left_is_finished(both: Database) -> None:
    go, begun = threading.Event(), threading.Event()

    def slow(session: Session) -> None:
        begun.set()
        go.wait(5)
        add("kept")(session)

    caller = asyncio.create_task(both.awrite(slow))
    await asyncio.to_thread(begun.wait, 5)
    caller.cancel()
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await both.awrite(add("next"))
    await asyncio.to_thread(both.close)
    with pytest.raises(Unavailable):
        await both.awrite(add("after the end"))
    assert words(both) == {"kept", "next"}


def test_wrong_sql_is_our_fault_and_names_no_values(both: Database) -> None:
    wrong = text("INSERT INTO nowhere VALUES (:address)")
    with pytest.raises((OperationalError, ProgrammingError)) as told:
        both.write(lambda session: session.execute(wrong, {"address": "tanaka@kitasui.example"}))
    assert "tanaka" not in str(told.value)


def test_an_unreachable_database_is_unavailable(tmp_path: Path) -> None:
    gone = Database(f"sqlite:///{tmp_path}/no/such/folder.db")
    for attempt in (gone.write, gone.read):
        with pytest.raises(Unavailable) as told:
            attempt(add("x"))
        assert told.value.code == "database_unavailable"
    gone.close()


def test_notices_follow_the_commit_and_a_rollback_forgets_them(both: Database) -> None:
    seen: list[object] = []
    both.listen(lambda _notice: 1 / 0)
    end = both.listen(lambda notice: seen.append((notice, words(both))))

    def fails(session: Session) -> None:
        note(session, "never")
        raise Conflict("taken")

    with pytest.raises(Conflict):
        both.write(fails)
    both.write(lambda session: (add("word")(session), note(session, "written")))
    end()
    both.write(lambda session: note(session, "nobody listens"))
    assert seen == [("written", {"word"})]


def test_a_failing_writer_answers_its_callers_and_goes_on(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(WriteQueue, "_settle", lambda *_: 1 / 0)
        with pytest.raises(Unavailable):
            sqlite.write(add("unsure"))
    assert sqlite.write(add("sure")) == "sure"


def test_twenty_threads_count_to_two_hundred(both: Database) -> None:
    both.write(lambda session: session.execute(text("CREATE TABLE counter (n INTEGER)")))
    both.write(lambda session: session.execute(text("INSERT INTO counter VALUES (0)")))
    with ThreadPoolExecutor(20) as threads:
        counted = list(
            threads.map(
                lambda _: both.write(lambda session: session.scalar(text("UPDATE counter SET n = n + 1 RETURNING n"))),
                range(200),
            )
        )
    assert sorted(counted) == list(range(1, 201))


def test_what_was_deleted_is_neither_in_the_file_nor_in_its_log(tmp_path: Path) -> None:
    made = Database(f"sqlite:///{tmp_path / 'sokuo.db'}")
    as_usually_built = "PRAGMA secure_delete=OFF"  # some systems' SQLite is built with it on
    event.listen(made.engine, "connect", lambda connection, _: connection.execute(as_usually_built), insert=True)
    with_words(made)
    made.write(add("a secret word"))
    made.write(add("another word"))
    made.write(lambda session: session.execute(text("DELETE FROM word WHERE word = 'a secret word'")) and None)
    made.empty_log()
    stored = [file.read_bytes() for file in tmp_path.glob("sokuo.db*")]
    made.close()
    assert any(b"another word" in content for content in stored)
    assert not any(b"a secret word" in content for content in stored)


def test_a_reader_delays_the_emptying_of_the_log_and_nothing_else(sqlite: Database) -> None:
    with sqlite.engine.connect() as reader:
        reader.execute(text("SELECT * FROM word")).all()
        sqlite.write(add("word"))
        sqlite.empty_log()
    assert sqlite.write(add("more")) == "more"
