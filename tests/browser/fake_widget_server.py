"""Starts widget/test/fake_server.mjs, which speaks the live protocol and misbehaves when told to, and a browser."""

import random
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import APIRequestContext, Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.installed import CHROMIUM

ROOT = Path(__file__).parents[2]
STORED = """() => [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]"""


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


@pytest.fixture(scope="module")
def chromium() -> Iterator[tuple[Browser, FakeServer]]:
    with sync_playwright() as playwright, running(playwright.request.new_context()) as server:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser, server
        browser.close()


@pytest.fixture
def server(chromium: tuple[Browser, FakeServer]) -> FakeServer:
    chromium[1].order(reset=True)
    return chromium[1]


@pytest.fixture
def context(chromium: tuple[Browser, FakeServer]) -> Iterator[BrowserContext]:
    context = chromium[0].new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def open_panel(page: Page, server: FakeServer, query: str = "lang=ja") -> None:
    page.goto(f"{server.page}?{query}")
    page.locator("#launcher").click()
    expect(page.locator("textarea")).to_be_visible()
    expect(page.locator(".opening")).to_have_count(0)


def say(page: Page, text: str) -> None:
    page.locator("textarea").fill(text)
    page.locator("textarea").press("Enter")


def answered(page: Page) -> None:
    expect(page.locator(".sources")).to_have_count(1)
