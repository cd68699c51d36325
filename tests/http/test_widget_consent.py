"""Consent to being observed: on whose site, in which words, and what is left when it is taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.briefing.read import read
from app.core.ids import new_token
from app.leads.consent import ASKED
from app.main import Parts
from app.models import Assignment, Consent, Conversation, CredentialSession, Lead, Signal, SlaClock
from app.routing import clock
from tests.http.widget_client import OTHER_ORIGIN, OTHER_SITE, PAGE, Widget, base, client_ids, office, told

__all__ = ["base", "office"]  # fixtures
TEXTS = Path(__file__).parents[2] / "widget/src/texts"
T = TypeVar("T")


def consent(widget: Widget, visitor: str, *, granted: bool, version: str = "2026-11") -> Any:
    words: dict[str, Any] = {"version": version, "lang": widget.lang, "page": PAGE}
    return widget.post("consent", site=widget.site, behaviour_id=visitor, granted=granted, **words)


def look(widget: Widget, visitor: str, *paths: str, title: str = "料金") -> Any:
    views = [{"kind": "page_view", "path": path, "title": title} for path in paths]
    return widget.post("signals", headers={"X-Sokuo-Visitor": visitor}, site=widget.site, events=views)


def watched(base: str, *paths: str, **more: str) -> tuple[Widget, str]:
    """Return a visitor who agreed and looked at pages, and the behaviour id."""
    widget, visitor = Widget(base), new_token("sbv")
    assert consent(widget, visitor, granted=True).status_code == 204
    assert look(widget, visitor, *paths, **more).status_code == 202
    return widget, visitor


def row(office: Parts, fn: Callable[[Session], T]) -> T:
    return office.database.read(fn)


def test_a_withdrawal_takes_back_what_was_concluded_but_eases_no_clock(base: str, office: Parts) -> None:
    widget, visitor = watched(base, "/pricing", "/pricing", "/cases/tanabe-foods")
    widget.open(behaviour_id=visitor)
    page = {"path": "/cases/tanabe-foods", "title": "導入事例"}
    text = "できるだけ早く始めたいです。tanaka@minato.example"
    sent = widget.post("messages", client_id=next(client_ids), text=text, page=page)
    conversation_id = UUID(sent.json()["conversation_id"])
    widget.ask("よろしくお願いします")  # to the end of the turn

    def lead(session: Session) -> Lead:
        return session.get_one(Lead, session.get_one(Conversation, conversation_id).lead_id)

    before = row(office, lead)
    assert before.band == "hot"
    assert {"pricing_twice", "case_read"} <= {reason["code"] for reason in before.reasons}
    assignment = row(office, lambda s: s.scalars(select(Assignment).where(Assignment.lead_id == before.id)).one())
    office.database.write(lambda s: clock.start(s, assignment.id, notified_at=office.clock.now()))
    running = row(office, lambda s: clock.running(s, before.id))
    assert running is not None

    assert consent(widget, visitor, granted=False).status_code == 204

    after = row(office, lead)
    assert (after.band, after.visitor_id) == ("warm", None)
    assert after.score < before.score
    assert not {"pricing_twice", "case_read"} & {reason["code"] for reason in after.reasons}
    assert {"asap", "email"} <= {reason["code"] for reason in after.reasons}
    still = row(office, lambda s: s.scalars(select(SlaClock).where(SlaClock.lead_id == before.id)).one())
    assert (still.band, still.escalate_due_at) == ("hot", running.escalate_due_at)
    facts = row(office, lambda s: read(s, office.vault, lead_id=before.id, now=office.clock.now()))
    assert facts.viewed == ()
    assert row(office, lambda s: s.get_one(Conversation, conversation_id).page) == PAGE  # where the panel was opened


def test_what_a_withdrawal_deletes_is_gone_from_the_disk(base: str, office: Parts) -> None:
    widget, visitor = watched(base, "/pricing", title="忘れられるべき頁")
    assert any("忘れられるべき頁".encode() in file.read_bytes() for file in database_files(office))
    assert consent(widget, visitor, granted=False).status_code == 204
    assert not any("忘れられるべき頁".encode() in file.read_bytes() for file in database_files(office))


def database_files(office: Parts) -> list[Path]:
    return list(office.settings.data_dir.glob("sokuo.db*"))


def test_a_text_nobody_was_shown_is_no_consent_but_any_words_are_a_refusal(base: str, office: Parts) -> None:
    widget, visitor = Widget(base), new_token("sbv")
    for version in ("2020-01", "", "sites:1"):
        error = told(
            consent(widget, visitor, granted=True, version=version), status=422, code="consent_version_unknown"
        )
        assert "同意文" in error["message"]
    told(look(widget, visitor, "/pricing"), status=403, code="consent_missing")
    assert consent(widget, visitor, granted=True, version="site:banner-7").status_code == 204
    assert consent(widget, visitor, granted=False, version="2020-01").status_code == 204
    newest = select(Consent).order_by(Consent.at.desc(), Consent.id.desc()).limit(2)
    said = row(office, lambda s: s.scalars(newest).all())
    assert [(one.granted, one.version) for one in said] == [(False, "2020-01"), (True, "site:banner-7")]


def test_the_accepted_version_is_that_of_the_shipped_question() -> None:
    """Whoever changes the question gives it a new version, in the widget and in `ASKED`."""
    texts = {lang: json.loads((TEXTS / f"{lang}.json").read_text("utf-8")) for lang in ("ja", "en")}
    assert {words["consentVersion"] for words in texts.values()} == {"2026-11"}
    assert "2026-11" in ASKED
    asked = {lang: hashlib.sha256(words["consentAsk"].encode()).hexdigest()[:12] for lang, words in texts.items()}
    assert asked == {"ja": "75268c0f2cf7", "en": "0ea59b83fb20"}


def test_a_behaviour_id_is_worth_nothing_on_another_site(base: str, office: Parts) -> None:
    _, visitor = watched(base, "/pricing")
    elsewhere = Widget(base, origin=OTHER_ORIGIN, site=OTHER_SITE)
    before = row(office, lambda s: s.scalar(select(func.count()).select_from(Signal)))
    told(look(elsewhere, visitor, "/pricing"), status=403, code="consent_missing")
    elsewhere.open(behaviour_id=visitor)
    opened = select(CredentialSession).order_by(CredentialSession.id.desc()).limit(1)
    assert row(office, lambda s: s.scalars(opened).one()).visitor_id is None
    assert consent(elsewhere, visitor, granted=False).status_code == 204
    assert row(office, lambda s: s.scalar(select(func.count()).select_from(Signal))) == before
    assert consent(elsewhere, visitor, granted=True).status_code == 204  # its own consent, of another visitor


def test_which_ai_notice_was_shown_stays_with_the_conversation(base: str, office: Parts) -> None:
    versions = []
    for widget in (Widget(base), Widget(base, lang="en"), Widget(base, origin=OTHER_ORIGIN, site=OTHER_SITE)):
        notice = widget.open()["notice"]
        written = UUID(widget.write("Hello, how much does it cost per month?").json()["conversation_id"])
        kept = row(office, lambda s, key=written: s.get_one(Conversation, key))  # type: ignore[misc]
        assert (kept.notice_version, kept.notice_lang) == (notice["version"], widget.lang)
        assert kept.notice_at == office.clock.now()
        versions.append(notice["version"])
        assert Widget(base, lang=widget.lang, origin=widget.http.headers["Origin"], site=widget.site).open()[
            "notice"
        ] == (notice)
    assert len(set(versions)) == 3  # another language or company is another text
