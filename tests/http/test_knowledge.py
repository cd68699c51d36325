"""The console's knowledge: the list of documents, the try-out and what nobody's document answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.knowledge.library import Library
from app.models import Document, KnowledgeSource, MissingQuestion, Person
from tests.http.desk import post
from tests.http.shelf import MANAGER, REP, Shelf


@pytest.fixture
def shelf(database: Database, vault: Vault, clock: FixedClock, tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(database, vault, clock, folder=tmp_path)
    yield made
    made.library.close()


def dismiss(client: TestClient, questions: list[str]) -> Response:
    fields: dict[str, Any] = {"question": questions}
    return post(client, "/console/knowledge/missing/dismiss", **fields)


def titles(page: str) -> list[str]:
    return re.findall(r'<h3 class="know-title"[^>]*><a href="/console/knowledge/documents/[^"]+">([^<]+)</a>', page)


def test_every_document_is_listed_with_whether_it_may_be_used(shelf: Shelf) -> None:
    page = shelf.signed_in(REP).get("/console/knowledge").text
    assert sorted(titles(page)) == ["Security sheet", "料金プラン", "旧料金のご案内", "防爆対応について"]
    assert "まもなく期限（2026/12/10）" in page
    assert [page.count(f'class="status status-{kind}"') for kind in ("approved", "draft", "expired")] == [2, 1, 1]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("status=draft", ["防爆対応について"]),
        ("lang=en", ["Security sheet"]),
        ("kind=pricing&status=approved", ["料金プラン"]),
        ("q=ＳＥＣＵＲＩＴＹ", ["Security sheet"]),
        ("q=%3Cscript%3E", []),
    ],
)
def test_the_list_is_narrowed_by_status_language_kind_and_words(shelf: Shelf, wish: str, found: list[str]) -> None:
    page = shelf.signed_in(REP).get(f"/console/knowledge?{wish}").text
    assert titles(page) == found
    assert "<script>" not in page.replace("<script src", "")


def test_a_long_list_is_shown_a_page_at_a_time_and_keeps_what_is_looked_for(shelf: Shelf) -> None:
    now, many = shelf.clock.now(), range(51)
    plain = {"lang": "en", "kind": "faq", "body_hash": "x", "status": "draft", "revision": 9}
    rows = [Document(file=f"{n:02}.md", title=f"No. {n:02}", created_at=now, updated_at=now, **plain) for n in many]
    shelf.database.write(lambda session: session.add_all(rows))
    rep = shelf.signed_in(REP)
    page = rep.get("/console/knowledge?lang=en&kind=faq").text
    assert (len(titles(page)), "55 件中 51 件" in page, "2 ページ中 1 ページ目" in page) == (50, True, True)
    [after] = re.findall(r'rel="next" href="([^"]+)"', page)
    last = rep.get(unescape(after)).text
    assert titles(last) == ["No. 50"]
    assert 'rel="next"' not in last
    assert 'rel="prev" href="/console/knowledge?lang=en&amp;kind=faq&amp;page=1"' in last


def test_a_file_that_could_not_be_read_is_named_with_its_reason(shelf: Shelf) -> None:
    failure = {"file": "破損<b>.pdf", "code": "knowledge_file_damaged", "message": "no text in it"}
    source = KnowledgeSource(kind="folder", location="/docs", failures=[failure], at=shelf.clock.now())
    shelf.database.write(lambda session: session.add(source))
    page = shelf.signed_in(REP).get("/console/knowledge").text
    assert "破損&lt;b&gt;.pdf" in page
    assert "このファイルは読み取れません。" in page


def test_a_list_without_an_index_says_that_answers_go_on_without_documents(shelf: Shelf, tmp_path: Path) -> None:
    client = shelf.signed_in(REP)
    assert "索引は最新です（文書 3 件" in client.get("/console/knowledge").text
    bare = Library(shelf.database, tmp_path / "elsewhere", clock=shelf.clock)
    shelf.desk.app.state.services = replace(shelf.desk.services, library=bare)
    page = client.get("/console/knowledge").text
    assert "終わるまで、アシスタントは文書を使わずに応対します。" in page
    assert len(titles(page)) == 4
    bare.close()


def test_the_try_out_shows_the_reply_its_sources_and_how_strong_they_are(shelf: Shelf) -> None:
    page = (
        shelf.signed_in(REP).get("/console/knowledge/try", params={"q": "解約はいつまでに知らせればよいですか？"}).text
    )
    assert "文書をもとに回答します。" in page
    assert "解約は1か月前までに書面でお知らせください。" in page
    assert "[1] 料金プラン" in page
    assert f"/console/knowledge/documents/{shelf.document_id('ja/料金.md')}" in page


def test_the_try_out_is_narrowed_to_a_kind_and_keeps_what_was_chosen(shelf: Shelf) -> None:
    rep, asked = shelf.signed_in(REP), {"q": "解約はいつまでに知らせればよいですか？", "lang": "ja"}
    page = rep.get("/console/knowledge/try", params=asked | {"kind": "pricing"}).text
    assert "解約は1か月前までに書面でお知らせください。" in page
    assert re.findall(r'<option value="(\w+)"[^>]* selected>', page)[-2:] == ["ja", "pricing"]
    assert "解約は1か月前" not in rep.get("/console/knowledge/try", params=asked | {"kind": "faq"}).text
    assert rep.get("/console/knowledge/try", params=asked | {"kind": "<b>"}).status_code == 200


def test_the_try_out_says_what_a_draft_would_answer_where_it_is_asked_for(shelf: Shelf) -> None:
    rep, asked = shelf.signed_in(REP), {"q": "防爆エリア向けのセンサーはありますか？"}
    said = "防爆エリア向けのセンサーを準備しています。"
    assert said not in rep.get("/console/knowledge/try", params=asked).text
    page = rep.get("/console/knowledge/try", params=asked | {"drafts": "1"}).text
    assert said in page.partition('id="drafted-title"')[2].partition("</section>")[0]
    assert '<option value="1" selected>' in page
    assert said not in [one.text for one in shelf.library.search(asked["q"]).passages]


def test_a_price_is_told_in_the_try_out_as_a_prospect_would_hear_it(shelf: Shelf) -> None:
    page = shelf.signed_in(REP).get("/console/knowledge/try", params={"q": "いくらですか"}).text
    assert "文書をもとに回答します。" in page
    assert "98,000円" in page


def test_what_nobody_knows_is_said_in_the_words_the_prospect_would_read(shelf: Shelf) -> None:
    client = shelf.signed_in(REP)
    page = client.get("/console/knowledge/try", params={"q": "Who won the chess championship?", "lang": "en"}).text
    assert 'class="verdict verdict-unknown"' in page
    assert shelf.desk.services.texts("en", "act.dont_know") in page
    attack = client.get("/console/knowledge/try", params={"q": '"><script>alert(1)</script>', "lang": "<b>"}).text
    assert "<script>alert" not in attack
    assert shelf.database.read(lambda session: session.query(MissingQuestion).count()) == 0


def test_questions_stand_with_who_asked_them_and_what_most_asked_first(shelf: Shelf) -> None:
    shelf.asked("山本", "海外の工場にも設置してもらえますか？")
    shelf.asked("田中", "防爆エリアで使えますか？<script>")
    shelf.asked("小林", "防爆エリアで使えますか")
    page = shelf.signed_in(MANAGER).get("/console/knowledge/missing").text
    questions = re.findall(r'<h2 class="know-question"[^>]*>([^<]+)</h2>', page)
    assert questions == ["防爆エリアで使えますか", "海外の工場にも設置してもらえますか？"]
    assert "リード 2 件" in page
    assert f'<a href="/console/leads/{shelf.desk.seeded.leads["田中"]}">北斗精機株式会社 田中 一郎</a>' in page
    assert "&lt;script&gt;" in page


def test_a_dismissed_question_is_gone_and_a_second_click_changes_nothing(shelf: Shelf) -> None:
    shelf.asked("田中", "防爆エリアで使えますか？")
    manager = shelf.signed_in(MANAGER)
    shown = re.findall(r'name="question" value="([^"]+)"', manager.get("/console/knowledge/missing").text)
    for _ in range(2):
        answer = dismiss(manager, shown)
        assert (answer.status_code, answer.headers["location"]) == (303, "/console/knowledge/missing")
    assert "未回答の質問はありません" in manager.get("/console/knowledge/missing").text
    kept = shelf.database.read(lambda session: session.query(MissingQuestion).one())
    assert (kept.state, kept.closed_by) == ("dismissed", shelf.desk.seeded.manager)


def test_what_is_asked_after_the_page_was_shown_is_not_dismissed_with_it(shelf: Shelf) -> None:
    for name in ("田中", "小林"):
        shelf.asked(name, "防爆エリアで使えますか？")
    manager = shelf.signed_in(MANAGER)
    shown = re.findall(r'name="question" value="([^"]+)"', manager.get("/console/knowledge/missing").text)
    shelf.asked("山本", "防爆エリアで使えますか？")
    dismiss(manager, shown)
    states = shelf.database.read(
        lambda session: session.query(MissingQuestion.state).order_by(MissingQuestion.at).all()
    )
    assert [state for (state,) in states] == ["dismissed", "dismissed", "open"]


def test_a_rep_sees_only_what_the_own_teams_leads_asked(shelf: Shelf) -> None:
    shelf.asked("田中", "防爆エリアで使えますか？")
    assert "防爆エリア" in shelf.signed_in(REP).get("/console/knowledge/missing").text
    stranger = shelf.signed_in("emma@hibiki.example")
    assert "防爆エリア" not in stranger.get("/console/knowledge/missing").text
    shelf.database.write(
        lambda session: session.query(Person).filter_by(id=shelf.desk.seeded.stranger).update({"team_id": None})
    )
    assert "防爆エリア" not in stranger.get("/console/knowledge/missing").text
