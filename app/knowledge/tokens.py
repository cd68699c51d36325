"""Words and character grams of Japanese and English text, the same for documents and queries."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from app.knowledge.passages import Lang

VERSION = 1
"""Raised when the same text gives other tokens, so that every index is built again."""

_JAPANESE = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇"
_RUN = re.compile(rf"(?P<ja>[{_JAPANESE}]+)|(?P<latin>[^\W_{_JAPANESE}]+(?:[.'][^\W_{_JAPANESE}]+)*)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆〇]")
_HIRAGANA_PAIR = re.compile(r"[\u3041-\u309f]{2}")
_JAPANESE_CHARACTER = re.compile(f"[{_JAPANESE}]")

_DROPPED_POS = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白", "代名詞", "感動詞", "接続詞"})
_STOP_LEMMAS = frozenset(
    "為る 有る 居る 成る 出来る 言う 事 物 御 様 さん 下さる 頂く 致す 申す 御座る 願う 宜しい 良い 教える 知る 思う 呉れる "
    "貰う 遣る 行う 見る 因る 於く 於ける 対する 就く 関する 無い どう どの どんな 何の 此の 其の 其れ 又 等 方 為 "
    "ちょっと 一寸 とても もう 未だ 直ぐ 済む 恐縮 失礼 宜しく 御願い 有り難い 場合 質問".split()
)
_STOP_WORDS = frozenset(
    "a about am an and any are as at be been being but by can could did do does doing for from get had has have "
    "he her hers him his how i if in into is it its let like many may me might more most much must my no not of "
    "on or our please she should so some such tell than thanks that the their them then there these they this "
    "those to too us very was we were what when where which while who whom whose why will with would you your "
    "hi hello hey dear regards cheers know wondering s t".split()
)
_GRAM = 4

_local = threading.local()


def detect_lang(text: str) -> Lang:
    """Return "ja" if more than a tenth of the letters are Japanese, else "en"."""
    letters = sum(1 for character in text if character.isalpha())
    return "ja" if len(_JAPANESE_CHARACTER.findall(text)) * 10 > letters else "en"


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """Return the meaningful words in order: Sudachi normal forms (mode A) and English stems."""
    found: list[str] = []
    for kind, run in _runs(text):
        if kind == "ja":
            found.extend(_lemmas(run))
        elif run not in _STOP_WORDS:
            found.append(_stem(run))
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


def _runs(text: str) -> Iterator[tuple[str, str]]:
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).lower())
    for match in _RUN.finditer(plain):
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


def _lemmas(run: str) -> list[str]:
    tokenizer, dropped = _sudachi()
    return [
        lemma
        for morpheme in tokenizer.tokenize(run)
        if not dropped(morpheme) and (lemma := morpheme.normalized_form()) not in _STOP_LEMMAS
    ]


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="core")


def _sudachi() -> tuple[Any, Callable[[Any], bool]]:
    """Return this thread's tokenizer and POS filter: a Sudachi tokenizer must not be shared by threads."""
    if not hasattr(_local, "sudachi"):
        from sudachipy import SplitMode

        dictionary = _dictionary()
        dropped = dictionary.pos_matcher(lambda pos: pos[0] in _DROPPED_POS)
        _local.sudachi = (dictionary.create(SplitMode.A), dropped)
    pair: tuple[Any, Callable[[Any], bool]] = _local.sudachi
    return pair


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))
