"""A flood of calls is told to wait, with nothing kept; what people do never meets a limit."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import count
from threading import Event
from typing import Any

import httpx2
import pytest
from sqlalchemy import func, select

from app.core.errors import TooMany
from app.main import Parts
from app.models import Message
from app.web.pace import LIMITS, STREAMS_IN_ALL, STREAMS_PER_CREDENTIAL, Pace, unlimited
from tests.http.widget_client import PAGE, Widget, base, client_ids, office_in, told
from tests.prepared import prepared_folder

__all__ = ["base"]  # fixture
addresses = (f"198.51.100.{number}" for number in count(1))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """Return the demo's program with the limits of a real one, behind a proxy that names each caller."""
    prepared = prepared_folder(tmp_path_factory.getbasetemp())
    folder = tmp_path_factory.mktemp("office") / "data"
    return office_in(folder, prepared, pace="on", trusted_proxies=("127.0.0.1",))


def from_(base: str, address: str) -> Widget:
    widget = Widget(base)
    widget.http.headers["X-Forwarded-For"] = address
    return widget


@pytest.fixture
def widget(base: str) -> Widget:
    return from_(base, next(addresses))


def opening(widget: Widget) -> httpx2.Response:
    return widget.post("sessions", site=widget.site, lang="ja", page=PAGE)


def limited(answer: httpx2.Response, *, within: int) -> None:
    error = told(answer, status=429, code="rate_limited")
    assert error["kept"] is False
    assert 0 < error["retry_after"] <= within
    assert answer.headers["retry-after"] == str(error["retry_after"])
    assert answer.headers["access-control-allow-origin"] == "https://www.minamo.example"


@pytest.mark.parametrize(
    ("first", "same", "other"),
    [
        ("203.0.113.1", "203.0.113.1", "203.0.113.2"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"),
    ],
)
def test_the_eleventh_session_of_an_address_in_a_minute_waits(base: str, first: str, same: str, other: str) -> None:
    assert [opening(from_(base, first)).status_code for _ in range(10)] == [201] * 10
    limited(opening(from_(base, same)), within=60)
    assert opening(from_(base, other)).status_code == 201


def test_the_sixteenth_message_of_a_minute_waits_and_is_not_kept(widget: Widget, office: Parts) -> None:
    assert [widget.write("こんにちは").status_code for _ in range(15)] == [202] * 15
    limited(widget.write("十六通目です"), within=60)
    written = select(func.count()).select_from(Message).where(Message.text == "十六通目です")
    assert office.database.read(lambda s: s.scalar(written)) == 0


def test_consent_signals_and_typing_have_a_pace_too(widget: Widget) -> None:
    visitor = "sbv_" + "p" * 22
    words = {"version": "site:banner", "lang": "ja", "page": PAGE, "behaviour_id": visitor, "granted": True}
    view: dict[str, Any] = {"site": widget.site, "events": [{"kind": "page_view", "path": "/"}]}
    calls = {
        "consent": lambda: widget.post("consent", site=widget.site, **words),
        "signals": lambda: widget.post("signals", headers={"X-Sokuo-Visitor": visitor}, **view),
        "typing": lambda: widget.post("typing"),
    }
    widget.write("こんにちは")
    for call, most in (("consent", 10), ("signals", 60), ("typing", 30)):
        for _ in range(most):
            answer = calls[call]()
            assert answer.status_code in (202, 204), answer.text
        limited(calls[call](), within=60)


def test_the_fifth_open_stream_of_a_credential_waits_until_one_has_ended(widget: Widget, office: Parts) -> None:
    widget.write("こんにちは")
    with ExitStack() as tabs:
        opened = [tabs.enter_context(widget.stream()) for _ in range(STREAMS_PER_CREDENTIAL)]
        assert [next(one).event for one in opened] == ["state"] * STREAMS_PER_CREDENTIAL
        limited(widget.http.get("/stream"), within=30)
        body = {"client_id": next(client_ids), "text": "五番目の窓から"}
        limited(widget.post("messages", headers={"Accept": "text/event-stream"}, **body), within=30)
        assert "五番目の窓から" not in str(widget.conversation())
        assert widget.post("messages", **body).status_code == 202, "the short answer needs no stream"
    for _ in range(200):
        with widget.http.stream("GET", "/stream") as answer:
            if answer.status_code == 200:
                break
        Event().wait(0.02)
    else:
        raise AssertionError("an ended stream still counts")


def test_a_message_that_is_refused_gives_its_stream_back(widget: Widget) -> None:
    widget.open()
    for _ in range(STREAMS_PER_CREDENTIAL + 1):
        answer = widget.post("messages", headers={"Accept": "text/event-stream"}, client_id=next(client_ids), text=" ")
        told(answer, status=422, code="message_empty")


def test_the_process_opens_no_more_streams_than_it_can_feed() -> None:
    for pace in (Pace(), unlimited()):
        with ExitStack() as streams:
            for number in range(STREAMS_IN_ALL):
                streams.enter_context(pace.stream(f"visitor {number}"))
            with pytest.raises(TooMany, match="rate_limited"), pace.stream("one more"):
                pass
        with pace.stream("one more"):
            pass


@pytest.mark.parametrize(
    ("call", "kind", "number"),
    [(call, kind, limit.amount) for call, limits in LIMITS.items() for kind, limit in limits],
)
def test_every_limit_lets_its_number_pass_and_no_more(call: str, kind: str, number: int) -> None:
    only = {call: tuple(one for one in LIMITS[call] if (one[0], one[1].amount) == (kind, number))}
    pace = Pace(only)
    for _ in range(number):
        pace.count(call, **{kind: "somebody"})
    pace.count(call, **{kind: "somebody else"})
    with pytest.raises(TooMany):
        pace.count(call, **{kind: "somebody"})
