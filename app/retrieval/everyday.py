"""Everyday words of enquiries: "how much?" shares no word with a price list, and is still about the price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.retrieval import tokens
from app.retrieval.passages import Lang

_CONTINUED = re.compile(r"\n {2}(\|?)")  # a row goes on in the next line, with its next pattern or alternative


@dataclass(frozen=True, slots=True)
class Notion:
    """Something a question is about: the words that said so, and the phrases (sets of words) documents have for it.

    `limits`: what does not speak of it is no answer, whatever else it says.
    """

    asked: re.Pattern[str]
    heard: frozenset[str]
    said: tuple[frozenset[str], ...]
    limits: bool = False

    def asks(self, text: str) -> bool:
        """Return whether `text` asks for it."""
        return self.asked.search(tokens.plain(text)) is not None

    def is_in(self, words: frozenset[str]) -> bool:
        """Return whether a text with these words speaks about it."""
        return any(phrase <= words for phrase in self.said)


@lru_cache(maxsize=1024)
def notions(query: str, lang: Lang) -> tuple[Notion, ...]:
    """Return what `query` is about, with the words documents in `lang` have for it."""
    plain = tokens.plain(query)
    found = []
    for asked, limits, row in _table(latin=plain.isascii()):
        if spans := [match.group() for match in asked.finditer(plain)]:
            heard = frozenset(word for span in spans for word in tokens.words(span))
            found.append(Notion(asked, heard, _phrases(row[lang]), limits))
    return tuple(found)


def said(heard: Sequence[Notion]) -> frozenset[str]:
    """Return every word that documents use for these notions."""
    return frozenset(word for notion in heard for phrase in notion.said for word in phrase)


@lru_cache(maxsize=2)
def _table(*, latin: bool) -> list[tuple[re.Pattern[str], bool, dict[str, tuple[str, ...]]]]:
    """Return every row with what is heard and whether it limits; a Latin text cannot hold the Japanese ones."""
    cells, table = written(), []
    for (key, heard), *said_by in (cells[start : start + 3] for start in range(0, len(cells), 3)):
        if parts := [part for part in heard if part.isascii() or not latin]:
            table.append((_pattern(parts), key == "?!", dict(said_by)))
    return table


def written() -> list[tuple[str, tuple[str, ...]]]:
    """Return the rows of `everyday.txt` in order, each with its mark and what stands in it."""
    text = _CONTINUED.sub(lambda found: found[1] or ", ", Path(__file__).with_name("everyday.txt").read_text("utf-8"))
    rows = [line.partition(" ") for line in text.splitlines() if line and not line.startswith("#")]
    return [(mark, tuple(rest.split(", "))) for mark, _, rest in rows]


def _pattern(asked: Sequence[str]) -> re.Pattern[str]:
    """Latin patterns begin at a word and take its ending with them."""
    return re.compile("|".join(rf"\b(?:{part})\w*" if part.isascii() else part for part in asked), re.I | re.ASCII)


@lru_cache(maxsize=1024)
def _phrases(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(words for text in texts if (words := frozenset(tokens.words(text))))
