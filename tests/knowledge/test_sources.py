"""Watched folders and pages of the company's site: documents follow them, and nothing is lost when they fail."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Invalid, NotFound
from app.knowledge.folder import Folder
from app.knowledge.library import Library
from tests import tls_server
from tests.knowledge.conftest import Disk
from tests.tls_server import HOST, TlsServer

PAGE = f"https://{HOST}/prices"
HTML = "<html><head><title>Prices</title></head><body><p>The zeppelin costs {} dollars.</p><!-- {} --></body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    with tls_server.running(tmp_path) as running:
        yield running


@pytest.fixture
def online(database: Database, clock: FixedClock, tmp_path: Path, server: TlsServer) -> Iterator[Library]:
    made = Library(database, tmp_path / "index", clock=clock, fetch_hosts=["minato.example"], net=server.net())
    yield made
    made.close()


def found(library: Library, query: str = "zeppelin dollars") -> list[str]:
    return [passage.text for passage in library.search(query).passages]


def status(library: Library) -> dict[str, str]:
    return {document.file: document.status for document in library.list()}


def failures(library: Library) -> dict[str, str]:
    return {Path(failure.file).name: failure.code for source in library.sources() for failure in source.failures}


def test_new_changed_and_removed_files_are_followed(library: Library, folder: Path, disk: Disk) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    assert library.watch(folder).added == ("a.md",)
    gone = disk.write("en/b.md", "The balloon costs 300 dollars.")
    library.poll_sources()
    assert found(library, "balloon") == ["The balloon costs 300 dollars."]

    disk.write("a.md", "The zeppelin costs 1000 dollars.")
    gone.unlink()
    library.poll_sources()

    assert found(library) == ["The zeppelin costs 1000 dollars."]
    assert status(library) == {"a.md": "approved", "en/b.md": "withdrawn"}
    assert [(one.kind, one.location, one.documents) for one in library.sources()] == [("folder", str(folder), 1)]
    disk.write("en/b.md", "The balloon costs 300 dollars.")
    library.poll_sources()
    assert status(library)["en/b.md"] == "approved"


def test_what_was_removed_while_nobody_looked_is_withdrawn_later(
    library: Library, database: Database, clock: FixedClock, folder: Path, disk: Disk, tmp_path: Path
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    disk.write("b.md", "The balloon costs 300 dollars.")
    library.watch(folder)
    library.close()
    (folder / "a.md").unlink()

    again = Library(database, tmp_path / "index", clock=clock)
    again.poll_sources()
    assert status(again) == {"a.md": "withdrawn", "b.md": "approved"}
    again.close()


@pytest.mark.parametrize("act", ["missing", "empty", "a file"])
def test_a_folder_that_vanishes_withdraws_nothing_and_is_shown(
    library: Library, folder: Path, disk: Disk, act: str, tmp_path: Path
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    library.watch(folder)
    kept = folder.rename(tmp_path / "unmounted")
    if act == "empty":
        folder.mkdir()
    elif act == "a file":
        folder.write_text("no folder")

    for _ in range(2):
        library.poll_sources()
        assert found(library) == ["The zeppelin costs 900 dollars."]
        code = "knowledge_folder_empty" if act == "empty" else "knowledge_folder_missing"
        assert failures(library) == {"watched": code}

    folder.unlink() if act == "a file" else act == "empty" and folder.rmdir()
    kept.rename(folder)
    library.poll_sources()
    assert failures(library) == {}
    assert status(library) == {"a.md": "approved"}


def test_a_file_that_is_being_written_waits_until_it_is_at_rest(
    library: Library, folder: Path, disk: Disk, clock: FixedClock
) -> None:
    disk.write("old.md", "The balloon costs 300 dollars.")
    library.watch(folder)
    disk.write("new.md", "The zeppelin costs", ago=timedelta(0))
    library.poll_sources()
    clock.advance(timedelta(seconds=0.5))
    disk.write("new.md", "The zeppelin costs 900 dollars.", ago=timedelta(0))
    library.poll_sources()
    assert "new.md" not in status(library)

    library.poll_sources()
    assert found(library, "zeppelin") == ["The zeppelin costs 900 dollars."]


def test_the_head_beside_a_document_is_a_part_of_it(folder: Path, disk: Disk, clock: FixedClock) -> None:
    now_ns = int(clock.now().timestamp()) * 1_000_000_000
    watched = Folder(folder)
    for name in ("prices.pdf", "prices.pdf.yaml", "other.md"):
        disk.write(name, "x")
    assert watched.look(now_ns=now_ns) == (["other.md", "prices.pdf"], True)
    watched.incoming(list(watched.seen))
    assert watched.look(now_ns=now_ns) == ([], False)

    disk.write("prices.pdf.yaml", "title: Prices")
    assert watched.look(now_ns=now_ns) == (["prices.pdf"], False)


def test_a_broken_file_is_shown_until_it_is_mended_and_keeps_its_last_version(
    library: Library, folder: Path, disk: Disk
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    disk.write("b.md", "The balloon costs 300 dollars.")
    disk.write("c.bin", "what is this")
    assert [failure.file for failure in library.watch(folder).failed] == ["c.bin"]
    disk.write("a.md", "---\ntitle: [unclosed\n---\nNo more zeppelins, no more dollars.")
    library.poll_sources()

    assert failures(library) == {"a.md": "knowledge_front_matter_invalid", "c.bin": "knowledge_file_type"}
    assert found(library, "zeppelin") == ["The zeppelin costs 900 dollars."]
    disk.write("a.md", "The zeppelin costs 100 dollars.")
    (folder / "c.bin").unlink()
    library.poll_sources()
    assert failures(library) == {}
    assert found(library, "zeppelin") == ["The zeppelin costs 100 dollars."]


def test_a_name_that_another_source_has_is_refused_and_overwrites_nothing(
    library: Library, folder: Path, disk: Disk, clock: FixedClock, tmp_path: Path
) -> None:
    disk.write("price.md", "The zeppelin costs 900 dollars.")
    other = Disk(tmp_path / "other", clock)
    other.write("price.md", "The zeppelin costs 1 dollar.")
    other.write("console/x.md", "The zeppelin costs 2 dollars.")
    library.watch(folder)

    for report in (library.watch(other.folder), library.add(other.folder)):
        assert {failure.file: failure.code for failure in report.failed} == {
            "price.md": "knowledge_file_taken",
            "console/x.md": "knowledge_file_taken",
        }
    assert found(library) == ["The zeppelin costs 900 dollars."]

    disk.write("another.md", "Nothing.")
    (folder / "price.md").unlink()
    library.poll_sources()
    clock.advance(timedelta(minutes=2))
    library.poll_sources()
    assert found(library) == ["The zeppelin costs 1 dollar."]


def test_a_folder_that_was_added_before_it_is_watched_keeps_its_documents(
    library: Library, folder: Path, disk: Disk
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    disk.write("b.md", "The balloon costs 300 dollars.")
    library.add(folder)
    assert library.watch(folder).unchanged == ("a.md", "b.md")
    assert library.add(folder).unchanged == ("a.md", "b.md")
    (folder / "b.md").unlink()
    library.add(folder)
    assert status(library)["b.md"] == "approved"
    library.poll_sources()
    assert status(library)["b.md"] == "withdrawn"


def test_a_folder_that_is_watched_no_longer_keeps_its_documents(library: Library, folder: Path, disk: Disk) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    library.watch(folder)
    library.unwatch(str(folder))
    (folder / "a.md").unlink()
    library.poll_sources()

    assert library.sources() == ()
    assert status(library) == {"a.md": "approved"}
    with pytest.raises(NotFound):
        library.unwatch(str(folder))


def test_p4_a_document_withdrawn_by_a_person_is_not_brought_back_by_its_file(
    library: Library, folder: Path, disk: Disk
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    disk.write("b.md", "The balloon costs 300 dollars.")
    library.watch(folder)
    library.withdraw("a.md")
    (folder / "a.md").unlink()
    library.poll_sources()
    disk.write("a.md", "The zeppelin costs 950 dollars.")
    library.poll_sources()
    assert status(library)["a.md"] == "withdrawn"


def test_what_cannot_be_watched_is_an_error_with_a_code(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as missing:
        library.watch(tmp_path / "nowhere")
    assert missing.value.code == "knowledge_path_missing"
    (tmp_path / "file.md").write_text("x")
    with pytest.raises(Invalid) as no_folder:
        library.watch(tmp_path / "file.md")
    assert no_folder.value.code == "knowledge_source_not_a_folder"


def test_only_the_process_that_owns_the_index_polls(
    library: Library, database: Database, clock: FixedClock, folder: Path, disk: Disk, tmp_path: Path
) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    library.watch(folder)
    disk.write("b.md", "The balloon costs 300 dollars.")
    other = Library(database, tmp_path / "index", clock=clock)
    assert not other.poll_sources()
    assert "b.md" not in status(other)
    other.close()


def test_a_warm_library_follows_its_sources(library: Library, folder: Path, disk: Disk) -> None:
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    library.watch(folder)
    disk.write("b.md", "The balloon costs 300 dollars.")
    library.warm()
    library.close()
    assert status(library) == {"a.md": "approved", "b.md": "approved"}


def test_two_machines_that_take_the_same_file_store_it_once(
    any_database: Database, clock: FixedClock, folder: Path, disk: Disk, tmp_path: Path
) -> None:
    machines = [Library(any_database, tmp_path / name, clock=clock) for name in ("one", "other")]
    disk.write("a.md", "The zeppelin costs 900 dollars.")
    machines[0].watch(folder)
    for n in (1, 2, 30):
        disk.write(f"{n % 2}.md", f"Balloon number {n}.")
        pollers = [threading.Thread(target=machine.poll_sources) for machine in machines]
        for poller in pollers:
            poller.start()
        for poller in pollers:
            poller.join()
    assert {document.file: document.version for document in machines[0].list()} == {"0.md": 2, "1.md": 1, "a.md": 1}
    assert machines[1].sources()[0].failures == ()
    for machine in machines:
        machine.close()


def test_a_page_is_fetched_once_a_day_and_what_changes_around_its_words_is_no_version(
    online: Library, server: TlsServer, clock: FixedClock
) -> None:
    server.answers(HTML.format(900, "token 1").encode())
    assert online.add_url(f"{PAGE}#top").added == (PAGE,)
    [passage] = online.search("zeppelin").passages
    assert (passage.file, passage.url, passage.title) == (PAGE, PAGE, "Prices")

    server.answers(HTML.format(900, "token 2").encode())
    online.poll_sources()
    clock.advance(timedelta(days=1))
    online.poll_sources()
    assert len(server.requests) == 2
    assert online.list()[0].version == 1

    server.answers(HTML.format(950, "token 3").encode())
    clock.advance(timedelta(days=1))
    online.poll_sources()
    assert found(online, "zeppelin") == ["The zeppelin costs 950 dollars."]
    assert online.list()[0].version == 2


def test_a_page_that_does_not_come_keeps_its_last_version_and_is_shown(online: Library, server: TlsServer) -> None:
    server.answers(HTML.format(900, "").encode())
    online.add_url(PAGE)
    server.answers(b"", status="503 Service Unavailable")

    assert [failure.code for failure in online.refresh_urls().failed] == ["fetch_status"]
    assert failures(online) == {"prices": "fetch_status"}
    assert found(online, "zeppelin") == ["The zeppelin costs 900 dollars."]
    server.answers(HTML.format(900, "").encode())
    assert online.refresh_urls().unchanged == (PAGE,)
    assert failures(online) == {}


def test_a_page_that_cannot_be_had_is_reported_and_not_noted(online: Library, server: TlsServer) -> None:
    server.answers(b"<html><body></body></html>")
    urls = ("http://x.example/", "https://evil.example/", PAGE, PAGE + "a" * 1000)
    codes = [online.add_url(url).failed[0].code for url in urls]
    assert codes == ["fetch_url_invalid", "fetch_host_not_allowed", "knowledge_file_damaged", "knowledge_name_too_long"]
    assert online.sources() == ()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("text/html; charset=EUC-JP", "<title>料金</title><p>飛行船の料金は900円です。</p>".encode("euc-jp")),
        ("text/html; charset=nonsense", "<title>料金</title><p>飛行船の料金は900円です。</p>".encode()),
        ("text/plain; charset=utf-8", "飛行船の料金は900円です。".encode()),
        ("text/markdown", "---\ntitle: 料金\nkind: pricing\n---\n飛行船の料金は900円です。".encode()),
    ],
)
def test_pages_of_every_kind_and_charset_are_read(online: Library, server: TlsServer, head: str, body: bytes) -> None:
    server.answers(body, head=f"Content-Type: {head}")
    assert online.add_url(PAGE).failed == ()
    assert found(online, "飛行船の料金") == ["飛行船の料金は900円です。"]
