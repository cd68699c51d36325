"""Three bands instead of a guess: how much of what was asked does the best passage speak about?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.retrieval import tokens
from app.retrieval.everyday import Notion, notions, said
from app.retrieval.passages import Lang, Verdict
from app.retrieval.sentences import CLAUSE_END
from app.retrieval.statistics import MIN_SIZE, Statistics

HALF_WORDS, HALF_GRAMS = 0.8, 3.0
"""Matched idf mass, in units of the rarest term's idf, at which coverage counts half: one word alone proves little."""

LIGHT = 0.3
"""What a word of everyday talk counts."""
NOTION_SHARE, NOTION_FLOOR = 0.9, 0.9
"""Saying the same in other words is worth a little less; a notion is worth this share of the rarest word at least."""

LIMITS_COUNT = 1.5
"""How much more a notion counts that limits what may answer: whether we sell there at all comes before how we ship."""

STRANGER_MOST = 0.25
"""What a passage can prove at most about a name that it does not have, or to bare numbers: "maybe"."""

STRANGE_BELOW = 0.2
"""Share of a question's things that texts speak of, by idf, below which it is about something else."""

SLIP_LATIN, SLIP_KANA = 5, 4
"""Letters from which a word no text has is taken for the one that differs in a single letter."""

RARE, RARE_NAME = 4, 2.0
"""Chunks up to which a name is rare, and how much more than its idf it counts then: the question is about it."""

_LATIN = re.compile("[a-z][a-z0-9-]+")
_HIRAGANA = re.compile("[\u3041-\u309f\u30fc]+")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which evidence on a question is answered, and from which the best passage is offered; both 0 to 1."""

    answer_from: float
    maybe_from: float


DEFAULT = Thresholds(answer_from=0.33, maybe_from=0.20)
"""Measured in benchmarks/retrieval; `app.knowledge.calibrate` finds those of one company's documents."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The idf of a query's words and grams in one language, and the idf of a term found once."""

    words: Mapping[str, float]
    grams: Mapping[str, float]
    rarest: float
    notions: tuple[tuple[Notion, float], ...] = ()
    """What the query is about in everyday words, with how much it tells passages apart."""
    names: frozenset[str] = frozenset()
    """Names that no passage has or only a few, and models: what is said of others is no answer."""
    unknown: frozenset[str] = frozenset()
    """Long words that no passage has: they may be misspelt."""


def weigh(statistics: Statistics, query: str, *, lang: Lang) -> Weights:
    """Return how much each term of `query` tells passages apart."""
    heard = notions(query, lang)
    weighed = statistics.weigh(lang, "words", terms=[*tokens.words(query), *said(heard)])
    words = weighed.idf
    grams = statistics.weigh(lang, "grams", terms=tokens.grams(query)).idf
    rarest = math.log(max(statistics.size(lang), MIN_SIZE))
    rare = rare_names(statistics, query, lang=lang)
    told = {term: value * RARE_NAME if term in rare else value for term, value in words.items()}
    return Weights(
        words=_lightened(told, tokens.light()),
        grams=_lightened(grams, tokens.light_grams()),
        rarest=rarest,
        notions=tuple((notion, _worth(notion, words, rarest=rarest)) for notion in heard),
        names=tokens.named(query) - weighed.known.keys() | tokens.models(query) | rare,
        unknown=frozenset(word for word in tokens.words(query) if word not in weighed.known and _is_long(word)),
    )


def rare_names(statistics: Statistics, query: str, *, lang: Lang) -> frozenset[str]:
    """Return what is written in Latin, is a name or a code, and stands in a few chunks only: Android, Modbus, e03."""
    names = tokens.named(query) | tokens.models(query) if lang == "en" else frozenset(tokens.words(query))
    names = frozenset(name for name in names if _LATIN.fullmatch(name))
    known = statistics.weigh(lang, "words", terms=names).known
    return frozenset(name for name, chunks in known.items() if chunks <= RARE)


def evidence(query: str, weights: Weights, *, text: str) -> float:
    """Return how well `text` covers the best clause of `query`: 0 to 1.

    Coverage is the matched share m/M of the clause's idf, times m/(m + half), the mean of words and grams: words alone
    fail at typos, grams alone at small talk. Clauses are judged alone, because a greeting around a good question would
    halve its coverage.
    """
    words, grams = frozenset(tokens.words(text)), frozenset(tokens.grams(text))
    words |= {word for word in weights.unknown if any(_is_slip(word, other) for other in words)}
    by_words, by_grams = [0.0], [0.0]
    for clause in _clauses(query):
        most = _most(clause, weights, present=words)
        asked = _coverage(tokens.words(clause), weights.words, present=words, half=HALF_WORDS * weights.rarest)
        by_words.append(min(asked, most))
        asked = _coverage(tokens.grams(clause), weights.grams, present=grams, half=HALF_GRAMS * weights.rarest)
        by_grams.append(min(asked, most))
    return min((max(by_words) + max(by_grams)) / 2, _limit(text, weights))


def evidence_by_notions(query: str, weights: Weights, *, text: str) -> float:
    """Return how well `text` covers the best clause of `query` when everyday words may be said in other words."""
    present = frozenset(tokens.words(text))
    by_notions = (
        min(_by_notions(clause, weights, present=present), _most(clause, weights, present=present))
        for clause in _clauses(query)
    )
    return min(NOTION_SHARE * max(by_notions), _limit(text, weights))


def _limit(text: str, weights: Weights) -> float:
    return STRANGER_MOST if is_silent(text, (notion for notion, _ in weights.notions)) else 1.0


def _is_long(word: str) -> bool:
    return word.isalpha() and len(word) >= (SLIP_LATIN if word.isascii() else SLIP_KANA)


def _is_slip(word: str, other: str) -> bool:
    """Return whether one letter is wrong, missing or too many, or two have changed places."""
    if abs(len(word) - len(other)) > 1 or word[:1] != other[:1]:
        return False
    start = _in_common(word, other)
    left, right = word[start:], other[start:]
    end = _in_common(left[::-1], right[::-1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _in_common(one: str, other: str) -> int:
    """Return how many letters two words begin with together."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _clauses(query: str) -> list[str]:
    return [query, *CLAUSE_END.split(query)]


