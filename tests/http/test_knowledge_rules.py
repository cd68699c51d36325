"""What holds for every address of the knowledge: who may look, who may change, and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.models import Document, DocumentVersion, MissingQuestion, Person
from tests.http.desk import post
from tests.http.shelf import MANAGER, PAGES, REP, Shelf


@pytest.fixture
def shelf(database: Database, vault: Vault, clock: FixedClock, tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(database, vault, clock, folder=tmp_path)
    made.asked("田中", "防爆エリアで使えますか？")
    yield made
    made.library.close()


def paths(shelf: Shelf, method: str) -> list[str]:
    question = shelf.database.read(lambda s: s.query(MissingQuestion.id).scalar())
    known = {"document_id": shelf.document_id("ja/下書き.md"), "question_id": question}
    routes = [route for page in PAGES for route in page.router.routes if isinstance(route, APIRoute)]
    found = [route.path for route in routes if method in route.methods]
    return [re.sub(r"{(\w+)}", lambda name: str(known[name[1]]), path) for path in found]


def kept(shelf: Shelf) -> tuple[list[str], int, int]:
    return shelf.database.read(
        lambda s: (
            sorted(status for (status,) in s.query(Document.status)),
            s.query(DocumentVersion).count(),
            s.query(MissingQuestion).filter_by(state="open").count(),
        )
    )


def test_nobody_sees_or_changes_anything_without_a_session(shelf: Shelf) -> None:
    before = kept(shelf)
    for path in paths(shelf, "GET"):
        answer = shelf.desk.client.get(path)
        assert (answer.status_code, answer.headers["location"].startswith("/login")) == (303, True), path
    for path in paths(shelf, "POST"):
        refused = post(shelf.desk.client, path, page="/login", version="1", act="approve", title="x", body="x")
        assert refused.headers["location"].startswith("/login"), path
    assert kept(shelf) == before


def test_a_rep_reads_everything_and_changes_nothing(shelf: Shelf) -> None:
    rep, before = shelf.signed_in(REP), kept(shelf)
    for path in paths(shelf, "GET"):
        page = rep.get(path)
        assert page.status_code == (403 if path.endswith("/write") else 200), path
        assert not re.search(r'<form method="post" action="/console/knowledge|href="[^"]*/write', page.text), path
    for path in paths(shelf, "POST"):
        refused = post(rep, path, version="1", act="approve", title="x", body="x", lang="ja", kind="faq")
        assert refused.status_code == 403, path
    assert kept(shelf) == before


@pytest.mark.parametrize("role", ["manager", "admin"])
def test_managers_and_admins_change_what_may_be_said(shelf: Shelf, role: str) -> None:
    shelf.database.write(lambda s: s.query(Person).filter_by(id=shelf.desk.seeded.manager).update({"role": role}))
    client = shelf.signed_in(MANAGER)
    for path in paths(shelf, "POST"):
        fields = {"version": "1", "act": "draft", "title": "x", "body": "x", "lang": "ja", "kind": "faq"}
        fields["question"] = str(shelf.database.read(lambda s: s.query(MissingQuestion.id).scalar()))
        assert post(client, path, **fields).status_code in (303, 409), path
    statuses, _, asked = kept(shelf)
    assert (statuses.count("draft"), asked) == (1, 0)


def test_every_action_refuses_a_form_without_token_or_from_elsewhere(shelf: Shelf) -> None:
    manager, before = shelf.signed_in(MANAGER), kept(shelf)
    posts = paths(shelf, "POST")
    assert len(posts) == 5
    for path in posts:
        bare = manager.post(path, data={"version": "1", "act": "approve", "title": "x", "body": "x"})
        assert (bare.status_code, "form_expired" in bare.text) == (403, True), path
        foreign = manager.post(path, headers={"Origin": "https://evil.example"})
        assert (foreign.status_code, "origin_refused" in foreign.text) == (403, True), path
        assert manager.get(path).status_code in (200, 404, 405), path
    assert kept(shelf) == before


def test_what_is_not_there_is_not_found(shelf: Shelf) -> None:
    manager = shelf.signed_in(MANAGER)
    for path in (f"/console/knowledge/documents/{new_id()}", "/console/knowledge/documents/..%2Fsecret.key"):
        assert manager.get(path).status_code == 404, path
    document = f"/console/knowledge/documents/{shelf.document_id('ja/料金.md')}"
    assert manager.get(f"{document}?before=1&after=99").status_code == 404
    assert post(manager, f"{document}/approve", version="99").status_code == 404
    assert manager.get(f"/console/knowledge/write?document={new_id()}").status_code == 404


def test_titles_and_texts_of_documents_are_text_on_every_page(shelf: Shelf) -> None:
    attack = "<script>alert(1)</script>{{ 7*7 }}"
    manager = shelf.signed_in(MANAGER)
    fields = {"title": attack, "body": f"防爆 {attack}", "lang": "ja", "kind": "faq", "customer": attack}
    made = post(manager, "/console/knowledge/write", page="/console/knowledge/write", act="draft", **fields)
    address = made.headers["location"]
    for path in (
        "/console/knowledge",
        address,
        address.replace("documents/", "write?document=").partition("?saved")[0],
    ):
        page = manager.get(path).text
        assert "&lt;script&gt;alert(1)" in page, path
        assert "<script>alert" not in page, path
        assert "&lt;/script&gt;49" not in page, path


def test_every_page_carries_the_headers_that_protect_it(shelf: Shelf) -> None:
    manager = shelf.signed_in(MANAGER)
    for path in paths(shelf, "GET"):
        page = manager.get(path)
        assert "unsafe" not in page.headers["content-security-policy"], path
        assert page.headers["cache-control"] == "no-store", path
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", page.text), path
