"""Prompts are files: Markdown with a head that says what they are for and what goes in."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

FENCE = "│ "
CUT_MARK = "[…]"
_HEAD = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_PARTS = re.compile(r"\A\s*# System\n(.*?)\n# User\n(.*)\Z", re.DOTALL)
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class PromptError(Exception):
    """A prompt file is broken or was called with the wrong inputs: a mistake of ours, found in tests."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What goes to the model, and where it came from. `canary` stands in `system` and nowhere else."""

    name: str
    version: int
    fingerprint: str
    canary: str
    system: str
    user: str


@dataclass(frozen=True, slots=True)
class _File:
    version: int
    inputs: frozenset[str]
    fingerprint: str
    canary: str
    system: Template
    user: Template


class Prompts:
    """Every `*.md` of a folder, read and checked at once. Raises PromptError."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: _read(path.name, path.read_text("utf-8")) for path in sorted(folder.glob("*.md"))}

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def render(self, name: str, inputs: Mapping[str, object]) -> Prompt:
        """Fill in the prompt `name`; `inputs` must be exactly those its head declares. Raises PromptError."""
        if name not in self._files:
            raise PromptError(f"no prompt {name}")
        file = self._files[name]
        if wrong := file.inputs ^ set(inputs):
            raise PromptError(f"{name}: missing or undeclared inputs: {', '.join(sorted(wrong))}")
        try:
            system = file.system.render(inputs, canary=file.canary).strip()
            user = file.user.render(inputs).strip()
        except (TemplateError, TypeError) as error:
            raise PromptError(f"{name}: {error}") from error
        return Prompt(name, file.version, file.fingerprint, file.canary, system, user)


def fenced(text: str, cap: int) -> str:
    """Return untrusted text with a bar before every line, which no text inside can end, cut after `cap` characters."""
    lines = [_visible(line).replace("│", "|") for line in _BREAKS.split(text[:cap])]
    if len(text) > cap:
        lines.append(CUT_MARK)
    return "\n".join(FENCE + line for line in lines)


def _visible(line: str) -> str:
    """Drop what a reader would not see: control, direction, zero-width and tag characters."""
    return "".join(c if c != "\t" else " " for c in line if c == "\t" or unicodedata.category(c)[0] != "C")


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["fenced"] = fenced
    return made


@cache
def _read(name: str, source: str) -> _File:
    """Check and compile the prompt in the file `name`, once per process."""
    head, system, user = _split(name, source)
    environment = _environment()
    inputs = frozenset(head["inputs"])
    try:
        used = meta.find_undeclared_variables(environment.parse(system + user)) - {"canary"}
        templates = environment.from_string(system), environment.from_string(user)
    except TemplateError as error:
        raise PromptError(f"{name}: {error}") from error
    if used != inputs:
        raise PromptError(f"{name}: declared and used inputs differ: {', '.join(sorted(used ^ inputs))}")
    digest = hashlib.sha256(source.encode()).hexdigest()
    return _File(head["version"], inputs, digest[:12], f"KEEP-{digest[12:28]}", *templates)


def _split(name: str, source: str) -> tuple[dict[str, Any], str, str]:
    framed = _HEAD.match(source)
    parts = _PARTS.match(framed[2]) if framed else None
    if framed is None or parts is None:
        raise PromptError(f"{name}: needs a head between --- lines, then '# System' and '# User'")
    try:
        head = yaml.safe_load(framed[1])
    except yaml.YAMLError as error:
        raise PromptError(f"{name}: {error}") from error
    expected = {"purpose": str, "inputs": dict, "version": int}
    if not isinstance(head, dict) or set(head) != set(expected):
        raise PromptError(f"{name}: the head holds exactly {', '.join(expected)}")
    if wrong := [key for key, kind in expected.items() if not isinstance(head[key], kind)]:
        raise PromptError(f"{name}: wrong type in the head: {', '.join(wrong)}")
    return head, parts[1], parts[2]
