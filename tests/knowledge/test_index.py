"""The index is derived: whatever happens to its files, it is noticed, said and mended from the documents of record."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from app.core.clock import FixedClock
from app.core.db import Database
from app.knowledge import index_file
from app.knowledge.builds import Builds, Part
from app.knowledge.editing import Editing
from app.knowledge.library import Library
from app.models import Chunk, Document, DocumentVersion
from app.models.base import Base
from app.retrieval import tokens

QUESTION = "月額料金はいくらですか"


def files_found(library: Library, query: str = QUESTION) -> list[str]:
    return [passage.file for passage in library.search(query).passages]


def serving(tmp_path: Path, part: str = "lexical") -> Path:
    return tmp_path / "index" / json.loads((tmp_path / "index/serving.json").read_text())[part]


def lexical_builds(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "index").glob("lexical-*"))


def garbage(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xa5" * path.stat().st_size)


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def without_a_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE words_ja")
    connection.commit()
    connection.close()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.fixture
def reader(database: Database, clock: FixedClock, tmp_path: Path) -> Iterator[Library]:
    made = Library(database, tmp_path / "index", clock=clock)
    yield made
    made.close()


@pytest.mark.parametrize("harm", [garbage, cut_short, without_a_table, emptied, Path.unlink])
def test_damage_under_a_live_library_is_said_and_mended(
    stocked: Library, reader: Library, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    before = stocked.search(QUESTION)
    assert reader.search(QUESTION) == before
    harm(serving(tmp_path) / "lexical.sqlite")

    assert reader.search(QUESTION).verdict == stocked.ask(QUESTION).verdict == "unknown"
    assert stocked.health().state == reader.health().state == "damaged"
    assert [finding.code for finding in stocked.check()] == ["index_damaged"]

    assert stocked.refresh()
    assert stocked.health().state == reader.health().state == "ready"
    assert stocked.search(QUESTION) == reader.search(QUESTION) == before
    assert stocked.check() == ()


@pytest.mark.parametrize("harm", [garbage, Path.unlink])
def test_without_the_pointer_the_index_is_missing_until_it_is_built(
    stocked: Library, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(tmp_path / "index" / "serving.json")
    assert (stocked.health().state, files_found(stocked)) == ("missing", [])
    assert [finding.code for finding in stocked.check()] == ["index_missing"]
    stocked.refresh()
    assert (stocked.health().state, stocked.check()) == ("ready", ())


def test_the_whole_folder_may_vanish_under_a_live_library(stocked: Library, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "index")
    assert files_found(stocked) == []
    stocked.refresh()
    assert files_found(stocked)[0] == "ja/料金.md"
    assert stocked.check() == ()


@pytest.mark.parametrize("harm", [garbage, emptied, Path.unlink])
def test_a_damaged_chroma_is_replaced_and_words_go_on_meanwhile(
    stocked: Library, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    damaged = serving(tmp_path, "vectors")
    harm(damaged / "chroma" / "chroma.sqlite3")
    assert files_found(stocked)[0] == "ja/料金.md"
    stocked.refresh()
    stocked.refresh()
    assert stocked.check() == ()
    assert serving(tmp_path, "vectors") != damaged
    assert len(stocked.vector_store("ja").similarity_search("料金", k=2)) == 2


def test_a_file_with_nothing_whole_but_its_head_is_found_by_the_check_and_at_the_next_start(
    stocked: Library, database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    stocked.close()
    file = serving(tmp_path) / "lexical.sqlite"
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * (file.stat().st_size - 4096))

    again = Library(database, tmp_path / "index", clock=clock)
    assert [finding.code for finding in again.check()] == ["index_damaged"]
    again.warm()
    wait_for(lambda: serving(tmp_path) / "lexical.sqlite" != file and again.check() == ())
    again.close()


def test_a_rebuild_changes_folders_under_its_readers_and_keeps_the_one_before_for_late_ones(
    stocked: Library, reader: Library, tmp_path: Path
) -> None:
    before, old = reader.search(QUESTION), serving(tmp_path)
    assert stocked.rebuild()
    assert not reader.rebuild()
    assert reader.search(QUESTION) == stocked.search(QUESTION) == before
    assert serving(tmp_path) != old
    assert len(lexical_builds(tmp_path)) == 2

    assert stocked.rebuild()
    assert old not in lexical_builds(tmp_path)
    assert len(lexical_builds(tmp_path)) == 2


def test_a_full_disk_leaves_no_folders_behind(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(index_file, "create", lambda _: (_ for _ in ()).throw(says(sqlite3.SQLITE_FULL)))
        for _ in range(3):
            with pytest.raises(sqlite3.OperationalError):
                library.refresh()
            assert lexical_builds(tmp_path) == []
    assert library.refresh()
    assert library.health().state == "ready"


def test_what_former_versions_left_is_removed(library: Library, tmp_path: Path) -> None:
    left = [tmp_path / "index" / name for name in ("lexical.sqlite", "lexical.sqlite-wal", "chroma/chroma.sqlite3")]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    library.refresh()
    assert not [path for path in (*left, left[-1].parent) if path.exists()]


def test_an_index_of_another_database_is_not_taken_for_its_own(
    stocked: Library, database: Database, clock: FixedClock, files: Path, tmp_path: Path
) -> None:
    stocked.close()
    with database.engine.begin() as connection:
        for emptied_table in (Chunk, DocumentVersion, Document):
            connection.execute(delete(emptied_table))
    Library(database, tmp_path / "another", clock=clock).add(files)

    again = Library(database, tmp_path / "index", clock=clock)
    again.refresh()
    assert again.check() == ()
    again.close()


def test_a_restored_backup_that_was_edited_otherwise_is_not_taken_for_what_was_there(
    stocked: Library, database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    tables = [Base.metadata.tables[one.__tablename__] for one in (Document, DocumentVersion, Chunk)]
    with database.engine.begin() as connection:
        backup = [connection.execute(select(table)).mappings().all() for table in tables]
    stocked.set_fields("en/security.md", {"url": "/before"}, by="Sato")
    stocked.close()
    with database.engine.begin() as connection:
        for table in reversed(tables):
            connection.execute(delete(table))
        for table, rows in zip(tables, backup, strict=True):
            connection.execute(insert(table), [dict(row) for row in rows])
    clock.advance(timedelta(minutes=5))
    Editing(database, clock=clock).set_fields("en/security.md", {"url": "/after"}, by="Sato")

    again = Library(database, tmp_path / "index", clock=clock)
    again.refresh()
    assert [one.url for one in again.search("Is data encrypted in transit?").passages][:1] == ["/after"]
    assert again.check() == ()
    again.close()


def test_words_and_vectors_may_take_over_at_the_same_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builds, both = Builds(tmp_path), threading.Barrier(2)

    def wait_for_the_other(_: int) -> None:
        with suppress(threading.BrokenBarrierError):
            both.wait(0.2)

    monkeypatch.setattr(os, "fsync", wait_for_the_other)
    parts: tuple[Part, ...] = ("lexical", "vectors")
    folders = {part: builds.start(part, "1") for part in parts}
    threads = [threading.Thread(target=builds.serve, args=pair) for pair in folders.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {part: builds.serving(part) for part in parts} == folders


def test_threads_that_have_searched_keep_no_files_open(stocked: Library) -> None:
    stocked.search(QUESTION)
    before = len(os.listdir("/dev/fd"))
    for _ in range(20):
        thread = threading.Thread(target=stocked.search, args=(QUESTION,))
        thread.start()
        thread.join()
    assert len(os.listdir("/dev/fd")) < before + 10


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR | 1 << 8, sqlite3.SQLITE_BUSY])
def test_what_says_nothing_about_the_file_is_no_damage(stocked: Library, tmp_path: Path, code: int) -> None:
    before = serving(tmp_path)
    with pytest.raises(sqlite3.OperationalError), stocked._index.reading():
        raise says(code)
    stocked.refresh()
    assert (stocked.health().problem, serving(tmp_path)) == (None, before)


def test_who_only_reads_forgets_damage_that_the_owner_has_seen_to(stocked: Library, reader: Library) -> None:
    with reader._index.reading():
        raise sqlite3.DatabaseError("malformed")
    assert reader.health().state == "damaged"
    stocked.refresh()
    reader.refresh()
    assert reader.health().state == "ready"


def says(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("no")
    error.sqlite_errorcode = code
    return error


def test_another_tokeniser_builds_beside_the_old_index(
    stocked: Library, database: Database, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stocked.close()
    connection = sqlite3.connect(serving(tmp_path) / "lexical.sqlite")
    schema = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()[0].split(".")[0]
    connection.execute("UPDATE meta SET value = ? WHERE key = 'format'", (f"{schema}.older",))
    connection.commit()
    connection.close()

    again = Library(database, tmp_path / "index", clock=clock)
    assert files_found(again)[0] == "ja/料金.md"
    assert (again.health().state, [finding.code for finding in again.check()]) == ("building", ["index_outdated"])
    again.refresh()
    assert (again.health().state, again.check()) == ("ready", ())
    assert str(tokens.VERSION) in again.health().fingerprint
    again.close()


def test_the_check_names_what_is_not_as_on_record(stocked: Library, tmp_path: Path) -> None:
    connection = sqlite3.connect(serving(tmp_path) / "lexical.sqlite")
    connection.execute("DELETE FROM passage WHERE document_id = (SELECT id FROM document WHERE file = 'ja/料金.md')")
    connection.execute("INSERT INTO passage(chunk_id, document_id, text) VALUES ('stray', 'stray', 'x')")
    connection.commit()
    connection.close()

    findings = {finding.code: finding for finding in stocked.check()}
    assert findings["documents_missing"].examples == ("ja/料金.md",)
    assert findings["documents_extra"].count == 1
    assert set(findings) == {"documents_missing", "documents_extra", "vectors_missing", "vectors_extra"}
    stocked.rebuild()
    assert stocked.check() == ()


def test_a_deleted_lock_file_does_not_make_two_owners_for_long(
    stocked: Library, reader: Library, tmp_path: Path
) -> None:
    (tmp_path / "index" / "owner.lock").unlink()
    assert reader.refresh()
    assert not stocked.refresh()


def test_p4_a_document_is_found_from_its_first_day_to_its_last(
    library: Library, clock: FixedClock, tmp_path: Path
) -> None:
    text = "---\nvalid_from: 2026-11-25\nvalid_until: 2026-11-26\n---\nThe zeppelin campaign halves the price."
    (tmp_path / "campaign.md").write_text(text, "utf-8")
    library.add(tmp_path / "campaign.md")
    seen = []
    for _ in range(4):
        seen.append(files_found(library, "zeppelin campaign"))
        clock.advance(timedelta(days=1))
    assert seen == [[], ["campaign.md"], ["campaign.md"], []]


OWNER = """
import sys
from pathlib import Path
from app.core.db import Database
from app.knowledge.editing import Editing
from app.knowledge.library import Library
library = Library(Database(sys.argv[1]), Path(sys.argv[2]))
print("open", flush=True)
while True:
    library.rebuild()
