"""Scores from postings in memory are those of FTS5's own BM25."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from app.knowledge.chunk import Piece
from app.knowledge.index_file import IndexedDocument
from app.knowledge.lexical import Lexical

WORDS = ["pump", "valve", "sensor", "filter", "motor", "cable", "panel", "switch", "bearing", "gasket"]


def document(number: int, *, seed: int) -> IndexedDocument:
    chance = random.Random(f"{number} {seed}")  # noqa: S311
    text = " ".join(chance.choices(WORDS, weights=range(1, len(WORDS) + 1), k=chance.randint(3, 300)))
    return IndexedDocument(
        str(number), seed, f"{number}.md", "A part", None, "en", "document", (), None, None, (),
        ((f"{number}-{seed}", Piece(0, None, text)),),
    )  # fmt: skip


def best_of_fts5(path: Path, terms: list[str]) -> list[tuple[int, float]]:
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT rowid, -rank FROM words_en WHERE words_en MATCH ? ORDER BY rank LIMIT 20", (" OR ".join(terms),)
    ).fetchall()
    connection.close()
    return found


def test_postings_rank_as_fts5_does_before_and_after_changes(tmp_path: Path) -> None:
    lexical = Lexical(tmp_path / "lexical.sqlite")
    lexical.create()
    lexical.replace([document(number, seed=1) for number in range(300)])
    for seed in (2, 3, 4):
        for terms in (["pump"], ["valv", "cabl"], ["pump", "gasket", "switch", "motor"]):
            weighed = lexical.weigh("en", "words", terms=terms)
            scores = lexical.scores("en", "words", weighed=weighed, limit=20)
            expected = best_of_fts5(lexical.path, terms)
            assert list(scores) == [rowid for rowid, _ in expected]
            assert [score * weighed.ideal for score in scores.values()] == pytest.approx([s for _, s in expected])
        lexical.replace([document(number, seed=seed) for number in (299, 3, 500 + seed)], removed=["17"])
    lexical.close()


def test_words_of_a_new_document_are_known_at_once(tmp_path: Path) -> None:
    lexical = Lexical(tmp_path / "lexical.sqlite")
    lexical.create()
    lexical.replace([document(number, seed=1) for number in range(3)])
    before = lexical.vocabulary("en")
    new = IndexedDocument(
        "n", 2, "n.md", "Turbine", None, "en", "document", (), None, None, (), (("n", Piece(0, None, "pump")),)
    )
    lexical.replace([document(1, seed=2)])
    assert lexical.vocabulary("en") is before
    lexical.replace([new])
    assert lexical.vocabulary("en") - before == {"turbin"}
    lexical.close()
