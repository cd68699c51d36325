"""Sections are cut at sentence ends into the pieces that are searched and cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.knowledge.read import Section
from app.retrieval.passages import Lang

SIZE: dict[Lang, int] = {"ja": 500, "en": 800}
_SEPARATORS: dict[Lang, list[str]] = {
    "ja": ["\n\n", "\n", "。", "！", "？", "、", " ", ""],
    "en": ["\n\n", "\n", ". ", "? ", "! ", "; ", ", ", " ", ""],
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One chunk of a document; neighbours have neighbouring positions."""

    position: int
    heading: str | None
    text: str


def cut(sections: Iterable[Section], lang: Lang) -> list[Piece]:
    """Return pieces of at most `SIZE[lang]` characters, without overlap, each under one heading."""
    texts = ((section.heading, text) for section in sections for text in _cut_text(section.text, lang))
    return [Piece(position, heading, text) for position, (heading, text) in enumerate(texts)]


def _cut_text(text: str, lang: Lang) -> list[str]:
    if len(text) <= SIZE[lang]:
        return [text]
    return [piece for piece in _splitter(lang).split_text(text) if piece.strip()]


@cache
def _splitter(lang: Lang) -> Any:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        chunk_size=SIZE[lang], chunk_overlap=0, separators=_SEPARATORS[lang], keep_separator="end"
    )
