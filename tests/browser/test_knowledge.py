"""A question nobody's document answers, the document that answers it, and the next prospect who asks."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_of
from tests.browser.conftest import OpenPage
from tests.browser.people import PHONE, Prospect, Rep, ways

QUESTION = "代理店制度の条件を教えてください"
ANSWER = "代理店制度は設けておらず、すべて直接ご契約いただいています。"


def fits(page: Page) -> None:
    """Nothing is wider than the screen, and nothing shuts anybody out."""
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], page.url
    assert faults_of(page) == [], page.url


def test_a_question_becomes_a_document_and_the_next_prospect_is_answered(demo: str, opened: OpenPage) -> None:
    prospect = Prospect(opened(viewport=PHONE), demo)
    prospect.page.goto(f"{demo}/")
    prospect.opens_chat()
    prospect.says(QUESTION)
    prospect.hears(ways("ja", "act.dont_know"))

    page = opened(viewport=PHONE)
    Rep(page, demo).signs_in("kobayashi")
    page.get_by_role("link", name="ナレッジ").click()
    page.get_by_role("link", name="未回答の質問").click()
    asked = page.locator("#missing .know-row").filter(has_text=QUESTION)
    fits(page)
    asked.get_by_role("link", name="回答を書く").click()
    expect(page.locator("#title")).to_have_value(QUESTION)
    page.locator("#body").fill(f"## 代理店制度\n\n{ANSWER}")
    page.locator("#see").click()
    expect(page.locator("#preview h3")).to_have_text("代理店制度")
    fits(page)
    page.locator("#approve").click()
    expect(page.get_by_role("status").filter(has_text="これからの回答に使われます")).to_be_visible()
    fits(page)
    page.get_by_role("link", name="未回答の質問").click()
    expect(asked).to_have_count(0)
    page.get_by_role("link", name="試す").click()
    page.locator("#question").fill(QUESTION)
    page.locator("#ask").click()
    expect(page.locator(".said-text")).to_contain_text(ANSWER)
    fits(page)

    other = Prospect(opened(viewport=PHONE), demo)
    other.page.goto(f"{demo}/")
    other.opens_chat()
    other.says(QUESTION)
    other.hears(ANSWER)


def test_everything_can_be_read_and_written_without_scripts(demo: str, opened: OpenPage) -> None:
    page = opened()
    Rep(page, demo).signs_in("kobayashi")
    page.route(re.compile(r"\.js"), lambda route: route.fulfill(body=""))
    page.goto(f"{demo}/console/knowledge/write")
    page.locator("#title").fill("夜間の窓口")
    page.locator("#body").fill("夜間の窓口は22時まで開いています。")
    page.locator("#draft").click()
    expect(page.locator(".status-draft")).to_be_visible()
    page.get_by_role("button", name="第1版を承認する").click()
    expect(page.locator(".status-approved")).to_be_visible()
