"""Taking documents in, and keeping what can be found true to what is on record."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import NotFound
from app.knowledge.library import Library


def files_found(library: Library, query: str) -> list[str]:
    return [passage.file for passage in library.search(query).passages]


def test_a_changed_file_is_found_by_its_new_words_and_no_longer_by_its_old_ones(stocked: Library, files: Path) -> None:
    (files / "ja/仕組み.md").write_text("# 温度の監視\n\n電流計で異常な発熱を検知します。", "utf-8")

    report = stocked.add(files)

    assert report.updated == ("ja/仕組み.md",)
    assert len(report.unchanged) == 4
    assert files_found(stocked, "発熱の検知")[0] == "ja/仕組み.md"
    assert "ja/仕組み.md" not in files_found(stocked, "モーターの軸受の振動")


def test_damaged_files_are_reported_and_the_others_taken_in(library: Library, files: Path) -> None:
    (files / "a.pdf").write_bytes(b"%PDF-1.4")
    (files / "b.md").write_bytes(b"\x00\xff\xfe\x81 broken")
    (files / "c.md").write_text("---\ntitle: [unclosed\n---\ntext", "utf-8")
    (files / "d.md").write_text("---\nvalid_untill: 2020-01-01\n---\nOld price.", "utf-8")
    (files / "e.md").write_text("---\nkind: novel\n---\ntext", "utf-8")
    (files / "f.txt").write_text("  \n", "utf-8")
    (files / "g.md").write_text('---\ncustomer: "a\\0b"\n---\ntext', "utf-8")

    report = library.add(files)

    assert len(report.added) == 5
    assert {failure.file: failure.code for failure in report.failed} == {
        "a.pdf": "knowledge_file_damaged",
        "b.md": "knowledge_file_damaged",
        "c.md": "knowledge_front_matter_invalid",
        "d.md": "knowledge_front_matter_invalid",
        "e.md": "knowledge_front_matter_invalid",
        "f.txt": "knowledge_file_damaged",
        "g.md": "knowledge_file_damaged",
    }


def test_a_path_that_does_not_exist_is_an_error_with_a_code(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as error:
        library.add(tmp_path / "nowhere")
    assert error.value.code == "knowledge_path_missing"


def test_p4_only_approved_and_valid_documents_are_found(library: Library, clock: FixedClock, tmp_path: Path) -> None:
    root = tmp_path / "papers"
    root.mkdir()
    (root / "draft.md").write_text("---\napproved_by:\n---\nThe zeppelin discount is 30 percent.", "utf-8")
    (root / "dated.md").write_text("---\nvalid_until: 2026-11-24\n---\nThe zeppelin price is 900 dollars.", "utf-8")
    (root / "plain.md").write_text("The zeppelin has two engines.", "utf-8")
    library.add(root)

    assert sorted(files_found(library, "zeppelin")) == ["dated.md", "plain.md"]
    clock.advance(timedelta(days=1))
    assert files_found(library, "zeppelin") == ["plain.md"]
    assert {document.file: (document.status, document.approved_by) for document in library.list()} == {
        "draft.md": ("draft", None),
        "dated.md": ("expired", "operator"),
        "plain.md": ("approved", "operator"),
    }


def test_one_process_owns_the_index_and_indexes_what_another_has_written(
    stocked: Library, database: Database, clock: FixedClock, files: Path, tmp_path: Path
) -> None:
    other = Library(database, tmp_path / "index", clock=clock)
    (files / "en/warranty.md").write_text("Every gateway has a warranty of five years.", "utf-8")

    assert other.add(files).added == ("en/warranty.md",)
    assert not other.refresh()
    assert "en/warranty.md" not in files_found(other, "gateway warranty")
    assert stocked.refresh()
    assert files_found(other, "gateway warranty") == ["en/warranty.md"]

    stocked.close()
    assert other.refresh()
    other.close()


def test_a_lost_or_broken_index_is_built_again_from_the_documents_of_record(
    stocked: Library, database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    before = stocked.search("月額料金はいくらですか")
    stocked.close()
    for path in (tmp_path / "index").glob("lexical.sqlite*"):
        path.unlink()
    (tmp_path / "index" / "lexical.sqlite").write_bytes(b"not a database at all" * 100)

    again = Library(database, tmp_path / "index", clock=clock)
    again.refresh()
    assert again.search("月額料金はいくらですか") == before
    assert again.rebuild()
    assert again.search("月額料金はいくらですか") == before
    again.close()


def test_search_goes_on_without_the_vector_store(stocked: Library, database: Database, tmp_path: Path) -> None:
    stocked.close()
    (tmp_path / "blocked").mkdir()
    (tmp_path / "blocked" / "chroma").write_text("a file where Chroma wants a folder")

    library = Library(database, tmp_path / "blocked")
    library.refresh()
    assert files_found(library, "月額料金")[0] == "ja/料金.md"
    library.close()


def test_warm_follows_the_documents_until_closed(stocked: Library, database: Database, tmp_path: Path) -> None:
    stocked.close()
    library = Library(database, tmp_path / "second")
    library.warm()
    library.close()
    assert files_found(library, "月額料金")[0] == "ja/料金.md"


def test_documents_may_be_added_and_asked_while_the_library_still_warms_up(library: Library, files: Path) -> None:
    library.warm()
    library.add(files)
    assert library.ask("月額料金はいくらですか").verdict == "answer"


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = (
        "import sys, app.knowledge.library, app.cli.knowledge\n"
        "print([m for m in ('chromadb', 'langchain_core', 'langchain_text_splitters', 'sudachipy', 'numpy')"
        " if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
