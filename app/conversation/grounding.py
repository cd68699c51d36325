"""What each sentence of a model stands on: the passages it names. Figures are put in from there, never written by it.

A model sees `{{1a}}` where a passage says 98,000円 and repeats the mark; we put the passage's own spelling back. So no
figure can be mistyped, rounded or made up on the way. The words are held to the same: what names a passage is built
from that passage, what names none from the lines of the plan, both with closed lists of words that join and retell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.conversation.grounding_ties import parts, subject_of, told_figures, untied
from app.conversation.grounding_words import PARTS, Told, document, is_flipped, overstates, strange, torn
from app.conversation.guard_deeds import undone
from app.conversation.guard_figures import Figure, amounts, binding, periods, said_out, same, spelled
from app.conversation.guard_plain_words import joining, ours_to_grant, retelling
from app.conversation.guard_words import AGREES
from app.conversation.phrases import mirrors
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
_COMMA = re.compile(
    r"(?:(?<=です)|(?<=ます)|(?<=した)|(?<=せん)|(?<=ので)|(?<=すが)|(?<=ため)|(?<=こと)|(?<=たら)|(?<=すと)|(?<=れば))、\s*"
    r"|[,;](?!\d)(?!\s*with\b)\s*"
)
_NAME_JA = re.compile(r"[ァ-ヶー一-龥]{2,}|[ぁ-ん]{3,}")
"""What the tokenizer cuts otherwise in another sentence, as the name in 株式会社あおば物産様, still stands there."""
_THEIRS = frozenset({"count", "month", "date", "year", "day", "week", "hour", "minute"})
"""Figures of the visitor that a mirror may repeat: how many they are, when they want it; never money or a share."""
SUPPORTED_FROM = 0.3
"""Share of a sentence's words that stand in what it names; with fewer it is not a retelling but a false source."""


