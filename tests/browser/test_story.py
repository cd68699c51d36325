"""The main job in real browsers: a prospect asks, the assistant answers, a rep takes over and the clock stops."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.people import PHONE, Prospect, Rep, tab_to, ways

pytestmark = pytest.mark.browser

ORDER = ["header", "why", "grid", "pages", "said", "open", "watch", "next"]

KNOWN = {
    "company": "みなと工業",
    "person": "田中",
    "reach": "tanaka@minato.example",
    "challenge": "「夜間に設備が突然止まって困っています」",
    "timing": "「来年の3月までには入れたいです」",
    "authority": "未確認",
}


def test_a_lead_is_answered_qualified_taken_over_and_called(opened: OpenPage, demo: str) -> None:
    rep = Rep(opened(), demo)
    rep.signs_in("sato")
    expect(rep.page.locator("#no-leads")).to_be_visible()

    prospect = Prospect(opened(), demo)
    prospect.consents()
    prospect.looks_at("/pricing", "/cases/tanabe-foods")
    prospect.opens_chat()
    prospect.says("料金はいくらですか。夜間に設備が突然止まって困っています")
    prospect.hears(ways("ja", "opener.challenge"))
    answer = prospect.hears("[1]")
    expect(answer.locator(".sources a[href*='/cases/']")).to_have_count(1)
    assert answer.inner_text().count("か。") == 1

    rep.opens("夜間に設備が突然止まって困っています")  # the row came by itself
    rep.page.locator("#claim").click()
    expect(rep.page.locator("#claim")).to_have_count(0)
    expect(rep.fact("clock")).not_to_contain_text("次の担当へ")

    prospect.says("来年の3月までには入れたいです")
    prospect.hears(ways("ja", "ask.contact"))
    prospect.says("みなと工業の田中です。tanaka@minato.example")
    prospect.hears(ways("ja", "act.thanks_for_contact"))

    rep.page.locator("#briefing-newer").click()
    for key, words in KNOWN.items():
        expect(rep.fact(key)).to_contain_text(words)
    expect(rep.fact("page").filter(has_text="タナベフーズ")).to_have_count(1)
    shown = [key for key in rep.sections() if key not in ("pages", "said")]  # may lie below the fold
    assert shown == [key for key in ORDER if key in shown]

    rep.page.locator("#take-over").click()
    expect(prospect.page.locator(".owner")).to_have_text("ここからは人が対応します：佐藤 美咲")
    before = prospect.page.locator("li.assistant").count()
    prospect.says("はい、お願いします。センサーの電池は何年もちますか。")
    expect(rep.page.locator("#thread")).to_contain_text("電池は何年もちますか")
    rep.says("佐藤です。電池は5年ほどです。これからお電話してもよろしいですか。")
    prospect.hears("佐藤です。電池は5年ほどです。")
    assert prospect.page.locator("li.assistant").count() == before

    rep.page.locator("#call-connected").click()
    expect(rep.page.locator("#calls .logged")).to_contain_text("通話 · 佐藤 美咲")
    rep.page.goto(f"{demo}/console")
    expect(rep.page.locator("#open-leads")).to_have_count(0)
    expect(rep.page.locator(".rows-calm .clock-contacted")).to_have_count(1)


def test_an_english_prospect_has_the_same_story_on_phones(opened: OpenPage, demo: str) -> None:
    rep = Rep(opened(lang="en", viewport=PHONE), demo)
    rep.signs_in("nakamura", lang="en")
    prospect = Prospect(opened(lang="en", viewport=PHONE), demo, "en")
    prospect.consents()
    prospect.looks_at("/pricing", "/cases/tanabe-foods")
    prospect.opens_chat()
    prospect.says("Hi, how much does it cost? We keep having unplanned downtime at night.")
    prospect.hears(ways("en", "opener.challenge"))
    answer = prospect.hears("[1]")
    expect(answer.locator(".sources a[href*='/cases/']")).to_have_count(1)
    assert answer.inner_text().count("?") == 1

    rep.page.get_by_role("link", name="Team").click()
    rep.opens("unplanned downtime")
    prospect.says("We'd like it running by next March.")
    prospect.hears(ways("en", "ask.contact"))
    prospect.says("I'm Kate Miller from Harbor Foods, kate@harborfoods.example")
    prospect.hears(ways("en", "act.thanks_for_contact"))

    rep.page.locator("#briefing-newer").click()
    expect(rep.fact("company")).to_have_text("Harbor Foods")
    expect(rep.fact("person")).to_contain_text("Kate Miller")
    expect(rep.fact("challenge")).to_contain_text("unplanned downtime at night")
    expect(rep.fact("timing")).to_contain_text("We'd like it running by next March.")
    expect(rep.fact("reach")).to_contain_text("kate@harborfoods.example")


def test_the_console_can_be_worked_with_the_keyboard_alone(opened: OpenPage, demo: str) -> None:
    prospect = Prospect(opened(), demo)
    prospect.page.goto(f"{demo}/contact")
    prospect.opens_chat()
    prospect.says("担当者の方と話したいです。鍵盤工業の森です。mori@kenban.example")

    page = opened()
    Rep(page, demo).signs_in("kobayashi")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    row = page.locator(".row").filter(has_text="担当者の方と話したいです")
    tab_to(page, row.get_by_role("link").first)
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#claim"))
    page.keyboard.press("Enter")
    expect(page.locator("#claim")).to_have_count(0)
    tab_to(page, page.locator("#take-over"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#reply"))
    page.keyboard.type("小林です。お電話でご説明します。")
    page.keyboard.press("Control+Enter")
    prospect.hears("小林です。お電話でご説明します。")
    tab_to(page, page.locator("#call-no_answer"))
    page.keyboard.press("Space")
    expect(page.locator("#calls .logged")).to_contain_text("不在 · 小林 玲子")
