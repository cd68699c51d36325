"""Words and character grams of Japanese and English text, the same for documents and queries."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from sys import intern
from typing import Any

from app.retrieval.passages import Lang

VERSION = 2
"""Raised when the same text gives other tokens, so that every index is built again."""

_JAPANESE = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇"
_LONGEST_RUN = 8_000
"""Sudachi refuses texts of more than 49,149 bytes."""
_RUN = re.compile(
    rf"(?P<ja>[{_JAPANESE}]{{1,{_LONGEST_RUN}}})|(?P<latin>[^\W_{_JAPANESE}]+(?:[.'][^\W_{_JAPANESE}]+)*)"
)
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
"""Soft hyphens, zero widths, marks of direction, variants of a character: they stand inside words and are no part."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇]")
_HIRAGANA_PAIR = re.compile(r"[\u3041-\u309f]{2}")
_JAPANESE_CHARACTER = re.compile(f"[{_JAPANESE}]")

_DROPPED_POS = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白", "代名詞", "感動詞", "接続詞"})
_STOP_WORDS = frozenset(Path(__file__).with_name("stop_words.txt").read_text("utf-8").split())
"""Words, as Sudachi normalises them or as they are written in English, that are in every question."""

_LIGHT_WORDS = Path(__file__).with_name("light_words.txt").read_text("utf-8").split()

_CAPITALS = re.compile(r"(?<=[a-z,;:] )[A-Z][\w.'-]+|\b[A-Z][a-z]+ (?:(?:of|the|de) )?[A-Z][\w'-]+")
"""English names: capitals inside a sentence, or two in a row."""

_MODEL = re.compile(r"(?=[a-z.]*\d)(?=[\d.]*[a-z])[a-z\d.]{2,}")

_GRAM = 4

_local = threading.local()


def detect_lang(text: str) -> Lang:
    """Return "ja" if more than a tenth of the letters are Japanese, else "en"."""
    text = as_read(text)  # half-width kana are Japanese too
    letters = sum(1 for character in text if character.isalpha())
    return "ja" if len(_JAPANESE_CHARACTER.findall(text)) * 10 > letters else "en"


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """Return the meaningful words in order: Sudachi normal forms (mode A) and English stems."""
    found: list[str] = []
    for kind, run in _runs(text):
        if kind == "ja":
            found.extend(lemma for lemma, _, _ in _lemmas(run))
        elif run not in _STOP_WORDS:
            found.append(_stem(run))
    return tuple(found)


