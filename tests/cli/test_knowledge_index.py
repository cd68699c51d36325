"""`sokuo knowledge rebuild`, `check`, `calibrate`, `missing`, and sources that are followed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from app.cli.knowledge import app
from app.cli.open import open_database, open_library
from app.core.clock import FixedClock
from app.core.errors import NotFound
from app.models.calibration import Calibration
from tests.knowledge.conftest import FILES
from tests.knowledge.test_missing import Asked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the documents, none of which is taken in yet."""
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path / "data"))
    for name, text in FILES.items():
        (tmp_path / "documents" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "documents" / name).write_text(text, "utf-8")
    return tmp_path / "documents"


def told(*words: str, exit_code: int = 0) -> Any:
    ran = CliRunner().invoke(app, [*words, "--json"])
    assert ran.exit_code == exit_code, ran.output
    return json.loads(ran.stdout)


def test_a_damaged_index_is_found_and_built_anew(folder: Path, tmp_path: Path) -> None:
    told("add", str(folder))
    assert told("check") == {"health": told("rebuild")["health"], "findings": [], "sources": []}
    for file in (tmp_path / "data" / "knowledge").glob("lexical-*/lexical.sqlite"):
        file.write_bytes(b"no database")
    (finding,) = told("check", exit_code=1)["findings"]
    assert (finding["code"], finding["remedy"]) == ("index_damaged", "rebuild")
    assert "sokuo knowledge rebuild" in CliRunner().invoke(app, ["check"]).stdout
    assert told("rebuild")["health"]["documents"] == len(FILES)
    assert told("check")["findings"] == []


def test_while_a_server_keeps_the_index_documents_are_added_and_its_index_is_read(folder: Path) -> None:
    with open_library() as server:
        assert server.refresh()
        ran = CliRunner().invoke(app, ["add", str(folder)])
        assert ran.stdout.splitlines()[1:] == ["the running server takes it into its index"]
        assert {finding["code"] for finding in told("rebuild", exit_code=1)["findings"]} >= {"documents_missing"}
        before = CliRunner().invoke(app, ["ask", "月額料金はいくらですか"])
        assert before.stdout.startswith("unknown")
        assert "knowledge_index_unavailable: index building: 0 documents" in before.stderr
        server.refresh()
        assert told("ask", "月額料金はいくらですか")["verdict"] == "answer"
        assert told("rebuild")["rebuilt"] is False


def test_a_folder_is_followed_until_it_is_unwatched(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF")
    told("add", str(folder), "--watch")
    (source,) = told("sources")
    assert (source["kind"], source["location"], source["documents"]) == ("folder", str(folder.resolve()), len(FILES))
    assert told("check", exit_code=1)["sources"][0]["file"] == "broken.pdf"
    told("unwatch", str(folder))
    assert told("sources") == []
    assert len(told("list")) == len(FILES)
    assert isinstance(CliRunner().invoke(app, ["unwatch", str(folder)]).exception, NotFound)


def test_calibration_shows_its_curve_and_saves_unless_it_runs_dry(folder: Path) -> None:
    told("add", str(folder))

    def saved() -> int | None:
        with open_database() as parts:
            return parts.database.read(lambda session: session.scalar(select(func.count()).select_from(Calibration)))

    dry = told("calibrate", "--dry-run")
    assert (dry["saved"], saved()) == (False, 0)
    ran = CliRunner().invoke(app, ["calibrate"])
    thresholds = f"answer from {dry['thresholds']['answer_from']:.3f}, maybe from {dry['thresholds']['maybe_from']:.3f}"
    assert ran.stdout.count(f"\n{dry['curve'][0]['threshold']:.2f}") == 1
    assert thresholds in ran.stdout
    assert "saved in the database" in ran.stdout
    assert saved() == 1


def test_what_nobody_could_answer_is_listed_by_what_is_asked_most_leads_first(folder: Path, clock: FixedClock) -> None:
    assert told("missing") == []
    with open_database() as parts:
        prospects = Asked(parts.database, parts.vault, clock)
        prospects.ask("田中", "海外の工場でも使えますか？")
        prospects.ask("Priya", "Is there an API?", lang="en", verdict="maybe")
        prospects.ask("小林", "海外の工場でも使えますか")
    groups = told("missing")
    assert [(group["leads"], group["lang"]) for group in groups] == [(2, "ja"), (1, "en")]
    assert groups[0]["questions"] == ["海外の工場でも使えますか", "海外の工場でも使えますか？"]
    lines = CliRunner().invoke(app, ["missing"]).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["Leads", "2", "1"]
