"""The bilingual glossary of the documents: a question in one language finds a document in the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.retrieval import tokens
from app.retrieval.passages import Lang


@dataclass(frozen=True, slots=True)
class Translation:
    """A query in the other language; of its `words`, the glossary had `matched`, and `latin` are as they were."""

    text: str
    matched: frozenset[str]
    latin: frozenset[str]
    words: frozenset[str]


class Glossary:
    """Terms in both languages, matched by their words in any order."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._terms: dict[Lang, list[tuple[frozenset[str], str]]] = {"ja": [], "en": []}
        for ja, en in pairs:
            self._add("ja", ja, other=en)
            self._add("en", en, other=ja)

    def translate(self, query: str, *, lang: Lang) -> Translation:
        """Return the terms of `query` we know in the other language; its Latin words may be there as they are."""
        words = frozenset(tokens.words(query))
        hits = [(term, other) for term, other in self._terms[lang] if term <= words]
        matched = frozenset[str]().union(*(term for term, _ in hits))
        latin = frozenset(word for word in words - matched if word.isascii())
        return Translation(" ".join([*(other for _, other in hits), *sorted(latin)]), matched, latin, words)

    def _add(self, lang: Lang, term: str, *, other: str) -> None:
        if words := frozenset(tokens.words(term)):
            self._terms[lang].append((words, other))
