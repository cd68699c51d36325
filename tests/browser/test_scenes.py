"""The scenes of `/demo` and the mailbox, as a visitor plays them: everything happens for real, in both languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect
from sqlalchemy import update

from app.core.db import Database
from app.models import SlaPolicy
from tests.browser import demo_server
from tests.browser.conftest import OpenPage
from tests.browser.people import DESKTOP, TEXTS, open_page, ways

pytestmark = pytest.mark.browser

LADDER = {"reassign_after": timedelta(seconds=3), "escalate_after": timedelta(seconds=5)}
SOON_MS = 20_000
PERSON = {"ja": "森 由美", "en": "Yumi Mori"}
ADDRESS = {"ja": "mori@aoba.example", "en": "mori@aoba-works.example"}
ASKS = {"ja": "センサーの電池は何年もちますか。", "en": "How long does a sensor battery last?"}
WISH = {"ja": "来年3月までに入れたいと考えています。", "en": "We would like it running by next March."}
PROMISE = {"ja": r"\d{1,2}月\d{1,2}日（.）9:00〜10:00", "en": r"9:00–10:00 a\.m\. \(Japan time\)"}
THANKS = {"ja": "ありがとう", "en": "hank"}


@pytest.fixture(scope="module")
def quick(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a demo whose ladder takes seconds; the real one is climbed in test_unclaimed."""
    folder = tmp_path_factory.mktemp("quick")
    shutil.copytree(prepared, folder / "prepared")
    database = Database(f"sqlite:///{folder / 'prepared' / 'sokuo.db'}")
    database.write(lambda session: session.execute(update(SlaPolicy).values(**LADDER)))
    database.close()
    (folder / "running").mkdir()
    with demo_server.running(folder / "prepared", folder / "running") as base:
        yield base


def stage(opened: OpenPage, base: str, lang: str) -> Page:
    page = opened(lang=lang, viewport=DESKTOP)
    page.goto(f"{base}/demo?lang={lang}")
    expect(page.locator("#hours")).not_to_be_empty()
    return page


def play(page: Page, scene: str) -> FrameLocator:
    """Press the button and return the prospect's phone once the assistant has replied."""
    before = page.locator("#events").get_attribute("data-lead") or ""
    page.locator(f"[data-scene={scene}]").click()
    phone = page.frame_locator("#visitor")
    said = page.locator(f"[data-scene={scene}]").get_attribute("data-says") or ""
    expect(phone.locator("li.mine")).to_contain_text(said, timeout=SOON_MS)
    expect(phone.locator("li.assistant")).to_have_count(3, timeout=SOON_MS)  # the greeting, the opener, the reply
    expect(page.locator("#events")).not_to_have_attribute("data-lead", before)
    return phone


@pytest.fixture(scope="module")
def answered(browser: Browser, quick: str) -> str:
    """Return the demo after a prospect of each language has sent the form and answered the mail that came."""
    for lang in ("ja", "en"):
        page = open_page(browser, lang=lang)
        page.goto(f"{quick}{'/contact' if lang == 'ja' else '/en/contact'}")
        page.locator("form.ask [name=wants][value=document]").check()
        page.locator("form.ask [name=name]").fill(PERSON[lang])
        page.locator("form.ask [name=email]").fill(ADDRESS[lang])
        page.locator("form.ask [name=message]").fill(ASKS[lang])
        page.locator("form.ask button").click()
        page.wait_for_url("**/contact/thanks")
        page.goto(f"{quick}/demo/mailbox?lang={lang}")
        letter = page.locator(".mails li").filter(has_text=ADDRESS[lang])
        expect(letter).to_have_class("new", timeout=SOON_MS)  # it came by itself
        letter.locator("a").click()
        words = page.frame_locator("#body").locator("body")
        expect(words.get_by_role("link").first).to_be_visible()
        expect(words).not_to_contain_text(PERSON[lang])  # nobody has shown yet that the address is theirs
        page.locator("summary").click()
        expect(page.locator(".raw")).to_contain_text("auto-generated")
        page.locator("#answer").fill(WISH[lang])
        page.get_by_role("button").click()
        expect(page.locator(".sent")).to_be_visible()
        page.context.close()
    return quick