"""


def kill_in_the_middle_of_rebuilds(tmp_path: Path, *, times: int) -> None:
    """Run rebuilds in a process that is killed, and look after each time at what is left."""
    url = f"sqlite:///{tmp_path / 'own.db'}"
    database = Database(url)
    Base.metadata.create_all(database.engine)
    (tmp_path / "many").mkdir()
    for number in range(60):
        (tmp_path / f"many/{number}.md").write_text(f"機械{number}の点検は{number}日ごとです。", "utf-8")
    with_files = Library(database, tmp_path / "index")
    with_files.add(tmp_path / "many")
    with_files.close()
    for turn in range(times):
        owner = subprocess.Popen([sys.executable, "-c", OWNER, url, str(tmp_path / "index")], stdout=subprocess.PIPE)
        assert owner.stdout is not None
        owner.stdout.readline()
        reader = Library(database, tmp_path / "index")
        ends = time.monotonic() + 0.1 + (turn * 0.37) % 2.0
        while time.monotonic() < ends:
            assert reader.search("機械7の点検は何日ごとですか").passages, "the old index serves until the new one does"
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        owner.stdout.close()
        assert reader.refresh()
        assert (reader.health().state, reader.check()) == ("ready", ())
        reader.close()
    database.close()


def test_a_kill_in_the_middle_of_a_rebuild_leaves_an_index_that_serves(tmp_path: Path) -> None:
    kill_in_the_middle_of_rebuilds(tmp_path, times=2)


@pytest.mark.torture
def test_kills_in_the_middle_of_many_rebuilds(tmp_path: Path) -> None:
    kill_in_the_middle_of_rebuilds(tmp_path, times=200)


def wait_for(condition: Callable[[], bool], *, seconds: float = 30) -> None:
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends, "it did not come"
