"""`sokuo admin link` adds the people who work here."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.cli.main import run
from app.cli.open import open_parts
from app.models import Person


def test_a_rep_from_the_command_line_may_get_leads_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        run(["admin", "link", "hanako@minamo.example", "--name", "佐藤 花子", "--role", "rep"])
    assert ended.value.code == 0
    assert "/login/link/sln_" in capsys.readouterr().out
    with open_parts() as parts:
        person = parts.database.read(lambda session: session.scalars(select(Person)).one())
    assert (person.name, person.role, sorted(person.langs)) == ("佐藤 花子", "rep", ["en", "ja"])
    assert person.team_id is not None
