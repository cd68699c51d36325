"""A search among some documents only: what is not asked for takes no place among the best."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.knowledge.index_file import folded
from app.retrieval.passages import Kind, Lang
from app.retrieval.statistics import Field, Weighed

if TYPE_CHECKING:
    from app.knowledge.lexical import Lexical


FITS = (
    "coalesce(d.valid_from, '') <= :today AND coalesce(d.valid_until, '9999') >= :today"
    " AND (:kinds IS NULL OR d.kind IN (SELECT value FROM json_each(:kinds)))"
    " AND (:industry IS NULL OR is_about(d.industry, :industry))"
)
"""The condition on a document `d`, with the parameters of `Only` and the function `is_about`."""


class Only(NamedTuple):
    """Documents that are valid on a day, of these kinds and about this industry; None means any."""

    today: date
    kinds: frozenset[Kind] | None = None
    industry: str | None = None

    @classmethod
    def of(cls, today: date, *, kinds: Collection[Kind] | None, industry: str | None) -> Only:
        """Return the same of any collection of kinds."""
        return cls(today, None if kinds is None else frozenset(kinds), industry)

    def parameters(self) -> dict[str, str | None]:
        """Return the parameters of `FITS`."""
        return {
            "today": self.today.isoformat(),
            "kinds": None if self.kinds is None else json.dumps(list(self.kinds)),
            "industry": None if self.industry is None else folded(self.industry),
        }


def is_about(industries: str, wanted: str) -> bool:
    """Return whether one of the industries (JSON, folded) holds the one that is wanted, or the other way round."""
    return any(wanted in industry or industry in wanted for industry in json.loads(industries) if industry)


class Within:
    """The index as if it held nothing else; what words are worth is learnt from all documents."""

    def __init__(self, lexical: Lexical, only: Only) -> None:
        self._lexical = lexical
        self._only = only

    def size(self, lang: Lang) -> int:
        return self._lexical.size(lang)

    def weigh(self, lang: Lang, field: Field, *, terms: Iterable[str]) -> Weighed:
        return self._lexical.weigh(lang, field, terms=terms)

    def scores(self, lang: Lang, field: Field, *, weighed: Weighed, limit: int) -> dict[int, float]:
        return self._lexical.scores(lang, field, weighed=weighed, limit=limit, only=self._only)
