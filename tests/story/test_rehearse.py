"""Every scripted prospect against the whole program without a model, and the command that plays them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest
import yaml
from typer.testing import CliRunner, Result

from app.cli import rehearse
from app.cli.main import cli
from app.core.resources import folder
from app.core.settings import LlmSettings, Settings
from app.core.templating import load_texts
from app.lab.persona import PERSONAS, load_personas
from app.lab.sheet import Sheet
from app.lab.words import describe
from app.llm.fake import FakeModelServer
from app.understanding.understand import warm

EVERYBODY = {one.id: one for one in load_personas(PERSONAS)}
TEXTS = load_texts(folder("templates"))
Play = Callable[[str, LlmSettings], Sheet]


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """Return what plays a persona by name, against one company that all tests of a process share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOKUO_DATA_DIR", str(tmp_path_factory.mktemp("rehearse")))
        house = rehearse.demo_house()
        warm()
        with rehearse.stage(Settings.load()) as company:
            yield lambda name, llm: asyncio.run(rehearse.perform(EVERYBODY[name], company, house, llm=llm))


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_conversation_without_a_model_goes_as_it_should(name: str, play: Play) -> None:
    sheet = play(name, LlmSettings())
    assert [describe(fault, TEXTS, lang="en") for fault in sheet.faults] == []


def test_a_configured_model_is_rehearsed_as_well(play: Play) -> None:
    async def with_model() -> tuple[Sheet, int]:
        async with FakeModelServer() as server:
            llm = LlmSettings(base_url=server.base_url, model="fake")
            return await asyncio.to_thread(play, "ja-vague", llm), len(server.calls)

    sheet, calls = asyncio.run(with_model())
    assert calls > 0
    assert sheet.wrong("forbidden") == 0


RUDE = {
    "kind": "test",
    "about": {"ja": "必ず禁止に触れる人", "en": "Meets what is forbidden whatever is said"},
    "lang": "en",
    "now": "2026-11-24T10:00:00+09:00",
    "turns": [{"say": "How much is the Starter plan?"}],
    "expect": {"band": ["hot", "warm", "cold"], "never": "."},
}
PLAIN = {**RUDE, "expect": {"band": ["hot", "warm", "cold"], "cited": "pricing.md"}}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "personas").mkdir()
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(rehearse, "PERSONAS", tmp_path / "personas")
    return tmp_path / "data"


def ran(data: Path, script: object, *arguments: str) -> Result:
    (data.parent / "personas" / "en-price.yaml").write_text(yaml.safe_dump(script), "utf-8")
    return CliRunner().invoke(cli, ["rehearse", *arguments])


def test_the_command_ends_with_1_after_a_forbidden_act_keeps_the_run_and_compares_the_next(data: Path) -> None:
    rude = ran(data, RUDE, "--json")
    assert rude.exit_code == 1, rude.output
    first = orjson.loads(rude.stdout)
    assert (first["figures"]["forbidden"], first["since"], first["changes"]) == (1, None, [])
    assert [path.name for path in (data / "rehearse").iterdir()] == ["scripted.json"], "the stage is taken down"
    page = data / "sheet.html"
    plain = ran(data, PLAIN, "--lang", "en", "--html", str(page))
    assert plain.exit_code == 0, plain.output
    assert "1 of 1 without a fault" in plain.stdout
    assert "+ en-price" in plain.stdout
    assert "en-price" in page.read_text("utf-8")
    earlier = data / "earlier.json"
    earlier.write_text(rude.stdout, "utf-8")
    compared = ran(data, PLAIN, "--json", "--against", str(earlier))
    assert [(one["gone"], one["fault"]["measure"]) for one in orjson.loads(compared.stdout)["changes"]] == [
        (True, "forbidden")
    ]


def test_a_name_nobody_has_and_a_record_nobody_can_read_are_said_in_one_line(data: Path) -> None:
    unknown = ran(data, PLAIN, "--only", "fr")
    assert (unknown.exit_code, getattr(unknown.exception, "code", None)) == (1, "persona_unknown")
    (data.parent / "broken.json").write_text("{", "utf-8")
    broken = ran(data, PLAIN, "--against", str(data.parent / "broken.json"))
    assert getattr(broken.exception, "code", None) == "rehearsal_unreadable"
