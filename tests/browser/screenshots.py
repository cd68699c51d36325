"""Makes the pictures of the README and the docs from the real demo: `make screenshots`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from app.demo.run import demo_settings, prepare
from tests.browser import demo_server
from tests.browser.fake_widget_server import ROOT
from tests.browser.people import DESKTOP, PHONE, Prospect, Rep, launch, open_page, ways

IMAGES = ROOT / "docs" / "images"
MAX_BYTES = 200_000
TALK = {
    "ja": (
        "料金はいくらですか。夜間に設備が突然止まって困っています",
        "来年の3月までには入れたいです",
        "みなと工業の田中です。tanaka@minato.example",
    ),
    "en": (
        "Hi, how much does it cost? We keep having unplanned downtime at night.",
        "We'd like it running by next March.",
        "I'm Kate Miller from Harbor Foods, kate@harborfoods.example",
    ),
}
WRITER = {
    "ja": ("青葉製作所", "森 由美", "mori@aoba.example"),
    "en": ("Aoba Works", "Yumi Mori", "mori@aoba-works.example"),
}
TO_THE_PROMISE = 220  # pixels above the end of the chat
MAIL = {"width": 720, "height": 420}
MANAGER = "小林 玲子"
ASKED = {"ja": "電池は何年もちますか？", "en": "How long does the battery last?"}
MISSING = {
    "ja": "防爆エリアの粉じん濃度も測定できますか？",
    "en": "Do you rent out underwater robots for swimming pools?",
}
UNSURE = {"ja": "担当者", "en": "our team"}
NAMES = {"ja": "みなと工業", "en": "Harbor Foods"}


def main() -> None:
    """Play the story once in each language, and the night in a demo of its own; keep what it looks like."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepared = Path(folder) / "prepared"
        parts, _ = prepare(demo_settings(data_dir=prepared))
        parts.close()
        browser = launch(playwright)
        for lang in TALK:
            with demo_server.running(prepared, _new(Path(folder) / lang)) as demo:
                _split_screen(browser, demo, lang)
                _widget(browser, demo, lang)
                _console(browser, demo, lang)
                _mail(browser, demo, lang)
                _knowledge(browser, demo, lang)
            with demo_server.running(prepared, _new(Path(folder) / f"night-{lang}")) as demo:
                _night(browser, demo, lang)
        browser.close()


def _split_screen(browser: Browser, demo: str, lang: str) -> None:
    with _opened(browser, lang=lang, viewport=DESKTOP) as page:
        page.goto(f"{demo}/demo?lang={lang}")
        left, right = page.frame(url=f"{demo}/" if lang == "ja" else f"{demo}/en/"), page.frame_locator("#console")
        assert left
        right.locator("#queue").wait_for()
        prospect = Prospect(page, demo, lang, frame=left)
        prospect.opens_chat()
        prospect.says(TALK[lang][0])
        prospect.hears("[1]")
        tell(prospect)
        right.locator(".row a").first.click()
        right.locator("#briefing").wait_for()
        right.locator("#head").evaluate("head => head.scrollIntoView()")
        _keep(page, f"demo-{lang}")


def _widget(browser: Browser, demo: str, lang: str) -> None:
    with _opened(browser, lang=lang, viewport=PHONE) as page:
        prospect = Prospect(page, demo, lang)
        prospect.consents()
        prospect.looks_at("/pricing")
        prospect.opens_chat()
        prospect.says(TALK[lang][0])
        prospect.hears("[1]")
        _keep(page, f"widget-{lang}")
        tell(prospect)


