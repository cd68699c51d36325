"""The web widget in a real browser against a scripted server: what it stores, sends, shows and survives."""

import json
import subprocess
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.fake_widget_server import (
    ROOT,
    STORED,
    FakeServer,
    answered,
    chromium,
    context,
    open_panel,
    page,
    say,
    server,
)

__all__ = ["chromium", "context", "page", "server"]  # fixtures
pytestmark = pytest.mark.browser

BUILT = ROOT / "app/web/static/widget"
SENTENCES = ["点検表の紙運用は、3週間ほどで画面へ移せます。", "いつ頃までに始めたいとお考えですか。"]


@pytest.mark.parametrize("consent", ["ask", "site"])
def test_before_the_first_click_one_file_is_loaded_and_nothing_is_stored(
    page: Page, context: BrowserContext, server: FakeServer, consent: str
) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{server.page}?lang=ja&consent={consent}")
    expect(page.locator("#launcher")).to_have_text("チャットで相談")
    page.mouse.wheel(0, 3_000)
    page.wait_for_timeout(300)
    assert [url.split("/")[-1] for url in loaded if url.startswith(server.api)] == ["loader.js"]
    assert page.evaluate(STORED) == [[], [], ""]
    assert context.cookies() == []


def test_the_loader_and_the_panel_stay_within_their_bars() -> None:
    measure = "console.log(require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length)"
    sizes = {
        name: int(subprocess.check_output(["node", "-e", measure, str(BUILT / name)]))
        for name in ("loader.js", "visit.js", "panel.js")
    }
    assert sizes["loader.js"] <= 1_500
    assert sizes["visit.js"] <= 1_500
    assert sizes["panel.js"] <= 16_000


