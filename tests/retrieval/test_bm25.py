"""The package works alone, and scores as SQLite does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.knowledge.chunk import Piece
from app.knowledge.index_file import IndexedDocument
from app.knowledge.lexical import Lexical
from app.retrieval import fuse
from app.retrieval.bm25 import Corpus
from app.retrieval.passages import Lang
from app.retrieval.statistics import FIELDS
from app.retrieval.tokens import detect_lang, grams, words

ROOT = Path(__file__).parents[2]
TEXTS = {
    "料金": "月額料金は98,000円です。初期費用は420,000円です。料金は毎月末に請求します。",
    "振動センサー": "モーターの振動を10分ごとに測ります。振動が大きいと警報を出します。",
    "設置": "センサーは1台10分で取り付けられます。",
    "会社": "本社は札幌にあります。料金や契約のご相談は営業部へどうぞ。",
    "Pricing": "The monthly fee is JPY 98,000. The fee is due at the end of the month.",
    "Sensors": "Sensors measure vibration every 10 minutes and alert on rising vibration.",
    "Company": "We are in Sapporo. Ask sales about fees and contracts.",
}
QUERIES = [
    "料金はいくらですか",
    "振動の警報",
    "札幌の本社でセンサーの料金",
    "monthly fee",
    "vibration alert in Sapporo",
    "zeppelin",
]


@pytest.fixture
def fts5(tmp_path: Path) -> Lexical:
    lexical = Lexical(tmp_path / "lexical.sqlite")
    lexical.create()
    lexical.replace(
        IndexedDocument(
            str(n),
            1,
            title,
            title,
            None,
            detect_lang(text),
            "document",
            (),
            None,
            None,
            (),
            ((f"c{n}", Piece(0, None, text)),),
        )
        for n, (title, text) in enumerate(TEXTS.items())
    )
    return lexical


@pytest.mark.parametrize("query", QUERIES)
def test_scores_are_those_of_fts5(fts5: Lexical, query: str) -> None:
    corpus, lang = Corpus.of(TEXTS.items()), detect_lang(query)
    for field in FIELDS:
        terms = grams(query) if field == "grams" else words(query)
        ours, theirs = (index.weigh(lang, field, terms=terms) for index in (corpus, fts5))
        assert (ours.known, ours.ideal) == (theirs.known, pytest.approx(theirs.ideal))
        assert ours.idf == pytest.approx(theirs.idf)
        assert by_title(corpus.scores(lang, field, weighed=ours, limit=5), first=0) == pytest.approx(
            by_title(fts5.scores(lang, field, weighed=theirs, limit=5), first=1), abs=1e-6
        )
    assert order(corpus, query, lang, first=0) == order(fts5, query, lang, first=1)


def by_title(scores: dict[int, float], *, first: int) -> dict[str, float]:
    titles = list(TEXTS)
    return {titles[rowid - first]: score for rowid, score in scores.items()}


def order(index: Corpus | Lexical, query: str, lang: Lang, *, first: int) -> list[str]:
    return list(by_title(fuse.best(fuse.lexical_scores(index, query, lang=lang), 5), first=first))


def test_a_corpus_answers_in_a_few_lines() -> None:
    corpus = Corpus.of(TEXTS.items())
    answer = corpus.ask("月額料金はいくらですか")
    assert "月額料金は98,000円です。" in answer.text
    assert answer.citations[0].passage.title == "料金"
    assert corpus.ask("Who won the football cup in 1998?").verdict == "unknown"
    assert corpus.search("vibration alert", k=1).passages[0].title == "Sensors"


def test_the_example_of_the_documentation_runs() -> None:
    text = (ROOT / "docs" / "retrieval.md").read_text("utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, re.S)
    assert examples
    scope: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "docs/retrieval.md", "exec"), scope)  # noqa: S102 - our own documentation