class Ground:
    """The passages of one reply by their number, and what may be said without naming one.

    `free` are our own lines that need no source; `visitor` is what the prospect wrote, for mirroring clauses only.
    `foreign` is a reply in neither Japanese nor English: its words cannot be compared, only its names and figures.
    """

    def __init__(
        self, passages: Mapping[int, str], *, free: Sequence[str], visitor: str = "", foreign: bool = False
    ) -> None:
        self._passages = {n: document(text) for n, text in passages.items()}
        self._plan = "\n".join(free)
        self._free = Told(self._plan)
        mirrored = [unit.words for unit in self._free.units if mirrors(unit.text)]
        self._ours = frozenset[str]().union(*(unit.words for unit in self._free.units if not mirrors(unit.text)))
        self._visitor = (frozenset(tokens.words(visitor)) - ours_to_grant()).union(*mirrored)
        self._theirs = frozenset(one for one in amounts(visitor) if one.kind in _THEIRS)
        self._foreign = foreign
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
        """Say whether a sentence says anything that neither what it names nor the plan says: it is left out."""
        named = self._named(sentence)
        bare = NAMED.sub(" ", sentence)
        if named is None:
            return False  # a source that is not there is no chatter but a fault, see `lacks`
        if not named:
            plain = spelled(bare).strip()
            yes = AGREES.search(plain) and not mirrors(bare)
            return (
                self._foreign or bool(yes) or bool(self._unplanned(bare)) or undone(bare, plan=self._plan) is not None
            )
        if self._is_in_another_language(bare, named):
            return not self._anchored(bare, named)
        if any(self._passages[n].says(bare) for n in named):
            return False
        texts = [self._passages[n] for n in named]
        if self._new(bare, named) or self._untied(bare, named, figures=False):
            return True
        return any(overstates(part, texts, beside=bare, free=self._free) for part in self._parts(bare))

    def lacks(self, sentence: str) -> str | None:
        """Return "unsourced" or "unsupported" if a filled sentence does not stand on what it names, else None."""
        named = self._named(sentence)
        bare = NAMED.sub(" ", sentence)
        if named is None:
            return "unsupported"
        if not named:
            mine = self._theirs if mirrors(bare) else frozenset()
            told = [one for one in binding(amounts(bare)) if not any(same(one, other) for other in mine)]
            return "unsourced" if any(not self._free.has_figure(one) for one in told) else None
        texts = [self._passages[n] for n in named]
        if self._is_in_another_language(bare, named):
            known = frozenset(one for text in texts for one in text.figures) | self._free.figures
            wrong = any(not any(same(one, other) for other in known) for one in binding(amounts(bare)))
            return "unsupported" if wrong or not self._has_names(bare, named) else None
        if any(text.says(bare) for text in texts):
            return None
        sources = "\n".join(text.text for text in texts)
        if undone(bare, plan=self._plan, sources=sources) or self._strays(bare, named):
            return "unsupported"
        per = periods(bare)
        if any(torn(part, texts, beside=bare, free=self._free, per=per) for part in self._parts(bare)):
            return "unsupported"
        if self._untied(bare, named, figures=True):
            return "unsupported"
        return "unsupported" if is_flipped(bare, texts) else None

    def _named(self, sentence: str) -> list[int] | None:
        """Return the numbers named, or None if one of them is no passage."""
        named = [int(n) for n in NAMED.findall(sentence)]
        return named if self._passages.keys() >= set(named) else None

    def _told(self, sentence: str) -> str:
        """Return a sentence without the clauses that only mirror: these give no figure but the visitor's own."""
        return "、".join(clause for clause in _clauses(sentence) if not mirrors(clause) or self._gives(clause))

    def _gives(self, clause: str) -> bool:
        return any(not any(same(one, other) for other in self._theirs) for one in binding(amounts(clause)))

    def _parts(self, sentence: str) -> list[str]:
        """Return what the sentence tells clause by clause, without what it mirrors."""
        return [part for part in PARTS.split(said_out(spelled(self._told(sentence)))) if part.strip()]

    def _untied(self, sentence: str, named: Sequence[int], *, figures: bool) -> bool:
        """Say whether a clause, with figures or without, joins what the passages keep apart."""
        texts, per = [self._passages[n].text for n in named], periods(sentence)
        subject: frozenset[str] = frozenset()
        cells: frozenset[Figure] = frozenset()
        begun = False
        for part in parts(said_out(spelled(self._told(sentence)))):
            cells = frozenset() if subject_of(part) - retelling() else cells
            told = [one for one in told_figures(part) if not self._free.has_figure(one)]
            if bool(told) is figures and untied(part, texts, beside=subject, cells=cells, per=per):
                return True
            if told:
                labels = {one.kind for one in told} == {"count"}
                cells = (cells if begun == labels else frozenset()) | frozenset(told) if labels else cells
                begun = labels
            subject |= subject_of(part)
        return False

    def _unplanned(self, sentence: str) -> frozenset[str]:
        known, plain = (self._ours, self._ours | self._visitor), (joining(), retelling())
        return frozenset[str]().union(
            *(strange(clause, known[mirrors(clause)], plain=plain[mirrors(clause)]) for clause in _clauses(sentence))
        )

    def _new(self, sentence: str, named: Sequence[int]) -> frozenset[str]:
        known, text = self._ours | self._words(named), "\n".join(self._passages[n].text for n in named)
        new = frozenset[str]().union(
            *(strange(clause, known | self._mirrored(clause), plain=retelling()) for clause in _clauses(sentence))
        )
        return frozenset(word for word in new if not (_NAME_JA.fullmatch(word) and word in text))

    def _mirrored(self, clause: str) -> frozenset[str]:
        return self._visitor if mirrors(clause) else frozenset()

    def _words(self, named: Sequence[int]) -> frozenset[str]:
        return frozenset().union(*(self._passages[n].words for n in named))

    def _strays(self, sentence: str, named: Sequence[int]) -> bool:
        told = self._told(sentence)
        said = frozenset(word for word in tokens.words(told) if not word[0].isdigit())
        known = self._ours | self._words(named)
        return len(said - strange(told, known)) < SUPPORTED_FROM * len(said)

    def _is_in_another_language(self, sentence: str, named: Sequence[int]) -> bool:
        return self._foreign or all(self._passages[n].lang != tokens.detect_lang(sentence) for n in named)

    def _has_names(self, sentence: str, named: Sequence[int]) -> bool:
        names = frozenset(tokens.words(" ".join(_NAMES.findall(sentence))))
        return names <= self._ours | self._words(named)

    def _anchored(self, sentence: str, named: Sequence[int]) -> bool:
        """Say whether a sentence in another language has at least one name or figure of what it names."""
        latin = frozenset(word for word in tokens.words(sentence) if word.isascii())
        told = [self._passages[n] for n in named]
        return bool(latin & self._words(named)) or any(t.has_figure(one) for t in told for one in amounts(sentence))

    def _mark(self, literal: str, sources: Sequence[int]) -> str:
        for n in sources:
            if (n, literal) not in self._literals and n in self._passages and literal in self._passages[n].text:
                count = sum(1 for source, _ in self._literals if source == n)
                if count == MOST_MARKS:
                    return literal
                name = f"{n}{_name(count)}"
                self._literals[n, literal] = name
                self._marks[name] = literal
            if (n, literal) in self._literals:
                return f"{{{{{self._literals[n, literal]}}}}}"
        return literal


def _clauses(sentence: str) -> list[str]:
    return [part for part in _COMMA.split(sentence) if part.strip()]


def _name(count: int) -> str:
    """Return a, b, …, z, aa, ab, …"""
    tens, ones = divmod(count, len(_LETTERS))
    return (_LETTERS[tens - 1] if tens else "") + _LETTERS[ones]
