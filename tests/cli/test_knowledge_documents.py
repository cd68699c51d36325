"""`sokuo knowledge list`, `show`, `approve`, `withdraw`, `restore`, and fields given to `add`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from app.cli.knowledge import app
from app.core.errors import AppError

TITLE = "北斗精機工業株式会社様：巡回点検を月64時間から18時間に減らし、夜間の呼び出しもなくなりました"
DRAFT = "---\ntitle: 春のキャンペーン\napproved_by:\n---\n\n春のキャンペーンでは12%お引きします。\n"


@pytest.fixture
def runner(tmp_path: Path) -> CliRunner:
    return CliRunner(env={"SOKUO_DATA_DIR": str(tmp_path / "data"), "COLUMNS": "80"})


def written(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def told(runner: CliRunner, *words: str) -> Any:
    ran = runner.invoke(app, [*words, "--json"])
    assert ran.exit_code == 0, ran.output
    return json.loads(ran.stdout)


def code(ran: Result) -> str:
    assert isinstance(ran.exception, AppError), ran.output
    return ran.exception.code


def test_fields_are_given_to_a_single_document_and_the_same_ones_twice_change_nothing(
    runner: CliRunner, tmp_path: Path
) -> None:
    case = written(tmp_path / "case.md", "巡回点検が月18時間になりました。\n")
    words = ["add", case, "--title", "導入事例", "--kind", "事例", "--industry", "食品", "--industry", "製紙"]
    words += ["--approved-by", "小林 玲子", "--valid-until", "2040/3/31", "--figure", "月64時間から18時間に"]
    assert told(runner, *words)["added"] == ["case.md"]
    shown = told(runner, "show", "case.md")
    document, head = shown["document"], shown["versions"][0]["head"]
    assert (document["title"], document["kind"], document["status"]) == ("導入事例", "case", "approved")
    assert (document["approved_by"], document["valid_until"]) == ("小林 玲子", "2040-03-31")
    assert (head["industry"], head["figures"]) == (["食品", "製紙"], ["月64時間から18時間に"])

    assert told(runner, *words)["unchanged"] == ["case.md"]
    assert told(runner, "show", "case.md") == shown


def test_nothing_is_taken_in_with_a_field_that_cannot_be(runner: CliRunner, tmp_path: Path) -> None:
    file = written(tmp_path / "prices" / "prices.md", "月額料金は98,000円です。\n")
    assert code(runner.invoke(app, ["add", file, "--valid-until", "soon"])) == "knowledge_front_matter_invalid"
    assert code(runner.invoke(app, ["add", str(tmp_path / "prices"), "--title", "x"])) == "knowledge_fields_of_many"
    assert told(runner, "list") == []


def test_a_draft_is_approved_a_document_withdrawn_and_restored(runner: CliRunner, tmp_path: Path) -> None:
    runner.invoke(app, ["add", written(tmp_path / "spring.md", DRAFT)])

    def state() -> tuple[str, str | None, str]:
        (document,) = told(runner, "list")
        return document["status"], document["approved_by"], told(runner, "search", "春のキャンペーン")["verdict"]

    assert state() == ("draft", None, "unknown")
    assert told(runner, "approve", "spring.md", "--by", "佐藤")["state"] == "live"
    assert state() == ("approved", "佐藤", "answer")
    told(runner, "approve", "spring.md", "--by", "田村")
    assert state() == ("approved", "田村", "answer")
    assert told(runner, "withdraw", "spring.md") == {"file": "spring.md", "status": "withdrawn"}
    assert state() == ("withdrawn", "田村", "unknown")
    assert told(runner, "list", "--status", "approved") == []
    told(runner, "restore", "spring.md", "--by", "森")
    assert state() == ("approved", "森", "answer")


def test_a_document_is_named_by_its_end_as_long_as_only_one_ends_so(runner: CliRunner, tmp_path: Path) -> None:
    written(tmp_path / "documents" / "ja" / "price.md", "料金\n")
    written(tmp_path / "documents" / "en" / "price.md", "Prices\n")
    written(tmp_path / "documents" / "en" / "terms.md", "Terms\n")
    runner.invoke(app, ["add", str(tmp_path / "documents")])
    assert told(runner, "show", "terms.md")["document"]["file"] == "en/terms.md"
    assert code(runner.invoke(app, ["show", "price.md"])) == "knowledge_document_ambiguous"
    assert code(runner.invoke(app, ["withdraw", "rice.md"])) == "knowledge_document_unknown"


def test_a_table_fits_the_terminal_and_is_one_line_a_document_elsewhere(runner: CliRunner, tmp_path: Path) -> None:
    name = "customers-and-their-stories-hokuto-seiki.md"
    runner.invoke(app, ["add", written(tmp_path / name, f"---\ntitle: {TITLE}\n---\n巡回点検の[bold]事例です。\n")])
    drawn = runner.invoke(app, ["list"], env={"FORCE_COLOR": "1"}).stdout.splitlines()
    assert len(drawn) > 3
    assert max(map(cell_len, drawn)) <= 80
    head, line = runner.invoke(app, ["list"]).stdout.splitlines()
    assert (head.split()[0], TITLE in line) == ("Status", True)
    assert "[bold]事例" in runner.invoke(app, ["show", name]).stdout


def test_a_name_cannot_command_the_terminal(runner: CliRunner, tmp_path: Path) -> None:
    ran = runner.invoke(app, ["add", written(tmp_path / "evil\x1b[31m.png", "x")])
    assert "evil [31m.png: knowledge_file_type" in ran.stderr
