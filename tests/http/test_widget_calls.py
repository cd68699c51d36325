"""Every call of the widget, by the answers it gives."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core.clock import FixedClock
from app.leads.visitors import CREDENTIAL_TTL
from app.main import Parts
from app.models import Consent, Conversation, CredentialSession, Lead, Message, Signal, Site
from app.models.base import Base
from tests.http.widget_client import (
    OTHER_ORIGIN,
    OTHER_SITE,
    PAGE,
    Widget,
    base,
    client_ids,
    office,
    shown,
    told,
)

__all__ = ["base", "office"]  # fixtures
VISITOR = "sbv_" + "a" * 22


def count(office: Parts, table: type[Base]) -> int:
    return office.database.read(lambda s: s.scalar(select(func.count()).select_from(table))) or 0


def consent(widget: Widget, *, granted: bool, visitor: str = VISITOR) -> Any:
    words = {"version": "site:banner", "lang": widget.lang, "page": PAGE}
    return widget.post("consent", site=widget.site, behaviour_id=visitor, granted=granted, **words)


def look(widget: Widget, *paths: str, visitor: str = VISITOR) -> Any:
    views = [{"kind": "page_view", "path": path, "title": "料金"} for path in paths]
    return widget.post("signals", headers={"X-Sokuo-Visitor": visitor}, site=widget.site, events=views)


def test_nothing_is_observed_without_recorded_consent(base: str, office: Parts) -> None:
    widget, before = Widget(base), count(office, Signal)
    error = told(look(widget, "/pricing", visitor="sbv_" + "n" * 22), status=403, code="consent_missing")
    assert "同意" in error["message"]
    told(widget.post("signals", site=widget.site, events=[]), status=403, code="consent_missing")
    assert count(office, Signal) == before


def test_consent_is_kept_with_its_words_and_a_refusal_erases_what_was_observed(base: str, office: Parts) -> None:
    widget, before = Widget(base), count(office, Signal)
    assert consent(widget, granted=True).status_code == 204
    assert look(widget, "/pricing", "/cases/tanabe-foods").status_code == 202
    assert count(office, Signal) == before + 2
    assert consent(widget, granted=False).status_code == 204
    assert count(office, Signal) == before
    told(look(widget, "/pricing"), status=403, code="consent_missing")
    said = office.database.read(lambda s: s.scalars(select(Consent).order_by(Consent.at, Consent.id)).all())[-2:]
    assert [(one.granted, one.version, one.lang, one.path) for one in said] == [
        (True, "site:banner", "ja", "/pricing"),
        (False, "site:banner", "ja", "/pricing"),
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_session_shows_who_answers_before_anything_is_said(base: str, office: Parts, lang: str) -> None:
    session = Widget(base, lang=lang).open()
    assert session["token"].startswith("sct_")
    assert "AI" in session["notice"]["text"]
    assert {reply["id"] for reply in session["quick_replies"]} == {"price", "case", "human"}
    stored = office.database.read(
        lambda s: s.scalars(select(CredentialSession).order_by(CredentialSession.id.desc())).first()
    )
    assert stored is not None
    assert (stored.notice_version, stored.notice_at) == (session["notice"]["version"], office.clock.now())
    assert session["token"].encode() not in stored.token_hash


def test_a_message_is_on_disk_when_it_is_answered(base: str, office: Parts) -> None:
    widget = Widget(base)
    answer = widget.write("料金を教えてください")
    assert answer.status_code == 202
    assert answer.json().keys() == {"id", "seq", "conversation_id"}
    kept = office.database.read(
        lambda s: s.scalars(select(Message).where(Message.text == "料金を教えてください")).all()
    )
    assert answer.json()["id"] in [str(message.id) for message in kept]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ja", "料金はいくらですか。夜間の停止に困っています"), ("en", "How much does it cost per month?")],
)
def test_a_turns_stream_is_the_message_the_opener_the_reply_and_the_end(base: str, lang: str, text: str) -> None:
    read = Widget(base, lang=lang).ask(text)
    messages = [event.data for event in read if event.event == "message" and event.data["state"] == "final"]
    assert [(one["kind"], one["author"]) for one in messages] == [
        ("message", "contact"),
        ("opener", "assistant"),
        ("reply", "assistant"),
    ]
    assert [one["seq"] for one in messages] == sorted({one["seq"] for one in messages})
    assert (read[-1].event, read[-1].data) == ("turn.end", {"seq": messages[0]["seq"]})
    assert "AI" in messages[1]["text"]
    assert messages[2]["citations"], "the answer names its source"
    assert messages[2]["origin"] == "template"


def test_the_same_client_id_gives_the_same_answer_and_no_second_message(base: str, office: Parts) -> None:
    widget, client_id = Widget(base), next(client_ids)
    first = widget.ask("導入事例を見せてください", client_id=client_id)
    messages = count(office, Message)
    again = widget.write("導入事例を見せてください", client_id=client_id)
    assert again.status_code == 202
    inbound = next(event.data for event in first if event.event == "message" and event.data["direction"] == "inbound")
    assert (again.json()["id"], again.json()["seq"]) == (inbound["id"], inbound["seq"])
    assert list(shown(widget.ask("導入事例を見せてください", client_id=client_id)).values()) == [
        message for message in shown(first).values() if message["state"] == "final"
    ]
    assert count(office, Message) == messages


def test_the_same_first_message_sent_five_times_at_once_is_one_lead(base: str, office: Parts) -> None:
    widget, client_id = Widget(base), next(client_ids)
    widget.open()
    leads, messages = count(office, Lead), count(office, Message)
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda _: widget.write("見積もりをお願いします", client_id=client_id), range(5)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.text for answer in answers}) == 1
    widget.ask("見積もりをお願いします", client_id=client_id)  # to the end of the turn
    assert count(office, Lead) == leads + 1
    assert count(office, Message) == messages + 3


def test_a_reload_shows_the_whole_conversation(base: str) -> None:
    widget = Widget(base)
    live = shown(widget.ask("電池は何年もちますか"))
    found = widget.conversation()
    assert {message["id"]: message for message in found["messages"]} == live
    assert (found["owner"], found["rep"], found["lang"]) == ("assistant", None, "ja")
    assert found["last_seq"] == max(message["changed_seq"] for message in found["messages"])


def test_before_the_first_message_there_is_nothing_to_read(base: str) -> None:
    widget = Widget(base)
    widget.open()
    for call in ("conversation", "stream"):
        told(widget.http.get(f"/{call}"), status=409, code="no_conversation")
    told(widget.post("typing"), status=409, code="no_conversation")


def test_a_message_before_a_session_is_refused_and_nothing_is_kept(base: str, office: Parts) -> None:
    widget, before = Widget(base), count(office, Message)
    answer = widget.post("messages", client_id=next(client_ids), text="こんにちは")
    assert told(answer, status=401, code="credential_missing")["kept"] is False
    assert count(office, Message) == before


@pytest.mark.parametrize("token", ["sct_wrong", "x" * 150, "sct_", "ű".encode().decode("latin-1")])
def test_a_wrong_token_opens_nothing(base: str, token: str) -> None:
    widget = Widget(base)
    answer = widget.http.get("/conversation", headers={"Authorization": f"Bearer {token}".encode("latin-1")})
    assert "もう一度" in told(answer, status=401, code="credential_unknown")["message"]


def test_P5_a_visitor_never_reads_another_visitors_conversation(base: str, office: Parts) -> None:
    first, second = Widget(base), Widget(base)
    secret = "秘密の工場は青葉二号です"
    first.ask(secret)
    second.ask("こんにちは")
    assert secret not in second.http.get("/conversation").text
    assert first.conversation()["conversation_id"] != second.conversation()["conversation_id"]
    with second.stream() as stream:
        read = [next(stream) for _ in range(3)]
    assert secret not in str(read)
    assert secret not in str(second.ask("私の工場の名前を教えてください"))


def test_P5_a_credential_is_worth_nothing_on_another_site(base: str) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    elsewhere = Widget(base, origin=OTHER_ORIGIN, site=OTHER_SITE)
    elsewhere.token = widget.token
    for call in ("conversation", "stream"):
        told(elsewhere.http.get(f"/{call}"), status=403, code="origin_foreign")
    told(elsewhere.write("こんにちは"), status=403, code="origin_foreign")
    assert Widget(base, origin=OTHER_ORIGIN, site=OTHER_SITE).ask("こんにちは")[-1].event == "turn.end"


def test_a_credential_ends_a_day_after_its_last_use(base: str, office: Parts) -> None:
    assert isinstance(office.clock, FixedClock)
    start = office.clock.now()
    used, unused = Widget(base), Widget(base)
    used.write("こんにちは")
    unused.write("こんにちは")
    try:
        office.clock.advance(CREDENTIAL_TTL - timedelta(hours=1))
        used.conversation()
        office.database.write(lambda _: None)  # the note that it was used is before this
        office.clock.advance(timedelta(hours=2))
        used.conversation()
        told(unused.http.get("/conversation"), status=401, code="credential_expired")
        told(unused.write("まだいますか"), status=401, code="credential_expired")
    finally:
        office.clock.set(start)


def test_the_end_of_a_conversation_revokes_its_credential(base: str, office: Parts) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    assert widget.post("end").status_code == 204
    told(widget.http.get("/conversation"), status=401, code="credential_unknown")
    told(widget.write("もう一度"), status=401, code="credential_unknown")


def test_a_site_that_was_switched_off_takes_nothing_on_old_credentials(base: str, office: Parts) -> None:
    widget, before = Widget(base, origin=OTHER_ORIGIN, site=OTHER_SITE), count(office, Message)
    widget.open()

    def switch(session: Any, *, on: bool) -> None:
        session.scalars(select(Site).where(Site.key == OTHER_SITE)).one().active = on

    office.database.write(lambda s: switch(s, on=False))
    try:
        told(widget.write("まだ届きますか"), status=404, code="site_unknown")
        assert count(office, Message) == before
    finally:
        office.database.write(lambda s: switch(s, on=True))


def test_what_belongs_to_one_conversation_is_stored_by_nobody_on_the_way(base: str) -> None:
    widget = Widget(base)
    session = widget.post("sessions", site=widget.site, lang="ja", page=PAGE)
    widget.token = session.json()["token"]
    written = widget.write("こんにちは")
    for answer in (session, written, widget.http.get("/conversation")):
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_cors_names_the_exact_origin_of_the_site_and_no_other(base: str, method: str) -> None:
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": "authorization,content-type"}
    widget = Widget(base)
    allowed = widget.http.options("/messages", headers=asked)
    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == "https://www.minamo.example"
    assert "Authorization" in allowed.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in allowed.headers
    assert allowed.headers["vary"] == "Origin"
    for origin in (
        "https://evil.example",
        "https://www.minamo.example.evil.example",
        "null",
        "http://www.minamo.example",
    ):
        refused = widget.http.options("/messages", headers={**asked, "Origin": origin})
        assert refused.status_code == 403
        assert "access-control-allow-origin" not in refused.headers


def test_a_foreign_origin_gets_no_session_and_cannot_read_the_answer(base: str, office: Parts) -> None:
    before = count(office, CredentialSession)
    answer = Widget(base, origin="https://evil.example").post("sessions", site="pk_demo", lang="en", page=PAGE)
    assert told(answer, status=403, code="origin_foreign")["message"].startswith("This page")
    assert "access-control-allow-origin" not in answer.headers
    assert count(office, CredentialSession) == before


def test_an_unknown_site_key_is_said_in_the_language_of_the_call(base: str) -> None:
    for lang, says in (("ja", "サイト"), ("en", "site")):
        answer = Widget(base, lang="ja", site="pk_nobody").post("sessions", site="pk_nobody", lang=lang, page=PAGE)
        assert says in told(answer, status=404, code="site_unknown")["message"]
        assert answer.headers["access-control-allow-origin"] == "https://www.minamo.example"


def test_an_ended_conversation_takes_no_more_messages(base: str, office: Parts) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    conversation_id = widget.conversation()["conversation_id"]

    def end(session: Any) -> None:
        found = session.scalars(select(Conversation)).all()
        next(one for one in found if str(one.id) == conversation_id).ended_at = office.clock.now()

    office.database.write(end)
    told(widget.write("まだいますか"), status=409, code="conversation_ended")