@lru_cache(maxsize=256)
def placed(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the same words with their place (start, end) in `plain(text)`."""
    found: list[tuple[str, int, int]] = []
    for match in _RUN.finditer(plain(text)):
        start, run = match.start(), match.group()
        if match.lastgroup == "ja":
            found.extend((lemma, start + begin, start + end) for lemma, begin, end in _lemmas(run))
        elif (folded := _fold(run)) not in _STOP_WORDS:
            found.append((_stem(folded), start, match.end()))
    return tuple(found)


@lru_cache(maxsize=1024)
def grams(text: str) -> tuple[str, ...]:
    """Return kanji, Japanese character pairs that are not all hiragana, and 4-grams of Latin words with edges."""
    found: list[str] = []
    for kind, run in _runs(text):
        if kind == "ja":
            found.extend(_KANJI.findall(run))
            pairs = (run[i : i + 2] for i in range(len(run) - 1))
            found.extend(pair for pair in pairs if not _HIRAGANA_PAIR.fullmatch(pair))
        elif run not in _STOP_WORDS:
            edged = f"_{run}_"
            found.extend(edged[i : i + _GRAM] for i in range(max(1, len(edged) - _GRAM + 1)))
    return tuple(found)


def named(text: str) -> frozenset[str]:
    """Return those of the words of `text` that name one thing: people, places, companies."""
    text = as_read(text)
    capitals = {word for match in _CAPITALS.finditer(text) for word in words(match.group())}
    proper = _names(text, "") if _JAPANESE_CHARACTER.search(text) else frozenset[str]()
    return (proper | capitals).intersection(words(text))


def models(text: str) -> frozenset[str]:
    """Return the words of letters and figures: the model 90w, 500kw, e27."""
    return frozenset(word for word in words(text) if _MODEL.fullmatch(word))


def people(text: str) -> frozenset[str]:
    """Return the parts of people's names as Sudachi knows them, and all capitalised English names."""
    return _names(text, "人名")


def places(text: str) -> frozenset[str]:
    """Return the names of places as Sudachi knows them, and all capitalised English names."""
    return _names(text, "地名")


def plain(text: str) -> str:
    """Return `text` in one width and case, of which `placed` and all that is looked for in a text give places."""
    return _THOUSANDS.sub("", as_read(text).lower())


def as_read(text: str) -> str:
    """Return `text` in one width, without characters that nobody sees."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text))


@lru_cache(maxsize=1)
def light() -> frozenset[str]:
    """Return words of everyday talk ("use", "possible"): they help to find, but prove little either way."""
    return frozenset(_stem(word) if word.isascii() else word for word in _LIGHT_WORDS)


@lru_cache(maxsize=1)
def light_grams() -> frozenset[str]:
    """Return the grams of such words."""
    return frozenset(gram for word in light() for gram in grams(word))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    for match in _RUN.finditer(plain(text)):
        if match.lastgroup == "latin":
            yield "latin", _fold(match.group())
        else:
            yield "ja", match.group()


def _fold(run: str) -> str:
    """Write é as e and drop the possessive, so that both spellings meet."""
    run = run.removesuffix("'s").replace("'", "")
    if run.isascii():
        return run
    return "".join(c for c in unicodedata.normalize("NFKD", run) if not unicodedata.combining(c))


@lru_cache(maxsize=1024)
def _names(text: str, kind: str) -> frozenset[str]:
    text = as_read(text)
    latin = (word for match in _CAPITALS.finditer(text) for word in match.group().lower().split())
    if not _JAPANESE_CHARACTER.search(text):
        return frozenset(latin)
    morphemes = _sudachi()[0].tokenize(text[:_LONGEST_RUN])
    parts = ((morpheme, morpheme.part_of_speech()) for morpheme in morphemes)
    named = (m.normalized_form() for m, (_, proper, which, *_) in parts if proper == "固有名詞" and kind in ("", which))
    return frozenset(named).union(latin)


@lru_cache(maxsize=20_000)
def _lemmas(run: str) -> tuple[tuple[str, int, int], ...]:
    """Remembered because it is dear: a title is read with each of its passages, a question again and again."""
    tokenizer, dropped = _sudachi()
    return tuple(
        (intern(lemma), morpheme.begin(), morpheme.end())
        for morpheme in tokenizer.tokenize(run)
        if not dropped(morpheme) and (lemma := morpheme.normalized_form()) not in _STOP_WORDS
    )


def _load_sudachi() -> Any:
    return import_module("sudachipy")  # its dictionary takes a second and 90 MB: not before the first Japanese text


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    return _load_sudachi().Dictionary(dict="core")


def _sudachi() -> tuple[Any, Callable[[Any], bool]]:
    """Return this thread's tokenizer and POS filter: a Sudachi tokenizer must not be shared by threads."""
    if not hasattr(_local, "sudachi"):
        dictionary = _dictionary()
        dropped = dictionary.pos_matcher(lambda pos: pos[0] in _DROPPED_POS)
        _local.sudachi = (dictionary.tokenizer(_load_sudachi().SplitMode.A), dropped)
    pair: tuple[Any, Callable[[Any], bool]] = _local.sudachi
    return pair


def _stemmer() -> Any:
    """Return this thread's stemmer: it keeps the word it works on."""
    if not hasattr(_local, "stemmer"):
        _local.stemmer = import_module("snowballstemmer").stemmer("english")
    return _local.stemmer


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))
