"""Which passages fit a query best: the weights of words, grams, titles, vectors and the turn before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest

from app.retrieval import tokens
from app.retrieval.bridge import Bridge, Group
from app.retrieval.everyday import Notion, said
from app.retrieval.passages import Lang
from app.retrieval.statistics import Field, Scorer, Weighed

WEIGHTS: Mapping[Field, float] = {"words": 0.6, "grams": 0.4, "titles": 0.4}
SAID_WEIGHTS: Mapping[Field, float] = {"words": 0.2, "titles": 0.2}
BRIDGED_POSTINGS = 3_000
BRIDGED_WEIGHTS: Mapping[Field, float] = {"words": 0.6, "titles": 0.4}
DENSE_SHARE = 0.35
"""What vectors of a model that is any good add; words keep the rest."""
PREVIOUS_SHARE = 0.35
"""Scores of the turn before are added; asking with both turns in one query drops hit@1 from .81 to .51."""
LEAST_TOP = 0.3
"""The best lexical score below which words have found nothing worth the name."""
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


def bridged_scores(lexical: Scorer, bridge: Bridge) -> dict[int, float]:
    """Return the weighted scores of passages by rowid; a term of many names counts once.

    The rarest terms are read first, up to a budget: common ones hardly tell passages apart.
    """
    total: dict[int, float] = {}
    asked = sum(group.weight for group in bridge.groups)
    groups = [group for group in bridge.groups if group.is_renamed]
    for field, share in BRIDGED_WEIGHTS.items():
        known = lexical.weigh(bridge.lang, field, terms=frozenset().union(*(group.words() for group in groups)))
        budget = BRIDGED_POSTINGS
        for group, weighed in sorted(((group, known.of(group.words())) for group in groups), key=_postings):
            if budget < 0:
                break
            budget -= _postings((group, weighed))
            whole = min((sum(known.idf[word] for word in phrase) for phrase in group.phrases), default=1.0)
            names = sum(weighed.idf.values()) / whole
            for rowid, score in lexical.scores(bridge.lang, field, weighed=weighed, limit=DEPTH).items():
                total[rowid] = total.get(rowid, 0.0) + share * group.weight / asked * min(score * names, 1.0)
    return total


def _postings(found: tuple[Group, Weighed]) -> int:
    return sum(found[1].known.values())


def with_previous(
    scores: Mapping[int, float], previous: Mapping[int, float], *, share: float = PREVIOUS_SHARE
) -> dict[int, float]:
    """Return the scores of a turn helped by those of the turn before."""
    return _sum(scores, previous, shares=(1.0, share))


def with_dense(
    scores: Mapping[int, float], dense: Mapping[int, float], *, share: float = DENSE_SHARE
) -> dict[int, float]:
    """Return lexical and vector scores, each divided by its best, in one (rank fusion lost up to 10 points).

    Where no text has the words, the best by words is not made as good as the best by vectors.
    """
    top, top_dense = max(scores.values(), default=1.0), max(dense.values(), default=1.0)
    return _sum(scores, dense, shares=(1.0 - share, share * max(top, LEAST_TOP) / (top_dense or 1.0)))


def best(scores: Mapping[int, float], n: int) -> dict[int, float]:
    """Return the `n` highest scores."""
    return dict(nlargest(n, scores.items(), key=lambda pair: pair[1]))


def _sum(first: Mapping[int, float], second: Mapping[int, float], *, shares: tuple[float, float]) -> dict[int, float]:
    return {
        key: shares[0] * first.get(key, 0.0) + shares[1] * second.get(key, 0.0) for key in first.keys() | second.keys()
    }
