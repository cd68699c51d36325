"""The house keeps its order: imports go down, providers do not know each other, no drawers, no long files."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = "Imports only go down"
PROVIDERS = "A provider never imports another provider"
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
LONGEST = 400
OURS = {"app": "*.py", "tests": "*.py", "widget/src": "*"}


def broken(tree: Path) -> set[str]:
    """Return which contracts of pyproject.toml do not hold in `tree`."""
    program = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([program, "--no-cache"], cwd=tree, capture_output=True, text=True, timeout=120, check=False)
    for name in (LAYERS, PROVIDERS):
        assert f"{name} KEPT" in ran.stdout or f"{name} BROKEN" in ran.stdout, ran.stdout + ran.stderr
    return {name for name in (LAYERS, PROVIDERS) if f"{name} BROKEN" in ran.stdout}


def our_files() -> list[Path]:
    files = [path for folder, pattern in OURS.items() for path in (ROOT / folder).rglob(pattern)]
    return [path for path in files if path.is_file() and "__pycache__" not in path.parts]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the package in which something can be planted."""
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(tree: Path) -> None:
    assert broken(tree) == set()


def test_a_drawer_beside_the_capabilities_is_refused(tree: Path) -> None:
    (tree / "app" / "utils.py").write_text('"""A drawer."""\n')
    assert broken(tree) == {LAYERS}


def test_an_import_that_goes_up_is_refused(tree: Path) -> None:
    (tree / "app" / "leads" / "planted.py").write_text('"""Looks up."""\n\nimport app.web.deps\n')
    assert broken(tree) == {LAYERS}


def test_a_provider_that_imports_a_provider_is_refused(tree: Path) -> None:
    (tree / "app" / "notifiers" / "planted.py").write_text('"""A provider."""\n\nimport app.notifiers.console\n')
    assert broken(tree) == {PROVIDERS}


def test_the_document_names_every_capability() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    folders = {name.strip() for layer in layers for name in layer.replace("|", ":").split(":")}
    document = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert {name for name in folders if f"`app.{name}`" not in document} == set()


def test_there_is_no_drawer_for_whatever_fits_nowhere() -> None:
    assert [path for path in our_files() if path.stem.lower() in DRAWERS] == []


def test_no_file_is_longer_than_400_lines() -> None:
    files = our_files()
    assert len(files) > 200
    long = {str(path.relative_to(ROOT)): lines for path in files if (lines := _lines(path)) > LONGEST}
    assert long == {}


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
