"""Words in both languages: the glossary of the documents, and `business_words.txt` for every company."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from app.retrieval import tokens
from app.retrieval.passages import Lang
from app.retrieval.statistics import LANGS

_KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff々]")


Row = Mapping[Lang, Sequence[str]]
"""One notion: its terms in each language, the usual one first."""


class Match(NamedTuple):
    """A term found from `start` to `end` of a plain text, and what else it may be called."""

    start: int
    end: int
    options: tuple[str, ...]


class Translation(NamedTuple):
    """What is known of a query in the other language, as one text."""

    text: str


class Glossary:
    """The glossary of some documents together with the bundled words."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        rows: list[Row] = [{"ja": (ja,), "en": (en,)} for ja, en in pairs]
        self._terms = {lang: Terms(rows, lang) for lang in LANGS}

    def matches(self, query: str, *, lang: Lang, to: Lang) -> list[Match]:
        """Return every term of `query` with what it is called in `to`, in order; they may overlap."""
        return sorted([*self._terms[lang].matches(query, to), *_bundled(lang).matches(query, to)])

    def translate(self, query: str, *, lang: Lang) -> Translation:
        """Return all that the longest terms may be called, and Latin words as they are."""
        found = self.matches(query, lang=lang, to="en" if lang == "ja" else "ja")
        longest = [match for match in found if not any(_within(match, other) for other in found)]
        said = [option for match in longest for option in match.options]
        latin = [word for word in tokens.words(query) if word.isascii()]
        return Translation(" ".join(dict.fromkeys([*said, *latin])))


class Terms:
    """Terms of one language, found by their words in a row or, if they have kanji, as they are written."""

    def __init__(self, rows: Iterable[Row], lang: Lang) -> None:
        self._by_words: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        self._by_text: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            for term in row[lang]:
                self._by_words[tokens.words(term)].append(row)
                if len(term) > 1 and _KANJI.search(term):
                    self._by_text[tokens.plain(term)].append(row)
        self._by_words.pop((), None)
        self._most_words = max(map(len, self._by_words), default=0)
        self._longest = max(map(len, self._by_text), default=0)

    def matches(self, query: str, to: Lang) -> Iterator[Match]:
        """Give every term in `query` with what it is called in `to`."""
        words = tokens.placed(query)
        for first in range(len(words)):
            for last in range(first, min(first + self._most_words, len(words))):
                if rows := self._by_words.get(tuple(word for word, _, _ in words[first : last + 1])):
                    yield Match(words[first][1], words[last][2], _options(rows, to))
        plain = tokens.plain(query)
        for start in range(len(plain) if self._longest else 0):
            for end in range(start + 2, min(start + self._longest, len(plain)) + 1):
                if rows := self._by_text.get(plain[start:end]):
                    yield Match(start, end, _options(rows, to))


def _options(rows: Iterable[Row], to: Lang) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option for row in rows for option in row[to]))


def _within(match: Match, other: Match) -> bool:
    return other.start <= match.start and match.end <= other.end and other[:2] != match[:2]


@lru_cache(maxsize=2)
def _bundled(lang: Lang) -> Terms:
    """Read the bundled words when the first question needs them: it takes a moment."""
    text = Path(__file__).with_name("business_words.txt").read_text("utf-8")
    lines = (line.split(" | ") for line in text.splitlines() if " | " in line and not line.startswith("#"))
    return Terms([{"ja": ja.split(", "), "en": en.split(", ")} for ja, en in lines], lang)
