"""What a widget must never send: a clear answer in the caller's language, nothing kept, nothing lost, never a 5xx."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from sqlalchemy import func, select

from app.main import Parts
from app.models import Message, Signal
from tests.http.widget_client import ORIGIN, PAGE, Widget, base, client_ids, office, told

__all__ = ["base", "office"]  # fixtures
NUMBERS = (0, -1, 2**31, 2**63, 10**40)


@pytest.fixture
def widget(base: str) -> Widget:
    made = Widget(base)
    made.open()
    return made


@pytest.fixture(autouse=True)
def nothing_kept_unless_said(request: pytest.FixtureRequest, office: Parts) -> Iterator[None]:
    before = messages(office)
    yield
    if "keeps" not in request.node.name:
        assert messages(office) == before


def messages(office: Parts) -> int:
    written = select(func.count()).select_from(Message).where(Message.author == "contact")
    return office.database.read(lambda s: s.scalar(written)) or 0


def raw(
    widget: Widget, body: bytes, *, call: str = "messages", content_type: str = "application/json"
) -> httpx2.Response:
    return widget.http.post(f"/{call}", content=body, headers={"Content-Type": content_type})


def inside(answer: httpx2.Response) -> bool:
    return any(word in answer.text for word in ("Traceback", 'File "', "sqlalchemy", "pydantic", "SELECT"))


@pytest.mark.parametrize("text", ["", "   ", "\n\t\u3000", "\x00", "\x00 \x00"])
@pytest.mark.parametrize(("lang", "says"), [("ja", "メッセージが空です。"), ("en", "The message is empty.")])
def test_an_empty_message_is_said_to_be_empty(base: str, text: str, lang: str, says: str) -> None:
    error = told(Widget(base, lang=lang).write(text), status=422, code="message_empty")
    assert error == {"code": "message_empty", "message": says, "kept": False, "retry_after": None}


def test_a_message_longer_than_a_letter_is_refused(widget: Widget) -> None:
    told(widget.write("あ" * 4001), status=422, code="message_too_long")


def test_the_longest_message_allowed_keeps_every_character(widget: Widget) -> None:
    text = "夜間の停止に困っています。" * 300 + "終わり"
    assert widget.write(text).status_code == 202
    assert text in [message["text"] for message in widget.conversation()["messages"]]


@pytest.mark.parametrize("size", [65_537, 100_000, 5_000_000])
def test_a_body_over_the_cap_is_refused_before_it_is_read_as_json(widget: Widget, size: int) -> None:
    answer = raw(widget, b'{"client_id": "client-large", "text": "' + b"a" * size + b'"}')
    assert told(answer, status=413, code="body_too_large")["message"].endswith("。")
    assert answer.headers["access-control-allow-origin"] == ORIGIN


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"text"', b"7", b'{"text": nul}', b"[" * 30, b'{"text": "' + b"\\" * 999, b"\x00\x01"],
)
def test_what_is_not_a_json_object_is_a_400(widget: Widget, body: bytes) -> None:
    assert "JSON" in told(raw(widget, body), status=400, code="json_invalid")["message"]


def test_json_nested_deeper_than_anybody_needs_is_a_400(widget: Widget) -> None:
    assert raw(widget, b"[" * 30_000).status_code == 400


def test_bytes_that_are_no_text_are_a_400(widget: Widget) -> None:
    told(raw(widget, b'{"client_id": "client-bytes", "text": "\xff\xfe"}'), status=400, code="request_unreadable")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_another_content_type_is_not_read_as_json(widget: Widget, content_type: str) -> None:
    body = json.dumps({"client_id": next(client_ids), "text": "こんにちは"}).encode()
    told(raw(widget, body, content_type=content_type), status=400, code="json_invalid")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": None}, "text"),
        ({"text": 7}, "text"),
        ({"text": ["a"]}, "text"),
        ({"client_id": "short"}, "client_id"),
        ({"client_id": "x" * 81}, "client_id"),
        ({"client_id": "client-\x00-nul"}, "client_id"),
        ({"page": {"path": "https://evil.example/"}}, "page.path"),
        ({"page": {"path": "/" + "x" * 500}}, "page.path"),
        ({"lead_id": "somebody else's"}, "lead_id"),
        ({"\u202e\x1b[31m": 1}, "\\u202e"),
    ],
)
def test_a_wrong_field_is_named(widget: Widget, changes: dict[str, Any], field: str) -> None:
    body = {"client_id": next(client_ids), "text": "こんにちは", **changes}
    error = told(raw(widget, json.dumps(body).encode()), status=422, code="fields_invalid")
    assert field in error["message"]


def test_control_characters_and_emoji_do_no_harm_and_the_words_keeps_their_order(widget: Widget) -> None:
    text = "料金\x00は\x1b[31m\u202eいくら\u200bですか👩‍👩‍👧\r\n二行目\x7f"
    read = widget.ask(text)
    said = next(event.data["text"] for event in read if event.event == "message" and event.data["author"] == "contact")
    assert said == text.replace("\x00", "")
    assert [event.event for event in read][-1] == "turn.end"


@pytest.mark.parametrize("title", ["料\x00金", "half an emoji \ud83d", "\udc00\ud800"])
def test_a_title_cut_in_the_middle_of_a_character_keeps_the_message(widget: Widget, title: str) -> None:
    body = {"client_id": next(client_ids), "text": f"{title}について", "page": {"path": "/\x00a\ud800", "title": title}}
    assert raw(widget, json.dumps(body).encode()).status_code == 202
    assert widget.conversation()["messages"][0]["text"].endswith("について")


@pytest.mark.parametrize("number", [str(number) for number in NUMBERS] + ["abc", "1.5", "", "１"])
def test_a_last_event_id_that_is_no_number_of_ours_never_breaks_the_stream(widget: Widget, number: str) -> None:
    answer = widget.http.get("/stream", headers=[("Last-Event-ID", number.encode())])
    assert answer.status_code in (409, 422)
    assert answer.json()["error"]["code"] in ("no_conversation", "fields_invalid")


@pytest.mark.parametrize("header", ["Bearer", "Basic abc", "sct_abc", "Bearer a b c"])
def test_a_header_without_a_credential_is_a_401(base: str, header: str) -> None:
    answer = Widget(base).http.get("/conversation", headers={"Authorization": header})
    assert (answer.status_code, answer.json()["error"]["code"].split("_")[0]) == (401, "credential")


@pytest.mark.parametrize("size", [300, 20_000, 200_000])
def test_a_header_that_is_too_long_is_refused(base: str, size: int) -> None:
    try:
        answer = Widget(base).http.get("/conversation", headers={"Authorization": "Bearer " + "a" * size})
    except (httpx2.RemoteProtocolError, httpx2.WriteError, httpx2.ReadError):
        assert size > 65_000, "the server hangs up on headers of this size"
        return
    assert answer.status_code in (400, 401, 422, 431)


@pytest.mark.parametrize(
    "events",
    [
        [{"kind": "cookie", "path": "/"}],
        [{"kind": "page_view", "path": "javascript:alert(1)"}],
        [{"kind": "page_view", "path": "/", "dwell_ms": -1}],
        [{"kind": "page_view", "path": "/", "dwell_ms": 10**30}],
        [{"kind": "page_view", "path": "/", "typed": "what I did not send"}],
        [{"kind": "page_view", "path": "/"}] * 51,
        "none",
    ],
)
def test_signals_of_no_known_kind_are_refused_whole(widget: Widget, office: Parts, events: Any) -> None:
    count = select(func.count()).select_from(Signal)
    before = office.database.read(lambda s: s.scalar(count))
    answer = widget.post("signals", headers={"X-Sokuo-Visitor": "sbv_" + "b" * 22}, site=widget.site, events=events)
    told(answer, status=422, code="fields_invalid")
    assert office.database.read(lambda s: s.scalar(count)) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"lang": "fr"},
        {"lang": None},
        {"site": 7},
        {"site": "x" * 101},
        {"behaviour_id": "../etc"},
        {"page": None},
        {"page": {}},
    ],
)
def test_a_session_is_not_opened_for_what_is_not_in_the_protocol(widget: Widget, changes: dict[str, Any]) -> None:
    body = {"site": widget.site, "lang": "ja", "page": PAGE, **changes}
    told(widget.post("sessions", **body), status=422, code="fields_invalid")


def test_a_site_key_with_sql_or_nul_in_it_is_unknown(widget: Widget) -> None:
    for key in ("' OR 1=1 --", "pk_demo\x00'", "%", "pk_dem_"):
        told(widget.post("sessions", site=key, lang="ja", page=PAGE), status=404, code="site_unknown")


@pytest.mark.parametrize(
    ("method", "call"), [("GET", "messages"), ("POST", "stream"), ("PUT", "sessions"), ("DELETE", "end")]
)
def test_a_wrong_method_says_which_is_right(widget: Widget, method: str, call: str) -> None:
    answer = widget.http.request(method, f"/{call}")
    told(answer, status=405, code="method_not_allowed")
    assert answer.headers["allow"]


def test_a_call_that_does_not_exist_is_a_404(widget: Widget) -> None:
    told(widget.http.get("/leads"), status=404, code="not_found")


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GARBAGE\r\n\r\n",
        b"POST /v1/widget/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /v1/widget/end HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /v1/widget/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"GET /v1/widget/conversation HTTP/1.1\r\nHost: x\r\nAuth\x00orization: y\r\n\r\n",
        b"GET /v1/widget/%00%ff%2e%2e%2f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /v1/widget/conversation HTTP/1.1\r\nHost: \xff\xfe\r\nOrigin: \xff\r\nConnection: close\r\n\r\n",
    ],
)
def test_broken_http_is_a_4xx_and_the_server_goes_on(base: str, request_bytes: bytes) -> None:
    where = urlsplit(base)
    assert where.hostname
    with socket.create_connection((where.hostname, where.port or 0), timeout=20) as connection:
        connection.sendall(request_bytes)
        answer = connection.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 4"), answer
    assert b"Traceback" not in answer
    assert Widget(base).open()["token"]


def test_no_answer_shows_the_inside(widget: Widget) -> None:
    answers = [
        raw(widget, body) for body in (b"{", b"[]", b'{"text": "\\ud800"}', b'{"client_id": "' + b"x" * 5000 + b'"}')
    ]
    assert not any(inside(answer) for answer in answers)
    assert {answer.headers["content-type"] for answer in answers} == {"application/json"}
    assert {answer.headers["x-content-type-options"] for answer in answers} == {"nosniff"}
