"""Words that are kin, as "短い" is to "短縮" and "installer" to "install": a retelling may put one for the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ONE_KANJI = re.compile(r"([一-鿿])[ぁ-ゖ]+")
_COMPOUND = re.compile(r"[一-鿿]{2,4}")
_KANA = re.compile(r"[ぁ-ゖ]")
_PREFIX = 6


def unlike(words: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Return the words that are no kin to a known one, as "短い" is to "短縮" and "installer" to "install"."""
    if not words:
        return words
    native = {m[1] for word in known if (m := _ONE_KANJI.fullmatch(word))}
    compound = {c for word in known if _COMPOUND.fullmatch(word) for c in word}
    spelled_out = {_KANA.sub("", word) for word in known}
    return frozenset(
        word
        for word in words
        if not (len(bare := _KANA.sub("", word)) > 1 and bare in spelled_out)
        and not _is_kin(word, known, native=native, compound=compound)
    )


def _is_kin(word: str, known: Iterable[str], *, native: set[str], compound: set[str]) -> bool:
    if one := _ONE_KANJI.fullmatch(word):
        return one[1] in compound
    if _COMPOUND.fullmatch(word):
        return not native.isdisjoint(word)
    if word.isascii() and len(word) >= 4:
        return any(_share_a_stem(word, other) for other in known if other.isascii() and len(other) >= 4)
    return False


def _share_a_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or (short[:_PREFIX] == long[:_PREFIX] and len(short) >= _PREFIX)
