"""Measures of one ranking and of many answers. Relevance is right or wrong; a fact may stand in several documents."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence


def rank(ranked: Sequence[str], gold: Collection[str]) -> int | None:
    """Return the place of the first right document, counted from 1."""
    return next((place for place, file in enumerate(ranked, 1) if file in gold), None)


def hit(first: int | None, k: int) -> float:
    """Return 1 if a right document is among the first `k`."""
    return float(first is not None and first <= k)


def reciprocal(first: int | None) -> float:
    """Return 1 / rank; its mean is the MRR."""
    return 1 / first if first else 0.0


def ndcg(ranked: Sequence[str], gold: Collection[str], *, k: int = 10) -> float:
    """Return the discounted gain of the first `k`, as a share of the best order's."""
    gain = sum(_discount(place) for place, file in enumerate(ranked[:k], 1) if file in gold)
    return gain / sum(_discount(place) for place in range(1, min(k, len(gold)) + 1))


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Return whether the text has one of the wanted words, whatever the width, case and spaces."""
    plain = _plain(text)
    return any(_plain(words) in plain for words in wanted)


def mean(values: Iterable[float]) -> float | None:
    """Return the mean, None of nothing."""
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else None


def quantile(values: Iterable[float], share: float) -> float:
    """Return the value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def _discount(place: int) -> float:
    return 1 / math.log2(place + 1)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).lower())
