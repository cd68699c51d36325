"""What an operator can get wrong: one line on stderr that says what to do, exit code 2, nothing changed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli.main import run
from tests.http.widget_client import listen

SOKUO = Path(sys.executable).with_name("sokuo")


@dataclass(frozen=True, slots=True)
class Operator:
    """Runs commands in this process, over a data folder of its own."""

    environment: pytest.MonkeyPatch
    output: pytest.CaptureFixture[str]

    def runs(self, *arguments: str, folder: Path, **settings: str) -> tuple[int, str, str]:
        for name in [name for name in os.environ if name.startswith("SOKUO_")]:
            self.environment.delenv(name)
        for name, value in {"SOKUO_DATA_DIR": str(folder), **settings}.items():
            self.environment.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        return int(ended.value.code or 0), *self.output.readouterr()

    def is_refused(self, code: str, *arguments: str, folder: Path, **settings: str) -> str:
        """Return what was said, if it was one line with this code."""
        return one_line(code, *self.runs(*arguments, folder=folder, **settings))


def one_line(code: str, ended: int, said: str, complained: str) -> str:
    assert (ended, said) == (2, ""), complained
    (line,) = complained.splitlines()
    assert line.startswith(f"sokuo: {code}: "), line
    return line


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(monkeypatch, capsys)


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    with listen() as listening:
        listening.listen()
        yield listening


@pytest.mark.parametrize(
    ("name", "value"),
    [("SOKUO_PORT", "http"), ("SOKUO_LLM__TOTAL_S", "-1"), ("SOKUO_LLM__COLOUR", "blue"), ("SOKUO_DEFAULT_LANG", "fr")],
)
def test_a_wrong_setting_is_named(operator: Operator, tmp_path: Path, name: str, value: str) -> None:
    folder = tmp_path / "data"
    assert name in operator.is_refused("settings_invalid", "serve", folder=folder, **{name: value})
    assert not folder.exists()


def test_a_taken_port_is_said_before_anything_is_made(tmp_path: Path, taken: socket.socket) -> None:
    port, folder = str(taken.getsockname()[1]), tmp_path / "data"
    own = {name: value for name, value in os.environ.items() if not name.startswith("SOKUO_")}
    environment = {**own, "SOKUO_DATA_DIR": str(folder)}
    command = [SOKUO, "demo", "--no-browser", "--port", port]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    line = one_line("port_taken", ran.returncode, ran.stdout, ran.stderr)
    assert port in line
    assert "--port" in line
    assert not folder.exists()


@pytest.mark.parametrize("damage", ["noise", "folder"])
def test_a_database_that_cannot_be_read_is_left_alone(operator: Operator, tmp_path: Path, damage: str) -> None:
    database, noise = tmp_path / "sokuo.db", b"this is not a database " * 300
    if damage == "folder":
        database.mkdir()
    else:
        database.write_bytes(noise)
    assert "sokuo.db" in operator.is_refused("database_unreadable", "knowledge", "list", folder=tmp_path)
    assert database.is_dir() or database.read_bytes() == noise


@pytest.mark.parametrize("url", ["not an address", "mysql://localhost/sokuo"])
def test_a_database_address_that_is_none_is_refused(operator: Operator, tmp_path: Path, url: str) -> None:
    line = operator.is_refused("database_url_invalid", "knowledge", "list", folder=tmp_path, SOKUO_DATABASE_URL=url)
    assert "SOKUO_DATABASE_URL" in line


def test_a_data_folder_that_cannot_be_made_is_named(operator: Operator, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "data"
    assert str(folder) in operator.is_refused("data_dir_unusable", "knowledge", "list", folder=folder)


def test_a_secret_that_others_can_read_stops_the_start_with_the_way_out(operator: Operator, tmp_path: Path) -> None:
    secret = tmp_path / "secret.key"
    secret.write_text("x" * 48)
    secret.chmod(0o644)
    line = operator.is_refused("secret_exposed", "knowledge", "list", folder=tmp_path)
    assert f"chmod 600 {secret}" in line


def test_a_short_secret_is_refused_without_showing_it(operator: Operator, tmp_path: Path) -> None:
    line = operator.is_refused("secret_too_short", "knowledge", "list", folder=tmp_path, SOKUO_SECRET_KEY="hunter2")
    assert "hunter2" not in line


def test_damaged_knowledge_is_reported_by_file_and_the_rest_is_taken(operator: Operator, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "good.md").write_text("---\ntitle: 料金\nlang: ja\n---\n# 料金\n\n月額は3,000円です。\n", "utf-8")
    (documents / "broken.md").write_bytes(b"---\ntitle: [unclosed\n---\n# x\n")
    (documents / "noise.md").write_bytes(bytes(range(256)) * 20)
    ended, _, complained = operator.runs("knowledge", "add", str(documents), folder=tmp_path / "data")
    assert ended == 0, "what could be read is in"
    assert [line.split(":")[:2] for line in complained.splitlines()] == [
        ["broken.md", " knowledge_front_matter_invalid"],
        ["noise.md", " knowledge_file_damaged"],
    ]
    assert "good.md" in operator.runs("knowledge", "list", folder=tmp_path / "data")[1]
