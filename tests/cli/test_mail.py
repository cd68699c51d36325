"""`sokuo mail inspect` shows what would be read and done, for any file."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from app.cli.mail import app
from tests.channels.mails import FOLDER

KEYS = ["file", "class", "may_answer", "dead_address", "reasons", "visible_reply", "subject", "from", "lang", "thread"]


def inspected(*files: Path) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, ["inspect", "--json", *map(str, files)])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_file_is_one_row(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.eml"
    bomb.write_bytes(b"X: " + b"a" * 300_000)
    human, dsn, unreadable = inspected(FOLDER / "gmail_reply_ja.eml", FOLDER / "postfix_dsn.eml", bomb)
    assert list(human) == list(unreadable) == [*KEYS, "attachments"]
    assert (human["class"], human["may_answer"], human["from"], human["lang"]) == (
        "human",
        True,
        "mori@aoba-denki.example",
        "ja",
    )
    assert (dsn["class"], dsn["dead_address"]) == ("bounce", True)
    assert (unreadable["class"], unreadable["reasons"]) == ("reject", ["headers_too_long"])


def test_a_person_gets_a_line_per_file() -> None:
    result = CliRunner().invoke(app, ["inspect", str(FOLDER / "exchange_away_ja.eml")])
    assert "auto_reply, no answer (subject)" in result.stdout
