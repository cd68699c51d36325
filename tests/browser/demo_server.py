"""Starts the real demo as a process of its own, over a prepared data folder."""

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from tests.browser.fake_widget_server import ROOT, free_port

START_TRIES = 600
TRY_EVERY_S = 0.1
START = "from app.cli.main import run; run()"


@contextmanager
def running(prepared: Path, folder: Path) -> Iterator[str]:
    """Yield the address of a demo over a copy of `prepared`; it ends with the block."""
    shutil.copytree(prepared, folder / "demo")
    port = free_port()
    command = [sys.executable, "-c", START, "demo", "--no-browser", "--port", str(port)]
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("SOKUO_")}
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=quiet | {"SOKUO_DATA_DIR": str(folder), "SOKUO_PACE": "off"},
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            base = f"http://localhost:{port}"
            _wait(f"{base}/readyz", server)
            yield base
        finally:
            server.terminate()


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    pause = Event()
    for _ in range(START_TRIES):
        assert server.poll() is None, "the demo did not start"
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            pause.wait(TRY_EVERY_S)
    raise AssertionError("the demo was not ready in time")
