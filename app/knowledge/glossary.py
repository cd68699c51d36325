"""The bilingual glossary of the documents: a question in one language finds a document in the other."""

from __future__ import annotations

from collections.abc import Iterable

from app.knowledge import tokens
from app.knowledge.passages import Lang


class Glossary:
    """Terms in both languages, matched by their words in any order."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._terms: dict[Lang, list[tuple[frozenset[str], str]]] = {"ja": [], "en": []}
        for ja, en in pairs:
            self._add("ja", ja, other=en)
            self._add("en", en, other=ja)

    def translate(self, query: str, *, lang: Lang) -> tuple[str, float]:
        """Return the known terms of `query` in the other language, its Latin words, and the share of words kept."""
        words = frozenset(tokens.words(query))
        matched: set[str] = set()
        translated: list[str] = []
        for term, other in self._terms[lang]:
            if term <= words:
                matched |= term
                translated.append(other)
        kept = {word for word in words - matched if word.isascii()}
        if not translated and not kept:
            return "", 0.0
        return " ".join([*translated, *sorted(kept)]), len(matched | kept) / len(words)

    def _add(self, lang: Lang, term: str, *, other: str) -> None:
        if words := frozenset(tokens.words(term)):
            self._terms[lang].append((words, other))
