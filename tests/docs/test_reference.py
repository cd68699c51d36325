"""The reference pages say what the program has: every setting, command, option and notifier, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
import typer
from pydantic import BaseModel

from app.cli.main import cli
from app.core.settings import Settings
from app.notifiers.discover import makers

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
ROW = re.compile(r"^\| `(SOKUO_[A-Z_]+)` \| (.+?) \|", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def settings_of(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str]]:
    """Yield (variable, default as the page writes it)."""
    for name, field in model.model_fields.items():
        variable = prefix + name.upper()
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from settings_of(field.annotation, f"{variable}__")
        else:
            default: Any = field.default
            yield variable, "–" if default is None else f"`{list(default) if default == () else default}`"


def sections(page: str) -> dict[str, str]:
    """Return the text below each `## `name`` heading."""
    chapters = re.split(r"^#{1,2} ", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE)
    named = (re.match(r"`([^`]+)`\n(.*)", chapter, re.DOTALL) for chapter in chapters)
    return {found[1]: found[2] for found in named if found}


def commands(command: Any, name: str) -> Iterator[tuple[str, set[str]]]:
    """Yield (command, its options) for everything that can be typed."""
    below = getattr(command, "commands", None)
    if below:
        for word, child in below.items():
            yield from commands(child, f"{name} {word}")
        return
    yield name, {option for parameter in command.params for option in parameter.opts if option.startswith("-")}


COMMANDS = dict(commands(typer.main.get_command(cli), "sokuo"))


def test_the_page_of_settings_has_every_setting_with_its_default() -> None:
    written = dict(ROW.findall((DOCS / "settings.md").read_text("utf-8")))
    assert written == dict(settings_of(Settings, "SOKUO_"))


def test_the_page_of_commands_has_every_command() -> None:
    assert set(sections("commands.md")) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_written_with_its_options_and_no_others(command: str) -> None:
    text = sections("commands.md")[command]
    inline = " ".join(re.findall(r"`([^`]+)`", text))
    assert set(OPTION.findall(inline)) == COMMANDS[command]


def test_the_page_of_commands_has_every_target_of_make() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert re.findall(r"^\| `make ([a-z]+)` \|", (DOCS / "commands.md").read_text("utf-8"), re.MULTILINE) == targets


def test_the_page_of_notifiers_has_every_provider() -> None:
    assert set(sections("notifiers.md")) == set(makers())


def test_the_page_of_the_live_protocol_has_every_event_and_kind_of_the_schema() -> None:
    schema = orjson.loads((ROOT / "app" / "web" / "live.schema.json").read_bytes())
    found = [one["properties"]["event"] for one in schema["oneOf"]]
    events = {name for event in found for name in event.get("enum", [event.get("const")])}
    page = (DOCS / "live-protocol.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z.]+)` \|", page, re.MULTILINE)) == events
    for field in ("direction", "author", "origin", "kind", "state"):
        assert f"`{field}` {'/'.join(schema['$defs']['message']['properties'][field]['enum'])}" in page


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda page: page.name)
def test_a_link_to_a_file_leads_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_readme_has_both_languages_and_only_commands_that_exist() -> None:
    for name in ("README.md", "README.ja.md"):
        typed = re.findall(r"^(?:\S*=\S+ )*(?:\.venv/bin/)?(sokuo(?: [a-z]+)+)", _code(name), re.MULTILINE)
        assert typed
        assert [words for words in typed if not any(words.startswith(known) for known in COMMANDS)] == []


def _code(name: str) -> str:
    return "\n".join(re.findall(r"```[a-z]*\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL))
