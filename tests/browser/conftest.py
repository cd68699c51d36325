"""A browser and a demo for each file of stories; without Chromium or Japanese fonts nothing here is collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import demo_server, installed
from tests.browser.people import complaints_of, launch, open_page
from tests.prepared import prepared_folder

if installed.missing():
    collect_ignore_glob = ["test_*.py"]

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the demo company and its indexed knowledge."""
    return prepared_folder(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def demo(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a demo in which nothing has happened yet."""
    with demo_server.running(prepared, tmp_path_factory.mktemp("running")) as base:
        yield base


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # one per file, because two Playwrights cannot live in one thread and other files start their own
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[OpenPage]:
    """Give pages in browsers of their own; at the end nothing may have been complained about."""
    contexts, complaints = [], []

    def open_(**wishes: Any) -> Page:
        page = open_page(browser, **wishes)
        contexts.append(page.context)
        complaints.append(complaints_of(page.context))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [line for heard in complaints for line in heard] == []
