"""A question in one language for texts in the other: each of its terms becomes a group of what it may be called there.

Without a model: bilingual words, everyday notions, numbers with their units, names as they are written, and katakana
that sounds like English.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.retrieval import tokens
from app.retrieval.bands import HALF_WORDS, LIGHT, NOTION_FLOOR
from app.retrieval.bilingual import Glossary
from app.retrieval.everyday import notions
from app.retrieval.figures import figures
from app.retrieval.kana import Sounds
from app.retrieval.passages import Lang
from app.retrieval.places import Place, Places
from app.retrieval.sentences import CLAUSE_END
from app.retrieval.statistics import MIN_SIZE, Statistics

OTHER: Mapping[Lang, Lang] = {"ja": "en", "en": "ja"}

UNTRANSLATED = 0.7
"""What a word counts that has no translation: it may be there under a name we do not know."""
PART = 0.5
"""What part of a compound counts: "contract" for "contract period"."""
BRIDGE_SHARE = 0.9
"""A translation is worth a little less than the word itself."""

NARROW = 2
"""Words up to which an everyday notion stands for all it was heard in; longer ones speak of other things too."""

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")

Phrase = frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """What a term of the question may be called, any of these; `parts` say some of it."""

    place: Place
    phrases: tuple[Phrase, ...]
    parts: tuple[Phrase, ...]
    weight: float
    is_renamed: bool = True
    """Whether it is called anything but what the question called it."""

    def words(self) -> Phrase:
        """Return every word that tells something of the term."""
        return Phrase().union(*self.phrases, *self.parts)

    def presence(self, words: Phrase) -> float:
        """Return how much of the term a text with these words has: 0 to 1."""
        whole = max((len(phrase & words) / len(phrase) for phrase in self.phrases), default=0.0)
        part = PART if any(phrase <= words for phrase in self.parts) else 0.0
        return max(whole**2, part)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A question as it is looked for in `lang`; `clauses` are its parts, each with the weight of all it asks."""

    lang: Lang
    groups: tuple[Group, ...]
    clauses: tuple[tuple[Place, float], ...]
    rarest: float

    def evidence(self, text: str) -> float:
        """Return how well `text` covers the best clause of the question: 0 to 1, as `bands.evidence`."""
        words = frozenset(tokens.words(text))
        matched = Places((group.place, group.weight * group.presence(words)) for group in self.groups)
        return BRIDGE_SHARE * max(self._coverage(sum(matched.within(place)), asked) for place, asked in self.clauses)

    def _coverage(self, matched: float, asked: float) -> float:
        return matched / asked * matched / (matched + HALF_WORDS * self.rarest) if matched else 0.0


def across(query: str, lang: Lang, *, glossary: Glossary, vocabulary: Phrase, statistics: Statistics) -> Bridge:
    """Return `query`, which is in `lang`, as it is looked for in the other language with its `vocabulary`."""
    said = _terms(query, lang, glossary=glossary, vocabulary=vocabulary)
    return _bridge(query, lang, OTHER[lang], said=said, statistics=statistics)


def reworded(query: str, lang: Lang, *, glossary: Glossary, statistics: Statistics) -> Bridge:
    """Return `query` with whatever else its terms may be called in its own language."""
    said: dict[Place, list[Phrase]] = defaultdict(list)
    for word, start, end in tokens.placed(query):
        said[start, end].append(Phrase({word}))
    for start, end, options in glossary.matches(query, lang=lang, to=lang):
        said[start, end] += _phrases(options)
    return _bridge(query, lang, lang, said=said, statistics=statistics)


def _bridge(
    query: str, lang: Lang, to: Lang, *, said: Mapping[Place, Sequence[Phrase]], statistics: Statistics
) -> Bridge:
    heard = _notions(query, to)
    asked = Places(((start, end), word) for word, start, end in tokens.placed(query))
    narrow = {place for place, _ in heard if len(asked.within(place)) <= NARROW}
    wide = [(place, phrases) for place, phrases in heard if place not in narrow]
    named: dict[Place, list[Phrase]] = {place: list(phrases) for place, phrases in said.items()}
    for place, some in heard:
        if place in narrow:
            named.setdefault(place, []).extend(some)
    weigh = _Weigher(statistics, to, _flat([*named.items(), *wide]))
    light, places = tokens.light(), Places((place, (place, phrases)) for place, phrases in named.items())
    groups = [Group(place, tuple(some), (), max(weigh(some), NOTION_FLOOR * weigh.rarest)) for place, some in wide]
    for place, phrases in named.items():
        if places.have_around(place):
            continue
        parts = _flat((inner, some) for inner, some in places.within(place) if inner != place)
        weight = weigh(phrases) * (LIGHT if light.issuperset(asked.within(place)) else 1.0)
        floor = NOTION_FLOOR * weigh.rarest if place in narrow else 0.0
        different = tuple(dict.fromkeys(phrases))
        renamed = to != lang or len(different) > 1
        groups.append(Group(place, different, tuple(parts), max(weight, floor), renamed))
    unknown = _unknown(query, lang, [group.place for group in groups], statistics=statistics, rarest=weigh.rarest)
    weights = Places([*((group.place, group.weight) for group in groups), *unknown])
    clauses = tuple((place, sum(weights.within(place))) for place in _clauses(tokens.plain(query)))
    return Bridge(to, tuple(groups), clauses, weigh.rarest)


