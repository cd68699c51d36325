"""Katakana and Latin words that sound alike: サービス is "service", ダッシュボード is "dashboard".

A word becomes its consonants (`SBS`) and the vowels between them. Consonants must agree, vowels nearly so; English
stems ("servic") have lost endings, so that katakana words are looked up without theirs too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

SHORTEST = 2
"""Consonants that a word needs to be told by its sound (a vowel in front counts), one more without its ending."""

FARTHEST, SURE = (0.08, 0.13, 0.2), 4
"""How far vowels may be apart (0 to 1) in words of two, three and `SURE` or more consonants."""
AS_NEAR = 0.03
"""Words that are farther by no more than this are as good as the nearest."""

ALTERNATIVES = 12
"""Ways to read a Latin word that are tried."""

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
_LATIN = re.compile(r"[a-z]{3,}")

_ROWS = {
    "": "アイウエオ",
    "K": "カキクケコ",
    "G": "ガギグゲゴ",
    "S": "サシスセソ",
    "Z": "ザジズゼゾ",
    "T": "タチツテト",
    "D": "ダヂヅデド",
    "N": "ナニヌネノ",
    "H": "ハヒ〇ヘホ",
    "F": "〇〇フ〇〇",
    "B": "バビブベボ",
    "P": "パピプペポ",
    "M": "マミムメモ",
    "R": "ラリルレロ",
    "W": "ワ〇〇〇ヲ",
}
_KANA = {kana: consonant + vowel for consonant, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)}
_KANA |= {"ヴ": "Bu", "ン": "N", "ヤ": "a", "ユ": "u", "ヨ": "o", "ヂ": "Zi", "ヅ": "Zu"}
_SMALL = dict(zip("ァィゥェォャュョ", "aiueoauo", strict=True))

_SPELLINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"^kn", ("N",)),
    (r"[st]ions?$", ("SoN", "ZoN")),
    (r"sch", ("SK",)),
    (r"tch", ("T",)),
    (r"ch", ("T", "K")),
    (r"ph", ("F",)),
    (r"[st]h", ("S",)),
    (r"wh", ("W",)),
    (r"[gr]h(?=[aeiouy])", ("R",)),
    (r"gh", ("",)),
    (r"dg|dj|j|zz?", ("Z",)),
    (r"g(?=n)", ("G", "")),
    (r"gg?(?=[eiy])|g$", ("Z", "G")),
    (r"gg?", ("G",)),
    (r"cc(?=[eiy])", ("KS",)),
    (r"sc(?=[eiy])", ("S",)),
    (r"c(?=[eiy])", ("S",)),
    (r"c$", ("K", "S")),
    (r"ck|cc?|kk?|q", ("K",)),
    (r"x", ("KS",)),
    (r"(?<=[aeiouyw])s(?=[aeiouy]|$)", ("S", "Z")),
    (r"ss?", ("S",)),
    (r"tt?", ("T",)),
    (r"d(?=[iu])", ("D", "Z")),
    (r"dd?", ("D",)),
    (r"ll?", ("R",)),
    (r"rr?(?=[aiouy]|e.)", ("R",)),
    (r"re?$", ("a", "R")),
    (r"r", ("a",)),
    (r"m(?=[pb])|nn?", ("N",)),
    (r"mm?", ("M",)),
    (r"ff?", ("F",)),
    (r"bb?|v", ("B",)),
    (r"pp?", ("P",)),
    (r"w(?=[aeiou])", ("W",)),
    (r"w", ("u",)),
    (r"h(?=[aeiouy])", ("H",)),
    (r"ee", ("i",)),
    (r"ea", ("ie",)),
    (r"oo|ew", ("u",)),
    (r"a[iy]", ("e",)),
    (r"a[uw]", ("o",)),
    (r"[aeiouy]", ()),
    (r".", ("",)),
)
_SPELLING = re.compile("|".join(f"({pattern})" for pattern, _ in _SPELLINGS))

_ENDINGS = (
    ("ション", ("", "To")),
    ("ジョン", ("", "Zo")),
    *((ending, ("",)) for ending in ("メント", "ンス", "イズ", "ング", "ティ", "ズ")),
)
"""Endings that an English stem has lost, and what may be left of them."""

_VOWELS = {"a": "aeo", "e": "eia", "i": "iae", "o": "oau", "u": "uaio", "y": "iau"}
"""Vowels of katakana that an English letter becomes, the usual one first."""
_STEP, _OTHER = 0.2, 1.0

_ADDED = {"": 0.0, "u": 0.0, "o": 0.1, "i": 0.3}
"""What Japanese puts behind a consonant that has no vowel, and how unusual that is."""


class Sound(NamedTuple):
    """The consonants of a word, and the vowels before, between and behind them; a cut word's last ones are unknown."""

    consonants: str
    vowels: tuple[str, ...]
    cut: bool = False


