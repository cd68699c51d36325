"""Sections are cut at sentence ends into the pieces that are searched and cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.knowledge.reading.sections import Section
from app.retrieval.passages import Lang

SIZE: dict[Lang, int] = {"ja": 500, "en": 800}
REST: dict[Lang, int] = {"ja": 100, "en": 160}
"""Characters below which a piece says too little alone: it joins its neighbour, which may grow by as much."""
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
    """Return pieces of hardly more than `SIZE[lang]` characters, without overlap, each under one heading."""
    texts = ((section.heading, text) for section in sections for text in _cut_text(section.text, lang))
    return [Piece(position, heading, text) for position, (heading, text) in enumerate(texts)]


def _cut_text(text: str, lang: Lang) -> list[str]:
    if len(text) <= SIZE[lang]:
        return [text]
    pieces: list[str] = []
    for piece in _splitter(lang).split_text(text):
        small = pieces and min(len(pieces[-1].strip()), len(piece.strip())) < REST[lang]
        if small and len(pieces[-1]) + len(piece) <= SIZE[lang] + REST[lang]:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return [piece.strip() for piece in pieces if piece.strip()]


@cache
def _splitter(lang: Lang) -> Any:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        chunk_size=SIZE[lang],
        chunk_overlap=0,
        separators=_SEPARATORS[lang],
        keep_separator="end",
        strip_whitespace=False,
    )