class _Weigher:
    """How much a group of phrases tells passages apart: as one term that is wherever one of them is."""

    def __init__(self, statistics: Statistics, lang: Lang, phrases: Iterable[Phrase]) -> None:
        self._size = max(statistics.size(lang), MIN_SIZE)
        self._known = statistics.weigh(lang, "words", terms=Phrase().union(*phrases)).known
        self.rarest = math.log(self._size)

    def __call__(self, phrases: Sequence[Phrase]) -> float:
        counts = [min(self._known.get(word, 0) for word in phrase) for phrase in phrases if phrase]
        count = min(sum(counts), self._size)
        idf = math.log1p((self._size - count + 0.5) / (count + 0.5))
        return idf if count else UNTRANSLATED * idf


def _terms(query: str, lang: Lang, *, glossary: Glossary, vocabulary: Phrase) -> dict[Place, list[Phrase]]:
    found: dict[Place, list[Phrase]] = defaultdict(list)
    for start, end, options in [*glossary.matches(query, lang=lang, to=OTHER[lang]), *figures(query, lang)]:
        found[start, end] += _phrases(options)
    translated = {place for place, phrases in found.items() if any(phrase <= vocabulary for phrase in phrases)}
    bilingual = Places((place, place) for place in translated)
    for place, names in _names(query, lang, vocabulary):
        if place not in translated and not bilingual.have_around(place):
            found[place] += [Phrase({name}) for name in names]
    return found


def _names(query: str, lang: Lang, vocabulary: Phrase) -> Iterator[tuple[Place, Sequence[str]]]:
    """Give words that are there as they are written, or as they sound."""
    sounds, plain = _sounds(vocabulary), tokens.plain(query)
    for word, start, end in tokens.placed(query):
        if word.isascii() and word in vocabulary:
            yield (start, end), [word]
        elif near := sounds.like(word) or sounds.like(plain[start:end]):
            yield (start, end), near
    for run in _KATAKANA.finditer(plain) if lang == "ja" else ():
        if near := sounds.like(run.group()):
            yield run.span(), near


def _notions(query: str, lang: Lang) -> list[tuple[Place, tuple[Phrase, ...]]]:
    plain = tokens.plain(query)
    return [(match.span(), notion.said) for notion in notions(query, lang) for match in notion.asked.finditer(plain)]


def _unknown(
    query: str, lang: Lang, places: Sequence[Place], *, statistics: Statistics, rarest: float
) -> Iterator[tuple[Place, float]]:
    taken = Places((place, place) for place in places)
    left = [(word, (start, end)) for word, start, end in tokens.placed(query) if not taken.touch((start, end))]
    idf = statistics.weigh(lang, "words", terms=[word for word, _ in left]).idf
    top = math.log(max(statistics.size(lang), MIN_SIZE))
    for word, place in left:
        yield place, UNTRANSLATED * rarest * idf[word] / top * (LIGHT if word in tokens.light() else 1.0)


def _clauses(text: str) -> list[Place]:
    ends = [0, *(match.end() for match in CLAUSE_END.finditer(text)), len(text)]
    return [(0, len(text)), *pairwise(ends)]


def _phrases(texts: Iterable[str]) -> list[Phrase]:
    return [words for text in texts if (words := Phrase(tokens.words(text)))]


def _flat(found: Iterable[tuple[Place, Sequence[Phrase]]]) -> list[Phrase]:
    return [phrase for _, phrases in found for phrase in phrases]


@lru_cache(maxsize=4)
def _sounds(vocabulary: Phrase) -> Sounds:
    return Sounds(vocabulary)