class Sounds:
    """The words of one vocabulary by their sound."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[tuple[str, Sound]]] = defaultdict(list)
        for word in words:
            for sound in _sounds(word):
                self._words[sound.consonants].append((word, sound))

    def like(self, word: str, *, most: int = 2) -> tuple[str, ...]:
        """Return the words of the other script that sound like `word`, the nearest first."""
        kana = _is_kana(word)
        distance: dict[str, float] = {}
        for sound in _sounds(word):
            for other, heard in self._words.get(sound.consonants, ()):
                if kana != _is_kana(other):
                    far = _distance(sound, heard) if kana else _distance(heard, sound)
                    if far is not None:
                        distance[other] = min(far, distance.get(other, far))
        near = sorted(distance, key=lambda other: (distance[other], other))
        return tuple(other for other in near[:most] if distance[other] <= distance[near[0]] + AS_NEAR)


def alike(katakana: str, latin: str) -> bool:
    """Return whether a katakana word is a Latin word as Japanese says it."""
    return bool(Sounds([latin]).like(katakana))


@lru_cache(maxsize=200_000)
def _sounds(word: str) -> tuple[Sound, ...]:
    found: Iterator[Sound] = iter(())
    if _is_kana(word):
        found = _kana_sounds(word)
    elif _LATIN.fullmatch(word):
        found = _latin_sounds(word)
    return tuple(sound for sound in found if _weight(sound) >= SHORTEST + sound.cut)


def _kana_sounds(word: str) -> Iterator[Sound]:
    spoken = _spoken(word)
    yield _sound(spoken)
    for ending, left in _ENDINGS:
        if word.endswith(ending):
            for rest in left:
                yield _sound(_spoken(word.removesuffix(ending)) + rest)._replace(cut=True)


def _spoken(word: str) -> str:
    spoken = ""
    for character in word:
        if character in _SMALL:
            lone = spoken.endswith("u") and (len(spoken) == 1 or not spoken[-2].isupper())
            spoken = spoken[:-1] + ("W" if lone and character in "ィェォ" else "") + _SMALL[character]
        else:
            spoken += _KANA.get(character, "")
    return spoken


def _latin_sounds(word: str) -> Iterator[Sound]:
    readings = [
        _SPELLINGS[match.lastindex - 1][1] or (match.group(),)
        for match in _SPELLING.finditer(word)
        if match.lastindex is not None
    ]
    spoken = {"".join(reading) for reading in islice(product(*readings), ALTERNATIVES)}
    for reading in sorted(spoken):
        yield _sound(reading)


def _sound(spoken: str) -> Sound:
    spoken = spoken.replace("NN", "N")
    consonants = "".join(symbol for symbol in spoken if symbol.isupper())
    vowels = tuple(re.split("[A-Z]", spoken))
    return Sound(consonants, vowels)


def _weight(sound: Sound) -> int:
    return len(sound.consonants) + bool(sound.vowels[0])


def _distance(kana: Sound, latin: Sound) -> float | None:
    """Return the mean distance of the vowels, None if it is too large."""
    pairs = list(zip(kana.vowels, latin.vowels, strict=True))
    if bool(kana.vowels[0]) != bool(latin.vowels[0]):
        return None
    apart = [_apart(*pair) for pair in (pairs[:-1] if kana.cut else pairs)]
    mean = sum(apart) / len(apart)
    return mean if mean <= FARTHEST[min(_weight(kana), SURE) - SHORTEST] else None


def _apart(kana: str, latin: str) -> float:
    if not latin:
        return _ADDED.get(kana, _OTHER)
    if not kana:
        return 0.0 if latin == "e" else 0.5
    far = sum(min(_step(vowel, letter) for letter in latin) for vowel in kana) / len(kana)
    return min(far, _ADDED.get(kana, _OTHER) + 0.1) if latin == "e" else far


def _step(vowel: str, letter: str) -> float:
    place = _VOWELS[letter].find(vowel)
    return _STEP * place if place >= 0 else _OTHER


def _is_kana(word: str) -> bool:
    return _KATAKANA.fullmatch(word) is not None
