"""The list of documents, a page at a time."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.knowledge import listing
from app.knowledge.listing import PAGE, Page, Wish
from app.models import Document

TODAY = date(2026, 11, 24)
SPECIAL = {
    "z1.md": {"title": "ＩｏＴ センサー", "status": "draft", "lang": "ja"},
    "z2.md": {"title": "100% IoT_x", "kind": "pricing", "valid_until": date(2026, 11, 23)},
    "z3.md": {"title": "Later", "valid_from": date(2026, 11, 25)},
    "z4.md": {"title": "Until today", "valid_from": TODAY, "valid_until": TODAY},
}


@pytest.fixture
def many(any_database: Database, clock: FixedClock) -> Database:
    """A page and four documents more."""
    plain = {"lang": "en", "kind": "document", "front_matter": {}, "body_hash": "x", "status": "approved", "version": 1}
    plain |= {"revision": 1, "created_at": clock.now(), "updated_at": clock.now()}
    files = {f"a{n:03}.md": {"title": f"Plain {n}"} for n in range(PAGE)} | SPECIAL
    empty = {"valid_from": None, "valid_until": None}
    rows = [{"id": new_id(), "file": file, **plain, **empty, **own} for file, own in files.items()]
    any_database.write(lambda session: session.execute(insert(Document), rows).close())
    return any_database


def page(database: Database, wish: Wish, *, number: int = 1) -> Page:
    return database.read(lambda session: listing.page(session, wish, number=number, today=TODAY))


def test_a_page_shows_so_many_and_says_how_many_there_are(many: Database) -> None:
    first, second, beyond = (page(many, Wish(), number=number) for number in (1, 2, 9))
    assert (len(first.documents), first.documents[0].file, first.last) == (PAGE, "a000.md", 2)
    assert [one.file for one in second.documents] == list(SPECIAL)
    assert (second.fitting, second.count) == (PAGE + 4, PAGE + 4)
    assert beyond == second


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (Wish(status="draft"), ["z1.md"]),
        (Wish(status="expired"), ["z2.md"]),
        (Wish(status="scheduled"), ["z3.md"]),
        (Wish(lang="ja"), ["z1.md"]),
        (Wish(kind="pricing", status="approved"), []),
        (Wish(q="iot"), ["z1.md", "z2.md"]),
        (Wish(q="% ｉｏｔ_"), ["z2.md"]),
        (Wish(q="today z4", status="approved"), ["z4.md"]),
    ],
)
def test_the_database_finds_what_is_looked_for(many: Database, wish: Wish, found: list[str]) -> None:
    seen = page(many, wish, number=2)
    assert [one.file for one in seen.documents] == found
    assert (seen.number, seen.fitting, seen.count) == (1, len(found), PAGE + 4)


def test_words_that_many_titles_have_are_paged_too(many: Database) -> None:
    seen = page(many, Wish(q="md"), number=2)
    assert ([one.file for one in seen.documents], seen.fitting) == (list(SPECIAL), PAGE + 4)
