"""An answer without a model: the two or three sentences that say most about what was asked, in source order, cited."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.retrieval import measured, tokens
from app.retrieval.bands import Weights, is_about, is_silent, weigh
from app.retrieval.cues import Cue, cues, exact_cues
from app.retrieval.everyday import said
from app.retrieval.passages import Answer, Citation, Found, Lang, Passage
from app.retrieval.sentences import Statement, is_crumb, leans, points_elsewhere, statements
from app.retrieval.statistics import Statistics
from app.retrieval.yes_no import without_stray_yes

LONGEST = 4
"""Sentences at most, with those that another leans on ("This…"); most answers have two or three."""
SURE = 0.96
"""The share of the answer expected in the sentences chosen so far from which no further one is read."""
WORTH, ELSEWHERE_WORTH = 0.02, 0.08
"""The share of the answer expected in a sentence below which it is not worth reading; in yet another passage more."""
MAX_CHARACTERS = {"ja": 320, "en": 640}
"""A further sentence is taken only if all together are no longer than this; on average an answer has about half."""
SOURCES = 3
"""Passages that are read: a third holds the answer in 3 of 100 cases more than two do."""

WORDS, GRAMS, BESIDE, PASSAGE, CUES, EXACT_CUE, NOTIONS, LEAD = 2.0, 4.0, 1.6, 7.0, 2.0, 2.5, 1.0, 0.25
CRUMB_LOSS, POINTER_LOSS, ORPHAN_LOSS = 0.5, 4.0, 1.0
"""Log odds that a sentence holds the answer: rounded from a logistic regression on half of the wiki questions in both
languages (benchmarks/retrieval/README.md); the losses are a matter of what can be read out."""
SAME_FROM = 0.7
"""Share of the shorter sentence's words in the other from which a sentence adds nothing."""
_LABEL = re.compile(r"([^:：;。]{2,40})[:：]")
_FULL_STOPS = ("。", "！", "？", ".", "!", "?")


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: int
    position: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage in statements, with the words and grams of each."""

    passage: Passage
    statements: Sequence[Statement]
    words: Sequence[frozenset[str]]
    grams: Sequence[frozenset[str]]


def extract(statistics: Statistics, found: Found, *, query: str) -> Answer:
    """Return the answer to `query`, in the language of the best passage; empty when the verdict is "unknown"."""
    if found.verdict == "unknown" or not found.passages:
        return Answer("", (), "unknown")
    lang = found.passages[0].lang
    weights = weigh(statistics, query, lang=lang)
    passages = [passage for passage in found.passages[:SOURCES] if passage.lang == lang]
    reads = [_read(passage, query=query) for passage in _of_the_limit(_that_may_answer(passages, weights), query)]
    candidates = _candidates(reads, weights, query=query)
    chosen = _choose(candidates, limit=MAX_CHARACTERS[lang])
    used = list(dict.fromkeys(candidate.passage for candidate in chosen))
    text = join([candidate.text for candidate in chosen], lang=lang)
    citations = tuple(Citation(n, reads[index].passage) for n, index in enumerate(used, 1))
    return Answer(text, citations, found.verdict)


def _that_may_answer(passages: Sequence[Passage], weights: Weights) -> Sequence[Passage]:
    """Return the passages that speak of what limits any answer: how it is sent says nothing of whether it is abroad."""
    limits = [notion for notion, _ in weights.notions if notion.limits]
    return [one for one in passages if not is_silent(f"{one.title}\n{one.heading}\n{one.text}", limits)] or passages


def _of_the_limit(passages: Sequence[Passage], query: str) -> Sequence[Passage]:
    """Return the passages that tell a limit where one is asked for and the best one tells it: no other settles it."""
    kinds = measured.asked(query)
    if not kinds or not passages or not kinds & measured.bounds(passages[0].text):
        return passages
    return [one for one in passages if kinds & measured.bounds(one.text)]


def _choose(candidates: Sequence[_Candidate], *, limit: int) -> list[_Candidate]:
    """Return the best sentences until the answer is likely among them."""
    chosen: list[_Candidate] = []
    likely = _likely(candidates)
    expected = 0.0
    for candidate, share in sorted(zip(candidates, likely, strict=True), key=lambda pair: -pair[1]):
        if chosen and expected > SURE:
            break
        from_here = candidate.passage in {earlier.passage for earlier in chosen}
        if chosen and share < (WORTH if from_here else ELSEWHERE_WORTH):
            continue
        group = _with_support(candidate, candidates, chosen=chosen)
        if not chosen or _adds(group, chosen, limit=limit):
            chosen += group
            expected += share
    return sorted(chosen, key=lambda candidate: (candidate.passage, candidate.position))


def _likely(candidates: Sequence[_Candidate]) -> list[float]:
    """Return each sentence's share of the answer: 0 to 1, together 1."""
    top = max((candidate.score for candidate in candidates), default=0.0)
    odds = [math.exp(candidate.score - top) for candidate in candidates]
    return [one / sum(odds) for one in odds]


def _with_support(
    candidate: _Candidate, candidates: Sequence[_Candidate], *, chosen: Sequence[_Candidate]
) -> list[_Candidate]:
    """Return a sentence, after the one it cannot be understood without; nothing if it is there already."""
    if candidate in chosen:
        return []
    before = (candidate.passage, candidate.position - 1)
    if not leans(candidate.text) or any((other.passage, other.position) == before for other in chosen):
        return [candidate]
    return [other for other in candidates if (other.passage, other.position) == before] + [candidate]


