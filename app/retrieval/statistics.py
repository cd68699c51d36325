"""What ranking and judging need to know of an index, whoever keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from app.retrieval.passages import Lang

Field = Literal["words", "grams", "titles"]
FIELDS: tuple[Field, ...] = get_args(Field)
LANGS: tuple[Lang, ...] = get_args(Lang)

MIN_SIZE = 100
"""A few documents do not show which words are rare: idf is counted as if there were at least so many chunks."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Query terms with their idf in one field, and in how many chunks the known ones are."""

    idf: dict[str, float]
    known: dict[str, int]
    ideal: float
    """The BM25 score of a passage that is all about the query."""

    def of(self, terms: Iterable[str]) -> Weighed:
        """Return the same of some of the terms; a passage that is all about them has its share of the ideal score."""
        idf = {term: self.idf[term] for term in terms}
        share = sum(idf.values()) / (sum(self.idf.values()) or 1.0)
        return Weighed(idf, {term: self.known[term] for term in idf if term in self.known}, self.ideal * share)


def rarest(known: Mapping[str, int], budget: int) -> list[str]:
    """Return the rarest of terms whose postings fit into a budget, and two in any case."""
    chosen: list[str] = []
    for term, chunks in sorted(known.items(), key=lambda pair: pair[1]):
        budget -= chunks
        if budget < 0 and len(chosen) >= 2:
            break
        chosen.append(term)
    return chosen


class Statistics(Protocol):
    """How many chunks there are in a language, and how much a term tells them apart."""

    def size(self, lang: Lang) -> int:
        """Return the number of chunks."""
        ...

    def weigh(self, lang: Lang, field: Field, *, terms: Iterable[str]) -> Weighed:
        """Return the idf of each distinct term, unknown terms included."""
        ...


class Scorer(Statistics, Protocol):
    """An index that can be searched by terms."""

    def scores(self, lang: Lang, field: Field, *, weighed: Weighed, limit: int) -> dict[int, float]:
        """Return the best chunks by BM25 divided by the query's ideal score: 0 to 1, whatever the query's length."""
        ...
