"""Sentences as a stream gives them, and what no sentence may contain whatever it says."""

from __future__ import annotations

import re
import unicodedata

from app.conversation.guard_words import ENGLISH, OTHER_LATIN, RUDE
from app.understanding.facts import Lang

LONGEST_SENTENCE = 400
MARKUP = re.compile(
    r"<\s*[a-z/!?]|&(?:#\w+|[a-z]{2,8});|!\[|\]\(|^\s*\[[^\]]{1,20}\]:|`{3}|\{\{|\{%|\$\{|[\[{]\s*\"|│|\b(?:javascript|vbscript|data):",
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_OPEN, _CLOSED = "「『（(【", "」』）)】"
_END = re.compile(r"[。！？]+|(?<![.!?])[.!?]++[\"')\]]*+(?=\s|[^\x00-\x7f])|\n+")
_AFTER = re.compile(r"[」』）)】\"'”’]*(?:\s?\[\d{1,2}\])*[。！？]*")
_SHORT = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|inc|ltd|co|corp|vs|e\.g|i\.e|approx|etc|a\.m|p\.m|u\.s|[a-z])\.$", re.I)
_NUMBER = re.compile(r"\s*+\d{1,2}\.$")
_LONGEST_SHORT = 8


class Sentences:
    """Feed it pieces of a stream, get whole sentences; joined they are the stream, character for character."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> list[str]:
        """Return the sentences that are surely over: the first character after them has been seen."""
        self._rest += piece
        ready: list[str] = []
        while (end := self._end()) is not None:
            ready.append(self._rest[:end])
            self._rest = self._rest[end:]
        return ready

    def flush(self) -> list[str]:
        """Return what is left, a sentence only if the reply ended well."""
        last, self._rest = self._rest, ""
        return [last] if last.strip() else []

    def _end(self) -> int | None:
        depth, read = 0, 0
        for match in _END.finditer(self._rest):
            piece, read = self._rest[read : match.end()], match.end()
            depth += sum(piece.count(c) for c in _OPEN) - sum(piece.count(c) for c in _CLOSED)
            quoted = depth > 0 and not piece.endswith("\n")
            if quoted or _SHORT.search(self._rest, max(0, read - _LONGEST_SHORT), read) or not self._begun(read):
                continue
            after = _AFTER.match(self._rest, match.end())
            end = after.end() if after else match.end()
            return end if self._rest[end:].strip(" [0123456789") else None
        return len(self._rest) if len(self._rest) > LONGEST_SENTENCE else None

    def _begun(self, end: int) -> bool:
        """Say whether there are words before `end`, and not only the number of an item."""
        return bool(self._rest[:end].strip()) and not _NUMBER.match(self._rest, 0, end)


def has_hidden_characters(text: str) -> bool:
    """Say whether there are control, direction, zero-width, tag, private or broken characters."""
    return any(c == "\ufffd" or (c not in "\n\t" and unicodedata.category(c)[0] == "C") for c in text)


def is_rude(text: str) -> bool:
    """`text` in one spelling."""
    return bool(RUDE.search(text))


def speaks(lang: Lang, text: str) -> bool:
    """Say whether `text` may be `lang`; too little text to tell counts as yes."""
    letters = [c for c in unicodedata.normalize("NFKC", text) if c.isalpha()]
    kana = sum("ぁ" <= c <= "ヿ" for c in letters)
    han = sum("一" <= c <= "鿿" or c in "々〆" for c in letters)
    latin = sum(c < "ɐ" for c in letters)
    if len(letters) - kana - han - latin > len(letters) * 0.1:
        return False
    if lang == "ja":
        return len(letters) < 8 or (kana > 0 and kana + han >= len(letters) * 0.2)
    small = re.findall(r"[^\W\d_]+", text.casefold())
    foreign, english = (sum(word in known for word in small) for known in (OTHER_LATIN, ENGLISH))
    return kana + han <= len(letters) * 0.3 and (foreign < 2 or english >= foreign)
