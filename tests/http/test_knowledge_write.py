"""Writing in the console: drafts, approval, versions, other people's edits, and what must not get in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.knowledge.versions import Shown
from app.models import Citation, Document, DocumentVersion, Message, MissingQuestion
from tests.http.desk import post
from tests.http.shelf import MANAGER, REP, Shelf

WRITE = "/console/knowledge/write"
FIELDS = {
    "title": "防爆エリアでの設置",
    "lang": "ja",
    "kind": "faq",
    "body": "## 防爆\r\n\r\n防爆エリアではゾーン2で使えます。",
    "url": "/faq/explosion",
    "glossary": "防爆 = explosion-proof",
}


@pytest.fixture
def shelf(database: Database, vault: Vault, clock: FixedClock, tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(database, vault, clock, folder=tmp_path)
    yield made
    made.library.close()


@pytest.fixture
def manager(shelf: Shelf) -> TestClient:
    return shelf.signed_in(MANAGER)


def save(client: TestClient, act: str = "draft", **fields: Any) -> str:
    """Send the form and return the address of the document."""
    answer = post(client, WRITE, page=WRITE, act=act, **(FIELDS | fields))
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).partition("?")[0]


def shown(shelf: Shelf, address: str) -> Shown:
    document_id = UUID(address.rsplit("/", 1)[1])
    return shelf.library.show(shelf.database.read(lambda s: s.get_one(Document, document_id).file))


def form_of(client: TestClient, document_id: str) -> dict[str, str]:
    """Return what the form of a document is filled with."""
    page = client.get(f"{WRITE}?document={document_id}").text
    inputs = {
        name: unescape(value) for name, value in re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', page)
    }
    areas = {name: unescape(text) for name, text in re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n([^<]*)<', page)}
    picked = dict(re.findall(r'<select id="(\w+)".*?<option value="(\w+)" selected', page, re.S))
    return inputs | areas | picked


def test_a_draft_answers_nothing_until_a_manager_approves_it(shelf: Shelf, manager: TestClient) -> None:
    address = save(manager)
    assert "status-draft" in manager.get(address).text
    assert "防爆エリアでの設置" not in [one.title for one in shelf.library.search("防爆エリアで使えますか").passages]
    assert post(manager, f"{address}/approve", page=address, version="1").status_code == 303
    document = shown(shelf, address).document
    assert (document.status, document.approved_by) == ("approved", "中村 恵")
    assert shelf.library.search("防爆エリアで使えますか").passages[0].title == "防爆エリアでの設置"
    assert "防爆エリアではゾーン2で使えます。" in manager.get(address).text


def test_the_same_form_sent_twice_makes_one_document(shelf: Shelf, manager: TestClient) -> None:
    address = save(manager)
    assert save(manager) == address
    assert [save(manager, "approve") for _ in range(2)] == [address] * 2
    assert [version.number for version in shown(shelf, address).versions] == [1]


def test_a_document_a_colleague_has_written_already_is_shown_instead_of_changed(
    shelf: Shelf, manager: TestClient
) -> None:
    save(manager)
    found = shelf.library.list()
    rows = {"by": "小林 玲子"}
    shelf.database.write(lambda s: s.query(DocumentVersion).filter_by(by="中村 恵").update(rows))
    answer = post(manager, WRITE, page=WRITE, act="approve", **FIELDS)
    assert "まったく同じ文書がすでにある" in manager.get(answer.headers["location"]).text
    assert shelf.library.list() == found


def test_an_edit_is_a_new_version_that_can_be_compared_and_taken_back(shelf: Shelf, manager: TestClient) -> None:
    address = save(manager, "approve")
    document = address.rsplit("/", 1)[1]
    begun = form_of(manager, document)
    assert (begun["title"], begun["kind"], begun["glossary"]) == ("防爆エリアでの設置", "faq", "防爆 = explosion-proof")
    assert begun["body"] == "## 防爆\n\n防爆エリアではゾーン2で使えます。"
    save(manager, "approve", document=document, version="1", body="防爆エリアではゾーン1でも使えます。")
    compared = manager.get(f"{address}?before=1&after=2").text
    assert '<span class="diff-in">+防爆エリアではゾーン1でも使えます。' in compared
    assert '<span class="diff-out">-防爆エリアではゾーン2で使えます。' in compared
    assert post(manager, f"{address}/approve", page=address, version="1").status_code == 303
    assert {version.number: version.state for version in shown(shelf, address).versions} == {2: "past", 1: "live"}


def test_an_edit_that_would_undo_somebody_elses_is_stopped_and_loses_nothing(shelf: Shelf, manager: TestClient) -> None:
    address = save(manager, "approve")
    document = address.rsplit("/", 1)[1]
    save(manager, "approve", document=document, version="1", body="恵の版です。")
    late = post(
        manager, WRITE, page=WRITE, **(FIELDS | {"body": "遅れた版です。"}), act="draft", document=document, version="1"
    )
    assert late.status_code == 409
    assert "第2版が保存されました" in late.text
    assert "遅れた版です。</textarea>" in late.text
    assert '<span class="diff-out">-恵の版です。' in late.text
    assert shown(shelf, address).versions[0].text == "恵の版です。"
    begun = re.search(r'name="version" value="(\d+)"', late.text)
    assert begun is not None
    save(manager, document=document, version=begun[1], body="遅れた版です。")
    assert shown(shelf, address).versions[0].text == "遅れた版です。"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "  ", "入力してください。"),
        ("body", "\n", "入力してください。"),
        ("body", "長" * 100_001, "長すぎます。"),
        ("url", "/\\evil.example/x", "/ または https:// で始まるアドレスを入力してください。"),
        ("url", "javascript:alert(1)", "/ または https:// で始まるアドレスを入力してください。"),
        ("kind", "secret", "選択肢から選んでください。"),
        ("valid_until", "2026-02-30", "日付を確かめてください。"),
        ("glossary", "防爆だけ", "「日本語 = English」の形になっていない行があります。"),
    ],
)
def test_what_cannot_be_saved_comes_back_as_it_was_typed(
    shelf: Shelf, manager: TestClient, field: str, value: str, words: str
) -> None:
    answer = post(manager, WRITE, page=WRITE, act="approve", **(FIELDS | {"customer": "<b>北斗</b>", field: value}))
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text
    assert words in answer.text
    assert 'value="&lt;b&gt;北斗&lt;/b&gt;"' in answer.text
    assert len(shelf.library.list()) == 4


def test_a_period_that_ends_before_it_begins_is_refused(manager: TestClient) -> None:
    period = {"valid_from": "2027-04-01", "valid_until": "2027-03-31"}
    answer = post(manager, WRITE, page=WRITE, act="draft", **(FIELDS | period))
    assert "最終日が初日より前になっています。" in answer.text


def test_a_preview_saves_nothing_and_runs_nothing(shelf: Shelf, manager: TestClient) -> None:
    attack = "# 見出し\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://evil.example/y.png)\n\n- 一つ"
    page = post(manager, WRITE, page=WRITE, act="preview", **(FIELDS | {"body": attack})).text
    seen = page.partition('<div class="prose"')[2].partition("</section>")[0]
    assert "<h3>見出し</h3>" in seen
    assert "<li>一つ</li>" in seen
    assert not re.search(r"<script|<img|href=.javascript", seen)
    assert len(shelf.library.list()) == 4


def test_a_long_document_fits_and_other_forms_stay_small(shelf: Shelf, manager: TestClient) -> None:
    address = save(manager, body="長い説明です。" * 10_000)
    assert len(shown(shelf, address).versions[0].text) == 70_000
    refused = post(manager, f"{address}/approve", page=address, version="1", more="x" * 70_000)
    assert refused.status_code == 413


def test_a_file_keeps_its_text_and_takes_its_fields_from_the_console(shelf: Shelf, manager: TestClient) -> None:
    document = str(shelf.document_id("ja/料金.md"))
    page = manager.get(f"{WRITE}?document={document}").text
    assert "本文はファイル「ja/料金.md」にあります。" in page
    assert '<textarea id="body"' not in page
    typed = form_of(manager, document) | {"valid_until": "2027-12-31", "body": "書き換え"}
    save(manager, **{name: value for name, value in typed.items() if name != "csrf"})
    changed = shelf.library.show("ja/料金.md")
    assert str(changed.document.valid_until) == "2027-12-31"
    assert "98,000円" in changed.versions[0].text
    assert changed.versions[0].console.keys() == {"valid_until"}


def test_a_withdrawn_document_answers_nothing_until_it_is_restored(shelf: Shelf, manager: TestClient) -> None:
    address = f"/console/knowledge/documents/{shelf.document_id('ja/料金.md')}"
    for _ in range(2):
        assert post(manager, f"{address}/withdraw", page=address).status_code == 303
    assert shelf.library.search("解約はいつまでですか").verdict == "unknown"
    assert "status-withdrawn" in manager.get(address).text
    assert post(manager, f"{address}/restore", page=address).status_code == 303
    assert shelf.library.search("解約はいつまでに知らせますか").passages[0].file == "ja/料金.md"


def test_saving_a_withdrawn_document_says_whether_it_answers_again(shelf: Shelf, manager: TestClient) -> None:
    address = save(manager, "approve")
    post(manager, f"{address}/withdraw", page=address)
    document = address.rsplit("/", 1)[1]
    assert "承認して保存すると、もう一度使われます。" in manager.get(f"{WRITE}?document={document}").text
    save(manager, document=document, version="1", body="下書きです。")
    assert "取り下げられたままのため、回答には使われません。" in manager.get(f"{address}?saved=draft").text
    save(manager, "approve", document=document, version="2", body="新しい版です。")
    assert "これからの回答に使われます。" in manager.get(f"{address}?saved=live").text
    assert shown(shelf, address).document.status == "approved"

    file = shelf.document_id("ja/料金.md")
    shelf.library.withdraw("ja/料金.md")
    page = f"/console/knowledge/documents/{file}"
    assert "項目を保存しても取り下げたままです。" in manager.get(f"{WRITE}?document={file}").text
    save(manager, **(form_of(manager, str(file)) | {"url": "/fees"}))
    assert "取り下げられたままのため、回答には使われません。" in manager.get(f"{page}?saved=past").text


def test_writing_the_document_answers_the_question_once_it_is_approved(shelf: Shelf, manager: TestClient) -> None:
    shelf.asked("田中", "防爆エリアで使えますか？")
    shelf.asked("小林", "防爆エリアで使えますか")
    page = manager.get("/console/knowledge/missing").text
    begun = re.search(r'href="(/console/knowledge/write\?question=[^"]+)"', page)
    assert begun is not None
    form = manager.get(begun[1]).text
    assert 'value="防爆エリアで使えますか"' in form
    address = save(manager, question=begun[1].partition("=")[2])
    assert f'href="{address}"' in manager.get("/console/knowledge/missing").text
    shelf.asked("山本", "防爆エリアで使えますか。")
    post(manager, f"{address}/approve", page=address, version="1")
    assert "未回答の質問はありません" in manager.get("/console/knowledge/missing").text
    kept = shelf.database.read(lambda s: s.query(MissingQuestion).all())
    assert {(one.state, str(one.document_id)) for one in kept} == {("answered", address.rsplit("/", 1)[1])}


def test_a_document_names_the_leads_it_answered_to_whom_may_see_them(shelf: Shelf) -> None:
    document_id, lead = shelf.document_id("ja/料金.md"), shelf.desk.seeded.leads["田中"]
    cited = Citation(n=1, document_id=document_id, file="x", title="x", lang="ja", passage="月額料金は", score=1.0)
    first = {"conversation_id": shelf.desk.seeded.conversations["田中"], "seq": 3}
    cited.message_id = shelf.database.read(lambda s: s.query(Message.id).filter_by(**first).scalar())
    shelf.database.write(lambda s: s.add(cited))
    address = f"/console/knowledge/documents/{document_id}"
    assert f'<a href="/console/leads/{lead}">北斗精機株式会社 田中 一郎</a>' in shelf.signed_in(REP).get(address).text
    stranger = shelf.signed_in("emma@hibiki.example").get(address).text
    assert "北斗精機" not in stranger
    assert "other teams" in stranger