@pytest.mark.parametrize("lang", ["ja", pytest.param("en", marks=pytest.mark.torture)])
def test_a_form_is_answered_by_mail_and_the_answer_goes_on_with_the_name(
    opened: OpenPage, answered: str, lang: str
) -> None:
    page = stage(opened, answered, lang)
    page.locator("[data-tab=mailbox]").click()
    mailbox = page.frame_locator("#mailbox")
    letters = mailbox.locator(".mails li").filter(has_text=ADDRESS[lang])
    expect(letters).to_have_count(2, timeout=SOON_MS)
    expect(page.locator("#mails")).to_be_visible()
    expect(letters.first).to_contain_text("Re: ")
    letters.first.locator("a").click()
    expect(mailbox.frame_locator("#body").locator("body")).to_contain_text(PERSON[lang])
    sent = page.locator("#events li").filter(has_text=TEXTS(lang, "demo.event.mail_sent"))
    expect(sent).to_have_count(2, timeout=SOON_MS)  # the newest lead is one, and still the one of the form


@pytest.mark.parametrize("lang", [pytest.param("ja", marks=pytest.mark.torture), "en"])
def test_at_night_a_time_is_promised_and_in_the_morning_a_rep_has_the_lead(
    opened: OpenPage, quick: str, lang: str
) -> None:
    page = stage(opened, quick, lang)
    phone = play(page, "night")
    expect(page.locator("#now")).to_contain_text("22:00")
    expect(page.locator("#hours")).to_contain_text("09:00")
    expect(phone.locator("li.assistant").last).to_contain_text(re.compile(PROMISE[lang]))
    expect(page.locator("#due")).to_contain_text("10:00")  # the promise is stored
    expect(page.locator(".has")).to_have_count(0)
    page.locator("#morning").click()
    expect(page.locator("#now")).to_contain_text("09:00")
    expect(page.locator("#morning")).to_be_hidden()
    expect(page.locator(".has")).to_have_count(1, timeout=SOON_MS)
    says = page.locator("[data-scene=night]").get_attribute("data-says") or ""
    expect(page.frame_locator("#console").locator(".row").filter(has_text=says[:10])).to_have_count(1)
    expect(phone.locator("textarea")).to_be_enabled()  # the prospect's browser has not noticed the jump


@pytest.mark.parametrize("lang", ["ja"])
def test_a_lead_nobody_notices_moves_on_and_the_phone_follows_it(opened: OpenPage, quick: str, lang: str) -> None:
    page = stage(opened, quick, lang)
    play(page, "unnoticed")
    events = page.locator("#events")
    moved = TEXTS(lang, "demo.event.reassigned").format(who="")
    expect(events).to_contain_text(moved, timeout=SOON_MS)
    manager = page.locator("[data-person=kobayashi]")
    expect(manager).to_have_class("has", timeout=SOON_MS)
    expect(manager).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#due")).to_have_text(TEXTS(lang, "demo.late"))


@pytest.mark.parametrize("lang", ["ja"])
def test_a_complaint_gets_an_apology_no_thanks_and_a_person_at_once(opened: OpenPage, quick: str, lang: str) -> None:
    page = stage(opened, quick, lang)
    phone = play(page, "complaint")
    opener, reply = phone.locator("li.assistant").nth(1), phone.locator("li.assistant").nth(2)
    expect(opener).to_contain_text(ways(lang, "opener.complaint"))
    assert THANKS[lang] not in opener.inner_text() + reply.inner_text()
    expect(page.locator(".has")).to_have_count(1)


@pytest.mark.parametrize("lang", ["en"])
def test_a_discount_is_not_promised_but_handed_over(opened: OpenPage, quick: str, lang: str) -> None:
    page = stage(opened, quick, lang)
    phone = play(page, "discount")
    expect(phone.locator("li.assistant").last).to_contain_text(ways(lang, "act.no_discount"))
    expect(page.locator(".has")).to_have_count(1)


@pytest.mark.parametrize("lang", ["en"])
def test_when_the_model_is_cut_off_the_reply_ends_in_our_words_and_the_page_says_so(
    opened: OpenPage, quick: str, lang: str
) -> None:
    page = stage(opened, quick, lang)
    expect(page.locator("#model")).not_to_be_empty()
    phone = play(page, "outage")
    reply = phone.locator("li.assistant").last
    expect(reply).to_contain_text("[1]")
    expect(page.locator("#model")).to_contain_text(TEXTS(lang, "demo.worded_part"))
