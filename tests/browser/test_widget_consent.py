"""Consent in a real browser against a scripted server: who asks, what is stored, and every way to take it back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.fake_widget_server import (
    STORED,
    FakeServer,
    chromium,
    context,
    open_panel,
    page,
    say,
    server,
)

__all__ = ["chromium", "context", "page", "server"]  # fixtures
pytestmark = pytest.mark.browser


def test_consent_comes_before_any_signal_and_can_be_withdrawn(page: Page, server: FakeServer) -> None:
    page.clock.install()
    page.goto(f"{server.page}?lang=ja&consent=site")
    expect(page.locator("#launcher")).to_be_visible()
    with page.expect_response("**/signals"):
        page.evaluate("sokuo.consent(true)")
    page.evaluate("scrollTo(0, 9999)")
    with page.expect_response("**/signals"):
        page.clock.run_for(20_000)
    (consent,) = server.calls("POST consent")
    assert consent["body"]["version"] == "site:unspecified"  # we do not know what the banner said
    viewed, read = server.calls("POST signals")
    assert consent["body"]["granted"] is True
    assert viewed["visitor"] == read["visitor"] == consent["body"]["behaviour_id"]
    assert [call["body"]["events"][0]["kind"] for call in (viewed, read)] == ["page_view", "read_to_end"]
    with page.expect_response("**/consent"):
        page.evaluate("sokuo.consent(false)")
    assert server.calls("POST consent")[-1]["body"]["granted"] is False
    assert page.evaluate(STORED) == [[], [], ""]


def test_our_own_question_is_asked_once_and_never_of_someone_who_objects(
    page: Page, context: BrowserContext, server: FakeServer
) -> None:
    page.goto(f"{server.page}?lang=en&consent=ask")
    with page.expect_response("**/visit.js*"):
        page.get_by_role("button", name="Do not allow").click()
    page.reload()
    expect(page.locator("#launcher")).to_be_visible()
    expect(page.locator("#ask")).to_have_count(0)
    page.evaluate("localStorage.clear()")
    context.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")
    page.goto(f"{server.page}?lang=en&consent=site")
    expect(page.locator("#launcher")).to_be_visible()
    with page.expect_response("**/visit.js*"):
        page.evaluate("sokuo.consent(true)")
    page.wait_for_timeout(200)
    assert server.calls("POST consent") == server.calls("POST signals") == []
    assert page.evaluate(STORED) == [[], [], ""]


def agree(page: Page, server: FakeServer, lang: str) -> str:
    """Say yes to our own question; return the behaviour id."""
    page.goto(f"{server.page}?lang={lang}&consent=ask")
    with page.expect_response("**/signals"):
        page.get_by_role("button", name={"ja": "許可する", "en": "Allow"}[lang], exact=True).click()
    (consent,) = server.calls("POST consent")
    assert (consent["body"]["granted"], consent["body"]["version"]) == (True, "2026-11")
    behaviour_id: str = consent["body"]["behaviour_id"]
    return behaviour_id


@pytest.mark.parametrize("way", ["script", "page", "panel-ja", "panel-en"])
def test_a_yes_to_our_own_question_can_be_taken_back(page: Page, server: FakeServer, way: str) -> None:
    lang = "en" if way == "panel-en" else "ja"
    behaviour_id = agree(page, server, lang)
    with page.expect_response("**/consent"):
        if way == "script":
            page.evaluate("sokuo.consent(false)")
        elif way == "page":
            page.locator("[data-sokuo-consent]").click()
        else:
            page.locator("#launcher").click()
            name = {"ja": "閲覧の記録を止める", "en": "Stop recording page views"}[lang]
            page.get_by_role("button", name=name).click()
            said = {"ja": "これまでの記録は消去します", "en": "Those recorded so far will be erased"}[lang]
            expect(page.locator(".below [role=status]", has_text=said)).to_be_visible()
    last = server.calls("POST consent")[-1]["body"]
    assert (last["granted"], last["behaviour_id"]) == (False, behaviour_id)
    expect(page.locator("[data-sokuo-consent]")).to_have_text({"ja": "止めました", "en": "Stopped"}[lang])
    page.wait_for_function("localStorage['sokuo.visitor.site_demo'] == 'no'")
    calls = len(server.calls("POST signals"))
    page.reload()
    expect(page.locator("#launcher")).to_have_count(1)
    expect(page.locator("#ask")).to_have_count(0)
    assert len(server.calls("POST signals")) == calls
    assert len(server.calls("POST consent")) == 2


def test_the_panel_offers_no_end_to_a_recording_there_is_not(page: Page, server: FakeServer) -> None:
    page.emulate_media(reduced_motion="reduce")  # or what is measured is still growing
    open_panel(page, server, "lang=ja&consent=ask")
    assert page.get_by_role("button", name="閲覧の記録を止める").count() == 0
    page.keyboard.press("Escape")
    with page.expect_response("**/signals"):
        page.get_by_role("button", name="許可する", exact=True).click()
    page.locator("#launcher").click()
    stop = page.get_by_role("button", name="閲覧の記録を止める")
    expect(stop).to_be_visible()
    box = stop.bounding_box()
    assert box
    assert box["height"] >= 44
    assert Axe().run(page, context={"include": [["sokuo-widget"]]}).response["violations"] == []


def test_a_withdrawal_the_server_did_not_hear_is_said_again_with_the_next_page(page: Page, server: FakeServer) -> None:
    behaviour_id = agree(page, server, "ja")
    server.order(refuse={"call": "consent", "status": 503})
    with page.expect_response("**/consent"):
        page.evaluate("sokuo.consent(false)")
    assert page.evaluate("localStorage['sokuo.visitor.site_demo']") == f"no {behaviour_id}"
    with page.expect_response("**/consent"):
        page.reload()
    last = server.calls("POST consent")[-1]["body"]
    assert (last["granted"], last["behaviour_id"]) == (False, behaviour_id)
    page.wait_for_function("localStorage['sokuo.visitor.site_demo'] == 'no'")
    assert len(server.calls("POST signals")) == 1


def test_the_version_of_a_banner_of_the_sites_own_is_recorded_as_the_sites(page: Page, server: FakeServer) -> None:
    page.goto(f"{server.page}?lang=ja&consent=site&consent-version=banner-7")
    with page.expect_response("**/signals"):
        page.evaluate("sokuo.consent(true)")
    (consent,) = server.calls("POST consent")
    assert consent["body"]["version"] == "site:banner-7"


def test_a_dead_credential_and_unsent_text_leave_the_browser_with_the_next_page(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    server.order(refuse={"call": "messages", "status": 503, "retry_after": 60})
    say(page, "出せなかった文")
    expect(page.locator(".problem")).to_be_visible()
    page.locator("textarea").fill("書きかけ")
    page.get_by_role("button", name="閉じる").click()
    age = "hours => localStorage['sokuo.chat.site_demo'] = localStorage['sokuo.chat.site_demo']"
    age += ".replace(/^\\d+/, Date.now() - hours * 3600000)"
    for hours, kept in ((23, ["sokuo.chat.site_demo"]), (25, [])):
        page.evaluate(age, hours)
        page.goto(f"{server.page}?lang=ja")
        expect(page.locator("#launcher")).to_be_visible()
        assert page.evaluate("Object.keys(localStorage)") == kept


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_on_a_phone_our_question_lies_over_nothing_and_can_be_answered_at_the_foot_of_the_page(
    page: Page, server: FakeServer, lang: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{server.page}?lang={lang}&consent=ask")
    expect(page.locator("#ask")).to_be_attached()
    covering = """() => {
      const box = document.querySelector('sokuo-widget').shadowRoot.querySelector('#ask').getBoundingClientRect();
      const others = [...document.body.children].filter((one) => one.localName != 'sokuo-widget');
      return others.filter((one) => one.getBoundingClientRect().bottom > box.top + 1).map((one) => one.localName);
    }"""
    assert page.evaluate(covering) == []
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    with page.expect_response("**/consent"):
        page.get_by_role("button", name={"ja": "許可する", "en": "Allow"}[lang], exact=True).click()
