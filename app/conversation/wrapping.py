"""Line breaks of a plain-text letter: at words in English, between phrases (文節) in Japanese. Pure.

Where a Japanese phrase is wider than a line, the rules of typesetting (禁則) say where it may be cut.

Widths are counted in half-width cells, two to a full-width character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import budoux

from app.understanding.facts import Lang

CELLS: dict[Lang, int] = {"ja": 70, "en": 72}  # 35 full-width characters; 72 as mail has it
NEVER_FIRST = (
    "、。，．・：；！？!?)）]］}｝」』】〉》〕’”〜～ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ％%℃…‥"
)
NEVER_LAST = "（([［{｛「『【〈《〔‘“¥￥$"
COUNTED = "円%％台件回年月日時分秒人名社点万億歳個本枚℃"
DIGITS_AND_COUNTERS = "0123456789かヶカ"
PAUSE = "、。！？"
LOOK_BACK = 24  # a line may end so many cells early where the sentence pauses
CLUSTER = re.compile(
    rf"[{re.escape(NEVER_LAST)}]*"
    rf"(?:[A-Za-z0-9.,:/@_+#&'’?=~%-]+(?: ?[{COUNTED}]+|[ァ-ヶー]{{0,8}})"
    r"|[ァ-ヶー]{2,8}|[ごお]?[一-鿿々]{1,6}[ぁ-ん]{0,4}|\s+|.)"
    rf"[{re.escape(NEVER_FIRST)}]*",
    re.DOTALL,
)
WORD = re.compile(r"\s*\S+(?: [ap]\.m\.\S*)*\s*")  # 9:00 a.m. stays on one line
INDENT = re.compile(r"\s*(?:\d{1,2}\.\s|[・■-]\s?)?")


def wrap(text: str, *, lang: Lang) -> str:
    """Return the text with no line wider than its language has it; its own breaks stay, an address is never cut."""
    return "\n".join(line for paragraph in text.split("\n") for line in _wrapped(paragraph.rstrip(), lang=lang))


def width(text: str, *, lang: Lang = "ja") -> int:
    """Return how many half-width cells the text takes; what may be either is wide among Japanese."""
    wide = "WFA" if lang == "ja" else "WF"
    return sum(2 if unicodedata.east_asian_width(c) in wide else 1 for c in text if not unicodedata.combining(c))


def _wrapped(line: str, *, lang: Lang) -> Iterator[str]:
    if width(line, lang=lang) <= CELLS[lang] or ("://" in line and " " not in line):
        yield line
        return
    lead = INDENT.match(line)
    indent = " " * width(lead[0] if lead else "", lang=lang)
    row: list[str] = []
    for piece in _pieces(line, lang=lang):
        if row and width("".join(row) + piece.rstrip(), lang=lang) > CELLS[lang]:
            kept = _break(row, lang=lang)
            yield "".join(row[:kept]).rstrip()
            row = [indent, *row[kept:]] if indent else row[kept:]
            piece = piece if any(part.strip() for part in row) else piece.lstrip()
        if piece:
            row.append(piece)
    if any(part.strip() for part in row):
        yield "".join(row).rstrip()


def _pieces(line: str, *, lang: Lang) -> Iterator[str]:
    """Yield what is not cut: words with their space in English, phrases in Japanese; less where that is too wide."""
    for piece in WORD.findall(line) if lang == "en" else _phrases(line):
        if width(piece, lang=lang) <= CELLS[lang] or "://" in piece:
            yield piece
        elif lang == "en":
            yield from piece
        else:
            yield from _clusters(piece)


def _phrases(line: str) -> list[str]:
    """Return the phrases of a Japanese line; one that begins with a mark or a counter belongs to the one before."""
    joined: list[str] = []
    for phrase in _parser().parse(line):
        if joined and (phrase[0] in NEVER_FIRST or joined[-1][-1] in NEVER_LAST or _counts(joined[-1], phrase)):
            joined[-1] += phrase
        else:
            joined.append(phrase)
    return joined


def _counts(before: str, after: str) -> bool:
    return before[-1] in DIGITS_AND_COUNTERS and after[0] in COUNTED


def _clusters(phrase: str) -> Iterator[str]:
    for found in CLUSTER.finditer(phrase):
        if width(found[0]) <= CELLS["ja"]:
            yield found[0]
        else:
            yield from found[0]


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def _break(row: list[str], *, lang: Lang) -> int:
    """Return how many pieces stay on the line: to the last pause near its end, else all."""
    if lang == "en":
        return len(row)
    lost = 0
    for at in range(len(row) - 1, 0, -1):
        if row[at].rstrip()[-1:] in PAUSE:
            return at + 1
        lost += width(row[at])
        if lost > LOOK_BACK:
            break
    return len(row)
