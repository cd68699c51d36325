"""Weigh a message against sentences we wrote ourselves: what the word lists miss, the trained weights may know."""

import json
import re
from array import array
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path
from typing import Literal, get_args
from zlib import crc32, decompress

from app.understanding.normal import sentences

Label = Literal[
    "prompt_injection",
    "opt_out",
    "request_human",
    "asks_who",
    "complaint",
    "abusive",
    "threat",
    "crisis",
    "spam_or_sales_pitch",
    "job_application",
    "existing_customer_support",
    "postpones",
    "challenge",
]
LABELS: tuple[Label, ...] = get_args(Label)
FOLDER = Path(__file__).with_name("trained")
WEIGHTS = FOLDER / "weights.bin"
# Hashed features; a power of two.
BUCKETS = 1 << 16
SHORTEST, LONGEST = 2, 5
# Bits for the sum of one label over all features of a message; what is added to a signed byte to make it positive.
LANE, ZERO = 24, 128
# A class is taken from this score on, or, where the word lists name it, unless the score is below the second;
# chosen on the rounds of benchmarks/understanding_heldout and understanding_alarms (docs/classifier.md).
TAKEN: Mapping[Label, float] = {
    "prompt_injection": -1.15,
    "opt_out": -1.2,
    "request_human": -1.2,
    "asks_who": -0.7,
    "complaint": -0.6,
    "abusive": 0.0,
    "threat": -0.3,
    "crisis": -0.7,
    "spam_or_sales_pitch": -0.3,
    "job_application": -1.2,
    "existing_customer_support": -0.6,
    "postpones": -1.0,
    "challenge": -0.25,
}
DOUBTED: Mapping[Label, float] = {
    "prompt_injection": -2.0,
    "opt_out": -2.4,
    "request_human": -2.8,
    "asks_who": -1.7,
    "complaint": -2.2,
    "abusive": -3.0,
    "threat": -2.0,
    "crisis": -2.6,
    "spam_or_sales_pitch": -1.8,
    "job_application": -2.0,
    "existing_customer_support": -3.2,
    "postpones": -2.2,
    "challenge": -9.0,
}

# How much more is needed of who speaks as a buyer; who complains or wants a person speaks as one.
BUYS: Mapping[Label, float] = dict.fromkeys(LABELS, 0.75) | {
    "opt_out": 0.0,
    "request_human": 0.4,
    "complaint": 0.0,
    "job_application": 0.3,
}
# So much better is a class that another one gives way to.
CLEARLY = 1.0
# Shorter messages say too little for weights, the word lists know them; those of fewer features say less than others.
JUDGED_FROM, ENOUGH = 6, 80

_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"[\w.+\-]+@[\w.\-]+")
# Words of English, and in Japanese the runs of one script that carry the meaning.
_WORD = re.compile(r"[a-z']+|[ァ-ヺー]+|[一-鿿々]+")
_REACH = 4
_LATIN = re.compile(r"[a-z][a-z'\-]*")
_ENDING = re.compile(r"(?:ing|ed|s|d|ting|ped)$")
_ASKS = re.compile(r"\?|か[。!]?$|\b(?:does|is it|are there|how do|what if)\b")


@dataclass(frozen=True, slots=True)
class Weights:
    """One number a bucket, with the small weight of each label in its own `LANE` bits, so that one sum serves all;
    a score is `bias + scale * share * sum`.
    """

    buckets: list[int]
    biases: Mapping[Label, float]
    scale: float
    fingerprint: str


def belongs(text: str, label: Label, *, by_words: bool, buys: bool = False) -> bool:
    """Say whether a normalised message belongs to a class.

    `by_words` is what the word lists say of it; `buys`, that the message shows a buyer.
    """
    if len(text.strip()) < JUDGED_FROM:
        return by_words
    return scores(text)[label] >= (DOUBTED if by_words else TAKEN)[label] + buys * BUYS[label]


