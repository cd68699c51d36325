"""An answer without a model: the two sentences that say most about what was asked, in source order, cited."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.retrieval import tokens
from app.retrieval.bands import Weights, weigh
from app.retrieval.cues import Cue, cues
from app.retrieval.passages import Answer, Citation, Found, Lang, Passage
from app.retrieval.sentences import CELLS, is_crumb, is_header, leans, points_elsewhere, sentences
from app.retrieval.statistics import Statistics

SENTENCES, LONGEST = 2, 3
"""Two sentences, and the one before where one of them leans on it ("This…")."""
_FULL_STOPS = ("。", "！", "？", ".", "!", "?")
SOURCES = 3
"""Passages that are read: a third holds the answer in 3 of 100 cases more than two do."""

GRAMS_SHARE, PASSAGE_SHARE, CUE_SHARE, NOTION_SHARE, LEAD_SHARE = 0.6, 2.5, 0.3, 0.4, 0.1
CRUMB_LOSS, HEADER_LOSS, POINTER_LOSS = 0.3, 1.0, 2.0
ELSEWHERE_FROM = 0.35
"""Share of the first sentence's own score from which a second one from another passage is worth reading."""
SAME_FROM = 0.7
"""Share of the shorter sentence's words in the other from which a sentence adds nothing."""
MAX_CHARACTERS = {"ja": 400, "en": 900}
"""A second sentence is taken only if both together are no longer than this."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: int
    position: int
    text: str
    own: float
    """What the sentence has of the question, whatever passage it is in."""
    score: float


def extract(statistics: Statistics, found: Found, *, query: str) -> Answer:
    """Return the answer to `query`, in the language of the best passage; empty when the verdict is "unknown"."""
    if found.verdict == "unknown" or not found.passages:
        return Answer("", (), "unknown")
    lang = found.passages[0].lang
    passages = [passage for passage in found.passages[:SOURCES] if passage.lang == lang]
    weights = weigh(statistics, query, lang=lang)
    hints = cues(query)
    candidates = [
        candidate
        for n, passage in enumerate(passages)
        for candidate in _candidates(n, passage, weights=weights, hints=hints, top=passages[0].score)
    ]
    chosen = _choose(candidates, limit=MAX_CHARACTERS[lang])
    used = list(dict.fromkeys(candidate.passage for candidate in chosen))
    text = _join([candidate.text for candidate in chosen], lang=lang)
    citations = tuple(Citation(n, passages[index]) for n, index in enumerate(used, 1))
    return Answer(text, citations, found.verdict)


def _choose(candidates: Sequence[_Candidate], *, limit: int) -> list[_Candidate]:
    """Return the best sentence and one that adds to it; a sentence that leans on the one before brings it along."""
    chosen: list[_Candidate] = []
    told = 0
    for candidate in sorted(candidates, key=lambda candidate: -candidate.score):
        if told == SENTENCES:
            break
        group = _with_support(candidate, candidates, chosen=chosen)
        if not chosen or (len(chosen) + len(group) <= LONGEST and _adds(group, chosen, limit=limit)):
            chosen += group
            told += 1
    return sorted(chosen, key=lambda candidate: (candidate.passage, candidate.position))


def _with_support(
    candidate: _Candidate, candidates: Sequence[_Candidate], *, chosen: Sequence[_Candidate]
) -> list[_Candidate]:
    """Return a sentence, after the one it cannot be understood without."""
    before = (candidate.passage, candidate.position - 1)
    if not leans(candidate.text) or any((other.passage, other.position) == before for other in chosen):
        return [candidate]
    return [other for other in candidates if (other.passage, other.position) == before] + [candidate]


def _adds(group: Sequence[_Candidate], chosen: Sequence[_Candidate], *, limit: int) -> bool:
    candidate = group[-1]
    length = sum(len(sentence.text) for sentence in (*chosen, *group))
    from_here = candidate.passage in {earlier.passage for earlier in chosen}
    return (
        length <= limit
        and (from_here or candidate.own >= ELSEWHERE_FROM * max(earlier.own for earlier in chosen))
        and not any(_says_the_same(candidate, earlier) for earlier in chosen)
    )


def _says_the_same(one: _Candidate, other: _Candidate) -> bool:
    first, second = set(tokens.words(one.text)), set(tokens.words(other.text))
    return len(first & second) >= SAME_FROM * min(len(first), len(second))


def _join(texts: Sequence[str], *, lang: Lang) -> str:
    """Put sentences behind each other, and what has no full stop (a list item, a table row) on its own line."""
    gap, colon = ("", "：") if lang == "ja" else (" ", ": ")
    lines = (text.replace(CELLS, colon, 1) if text.count(CELLS) == 1 else text for text in texts)
    return "".join(line + (gap if line.endswith(_FULL_STOPS) else "\n") for line in lines).strip()


def _candidates(n: int, passage: Passage, *, weights: Weights, hints: Sequence[Cue], top: float) -> list[_Candidate]:
    texts = sentences(passage.text)
    words = [frozenset(tokens.words(text)) for text in texts]
    by_words = _coverage(words, weights.words)
    by_grams = _coverage([frozenset(tokens.grams(text)) for text in texts], weights.grams)
    fit = PASSAGE_SHARE * passage.score / (top or 1.0)
    found = []
    for i, text in enumerate(texts):
        own = by_words[i] + GRAMS_SHARE * by_grams[i] + CUE_SHARE * _share(hints, text)
        own += NOTION_SHARE * _about(weights, words[i]) + (LEAD_SHARE if i == 0 else 0.0)
        loss = CRUMB_LOSS * is_crumb(text) + HEADER_LOSS * is_header(text) + POINTER_LOSS * points_elsewhere(text)
        found.append(_Candidate(n, i, text, own, own + fit - loss))
    return found


def _about(weights: Weights, words: frozenset[str]) -> float:
    """Return the share of the question's everyday notions that a sentence speaks about."""
    met = sum(notion.is_in(words) for notion, _ in weights.notions)
    return met / len(weights.notions) if met else 0.0


def _coverage(found: Sequence[frozenset[str]], idf: Mapping[str, float]) -> list[float]:
    """Return the share of the query in each sentence; a word in every sentence of a passage says nothing there."""
    weight = {term: value * _rarity(sum(term in terms for terms in found), len(found)) for term, value in idf.items()}
    total = sum(weight.values())
    return [sum(weight[term] for term in terms & weight.keys()) / total if total else 0.0 for terms in found]


def _rarity(sentences_with: int, sentences_all: int) -> float:
    if not sentences_with:
        return 1.0
    return (math.log1p(sentences_all / sentences_with) / math.log1p(sentences_all)) ** 2


def _share(hints: Sequence[Cue], text: str) -> float:
    return sum(hint(text) for hint in hints) / len(hints) if hints else 0.0
