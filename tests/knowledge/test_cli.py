"""`sokuo knowledge` as scripts use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli.knowledge import app

ROW_KEYS = {"file", "title", "url", "lang", "score", "passage"}


@pytest.fixture
def runner(tmp_path: Path) -> CliRunner:
    return CliRunner(env={"SOKUO_DATA_DIR": str(tmp_path / "data")})


def test_documents_are_added_listed_searched_and_asked_on_the_command_line(runner: CliRunner, files: Path) -> None:
    (files / "broken.pdf").write_bytes(b"%PDF")
    added = runner.invoke(app, ["add", str(files)])
    assert added.exit_code == 0
    assert added.stdout.splitlines() == ["5 added, 0 updated, 0 unchanged"]
    assert "broken.pdf: knowledge_file_type" in added.stderr

    listed = json.loads(runner.invoke(app, ["list", "--json"]).stdout)
    assert [document["file"] for document in listed][-1] == "ja/料金.md"

    found = json.loads(runner.invoke(app, ["search", "月額料金はいくらですか", "-k", "2", "--json"]).stdout)
    assert (found["id"], found["verdict"]) == (None, "answer")
    assert set(found["results"][0]) == ROW_KEYS
    assert found["results"][0]["file"] == "ja/料金.md"

    rows = '{"id": "a", "text": "月額料金はいくらですか"}\n\n{"id": 2, "text": "明日の大阪の天気は？", "lang": "ja"}\n'
    asked = [json.loads(line) for line in runner.invoke(app, ["ask", "--jsonl"], input=rows).stdout.splitlines()]
    assert [(row["id"], row["verdict"]) for row in asked] == [("a", "answer"), (2, "unknown")]
    assert "98,000円" in asked[0]["answer"]
    assert asked[0]["citations"][0]["n"] == 1
    assert (asked[1]["answer"], asked[1]["citations"]) == ("", [])


def test_a_folder_without_a_usable_file_ends_with_an_error_code(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "only.docx").write_bytes(b"PK")
    ran = runner.invoke(app, ["add", str(tmp_path / "only.docx")])
    assert (ran.exit_code, ran.stderr.split(":")[:2]) == (1, ["only.docx", " knowledge_file_type"])
