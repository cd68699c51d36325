"""The Dockerfile builds what the wheel needs and leaves a program without rights: what can be told without Docker."""

from __future__ import annotations

import fnmatch
import os
import re
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import orjson
import pytest

from app.core.settings import Settings

ROOT = Path(__file__).parent.parent.parent
Steps = list[tuple[str, str]]


@pytest.fixture(scope="module")
def steps() -> Steps:
    """Return the instructions in their order, with joined lines."""
    lines = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    return [
        (word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines if line[:1] not in ("", "#"))
    ]


@pytest.fixture(scope="module")
def final(steps: Steps) -> Steps:
    """Return the instructions of the image that is left."""
    start = max(at for at, (word, _) in enumerate(steps) if word == "FROM")
    return steps[start:]


def environment(steps: Steps) -> dict[str, str]:
    pairs = (pair.partition("=") for word, rest in steps if word == "ENV" for pair in shlex.split(rest))
    return {name: value for name, _, value in pairs}


def ignored(path: str) -> bool:
    """Say whether the build leaves a top-level path out (the last matching line decides)."""
    out = False
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        if line and not line.startswith("#") and fnmatch.fnmatch(path, line.lstrip("!")):
            out = not line.startswith("!")
    return out


def test_both_stages_start_from_one_small_python_of_a_named_release(steps: Steps) -> None:
    bases = [rest.split()[0] for word, rest in steps if word == "FROM"]
    assert len(bases) == 2
    (base,) = set(bases)
    found = re.fullmatch(r"python:3\.(\d+)-slim-[a-z]+", base)
    assert found
    assert int(found[1]) >= 11


def test_everything_copied_is_there_and_nothing_else_reaches_the_build(steps: Steps) -> None:
    copied = [part for word, rest in steps if word == "COPY" and "--from" not in rest for part in rest.split()[:-1]]
    assert [path for path in copied if not (ROOT / path).exists() or ignored(path)] == []
    sent = {path.name for path in ROOT.iterdir() if not ignored(path.name)}
    assert sent == set(copied)


def test_the_build_gets_every_folder_the_wheel_is_made_of(steps: Steps) -> None:
    copied = {part for word, rest in steps if word == "COPY" for part in rest.split()[:-1]}
    wheel = (ROOT / "pyproject.toml").read_text("utf-8").partition("[tool.hatch.build.targets.wheel]")[2]
    included = re.findall(r'^"(\w+)" = "app/resources/', wheel, re.MULTILINE)
    assert included
    assert {"app", *included, "pyproject.toml", "README.md", "LICENSE", "constraints.txt"} <= copied


def test_the_locked_versions_are_installed_before_the_program_and_the_tools_are_gone(
    steps: Steps, final: Steps
) -> None:
    runs = [rest for word, rest in steps if word == "RUN"]
    order = [next(at for at, run in enumerate(runs) if words in run) for words in ("constraints.txt", "--no-deps")]
    assert order == sorted(order)
    left = " ".join(rest for word, rest in final if word in ("RUN", "COPY"))
    assert "pip uninstall" in left
    assert "apt-get" not in left
    assert "--without-pip" in " ".join(runs)


def test_it_runs_as_nobody_special_and_writes_to_its_volume_alone(final: Steps) -> None:
    said = dict(final)
    uid, gid = said["USER"].split(":")
    assert int(uid) >= 1000
    assert [rest for word, rest in final if word == "VOLUME"] == [environment(final)["SOKUO_DATA_DIR"]]
    assert f"-o {uid} -g {gid} {said['VOLUME']}" in said["RUN"]
    assert [word for word, _ in final].index("USER") > [word for word, _ in final].index("RUN")
    assert environment(final)["PYTHONDONTWRITEBYTECODE"] == "1"


def test_its_settings_exist_and_none_is_a_secret(steps: Steps) -> None:
    names = {name for name in environment(steps) if name.startswith("SOKUO_")}
    assert {name.removeprefix("SOKUO_").lower() for name in names} <= set(Settings.model_fields)
    written = (ROOT / "Dockerfile").read_text("utf-8")
    assert not re.search(r"(?i)secret|password|api_key|token|\bARG\b", written)


@pytest.fixture
def health() -> Iterator[HTTPServer]:
    """Serve `/healthz` with the status that is set."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(self.server.status if self.path == "/healthz" else 404)  # type: ignore[attr-defined]
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    port = 24_100 + os.getpid() % 800
    with HTTPServer(("127.0.0.1", port), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_the_image_knows_when_it_is_well(final: Steps, health: HTTPServer) -> None:
    python, *arguments = orjson.loads(dict(final)["HEALTHCHECK"].partition("CMD ")[2])
    assert python == "python"
    ended = []
    for health.status in (200, 503):  # type: ignore[attr-defined]
        own = {"SOKUO_PORT": str(health.server_port), "HTTP_PROXY": "http://127.0.0.1:9"}
        ended.append(subprocess.run([sys.executable, *arguments], env=own, capture_output=True, check=False).returncode)
    assert ended == [0, 1]
