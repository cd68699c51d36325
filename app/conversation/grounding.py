"""What each sentence of a model stands on: the passages it names. Figures are put in from there, never written by it.

A model sees `{{1a}}` where a passage says 98,000円 and repeats the mark; we put the passage's own spelling back. So no
figure can be mistyped, rounded or made up on the way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.conversation.guard_claims import SMALL_COUNTS
from app.conversation.guard_figures import Figure, figures, spelled
from app.retrieval import tokens

NAMED = re.compile(r"\[(\d{1,2})\]")
MARK = re.compile(r"\{\{\s*(\d{1,2}[a-z]{1,2})\s*\}\}")
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.,-])(?:[¥￥$€£]\s?|(?:JPY|USD|EUR|GBP)\s?)?"
    r"(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[:：]\d{2}"
    r"|\d[\d,，]*(?:[.．]\d+)?(?:[千万億](?:\d[\d,]*[千万億]?)*)?)(?:\s?[%％]|円)?"
)
_NAMES = re.compile(r"\b[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*\b", re.ASCII)
"""API, SAML, AX200, S4HANA: what is written the same in both languages."""
MOST_MARKS = 27 * 26
"""a to zz; a figure beyond stays as it is, and the guard still looks whether the passage has it."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

OWN_WORDS = 0.5
"""Share of new words from which a sentence without a source is chatter."""
FEW_WORDS = 3
"""So few new words say nothing: "承知しました", "that is good to know"."""
SUPPORTED_FROM = 0.3
"""Share of a sentence's words that stand in what it names, or in what was said before; paraphrase takes the rest."""


class Ground:
    """The passages of one reply by their number, and `free`, what may be said without naming one."""

    def __init__(self, passages: Mapping[int, str], *, free: Sequence[str]) -> None:
        self._passages = passages
        self._free = " ".join(free)
        self._free_words = frozenset(tokens.words(self._free))
        self._free_figures = figures(self._free)
        self._marks: dict[str, str] = {}
        self._literals: dict[tuple[int, str], str] = {}
        for n, text in passages.items():
            self.masked(text, sources=(n,))

    def masked(self, text: str, *, sources: Sequence[int]) -> str:
        """Return `text` with the figures of these passages as marks."""
        return _FIGURE.sub(lambda match: self._mark(match[0], sources), text)

    def filled(self, sentence: str) -> str:
        """Return a sentence with its marks as the passages spell them; a mark we never gave stays."""
        return MARK.sub(lambda match: self._marks.get(match[1], match[0]), sentence)

    def is_chatter(self, sentence: str) -> bool:
        """Say whether a sentence names no passage and still says much that nobody said before."""
        said = frozenset(tokens.words(sentence))
        new = said - self._free_words
        return not NAMED.search(sentence) and len(new) > FEW_WORDS and len(new) > OWN_WORDS * len(said)

    def lacks(self, sentence: str) -> str | None:
        """Return "unsourced" or "unsupported" if a filled sentence does not stand on what it names, else None."""
        named = [int(n) for n in NAMED.findall(sentence)]
        bare = NAMED.sub(" ", sentence)
        told = _binding(figures(bare)) - self._free_figures
        if not named:
            return "unsourced" if told else None
        if not self._passages.keys() >= set(named):
            return "unsupported"
        text = " ".join(self._passages[n] for n in named)
        return "unsupported" if told - figures(spelled(text)) or self._strays(bare, text) else None

    def _strays(self, sentence: str, text: str) -> bool:
        """Say whether a sentence has little of what it names; in another language only names are the same."""
        foreign = tokens.detect_lang(text) != tokens.detect_lang(sentence)
        said = frozenset(tokens.words(" ".join(_NAMES.findall(sentence)) if foreign else sentence))
        return len(said & (frozenset(tokens.words(text)) | self._free_words)) < SUPPORTED_FROM * len(said)

    def _mark(self, literal: str, sources: Sequence[int]) -> str:
        for n in sources:
            if (n, literal) not in self._literals and literal in self._passages.get(n, ""):
                count = sum(1 for source, _ in self._literals if source == n)
                if count == MOST_MARKS:
                    return literal
                name = f"{n}{_name(count)}"
                self._literals[n, literal] = name
                self._marks[name] = literal
            if (n, literal) in self._literals:
                return f"{{{{{self._literals[n, literal]}}}}}"
        return literal


def _binding(found: frozenset[Figure]) -> frozenset[Figure]:
    """Leave out counts as small as in "both" and "one of them"."""
    return frozenset(figure for figure in found if figure[0] != "count" or figure[1] not in SMALL_COUNTS)


def _name(count: int) -> str:
    """Return a, b, …, z, aa, ab, …"""
    tens, ones = divmod(count, len(_LETTERS))
    return (_LETTERS[tens - 1] if tens else "") + _LETTERS[ones]
