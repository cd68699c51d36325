"""The index card: sections of lines, what fits above the fold, and the short form for a chat notice. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any
from uuid import UUID

from app.briefing.facts import Source

LIMIT = {"ja": 500, "en": 220}
"""Characters in Japanese, words in English: what is read in 30 seconds."""

LONG_WORD = 20  # letters; what is longer (an address) counts as several words
JA_PER_EN = LIMIT["ja"] / LIMIT["en"]


@dataclass(frozen=True, slots=True)
class Line:
    """One fact. `quote` is verbatim; `lang` is set where the words are for the prospect's ears.

    `rank` 0 is always above the fold; the higher, the sooner a line gives way.
    """

    key: str
    label: str
    text: str
    source: Source
    rank: int
    quote: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a rep reads: `above` within `LIMIT`, `below` what did not fit, both in the order of the card.

    `quoted` is the language the prospect writes.
    """

    lead_id: UUID
    lang: str
    quoted: str
    band: str
    due_at: datetime | None
    above: tuple[Section, ...]
    below: tuple[Section, ...]
    notice: str

    @property
    def size(self) -> int:
        """Return what is above the fold, in characters (ja) or words (en)."""
        return sum(cost(section.title, self.lang) + _lines_cost(section.lines, self.lang) for section in self.above)

    def find(self, key: str) -> Line | None:
        """Return the line `key`, wherever it stands."""
        return next((line for part in (*self.above, *self.below) for line in part.lines if line.key == key), None)

    def as_json(self) -> dict[str, Any]:
        """Return the briefing for other programs."""
        return {
            "lead": str(self.lead_id),
            "lang": self.lang,
            "band": self.band,
            "due_at": self.due_at.isoformat() if self.due_at else None,
            "size": self.size,
            "above": [_section_json(section) for section in self.above],
            "below": [_section_json(section) for section in self.below],
            "short": self.notice,
        }


def short(briefing: Briefing) -> str:
    """Return the few lines for a chat notice; they hold no address and no number."""
    return briefing.notice


def cost(text: str, lang: str) -> int:
    """Return the size of a text: characters in Japanese; in English words, with Japanese inside counted by weight."""
    if lang == "ja":
        return len(text)
    return sum(_word_cost(word) for word in text.split())


def clip(text: str, characters: int, *, lang: str) -> str:
    """Return `text` on one line, cut with "…" beyond `characters`, or in English beyond their worth in words."""
    text = " ".join(text.split())
    most = characters if lang == "ja" else max(3, int(characters / JA_PER_EN))
    if cost(text, lang) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if cost(text[:middle].rstrip() + "…", lang) <= most:
            low = middle
        else:
            high = middle - 1
    kept = text[:low].rstrip()
    if lang == "en" and text[low : low + 1].strip() and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return kept + "…"


def fold(sections: Iterable[Section], *, lang: str) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Divide sections into what fits above the fold and the rest: by rank, then in the order of the card."""
    sections = tuple(section for section in sections if section.lines)
    places = [(at, n) for at, section in enumerate(sections) for n in range(len(section.lines))]
    used, kept, titled = 0, set[tuple[int, int]](), set[int]()
    for at, n in sorted(places, key=lambda place: sections[place[0]].lines[place[1]].rank):
        line = sections[at].lines[n]
        more = _lines_cost((line,), lang) + (0 if at in titled else cost(sections[at].title, lang))
        if line.rank == 0 or used + more <= LIMIT[lang]:
            used += more
            kept.add((at, n))
            titled.add(at)
    return _part(sections, kept), _part(sections, set(places) - kept)


def _part(sections: Sequence[Section], places: set[tuple[int, int]]) -> tuple[Section, ...]:
    found = (
        Section(section.key, section.title, tuple(line for n, line in enumerate(section.lines) if (at, n) in places))
        for at, section in enumerate(sections)
    )
    return tuple(section for section in found if section.lines)


def _word_cost(word: str) -> int:
    wide = sum("\u3000" <= sign <= "\u9fff" or "\uf900" <= sign <= "\uffef" for sign in word)
    return max(1, ceil(wide / JA_PER_EN) + (len(word) - wide) // LONG_WORD)


def _lines_cost(lines: Sequence[Line], lang: str) -> int:
    marks = 2 if lang == "ja" else 0
    return sum(
        cost(line.label, lang) + cost(line.text, lang) + (cost(line.quote, lang) + marks if line.quote else 0)
        for line in lines
    )


def _section_json(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "lines": [
            {
                "key": line.key,
                "label": line.label,
                "text": line.text,
                "quote": line.quote,
                "lang": line.lang,
                "source": {"kind": line.source.kind, "id": str(line.source.id)},
            }
            for line in section.lines
        ],
    }
