"""Starts widget/test/fake_server.mjs, which speaks the live protocol and misbehaves when told to."""

import random
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import APIRequestContext

ROOT = Path(__file__).parents[2]


class FakeServer:
    """The scripted server: where it listens, what it was asked, what it shall do."""

    def __init__(self, port: int, request: APIRequestContext) -> None:
        self.page = f"http://localhost:{port}/"
        self.api = f"http://127.0.0.1:{port}"
        self._request = request

    def order(self, **orders: Any) -> None:
        assert self._request.post(f"{self.api}/control", data=orders).ok

    def calls(self, name: str) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = self._request.get(f"{self.api}/calls").json()
        return [call for call in calls if call["call"] == name]


def free_port() -> int:
    for port in random.sample(range(20_000, 32_000), 50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no free port")


@contextmanager
def running(request: APIRequestContext) -> Iterator[FakeServer]:
    """Yield a started server; it ends with the block."""
    port = free_port()
    command = ["node", str(ROOT / "widget/test/fake_server.mjs"), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as node:
        try:
            assert node.stdout
            assert node.stdout.readline().strip() == str(port)
            yield FakeServer(port, request)
        finally:
            node.terminate()
