"""Three bands instead of a guess: how much of what was asked does the best passage speak about?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.knowledge import tokens
from app.knowledge.lexical import MIN_SIZE, Lexical
from app.knowledge.passages import Lang, Verdict

ANSWER_FROM = 0.35
MAYBE_FROM = 0.20
HALF_WORDS, HALF_GRAMS = 0.8, 3.0
"""Matched idf mass, in units of the rarest term's idf, at which coverage counts half: one word alone proves little."""

_CLAUSE_END = re.compile(r"[。．！？!?\n;；:：]+|(?<=[a-z])\.\s|、|,\s")


@dataclass(frozen=True, slots=True)
class Weights:
    """The idf of a query's words and grams in one language, and the idf of a term found once."""

    words: Mapping[str, float]
    grams: Mapping[str, float]
    rarest: float


def weigh(lexical: Lexical, query: str, *, lang: Lang) -> Weights:
    """Return how much each term of `query` tells passages apart."""
    words = lexical.weigh(lang, "words", terms=tokens.words(query)).idf
    grams = lexical.weigh(lang, "grams", terms=tokens.grams(query)).idf
    return Weights(words, grams, rarest=math.log(max(lexical.size(lang), MIN_SIZE)))


def evidence(query: str, weights: Weights, *, text: str) -> float:
    """Return how well `text` covers the best clause of `query`: 0 to 1.

    Coverage is the matched share m/M of the clause's idf, times m/(m + half), the mean of words and grams: words alone
    fail at typos, grams alone at small talk. Clauses are judged alone, because a greeting around a good question would
    halve its coverage.
    """
    words, grams = frozenset(tokens.words(text)), frozenset(tokens.grams(text))
    half_words, half_grams = HALF_WORDS * weights.rarest, HALF_GRAMS * weights.rarest
    clauses = [query, *_CLAUSE_END.split(query)]
    by_words = (_coverage(tokens.words(clause), weights.words, present=words, half=half_words) for clause in clauses)
    by_grams = (_coverage(tokens.grams(clause), weights.grams, present=grams, half=half_grams) for clause in clauses)
    return (max(by_words) + max(by_grams)) / 2


def is_about(query: str, headline: str) -> bool:
    """Return whether title and heading have every word of `query`: "what is the price?" below "Pricing"."""
    asked = frozenset(tokens.words(query))
    return bool(asked) and asked <= frozenset(tokens.words(headline))


def verdict(strength: float) -> Verdict:
    """Return "answer" (cite it), "maybe" (offer the link and a person) or "unknown" (say so)."""
    if strength >= ANSWER_FROM:
        return "answer"
    return "maybe" if strength >= MAYBE_FROM else "unknown"


def _coverage(clause: Iterable[str], idf: Mapping[str, float], *, present: frozenset[str], half: float) -> float:
    terms = set(clause)
    asked = sum(idf.get(term, 0.0) for term in terms)
    matched = sum(idf.get(term, 0.0) for term in terms & present)
    return matched / asked * matched / (matched + half) if matched else 0.0
