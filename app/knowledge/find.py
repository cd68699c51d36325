"""One question becomes the best passages with a verdict: in its own language first, through the glossary otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from app.knowledge.lexical import Lexical
from app.retrieval import bands, fuse
from app.retrieval.bilingual import Glossary, Translation
from app.retrieval.everyday import notions
from app.retrieval.passages import Found, Kind, Lang, Passage

MAX_QUERY = 2_000
"""Characters of a question that are read; a longer one is cut."""

SHOWN_PER_RESULT = 8
"""Passages looked at for each document wanted: long documents fill the top with several of theirs."""

LITERAL_ENOUGH = 0.55
"""Evidence from which the question's own words are enough, and everyday notions are not looked for."""

Dense = Callable[[Lang, str], dict[str, float]]
"""Vector scores by chunk id; empty when vectors are not to be ranked by."""

JUDGED, EVIDENCE_SHARE = 4, 2.0
"""How many passages are ordered anew when everyday notions are looked for, and what their evidence adds."""


class Judge(Protocol):
    """How well a text covers a question."""

    def __call__(self, query: str, weights: bands.Weights, *, text: str) -> float: ...


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; `previous` is the turn before, `kinds` None means every kind."""

    text: str
    lang: Lang
    k: int
    today: date
    previous: str | None = None
    kinds: Collection[Kind] | None = None


def find(lexical: Lexical, question: Question, *, glossary: Glossary, dense: Dense) -> Found:
    """Return at most `k` passages, one per document, best first; the other language only where ours has nothing."""
    question = replace(question, text=question.text[:MAX_QUERY], previous=(question.previous or "")[:MAX_QUERY] or None)
    own = _find_in(lexical, question, dense=dense)
    if own.verdict == "answer":
        return own
    other = _find_across(
        lexical, question, translation=glossary.translate(question.text, lang=question.lang), dense=dense
    )
    if other is None or other.verdict == "unknown" or other.evidence <= own.evidence:
        return own
    if own.verdict == "unknown":
        return other
    return replace(own, passages=(*own.passages, *other.passages)[: question.k])


def _find_across(lexical: Lexical, question: Question, *, translation: Translation, dense: Dense) -> Found | None:
    """Look in the other language, at documents that are only there; what could not be translated counts twice."""
    if not translation.text:
        return None
    lang: Lang = "en" if question.lang == "ja" else "ja"
    other = _find_in(lexical, replace(question, text=translation.text, lang=lang, previous=None), dense=dense)
    twins = lexical.with_twin([passage.document_id for passage in other.passages], lang=question.lang)
    passages = tuple(passage for passage in other.passages if passage.document_id not in twins)
    if passages[:1] != other.passages[:1]:
        return None
    known = lexical.weigh(lang, "words", terms=translation.latin).known
    share = (len(translation.matched) + len(known)) / len(translation.words)
    strength = other.evidence * share**2
    return Found(bands.verdict(strength), passages, strength, question.text, question.lang)


def _find_in(lexical: Lexical, question: Question, *, dense: Dense) -> Found:
    scores = _scores(lexical, question, dense=dense)
    literal = _by_words(lexical, question, scores=scores)
    heard = notions(question.text, question.lang)
    if not heard or literal.evidence >= LITERAL_ENOUGH:
        return literal
    helped = fuse.with_said(lexical, scores, heard, lang=question.lang)
    other = _by_notions(lexical, question, scores=helped)
    return max(literal, other, key=lambda found: found.evidence)


def _scores(lexical: Lexical, question: Question, *, dense: Dense) -> dict[int, float]:
    scores = fuse.lexical_scores(lexical, question.text, lang=question.lang)
    if question.previous:
        scores = fuse.with_previous(scores, fuse.lexical_scores(lexical, question.previous, lang=question.lang))
    if near := dense(question.lang, question.text):
        rowids = lexical.rowids(list(near))
        scores = fuse.with_dense(scores, {rowids[key]: score for key, score in near.items() if key in rowids})
    return scores


def _by_words(lexical: Lexical, question: Question, *, scores: dict[int, float]) -> Found:
    passages = _passages(lexical, question, scores=scores)
    strength = _evidence(lexical, question, passages[0], judge=bands.evidence) if passages else 0.0
    return _found(question, passages, strength=strength)


def _by_notions(lexical: Lexical, question: Question, *, scores: dict[int, float]) -> Found:
    """Let the few best passages be ordered by their evidence: everyday words bring up many that are near."""
    passages = _passages(lexical, question, scores=scores)
    few = passages[:JUDGED]
    strength = [_evidence(lexical, question, passage, judge=bands.evidence_by_notions) for passage in few]
    top = few[0].score if few else 0.0
    order = sorted(range(len(few)), key=lambda i: -(few[i].score + EVIDENCE_SHARE * top * strength[i]))
    judged = [replace(few[i], score=few[i].score + EVIDENCE_SHARE * top * strength[i]) for i in order]
    return _found(question, judged + passages[JUDGED:], strength=strength[order[0]] if order else 0.0)


def _found(question: Question, passages: Sequence[Passage], *, strength: float) -> Found:
    best: dict[str, Passage] = {}
    for passage in passages:
        best.setdefault(passage.document_id, passage)
    chosen = tuple(best.values())[: question.k]
    return Found(bands.verdict(strength), chosen, strength, question.text, question.lang)


def _passages(lexical: Lexical, question: Question, *, scores: dict[int, float]) -> list[Passage]:
    """Return candidates best first; some documents give several."""
    if question.kinds is None:
        scores = fuse.best(scores, SHOWN_PER_RESULT * question.k)
    found = lexical.passages(scores, today=question.today)
    return [passage for passage in found if question.kinds is None or passage.kind in question.kinds]


def _evidence(lexical: Lexical, question: Question, top: Passage, *, judge: Judge) -> float:
    """Judge the question alone, or together with the turn it follows ("how much is that?")."""
    text = "\n".join(part for part in (top.title, top.heading, top.text) if part)
    asked = [question.text, f"{question.previous} {question.text}"] if question.previous else [question.text]
    strength = max(judge(q, bands.weigh(lexical, q, lang=question.lang), text=text) for q in asked)
    if bands.is_about(question.text, f"{top.title}\n{top.heading or ''}"):
        return max(strength, bands.ANSWER_FROM)
    return strength