def _console(browser: Browser, demo: str, lang: str) -> None:
    with _opened(browser, lang=lang, viewport=DESKTOP | {"height": 900}) as page:
        rep = Rep(page, demo)
        rep.signs_in("kobayashi", lang=lang)
        expect(page.locator(".row")).to_have_count(2)
        _keep(page, f"queue-{lang}")
        page.locator(".row").filter(has_text=NAMES[lang]).last.get_by_role("link").click()
        page.locator("#claim").click()
        expect(rep.fact("owner")).to_contain_text(MANAGER)
        _keep(page, f"briefing-{lang}")
        page.locator("#call-connected").click()
        page.locator(".logged").wait_for()
        page.goto(f"{demo}/console/board")
        _keep(page, f"board-{lang}")


def _knowledge(browser: Browser, demo: str, lang: str) -> None:
    """Look at what is there, at what would be answered, and at what nobody has written yet."""
    with _opened(browser, lang=lang, viewport=PHONE) as page:
        prospect = Prospect(page, demo, lang)
        prospect.consents()
        prospect.looks_at("/pricing")
        prospect.opens_chat()
        prospect.says(MISSING[lang])
        prospect.hears(UNSURE[lang])
    with _opened(browser, lang=lang, viewport=DESKTOP | {"height": 900}) as page:
        Rep(page, demo).signs_in("kobayashi", lang=lang)
        page.goto(f"{demo}/console/knowledge")
        _keep(page, f"knowledge-{lang}")
        page.goto(f"{demo}/console/knowledge/try?lang={lang}&q={ASKED[lang]}")
        _keep(page, f"try-{lang}")
        page.goto(f"{demo}/console/knowledge/missing")
        _keep(page, f"missing-{lang}")


def _mail(browser: Browser, demo: str, lang: str) -> None:
    """Ask for the brochure by form: the mailbox, and the mail as a mail client shows it."""
    company, name, address = WRITER[lang]
    with _opened(browser, lang=lang, viewport=MAIL) as page:
        page.goto(f"{demo}{'' if lang == 'ja' else '/en'}/contact")
        page.locator("form.ask [name=wants][value=document]").check()
        for field, words in (("company", company), ("name", name), ("email", address)):
            page.locator(f"form.ask [name={field}]").fill(words)
        page.locator("form.ask button").click()
        page.wait_for_url("**/contact/thanks")
        page.goto(f"{demo}/demo/mailbox?lang={lang}")
        page.locator(".mails .new").wait_for()
        _keep(page, f"mailbox-{lang}")
        page.locator(".mails a").first.click()
        page.frame_locator("#body").get_by_role("link").first.wait_for()
        expect(page.locator("#body")).not_to_have_css("height", "360px")
        page.screenshot(path=IMAGES / f"mail-{lang}.png", full_page=True)


def _night(browser: Browser, demo: str, lang: str) -> None:
    with _opened(browser, lang=lang, viewport=DESKTOP) as page:
        page.goto(f"{demo}/demo?lang={lang}")
        page.locator("[data-scene=night]").click()
        expect(page.frame_locator("#visitor").locator("li.assistant")).to_have_count(3)
        expect(page.locator("#due")).to_contain_text("10:00")
        expect(page.locator("#events li")).to_have_count(2)
        page.locator("#visitor").hover()
        page.mouse.wheel(0, -TO_THE_PROMISE)
        _keep(page, f"night-{lang}")


def tell(prospect: Prospect) -> None:
    """Answer what the assistant asks: when, and whom to reach."""
    _, timing, contact = TALK[prospect.lang]
    prospect.says(timing)
    prospect.hears(ways(prospect.lang, "ask.contact"))
    prospect.says(contact)
    prospect.hears(ways(prospect.lang, "act.thanks_for_contact"))


@contextmanager
def _opened(browser: Browser, **wishes: Any) -> Iterator[Page]:
    page = open_page(browser, **wishes)
    yield page
    page.context.close()


def _keep(page: Page, name: str) -> None:
    path = IMAGES / f"{name}.png"
    page.mouse.move(0, 0)  # nothing looks pointed at
    page.screenshot(path=path)
    assert path.stat().st_size <= MAX_BYTES, f"{path.name} is too large"


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
