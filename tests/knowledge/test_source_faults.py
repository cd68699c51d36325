"""Folders that are followed while disks, databases and programs fail: the rest goes on, and nothing is lost."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Invalid, Unavailable
from app.knowledge.folder import Folder
from app.knowledge.intake import Incoming, Intake
from app.knowledge.library import Library
from app.knowledge.reading.source import parse
from app.retrieval.passages import Failure
from tests.knowledge.conftest import Disk
from tests.knowledge.test_sources import failures, found, status


def test_only_what_may_mend_itself_is_read_again_unchanged(folder: Path, disk: Disk, clock: FixedClock) -> None:
    names = [disk.write(name, "x").name for name in ("damaged.md", "taken.md", "unreadable.md")]
    watched = Folder(folder)
    watched.look(now_ns=0)
    watched.incoming(names)
    watched.note(names, [Failure(name, f"knowledge_file_{name.removesuffix('.md')}", "") for name in names])
    watched.forget_failed()
    assert watched.look(now_ns=0) == (["taken.md", "unreadable.md"], False)


def test_a_pipe_is_not_waited_for(library: Library, folder: Path, disk: Disk) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    os.mkfifo(folder / "pipe.md")
    assert library.watch(folder).added == ("a.md",)
    assert failures(library) == {"pipe.md": "knowledge_file_type"}


def test_a_folder_below_that_cannot_be_seen_withdraws_nothing_and_the_rest_is_followed(
    library: Library, folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md", "shut/c.md", "shut/d.md"):
        disk.write(name, f"The {name} costs 900 dollars.")
    library.watch(folder)
    real = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(path)

    with monkeypatch.context() as patched:
        patched.setattr("app.knowledge.folder.os.scandir", refuse)
        (folder / "b.md").unlink()
        library.poll_sources()
        assert status(library) == {
            "a.md": "approved",
            "b.md": "withdrawn",
            "shut/c.md": "approved",
            "shut/d.md": "approved",
        }
        assert failures(library) == {"shut": "knowledge_file_unreadable"}

    for name in ("c.md", "d.md"):
        (folder / "shut" / name).unlink()
    library.poll_sources()
    assert failures(library) == {}
    assert [name for name, known in status(library).items() if known == "approved"] == ["a.md"]


def test_a_folder_that_cannot_be_listed_is_refused_and_not_followed(
    library: Library, folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")

    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("app.knowledge.folder.os.scandir", refuse)
    for take_in in (library.watch, library.add):
        with pytest.raises(Invalid, match="Permission denied") as refused:
            take_in(folder)
        assert refused.value.code == "knowledge_file_unreadable"
    assert library.sources() == ()


def test_what_was_seen_while_the_database_was_busy_is_seen_again(
    library: Library, database: Database, folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    gone = disk.write("b.md", "The balloon costs 300 dollars.")
    library.watch(folder)

    def busy(write: object) -> None:
        raise Unavailable("database_busy")

    for act in (gone.unlink, lambda: disk.write("a.md", "The zeppelin costs 1000 dollars.")):
        act()
        with monkeypatch.context() as patched:
            patched.setattr(database, "write", busy)
            with pytest.raises(Unavailable):
                library.poll_sources()
        library.poll_sources()
    assert status(library) == {"a.md": "approved", "b.md": "withdrawn"}
    assert found(library, "zeppelin") == ["The zeppelin costs 1000 dollars."]


def test_fields_set_while_the_file_is_read_are_kept(library: Library, database: Database, clock: FixedClock) -> None:
    def incoming(text: str, meanwhile: Callable[[], object]) -> Incoming:
        return Incoming("a.md", lambda: text.encode(), lambda raw: (meanwhile(), parse("a.md", raw))[1])

    intake = Intake(database, clock=clock)
    intake.take([incoming("The zeppelin costs 900 dollars.", lambda: None)])
    set_fields = partial(library.set_fields, "a.md", {"title": "Airships"}, by="me")
    assert intake.take([incoming("The zeppelin costs 1000 dollars.", set_fields)]).updated == ("a.md",)

    shown = library.show("a.md")
    assert (shown.document.title, shown.versions[0].console) == ("Airships", {"title": "Airships"})
    assert shown.passages[0].text == "The zeppelin costs 1000 dollars."


def test_names_that_are_no_utf_8_are_followed_but_not_as_the_folder_itself(
    library: Library, folder: Path, disk: Disk
) -> None:
    disk.write("below/" + os.fsdecode(b"caf\xe9.md"), "The zeppelin costs 900 dollars.")
    assert library.watch(folder).added == ("below/caf\ufffd.md",)
    with pytest.raises(Invalid) as unnamed:
        library.watch(folder.rename(folder.with_name(os.fsdecode(b"caf\xe9"))))
    assert unnamed.value.code == "knowledge_source_unnamed"


class SlowClock(FixedClock):
    """Takes a second, from each look at its monotonic hand to the next, unless it stumbles."""

    stumbles = 0

    def monotonic(self) -> float:
        if self.stumbles:
            self.stumbles -= 1
            raise KeyError("unforeseen")
        self._ticks += 1
        return self._ticks


@pytest.fixture
def slow(clock: FixedClock) -> SlowClock:
    return SlowClock(clock.now())


def test_a_folder_that_is_slow_to_look_at_is_left_alone_for_long(
    database: Database, slow: SlowClock, folder: Path, tmp_path: Path
) -> None:
    library = Library(database, tmp_path / "index", clock=slow)
    disk = Disk(folder, slow)
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    library.watch(folder)
    library.poll_sources()
    disk.write("b.md", "The balloon costs 300 dollars.")
    library.poll_sources()
    assert "b.md" not in status(library)
    slow.advance(timedelta(seconds=20))
    library.poll_sources()
    assert "b.md" in status(library)
    library.close()


def test_following_goes_on_after_a_fault_nobody_foresaw(
    database: Database, slow: SlowClock, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.knowledge.library.POLL_EVERY_S", 0.01)
    library = Library(database, tmp_path / "index", clock=slow)
    disk = Disk(folder, slow)
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    library.watch(folder)
    disk.write("b.md", "The balloon costs 300 dollars.")
    slow.stumbles = 1
    library.warm()
    for _ in range(500):
        if "b.md" in status(library):
            break
        threading.Event().wait(0.02)
    library.close()
    assert not slow.stumbles
    assert "b.md" in status(library)