@lru_cache(maxsize=8)
def scores(text: str) -> Mapping[Label, float]:
    """Return the best score (log-odds) of each class over the whole message and each of its sentences."""
    weights = load()
    best = dict.fromkeys(LABELS, float("-inf"))
    for part in (text, *pieces(text)):
        found = features(part)
        if len(found) <= len(part) // 8:  # one letter held down
            continue
        factor = weights.scale * share(found)
        doubt = max(0.0, 1 - len(found) / ENOUGH)
        total, none = sum(map(weights.buckets.__getitem__, found)), ZERO * len(found)
        for at, label in enumerate(LABELS):
            value = weights.biases[label] - doubt + factor * ((total >> at * LANE & (1 << LANE) - 1) - none)
            best[label] = max(best[label], value)
    return best


def share(found: Collection[int]) -> float:
    """Return what one of the features counts."""
    return 1 / sqrt(max(len(found), ENOUGH))


def pieces(text: str) -> list[str]:
    """Return the sentences of a message that has several, else nothing."""
    found = [text[start:end] for start, end in sentences(text)]
    return found if len(found) > 1 else []


def features(text: str) -> set[int]:
    """Return the buckets of a text: its runs of 2 to 5 characters, its words, and pairs of words that stand near."""
    plain = _SPACE.sub(" ", _DIGITS.sub("0", _ADDRESS.sub("@", text.lower()))).strip()
    if not plain:
        return set()
    data = f"^{plain}$".encode("utf-16-le")
    mask, end = BUCKETS - 1, len(data)
    found = {
        crc32(data[at : at + size]) & mask
        for size in range(2 * SHORTEST, 2 * LONGEST + 1, 2)
        for at in range(0, end - size + 1, 2)
    }
    found.update(crc32(word.encode()) & mask for word in (*_words(plain), *_meanings(plain)))
    return found


def _words(plain: str) -> Iterator[str]:
    words = _WORD.findall(plain)
    for at, word in enumerate(words):
        yield f"w {word}"
        for near, other in enumerate(words[at + 1 : at + 1 + _REACH]):
            yield f"{'p' if near else 'b'} {word} {other}"


def _meanings(plain: str) -> Iterator[str]:
    """Yield what the words stand for, and each two of them in their order, with how the sentence ends."""
    names = _named(plain)
    end = "?" if _ASKS.search(plain) else "."
    for at, name in enumerate(names):
        yield f"m {name}"
        yield f"m {name}{end}"
        for other in names[at + 1 : at + 1 + 2 * _REACH]:
            if other != name:
                yield f"m {name} {other}"
                yield f"m {name} {other}{end}"


def _named(plain: str) -> list[str]:
    english, japanese, sizes = concepts()
    names: list[str] = []
    for at, char in enumerate(plain):
        for size in sizes.get(char, ()):
            name = japanese.get(plain[at : at + size])
            if name:
                names.extend(name)
                break
    for word in _LATIN.findall(plain):
        names.extend(english.get(word) or english.get(_ENDING.sub("", word)) or ())
    return names


@cache
def concepts() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[int]]]:
    """Read which words mean much the same: English, Japanese, and the lengths of these by their first letter."""
    english: dict[str, list[str]] = {}
    japanese: dict[str, list[str]] = {}
    for line in (FOLDER / "concepts.txt").read_text("utf-8").splitlines():
        name, _, words = line.partition(": ")
        for word in () if line.startswith("#") else words.lower().split():
            (english if word.isascii() else japanese).setdefault(word, []).append(name)
    sizes: dict[str, set[int]] = {}
    for word in japanese:
        sizes.setdefault(word[0], set()).add(len(word))
    return english, japanese, {char: sorted(some, reverse=True) for char, some in sizes.items()}


@cache
def load() -> Weights:
    """Read the weights that `app.understanding.train` wrote, once."""
    head, _, packed = WEIGHTS.read_bytes().partition(b"\n")
    said, body = json.loads(head), decompress(packed)
    buckets = [0] * BUCKETS
    for at in range(len(LABELS)):
        table = array("b", body[at * BUCKETS : (at + 1) * BUCKETS])
        buckets = [sum_ | weight + ZERO << at * LANE for sum_, weight in zip(buckets, table, strict=True)]
    return Weights(buckets, biases=said["biases"], scale=said["scale"], fingerprint=said["fingerprint"])