def _adds(group: Sequence[_Candidate], chosen: Sequence[_Candidate], *, limit: int) -> bool:
    length = sum(len(sentence.text) for sentence in (*chosen, *group))
    return (
        0 < len(group) <= LONGEST - len(chosen)
        and length <= limit
        and not any(_says_the_same(group[-1], earlier) for earlier in chosen)
    )


def _says_the_same(one: _Candidate, other: _Candidate) -> bool:
    first, second = set(tokens.words(one.text)), set(tokens.words(other.text))
    return len(first & second) >= SAME_FROM * min(len(first), len(second))


def join(texts: Sequence[str], *, lang: Lang) -> str:
    """Put sentences behind each other, and what has no full stop (a list item, a table row) on its own line."""
    gap = "" if lang == "ja" else " "
    lines = dict.fromkeys(line for text in texts for line in text.split("\n"))  # two items of one list: one lead-in
    return "".join(line + (gap if line.endswith(_FULL_STOPS) else "\n") for line in lines).strip()


def _read(passage: Passage, *, query: str) -> _Read:
    said = [_stated(one, passage, query=query) for one in statements(passage.text)]
    texts = [f"{statement.about}\n{statement.text}" for statement in said]
    words = [frozenset(tokens.words(text)) for text in texts]
    return _Read(passage, said, words, [frozenset(tokens.grams(text)) for text in texts])


def _stated(statement: Statement, passage: Passage, *, query: str) -> Statement:
    under = statement.about or passage.heading or passage.title
    return replace(statement, text=without_stray_yes(statement.text, under=under, query=query, lang=passage.lang))


def _candidates(reads: Sequence[_Read], weights: Weights, *, query: str) -> list[_Candidate]:
    hints, exact = cues(query), exact_cues(query)
    if limits := [notion for notion, _ in weights.notions if notion.limits]:
        exact.append(lambda text: not is_silent(text, limits))
    seen_words = frozenset[str]().union(*(words for read in reads for words in read.words))
    seen_grams = frozenset[str]().union(*(grams for read in reads for grams in read.grams))
    top = max((read.passage.score for read in reads), default=0.0) or 1.0
    found = []
    for n, read in enumerate(reads):
        by_words = _coverage(read.words, weights.words, seen=seen_words)
        by_grams = _coverage(read.grams, weights.grams, seen=seen_grams)
        headed = is_about(query, f"{read.passage.title}\n{read.passage.heading or ''}", light=tokens.light())
        for i, statement in enumerate(read.statements):
            score = WORDS * by_words[i] + GRAMS * by_grams[i] + BESIDE * _beside(by_grams, i)
            score += PASSAGE * read.passage.score / top + CUES * _share(hints, statement.text)
            score += EXACT_CUE * sum(cue(statement.text) for cue in exact)
            score += EXACT_CUE * (headed or _is_labelled(statement.text, weights, query=query))
            score += NOTIONS * _about(weights, read.words[i]) + LEAD * (i == 0)
            found.append(_Candidate(n, i, statement.text, score - _loss(statement.text, first=i == 0)))
    return found


def _loss(text: str, *, first: bool) -> float:
    loss = CRUMB_LOSS * is_crumb(text) + POINTER_LOSS * points_elsewhere(text)
    return loss + ORPHAN_LOSS * (first and leans(text))


def _beside(coverage: Sequence[float], i: int) -> float:
    """Return how much of the question the sentence before or after has: an answer stands next to its topic."""
    return max([*coverage[max(i - 1, 0) : i], *coverage[i + 1 : i + 2]], default=0.0)


def _about(weights: Weights, words: frozenset[str]) -> float:
    """Return the share of the question's everyday notions that a sentence speaks about."""
    met = sum(notion.is_in(words) for notion, _ in weights.notions)
    return met / len(weights.notions) if met else 0.0


def _is_labelled(text: str, weights: Weights, *, query: str) -> bool:
    """Return whether a row is about just what was asked for, as it says in front: "Battery life: about 5 years"."""
    label = _LABEL.match(text)
    if label is None:
        return False
    named, asked = frozenset(tokens.words(label[1])), frozenset(tokens.words(query))
    heard = [notion for notion, _ in weights.notions]
    beside = (asked - named - tokens.light()).difference(*(notion.heard for notion in heard))
    return bool(named) and not beside and named <= asked | said(heard)


def _coverage(found: Sequence[frozenset[str]], idf: Mapping[str, float], *, seen: frozenset[str]) -> list[float]:
    """Return the share of the query in each sentence, of what any of the passages has of it.

    A word in every sentence of a passage says nothing there, and a greeting is in none of them.
    """
    weight = {
        term: value * _rarity(sum(term in terms for terms in found), len(found))
        for term, value in idf.items()
        if term in seen
    }
    total = sum(weight.values())
    return [sum(weight[term] for term in terms & weight.keys()) / total if total else 0.0 for terms in found]


def _rarity(sentences_with: int, sentences_all: int) -> float:
    if not sentences_with:
        return 1.0
    return (math.log1p(sentences_all / sentences_with) / math.log1p(sentences_all)) ** 2


def _share(hints: Sequence[Cue], text: str) -> float:
    return sum(hint(text) for hint in hints) / len(hints) if hints else 0.0
