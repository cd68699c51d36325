"""The whole of retrieval in memory: the scores of SQLite's FTS5 over a list of passages, for use without a database."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from heapq import nsmallest

from app.retrieval import bands, fuse, tokens
from app.retrieval.everyday import notions
from app.retrieval.extract import extract
from app.retrieval.passages import Answer, Found, Lang, Passage
from app.retrieval.statistics import FIELDS, LANGS, MIN_SIZE, Field, Weighed

K1, B = 1.2, 0.75
"""FTS5's own constants (https://www.sqlite.org/fts5.html#the_bm25_function)."""
LEAST_IDF = 1e-6
"""FTS5's idf of a term that is in more than half of the rows."""


class Corpus:
    """Passages in memory, with the statistics and scores of an index; safe to read from any thread."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self._columns = {(lang, field): _Column() for lang in LANGS for field in FIELDS}
        for rowid, passage in enumerate(self._passages):
            for field, terms in _fields(passage).items():
                self._columns[passage.lang, field].add(rowid, terms)

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]]) -> Corpus:
        """Return a corpus of (title, text) pairs, one passage each; the language is seen from the text."""
        return cls(
            Passage(str(n), str(n), title, title, None, None, tokens.detect_lang(text), "document", text, 0.0, None)
            for n, (title, text) in enumerate(texts)
        )

    def size(self, lang: Lang) -> int:
        """Return the number of passages in one language."""
        return len(self._columns[lang, "words"].lengths)

    def weigh(self, lang: Lang, field: Field, *, terms: Iterable[str]) -> Weighed:
        """Return the idf of each distinct term, unknown terms included."""
        size, column = self.size(lang), self._columns[lang, field]
        prior = max(size, MIN_SIZE)
        counts = {term: len(column.postings.get(term, ())) for term in set(terms)}
        return Weighed(
            idf={term: math.log1p((prior - count + 0.5) / (count + 0.5)) for term, count in counts.items()},
            known={term: count for term, count in counts.items() if count},
            ideal=(K1 + 1) * sum(_idf(size, count) for count in counts.values()),
        )

    def scores(self, lang: Lang, field: Field, *, weighed: Weighed, limit: int) -> dict[int, float]:
        """Return the best passages, by their place, with BM25 divided by the query's ideal score: 0 to 1."""
        found = self._columns[lang, field].scores(weighed.known)
        best = nsmallest(limit, found, key=lambda rowid: (-found[rowid], rowid))
        return {rowid: found[rowid] / weighed.ideal for rowid in best}

    def search(
        self, query: str, *, lang: Lang | None = None, k: int = 5, thresholds: bands.Thresholds = bands.DEFAULT
    ) -> Found:
        """Return the best `k` passages in the language of `query` and whether the first answers it."""
        lang = lang or tokens.detect_lang(query)
        scores = fuse.lexical_scores(self, query, lang=lang)
        best = fuse.best(scores, k)
        passages = tuple(replace(self._passages[rowid], score=score) for rowid, score in best.items())
        strength = self._evidence(query, passages[0]) if passages else 0.0
        return Found(bands.verdict(strength, thresholds), passages, strength, query, lang)

    def ask(self, query: str, *, lang: Lang | None = None) -> Answer:
        """Return two or three sentences of the best passages, word for word and cited."""
        return extract(self, self.search(query, lang=lang), query=query)

    def _evidence(self, query: str, passage: Passage) -> float:
        text = "\n".join(part for part in (passage.title, passage.heading, passage.text) if part)
        judges: list[Callable[..., float]] = [bands.evidence]
        if notions(query, passage.lang):
            judges.append(bands.evidence_by_notions)
        weights = bands.weigh(self, query, lang=passage.lang)
        return max(judge(query, weights, text=text) for judge in judges)


class _Column:
    """One field of one language: which term is how often in which row, and how long the rows are."""

    def __init__(self) -> None:
        self.postings: dict[str, dict[int, int]] = {}
        self.lengths: dict[int, int] = {}

    def add(self, rowid: int, terms: tuple[str, ...]) -> None:
        self.lengths[rowid] = len(terms)
        for term, count in Counter(terms).items():
            self.postings.setdefault(term, {})[rowid] = count

    def scores(self, terms: Iterable[str]) -> dict[int, float]:
        size = len(self.lengths)
        average = sum(self.lengths.values()) / size if size else 1.0
        total: dict[int, float] = {}
        for term in terms:
            rows: Mapping[int, int] = self.postings.get(term, {})
            idf = _idf(size, len(rows))
            for rowid, count in rows.items():
                norm = count + K1 * (1 - B + B * self.lengths[rowid] / average)
                total[rowid] = total.get(rowid, 0.0) + idf * count * (K1 + 1) / norm
        return total


def _idf(size: int, rows: int) -> float:
    return max(LEAST_IDF, math.log((size - rows + 0.5) / (rows + 0.5)))


def _fields(passage: Passage) -> dict[Field, tuple[str, ...]]:
    headline = "\n".join(part for part in (passage.title, passage.heading) if part)
    text = f"{headline}\n{passage.text}"
    return {"words": tokens.words(text), "grams": tokens.grams(text), "titles": tokens.words(headline)}
