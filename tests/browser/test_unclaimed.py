"""A lead nobody claims, on the process's own clock; until it is with the manager, every page is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import faults_of
from tests.browser.conftest import OpenPage
from tests.browser.people import DESKTOP, PHONE, Prospect, Rep, open_page

pytestmark = pytest.mark.browser

MANAGER = "小林 玲子"
WORDS = "夜間に冷却水ポンプが突然止まって困っています。来月には入れたいです。"
GRAVE = ("serious", "critical")
FLAWLESS = ("documents", "document", "try", "missing", "write")
FITS = "document.documentElement.scrollWidth <= innerWidth"
SHOWN = "boxes => boxes.every(box => box.getBoundingClientRect().bottom <= innerHeight)"


@dataclass(frozen=True)
class Unclaimed:
    """The lead's id, and what the prospect's browser has stored."""

    id: str
    kept: Any


@pytest.fixture(scope="module")
def unclaimed(browser: Browser, demo: str) -> Unclaimed:
    page = open_page(browser)
    prospect = Prospect(page, demo)
    prospect.consents()
    prospect.looks_at("/pricing")
    prospect.opens_chat()
    prospect.says(WORDS)
    prospect.hears("[1]")
    kept = page.context.storage_state()
    state = page.request.get(f"{demo}/demo/state").json()
    page.context.close()
    return Unclaimed(state["lead"]["id"], kept)


@pytest.mark.parametrize(
    ("viewport", "lang"),
    [(PHONE, "ja"), pytest.param(PHONE, "en", marks=pytest.mark.torture), (DESKTOP, "en")],
    ids=["phone-ja", "phone-en", "desktop-en"],
)
def test_every_page_is_accessible_and_fits(
    opened: OpenPage, demo: str, unclaimed: Unclaimed, *, viewport: Any, lang: str
) -> None:
    page = opened(lang=lang, viewport=viewport, kept=unclaimed.kept)
    faults: list[str] = []
    for name, show in PAGES.items():
        show(page, demo, unclaimed, lang)
        found = [rule for rule in faults_of(page) if rule["impact"] in GRAVE or name in FLAWLESS]
        faults += [f"{name}: {rule['id']} {rule['nodes'][0]['html']}" for rule in found]
        if not page.evaluate(FITS):
            faults.append(f"{name}: wider than the screen")
    assert faults == []


def _site(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    page.goto(f"{demo}{'/' if lang == 'ja' else '/en/'}")
    expect(page.locator("#launcher")).to_have_count(1)


def _chat(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    page.goto(f"{demo}{'/contact' if lang == 'ja' else '/en/contact'}")
    page.locator("#launcher").click()
    expect(page.locator("li.assistant .sources")).to_be_visible()


def _login(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    page.goto(f"{demo}/login?lang={lang}")
    expect(page.locator("input[type=password]")).to_be_visible()


def _queue(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    Rep(page, demo).signs_in("kobayashi", lang=lang)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator(".row .clock")).to_have_count(1)


def _lead(page: Page, demo: str, lead: Unclaimed, _: str) -> None:
    page.goto(f"{demo}/console/leads/{lead.id}")
    page.locator(".brief-rest summary, #history details summary").first.click()
    expect(page.locator("#briefing")).to_be_visible()


def _board(page: Page, demo: str, _: Unclaimed, __: str) -> None:
    page.goto(f"{demo}/console/board")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _documents(page: Page, demo: str, _: Unclaimed, __: str) -> None:
    page.goto(f"{demo}/console/knowledge")
    expect(page.locator("#documents a").first).to_be_visible()


def _document(page: Page, demo: str, _: Unclaimed, __: str) -> None:
    page.goto(f"{demo}/console/knowledge")
    page.goto(f"{demo}{page.locator('#documents a').first.get_attribute('href')}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _try(page: Page, demo: str, _: Unclaimed, __: str) -> None:
    page.goto(f"{demo}/console/knowledge/try?q=料金")
    expect(page.locator(".said-text")).to_be_visible()


def _missing(page: Page, demo: str, _: Unclaimed, __: str) -> None:
    page.goto(f"{demo}/console/knowledge/missing")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _write(page: Page, demo: str, _: Unclaimed, __: str) -> None:
    page.goto(f"{demo}/console/knowledge/write")
    expect(page.locator("#body")).to_be_visible()


def _split(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    page.goto(f"{demo}/demo?lang={lang}")
    expect(page.locator(".has")).to_have_count(1)
    page.frame_locator("#console").locator("#queue").wait_for()
    if page.viewport_size == DESKTOP:
        assert page.locator(".phone, .clock, .people button, #anew").evaluate_all(SHOWN)


def _mailbox(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    page.goto(f"{demo}/demo/mailbox?lang={lang}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _unknown(page: Page, demo: str, _: Unclaimed, lang: str) -> None:
    page.goto(f"{demo}/demo/unknown?lang={lang}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


PAGES: dict[str, Callable[[Page, str, Unclaimed, str], None]] = {
    "site": _site,
    "chat": _chat,
    "login": _login,
    "queue": _queue,
    "lead": _lead,
    "board": _board,
    "documents": _documents,
    "document": _document,
    "try": _try,
    "missing": _missing,
    "write": _write,
    "demo": _split,
    "mailbox": _mailbox,
    "unknown": _unknown,
}


def test_it_moves_to_the_next_rep_after_30_s_and_to_the_manager_after_60_s(
    opened: OpenPage, demo: str, unclaimed: Unclaimed
) -> None:
    manager = Rep(opened(), demo)
    manager.signs_in("kobayashi")
    row = manager.page.locator(f"#lead-{unclaimed.id}")
    expect(row).to_contain_text("担当：自分", timeout=75_000)

    lead = manager.page.request.get(f"{demo}/demo/state").json()["lead"]
    started = datetime.fromisoformat(lead["started_at"])
    steps = [event for event in lead["events"] if event["kind"] in ("lead_assigned", "reassigned", "escalated")]
    assert [step["kind"] for step in steps] == ["lead_assigned", "reassigned", "escalated"]
    assert len({step["who"] for step in steps}) == 3
    assert lead["owner"] == steps[-1]["who"] == MANAGER
    after = [datetime.fromisoformat(step["at"]) - started for step in steps]
    assert after[1] >= timedelta(seconds=30)
    assert after[2] >= timedelta(seconds=60)
    assert all(earlier < later for earlier, later in pairwise(after))

    manager.page.goto(f"{demo}/console/board")
    for clock in ("first_reply", "first_contact"):
        expect(manager.page.locator(f"section[aria-labelledby={clock}]")).to_be_visible()
    expect(manager.page.locator("section[aria-labelledby=misses] td b").first).to_have_text(re.compile("^1"))

    manager.page.goto(f"{demo}/demo")
    expect(manager.page.locator("#reply")).to_have_text(re.compile(r"^\d+\.\d\d秒$"))
    expect(manager.page.locator("#contact")).to_have_text(re.compile(r"^\d+秒$"))
    expect(manager.page.locator(".has")).to_contain_text(MANAGER)
    expect(manager.page.locator("#events")).to_contain_text(f"{MANAGER}さん（マネージャー）")