def test_the_ai_notice_stands_above_the_input_and_opener_and_sentences_appear_once(
    page: Page, server: FakeServer
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    open_panel(page, server)
    expect(page.locator(".notice")).to_contain_text("AIアシスタントがお答えします")
    server.order(slow=300)
    say(page, "紙の点検表の転記が大変です。")
    opener = page.get_by_text("AIアシスタントが確認します。", exact=False)
    expect(opener).to_be_visible()
    expect(page.get_by_text(SENTENCES[0])).to_be_visible()
    assert page.get_by_text(SENTENCES[1]).count() == 0  # sentence by sentence
    answered(page)
    for text in [*SENTENCES, "AIアシスタントが確認します。", "紙の点検表の転記が大変です。"]:
        expect(page.locator(".part", has_text=text)).to_have_count(1)
    order = page.locator("ol > li .bubble").all_inner_texts()
    assert [text[:5] for text in order] == ["こんにちは", "紙の点検表", "お問い合わ", "点検表の紙"]
    expect(page.locator(".sources a")).to_have_attribute("rel", "noopener")
    page.get_by_role("button", name="3か月以内").click()
    expect(page.locator(".mine .received")).to_have_count(2)
    assert [call["body"]["text"] for call in server.calls("POST messages")][-1] == "3か月以内"
    assert page.evaluate("document.querySelector('sokuo-widget').shadowRoot.querySelector('[style]')") is None
    assert complaints == []  # the page's policy allows no inline style and no inline script


def test_p1_a_refused_message_is_kept_without_a_tick_and_sent_again_once(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    server.order(
        silent=True, refuse={"call": "messages", "status": 503, "retry_after": 2, "message": "混み合っています。"}
    )
    say(page, "見積もりの手順を教えてください。")
    expect(page.locator(".problem")).to_contain_text(
        "混み合っています。 まだ送信できていません。文はこの端末に残っています。"
    )
    expect(page.locator(".mine .received")).to_have_count(0)
    assert "見積もりの手順" in page.evaluate("JSON.stringify(localStorage)")
    expect(page.locator(".mine .received")).to_have_count(1)
    expect(page.locator(".problem")).to_have_count(0)
    first, second = server.calls("POST messages")
    assert first["body"] == second["body"]
    expect(page.locator(".mine")).to_have_count(1)
    assert json.loads(page.evaluate("localStorage['sokuo.chat.site_demo']").partition(" ")[2])["outbox"] == []


def test_p2_an_answer_lost_on_the_way_makes_no_second_message(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    server.order(swallow=1)
    say(page, "デモを見たいです。")
    expect(page.locator(".mine .received")).to_have_count(1)
    answered(page)
    assert len({call["body"]["client_id"] for call in server.calls("POST messages")}) == 1
    expect(page.locator(".mine")).to_have_count(1)
    expect(page.locator(".part", has_text=SENTENCES[0])).to_have_count(1)


def test_an_unsent_message_survives_a_reload(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    for _ in range(2):
        server.order(refuse={"call": "messages", "status": 503, "retry_after": 60})
    say(page, "後で届けてください。")
    expect(page.locator(".problem")).to_be_visible()
    page.locator("textarea").fill("書きかけ")
    page.reload()
    expect(page.locator("textarea")).to_have_value("書きかけ")
    page.get_by_role("button", name="今すぐ試す").click()
    expect(page.locator(".mine .received")).to_have_count(1)
    assert len({call["body"]["client_id"] for call in server.calls("POST messages")}) == 1


def test_what_is_written_offline_is_sent_when_the_network_is_back(
    page: Page, context: BrowserContext, server: FakeServer
) -> None:
    open_panel(page, server)
    context.set_offline(True)
    say(page, "電車の中から")
    expect(page.locator(".problem")).to_contain_text("インターネットに接続されていません。")
    context.set_offline(False)
    expect(page.locator(".mine .received")).to_have_count(1)
    answered(page)
    expect(page.locator(".problem")).to_have_count(0)


def test_a_page_in_the_background_gives_its_stream_back_and_catches_up(page: Page, server: FakeServer) -> None:
    page.clock.install()
    open_panel(page, server)
    server.order(silent=True)
    say(page, "あとで見ます")
    expect(page.locator(".mine .received")).to_have_count(1)
    turn = "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
    turn += " document.dispatchEvent(new Event('visibilitychange')) }"
    page.evaluate(turn, True)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/stream"), timeout=3_000):
        page.clock.run_for(30_000)
        server.order(raw=["ping", {}])
        page.wait_for_timeout(100)
        page.clock.run_for(35_000)  # over a minute unseen, but not silent
    server.order(say="お待たせしました。")
    assert page.get_by_text("お待たせしました。").count() == 0
    page.evaluate(turn, False)
    page.clock.run_for(100)
    expect(page.get_by_text("お待たせしました。")).to_have_count(1)


def test_what_will_never_be_accepted_goes_back_into_the_input(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    server.order(refuse={"call": "messages", "status": 422, "message": "長すぎます。"})
    say(page, "とても長い文")
    expect(page.locator(".problem")).to_have_text("長すぎます。 送信できませんでした。文は入力欄に戻しました。")
    expect(page.locator("textarea")).to_have_value("とても長い文")
    expect(page.locator(".mine")).to_have_count(0)


def test_enter_sends_but_never_while_the_input_method_converts(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    box = page.locator("textarea")
    box.focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "てんけん", "selectionStart": 4, "selectionEnd": 4})
    page.keyboard.press("Enter")
    box.evaluate(  # Safari: the composition is over, only the key code tells
        "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, bubbles: true}))"
    )
    page.wait_for_timeout(200)
    assert server.calls("POST messages") == []
    keyboard.send("Input.insertText", {"text": "点検"})
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("二行目")
    page.keyboard.press("Enter")
    expect(page.locator(".mine .received")).to_have_count(1)
    assert [call["body"]["text"] for call in server.calls("POST messages")] == ["点検\n二行目"]


def test_more_than_4000_characters_are_counted_and_not_sent(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    say(page, "あ" * 3_999 + "𠮷𠮷")
    expect(page.locator(".counter")).to_contain_text("1 文字超過")
    page.locator("textarea").press("Backspace")
    expect(page.locator(".counter")).to_have_text("あと 0 文字")
    assert server.calls("POST messages") == []


def test_a_reload_resumes_the_conversation(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    say(page, "料金を知りたいです。")
    answered(page)
    before = page.locator("ol > li .bubble").all_inner_texts()
    page.reload()
    answered(page)
    assert page.locator("ol > li .bubble").all_inner_texts() == before
    assert len(server.calls("POST sessions")) == 1


def test_a_cut_stream_is_resumed_and_the_answer_shown_once(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    server.order(slow=400)
    say(page, "導入期間はどれくらいですか。")
    expect(page.get_by_text(SENTENCES[0])).to_be_visible()
    server.order(cut=True)
    answered(page)
    expect(page.locator(".part", has_text=SENTENCES[0])).to_have_count(1)
    assert len(server.calls("POST messages")) == 1
    assert int(server.calls("GET stream")[-1]["since"]) > 0


def test_stale_and_repeated_events_change_nothing_and_a_rewritten_message_replaces(
    page: Page, server: FakeServer
) -> None:
    open_panel(page, server)
    say(page, "導入事例はありますか。")
    answered(page)
    message = {"id": "m3", "seq": 3, "direction": "outbound", "author": "assistant", "origin": "ai", "kind": "reply"}
    message |= {"author_name": None, "client_id": None, "at": "2026-11-24T00:00:00Z", "quick_replies": []}
    stale = message | {"changed_seq": 3, "state": "streaming", "text": "", "citations": []}
    server.order(raw=["message", stale])
    server.order(raw=["message.delta", {"id": "m3", "index": 0, "text": SENTENCES[0]}])
    server.order(say="順番の目印")
    expect(page.get_by_text("順番の目印")).to_be_visible()
    expect(page.locator(".part", has_text=SENTENCES[0])).to_have_count(1)
    expect(page.locator(".part", has_text=SENTENCES[1])).to_have_count(1)
    server.order(raw=["message.replaced", stale | {"changed_seq": 9}])
    server.order(raw=["message.delta", {"id": "m3", "index": 0, "text": "書き直し"}])
    server.order(raw=["message.delta", {"id": "m3", "index": 2, "text": "飛ばされた文"}])
    expect(page.locator("ol > li .bubble").nth(3)).to_have_text("書き直し")


def test_after_an_expired_credential_the_old_conversation_stays_and_only_the_visitor_begins_a_new_one(
    page: Page, server: FakeServer
) -> None:
    open_panel(page, server)
    server.order(silent=True)
    say(page, "一通目")
    expect(page.locator(".mine .received")).to_have_count(1)
    page.locator("textarea").fill("二通目")
    server.order(expire=True)
    page.locator("textarea").press("Enter")
    expect(page.get_by_text("有効期限が切れました")).to_be_visible()
    expect(page.get_by_text("一通目")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("二通目")
    refused = [call for call in server.calls("POST messages") if call["body"]["text"] == "二通目"]
    assert len({call["authorization"] for call in refused}) == 1, "posted into the old conversation only"
    page.locator("textarea").press("Enter")
    expect(page.locator(".mine .received")).to_have_count(2)
    sent = [call for call in server.calls("POST messages") if call["body"]["text"] == "二通目"]
    assert sent[-1]["authorization"] == server.calls("GET stream")[-1]["authorization"]
    assert sent[-1]["authorization"] != sent[0]["authorization"]
    assert len(server.calls("POST sessions")) == 2


def test_what_was_not_sent_before_the_credential_expired_waits_in_the_input_after_a_reload(
    page: Page, server: FakeServer
) -> None:
    open_panel(page, server)
    server.order(silent=True)
    say(page, "一通目")
    expect(page.locator(".mine .received")).to_have_count(1)
    page.route("**/messages", lambda route: route.abort())
    say(page, "二通目")
    expect(page.get_by_text("まだ送信できていません")).to_be_visible()
    page.unroute("**/messages")
    server.order(expire=True)
    page.evaluate("sessionStorage.clear()")
    open_panel(page, server)
    expect(page.get_by_text("有効期限が切れました")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("二通目")
    sent = [call for call in server.calls("POST messages") if call["body"]["text"] == "二通目"]
    assert len({call["authorization"] for call in sent}) <= 1


def test_two_tabs_show_the_same_conversation(page: Page, context: BrowserContext, server: FakeServer) -> None:
    open_panel(page, server)
    say(page, "一つ目の画面から")
    answered(page)
    other = context.new_page()
    open_panel(other, server)
    answered(other)
    server.order(silent=True)
    say(other, "二つ目の画面から")
    for tab in (page, other):
        expect(tab.locator(".mine .received")).to_have_count(2)
    assert len(server.calls("POST sessions")) == 1
    other.get_by_role("button", name="会話を終える").click()
    other.get_by_role("button", name="終えて消す").click()
    expect(page.locator("#panel")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_person_can_be_asked_for_and_is_named_when_there(page: Page, server: FakeServer) -> None:
    open_panel(page, server, "lang=en")
    server.order(silent=True)
    page.get_by_role("button", name="Talk to a person").click()
    expect(page.locator(".mine .received")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#launcher")).to_be_focused()
    server.order(take="Sato")
    server.order(say="This is Sato.")
    expect(page.locator("#launcher")).to_contain_text("1 unread")
    page.locator("#launcher").click()
    expect(page.locator(".owner")).to_have_text("Now a person: Sato")
    expect(page.locator("li.rep .author")).to_have_text("Sato (our team)")


def test_what_the_server_says_is_text_and_only_safe_sources_are_links(page: Page, server: FakeServer) -> None:
    open_panel(page, server)
    say(page, "こんにちは")
    answered(page)
    urls = ["javascript:alert(1)", "//evil.example/x", "http://evil.example", "https://a@evil.example", "/cases/1"]
    sources = [{"n": n, "title": url, "url": url, "lang": "ja"} for n, url in enumerate(urls, 1)]
    server.order(put={"text": "<img src=x onerror=alert(1)> https://evil.example [5]", "citations": sources})
    expect(page.get_by_text("<img src=x onerror=alert(1)> https://evil.example [5]", exact=True)).to_be_visible()
    assert page.locator("#panel img").count() == 0
    links = (
        page.locator("li.assistant")
        .last.locator("a")
        .evaluate_all("links => links.map(link => link.getAttribute('href'))")
    )
    assert links == [f"{server.page}cases/1"] * 2


def test_a_message_sent_while_the_conversation_still_opens_goes_out_when_it_is_open(
    page: Page, server: FakeServer
) -> None:
    held: list[Route] = []
    page.route("**/v1/widget/sessions", lambda route: held.append(route))
    page.goto(f"{server.page}?lang=ja")
    with page.expect_request("**/v1/widget/sessions"):
        page.locator("#launcher").click()
    say(page, "紙の点検表の転記が大変です。")
    expect(page.locator("textarea")).to_have_value("紙の点検表の転記が大変です。")
    assert server.calls("POST messages") == []
    held[0].continue_()
    answered(page)
    assert len(server.calls("POST messages")) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_widget_is_accessible_and_fits(page: Page, server: FakeServer, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{server.page}?lang=ja&consent=ask")
    expect(page.locator("#ask")).to_be_visible()
    found = Axe().run(page, context={"include": [["sokuo-widget"]]}).response["violations"]
    page.locator("#launcher").click()
    say(page, "紙の点検表の転記が大変です。")
    answered(page)
    found += Axe().run(page, context={"include": [["sokuo-widget"]]}).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    box = page.locator("#panel").bounding_box()
    assert box
    assert (box["width"], box["height"]) == ((360, 740) if width == 360 else (380, 600))
    low = "buttons => buttons.filter(b => b.getBoundingClientRect().height < 44).map(b => b.textContent)"
    assert page.locator("#panel button, .sources a, textarea").evaluate_all(low) == []