def _most(clause: str, weights: Weights, *, present: frozenset[str]) -> float:
    words = frozenset(tokens.words(clause))
    proves_nothing = bool(words) and all(word.isdigit() for word in words)
    heard = (notion.heard for notion, _ in weights.notions if notion.limits)
    return STRANGER_MOST if proves_nothing or words & (weights.names - present).difference(*heard) else 1.0


def is_silent(text: str, heard: Iterable[Notion]) -> bool:
    """Return whether `text` says nothing of what limits any answer: of "abroad", or of any country abroad."""
    return any(
        notion.limits and not (notion.asks(text) or notion.is_in(frozenset(tokens.words(text)))) for notion in heard
    )


def _by_notions(clause: str, weights: Weights, *, present: frozenset[str]) -> float:
    about = [(notion, worth) for notion, worth in weights.notions if notion.asks(clause)]
    terms = frozenset(tokens.words(clause)).difference(*(notion.heard for notion, _ in about))
    asked = sum(weights.words[term] for term in terms) + sum(worth for _, worth in about)
    matched = sum(weights.words[term] for term in terms & present)
    matched += sum(worth for notion, worth in about if notion.is_in(present))
    return _share(matched, asked, half=HALF_WORDS * weights.rarest)


def is_strange(statistics: Statistics, query: str, *, lang: Lang) -> bool:
    """Return whether a question names things the texts have hardly a word of: the price of what we do not sell."""
    heard = frozenset[str]().union(*(notion.heard for notion in notions(query, lang)))
    things = (
        {word for word in tokens.words(query) if not (_HIRAGANA.fullmatch(word) or word.isdigit())}
        - tokens.light()
        - heard
    )
    weighed = statistics.weigh(lang, "words", terms=things)
    told = sum(weighed.idf[word] for word in weighed.known)
    return bool(things) and told < STRANGE_BELOW * sum(weighed.idf.values())


def is_about(query: str, headline: str, *, light: frozenset[str] = frozenset()) -> bool:
    """Return whether title and heading have every word of `query`: "what is the price?" below "Pricing".

    Words of everyday talk (`light`) need not be there.
    """
    asked = frozenset(tokens.words(query)) - light
    return bool(asked) and asked <= frozenset(tokens.words(headline))


def verdict(strength: float, thresholds: Thresholds = DEFAULT) -> Verdict:
    """Return "answer" (cite it), "maybe" (offer the link and a person) or "unknown" (say so)."""
    if strength >= thresholds.answer_from:
        return "answer"
    return "maybe" if strength >= thresholds.maybe_from else "unknown"


def _coverage(clause: Iterable[str], idf: Mapping[str, float], *, present: frozenset[str], half: float) -> float:
    terms = set(clause)
    asked = sum(idf.get(term, 0.0) for term in terms)
    return _share(sum(idf.get(term, 0.0) for term in terms & present), asked, half=half)


def _share(matched: float, asked: float, *, half: float) -> float:
    return matched / asked * matched / (matched + half) if matched else 0.0


def _lightened(idf: Mapping[str, float], light: frozenset[str]) -> dict[str, float]:
    return {term: value * LIGHT if term in light else value for term, value in idf.items()}


def _worth(notion: Notion, idf: Mapping[str, float], *, rarest: float) -> float:
    """Return the idf of a notion: of the commonest of its phrases, but never next to nothing."""
    known = (max(idf[word] for word in phrase) for phrase in notion.said)
    worth = max(min(known, default=0.0), NOTION_FLOOR * rarest)
    return worth * LIMITS_COUNT if notion.limits else worth
