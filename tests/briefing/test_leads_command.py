"""`sokuo leads` and `sokuo briefing` on a real data folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from app.briefing.card import LIMIT
from app.cli.main import cli, run
from app.cli.open import open_database
from app.core.clock import SystemClock
from tests.briefing.sample import Story, tanaka

RUNNER = CliRunner()


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path))
    with open_database() as parts:
        yield tanaka(parts.database, parts.vault, now=SystemClock().now())


def out(*arguments: str) -> str:
    result = RUNNER.invoke(cli, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_leads_are_listed_and_shown_as_json(story: Story) -> None:
    (row,) = orjson.loads(out("leads", "list", "--json"))
    assert (row["id"], row["band"], row["name"]) == (str(story.lead_id), "hot", "田中 美咲")
    shown = orjson.loads(out("leads", "show", str(story.lead_id), "--json"))
    assert shown["email"] == "m.tanaka@kitagawa.example"
    assert {slot["slot"] for slot in shown["slots"]} >= {"challenge", "timing", "authority"}
    assert len(shown["messages"]) == 4


def test_the_end_of_an_id_is_enough(story: Story) -> None:
    assert str(story.lead_id) in out("leads", "show", str(story.lead_id)[-8:])


@pytest.mark.parametrize(("lang", "label"), [("ja", "なぜ今："), ("en", "Why now: ")])
def test_the_briefing_is_printed(story: Story, lang: str, label: str) -> None:
    assert label in out("briefing", str(story.lead_id), "--lang", lang)
    made = orjson.loads(out("briefing", str(story.lead_id), "--lang", lang, "--json"))
    assert made["size"] <= LIMIT[lang]
    assert made["above"][0]["lines"][0]["text"] == "北川精密工業株式会社"


@pytest.mark.parametrize(("lang", "label"), [("ja", "なぜ今："), ("en", "Why now: ")])
def test_the_briefing_is_in_the_installations_language_unless_another_is_asked_for(
    story: Story, monkeypatch: pytest.MonkeyPatch, lang: str, label: str
) -> None:
    monkeypatch.setenv("SOKUO_DEFAULT_LANG", lang)
    assert label in out("briefing", str(story.lead_id))


def test_an_unknown_lead_is_one_line_of_error(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["briefing", "nothing"])
    assert capsys.readouterr().err == "sokuo: lead_not_found: nothing\n"
