"""`sokuo knowledge add`, `search`, `ask` as scripts use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli.knowledge import app

ROW_KEYS = {"file", "title", "url", "lang", "score", "passage"}


@pytest.fixture
def runner(tmp_path: Path) -> CliRunner:
    return CliRunner(env={"SOKUO_DATA_DIR": str(tmp_path / "data")})


def rows(runner: CliRunner, command: str, lines: str) -> list[dict[str, Any]]:
    ran = runner.invoke(app, [command, "--jsonl"], input=lines)
    assert ran.exit_code == 0, ran.output
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_documents_are_added_listed_searched_and_asked_on_the_command_line(runner: CliRunner, files: Path) -> None:
    (files / "broken.pdf").write_bytes(b"%PDF")
    added = runner.invoke(app, ["add", str(files)])
    assert added.exit_code == 0
    assert added.stdout.splitlines() == ["5 added, 0 updated, 0 unchanged, 1 failed"]
    assert "broken.pdf: knowledge_file_damaged" in added.stderr

    listed = json.loads(runner.invoke(app, ["list", "--json"]).stdout)
    assert [document["file"] for document in listed][-1] == "ja/料金.md"

    found = json.loads(runner.invoke(app, ["search", "月額料金はいくらですか", "-k", "2", "--json"]).stdout)
    assert (found["id"], found["verdict"], found["question_lang"]) == (None, "answer", "ja")
    assert set(found["results"][0]) == ROW_KEYS
    assert found["results"][0]["file"] == "ja/料金.md"

    asked = rows(
        runner,
        "ask",
        '{"id": "a", "text": "月額料金はいくらですか"}\n\n{"id": 2, "text": "明日の大阪の天気は？", "lang": "ja"}\n',
    )
    assert [(row["id"], row["verdict"]) for row in asked] == [("a", "answer"), (2, "unknown")]
    assert "98,000円" in asked[0]["answer"]
    assert asked[0]["citations"][0]["n"] == 1
    assert set(asked[0]["citations"][0]) > ROW_KEYS
    assert (asked[1]["answer"], asked[1]["citations"]) == ("", [])


def test_a_folder_without_a_usable_file_ends_with_an_error_code(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "only.docx").write_bytes(b"PK")
    ran = runner.invoke(app, ["add", str(tmp_path / "only.docx")])
    assert (ran.exit_code, ran.stderr.split(":")[:2]) == (1, ["only.docx", " knowledge_file_damaged"])


def test_a_bad_row_is_answered_with_a_code_and_the_batch_goes_on(runner: CliRunner, files: Path) -> None:
    runner.invoke(app, ["add", str(files)])
    bad = ["no json", "[]", '{"id": "b"}', '{"id": "c", "text": "?", "lang": "fr"}']
    answered = rows(runner, "search", "\n".join([*bad, '{"id": "d", "text": "違約金"}']))
    assert [(row["id"], row.get("error")) for row in answered] == [
        (None, "row_invalid"),
        (None, "row_invalid"),
        ("b", "row_invalid"),
        ("c", "lang_unknown"),
        ("d", None),
    ]
    assert answered[2]["message"].startswith("line 3: ")
    assert answered[-1]["results"][0]["file"] == "ja/料金.md"


def test_a_person_is_told_which_language_a_source_is_in_when_it_is_not_the_question_s(
    runner: CliRunner, files: Path
) -> None:
    runner.invoke(app, ["add", str(files)])
    found = runner.invoke(app, ["search", "保存期間は何か月ですか"]).stdout
    assert "en/security.md · https://minato.example/security · in English" in found
    assert "in English" not in runner.invoke(app, ["search", "What is the retention period?"]).stdout


def test_a_person_is_told_that_the_documents_do_not_say(runner: CliRunner, files: Path) -> None:
    runner.invoke(app, ["add", str(files)])
    assert "the documents do not say" in runner.invoke(app, ["ask", "明日の大阪の天気は？"]).stdout
    assert "the documents do not say" not in runner.invoke(app, ["ask", "月額料金はいくらですか"]).stdout


def test_a_search_is_narrowed_to_a_kind_and_an_industry(runner: CliRunner, files: Path) -> None:
    runner.invoke(app, ["add", str(files)])

    def found(*options: str) -> set[str]:
        ran = runner.invoke(app, ["search", "停止が減った会社はありますか", "--json", *options])
        return {result["file"] for result in json.loads(ran.stdout)["results"]}

    assert found("--kind", "事例") == {"ja/事例-食品.md", "ja/事例-製紙.md"}
    assert found("--kind", "case", "--industry", "食品") == {"ja/事例-食品.md"}
