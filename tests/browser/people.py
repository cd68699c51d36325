"""The two people of every story: a prospect on the site and a rep at the console, each in a browser of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Pattern
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, Playwright, expect

from app.core.resources import folder
from app.core.templating import load_texts
from tests.browser.installed import CHROMIUM

LAUNCH = {
    "executable_path": CHROMIUM,
    "args": [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ],
}
PATIENCE_MS = 15_000  # for what must come; how fast it comes is measured elsewhere
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
LOCALES = {"ja": "ja-JP", "en": "en-US"}
TEXTS = load_texts(folder("templates"))
ALLOW = {"ja": "許可する", "en": "Allow"}


def ways(lang: str, text_id: str) -> Pattern[str]:
    """Return what matches any wording of one of our texts, in a first reply and with a name too."""
    ids = (text_id, text_id.replace("act.", "act.first.", 1), f"{text_id}_named")
    names = [f"{name}{n}" for name in ids for n in ("", *(f".{n}" for n in range(2, 10)))]
    said = [TEXTS(lang, name) for name in names if TEXTS.has(lang, name)]
    return re.compile("|".join(".+".join(re.escape(part) for part in re.split(r"%\(\w+\)s", one)) for one in said))


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium."""
    expect.set_options(timeout=PATIENCE_MS)
    return playwright.chromium.launch(**LAUNCH)


def open_page(browser: Browser, *, lang: str = "ja", viewport: Any = DESKTOP, kept: Any = None) -> Page:
    """Return a page in a browser of its own, without motion; `kept` is what another one has stored."""
    context = browser.new_context(
        viewport=viewport,
        locale=LOCALES[lang],
        timezone_id="Asia/Tokyo",
        color_scheme="light",
        reduced_motion="reduce",
        storage_state=kept,
    )
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page()


def complaints_of(context: BrowserContext) -> list[str]:
    """Return a list that fills with what the browser complains about: errors, refused by policy, not found."""
    heard: list[str] = []
    context.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
    context.on("weberror", lambda thrown: heard.append(str(thrown.error)))
    return heard


@dataclass
class Prospect:
    """Somebody on the company's site; `frame` is the site where it is not the whole page."""

    page: Page
    base: str
    lang: str = "ja"
    frame: Frame | None = None

    def __post_init__(self) -> None:
        self.home = self.base + ("" if self.lang == "ja" else "/en")
        self.site = self.frame or self.page

    def consents(self) -> None:
        self.page.goto(f"{self.home}/")
        with self.page.expect_response("**/v1/widget/consent"):
            self.site.get_by_role("button", name=ALLOW[self.lang], exact=True).click()

    def looks_at(self, *paths: str) -> None:
        for path in paths:
            with self.page.expect_response("**/v1/widget/signals"):
                self.page.goto(self.home + path)

    def opens_chat(self) -> None:
        self.site.locator("#launcher").click()
        expect(self.site.locator("#panel textarea")).to_be_visible()
        expect(self.site.locator(".opening")).to_have_count(0)

    def says(self, text: str) -> None:
        """Send a message and wait for the tick: it is on disk."""
        self.site.locator("#panel textarea").fill(text)
        self.site.locator("#panel textarea").press("Enter")
        expect(self.site.locator("li.mine").filter(has_text=text).locator(".received")).to_have_count(1)

    def hears(self, text: str | Pattern[str]) -> Locator:
        """Wait for a bubble of ours with this text and return it."""
        bubble = self.site.locator("li.assistant, li.rep, li.system").filter(has_text=text)
        expect(bubble.last).to_be_visible()
        return bubble.last


@dataclass
class Rep:
    """A colleague at the console."""

    page: Page
    base: str

    def signs_in(self, key: str, *, lang: str = "ja") -> None:
        answer = self.page.request.post(
            f"{self.base}/demo/sign-in", form={"key": key, "lang": lang}, headers={"Origin": self.base}
        )
        assert answer.status == 204
        self.page.goto(f"{self.base}/console")
        expect(self.page.locator("#queue")).to_be_visible()

    def opens(self, words: str) -> None:
        """Open the lead whose row shows these words."""
        row = self.page.locator(".row").filter(has_text=words)
        row.get_by_role("link").first.click()
        expect(self.page.locator("#briefing")).to_be_visible()

    def fact(self, key: str) -> Locator:
        """Return the line of the briefing."""
        return self.page.locator(f"#briefing .fact-{key} dd")

    def sections(self) -> list[str]:
        """Return the parts of the briefing in the order they are read."""
        classes = self.page.locator("#briefing .brief").evaluate_all("parts => parts.map(part => part.className)")
        return [name.removeprefix("brief brief-") for name in classes]

    def says(self, text: str) -> None:
        self.page.locator("#reply").fill(text)
        self.page.locator("#send").click()
        expect(self.page.locator("#thread")).to_contain_text(text)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus, which must be visible, stands on `target`."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate("element => element.matches(':focus-visible')")
            return
    raise AssertionError(f"not reached by Tab: {target}")
