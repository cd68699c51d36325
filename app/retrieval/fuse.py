"""Which passages fit a query best: the weights of words, grams, titles, vectors and the turn before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest

from app.retrieval import tokens
from app.retrieval.everyday import Notion, said
from app.retrieval.passages import Lang
from app.retrieval.statistics import Field, Scorer

WEIGHTS: Mapping[Field, float] = {"words": 0.6, "grams": 0.4, "titles": 0.4}
SAID_WEIGHTS: Mapping[Field, float] = {"words": 0.2, "titles": 0.2}
LEXICAL_SHARE, DENSE_SHARE = 0.65, 0.35
PREVIOUS_SHARE = 0.35
"""Scores of the turn before are added; asking with both turns in one query drops hit@1 from .81 to .51."""
DEPTH = 50


def lexical_scores(lexical: Scorer, query: str, *, lang: Lang) -> dict[int, float]:
    """Return the weighted scores of passages by rowid; 0 to 1.4."""
    words, grams = tokens.words(query), tokens.grams(query)
    total: dict[int, float] = {}
    for field, weight in WEIGHTS.items():
        weighed = lexical.weigh(lang, field, terms=grams if field == "grams" else words)
        for rowid, score in lexical.scores(lang, field, weighed=weighed, limit=DEPTH).items():
            total[rowid] = total.get(rowid, 0.0) + weight * score
    return total


def with_said(lexical: Scorer, scores: Mapping[int, float], heard: Sequence[Notion], *, lang: Lang) -> dict[int, float]:
    """Return the scores helped by the words that documents have for what is asked in everyday words."""
    total, terms = dict(scores), said(heard)
    for field, weight in SAID_WEIGHTS.items():
        weighed = lexical.weigh(lang, field, terms=terms)
        scale = weight * len(terms) / len(heard)
        for rowid, score in lexical.scores(lang, field, weighed=weighed, limit=DEPTH).items():
            total[rowid] = total.get(rowid, 0.0) + min(scale * score, weight)
    return total


def with_previous(scores: Mapping[int, float], previous: Mapping[int, float]) -> dict[int, float]:
    """Return the scores of a turn helped by those of the turn before."""
    return _sum(scores, previous, shares=(1.0, PREVIOUS_SHARE))


def with_dense(scores: Mapping[int, float], dense: Mapping[int, float]) -> dict[int, float]:
    """Return lexical and vector scores, each divided by its best, in one (rank fusion lost up to 10 points)."""
    top, top_dense = max(scores.values(), default=1.0), max(dense.values(), default=1.0)
    return _sum(scores, dense, shares=(LEXICAL_SHARE, DENSE_SHARE * top / (top_dense or 1.0)))


def best(scores: Mapping[int, float], n: int) -> dict[int, float]:
    """Return the `n` highest scores."""
    return dict(nlargest(n, scores.items(), key=lambda pair: pair[1]))


def _sum(first: Mapping[int, float], second: Mapping[int, float], *, shares: tuple[float, float]) -> dict[int, float]:
    return {
        key: shares[0] * first.get(key, 0.0) + shares[1] * second.get(key, 0.0) for key in first.keys() | second.keys()
    }
