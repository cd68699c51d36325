"""Everyday words of enquiries: "how much?" shares no word with a price list, and is still about the price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from app.knowledge import tokens
from app.knowledge.passages import Lang

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Notion:
    """Something a question is about: the words that said so, and the phrases (sets of words) documents have for it."""

    heard: frozenset[str]
    said: tuple[frozenset[str], ...]

    def is_in(self, words: frozenset[str]) -> bool:
        """Return whether a text with these words speaks about it."""
        return any(phrase <= words for phrase in self.said)


@lru_cache(maxsize=1024)
def notions(query: str, lang: Lang) -> tuple[Notion, ...]:
    """Return what `query` is about, with the words documents in `lang` have for it."""
    plain = tokens.plain(query)
    found = []
    for asked, row in _table():
        if spans := [match.group() for match in asked.finditer(plain)]:
            heard = frozenset(word for span in spans for word in tokens.words(span))
            found.append(Notion(heard, _phrases(tuple(row[lang]))))
    return tuple(found)


def said(heard: Sequence[Notion]) -> frozenset[str]:
    """Return every word that documents use for these notions."""
    return frozenset(word for notion in heard for phrase in notion.said for word in phrase)


@lru_cache(maxsize=1)
def _table() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    text = Path(__file__).with_name("everyday.yaml").read_text("utf-8")
    rows: list[dict[str, Any]] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, the C one where it is there
    return [(_pattern(row["asked"]), row) for row in rows]


def _pattern(asked: Sequence[str]) -> re.Pattern[str]:
    """Latin patterns begin at a word and take its ending with them."""
    parts = (rf"\b(?:{part})\w*" if part.isascii() else part for part in map(str, asked))
    return re.compile("|".join(parts), re.I | re.ASCII)


@lru_cache(maxsize=256)
def _phrases(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(words for text in texts if (words := frozenset(tokens.words(text))))
