"""One question becomes the best passages with a verdict: in its own language first, through the glossary otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from app.knowledge import bands, rank
from app.knowledge.everyday import notions
from app.knowledge.glossary import Glossary, Translation
from app.knowledge.lexical import Lexical
from app.knowledge.passages import Found, Kind, Lang, Passage

MAX_QUERY = 2_000
"""Characters of a question that are read; a longer one is cut."""

SHOWN_PER_RESULT = 8
"""Passages looked at for each document wanted: long documents fill the top with several of theirs."""

LITERAL_ENOUGH = 0.45
"""Evidence from which the question's own words are enough, and everyday notions are not looked for."""

Dense = Callable[[Lang, str], dict[str, float]]
"""Vector scores by chunk id; empty when vectors are not to be ranked by."""


import os
RJ=int(os.environ.get("RJ","5")); LAM=float(os.environ.get("LAM","1"))


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
    """Return at most `k` passages, one per document, best first."""
    question = replace(question, text=question.text[:MAX_QUERY], previous=(question.previous or "")[:MAX_QUERY] or None)
    own = _find_in(lexical, question, dense=dense)
    if own.verdict == "answer":
        return own
    return _find_across(
        lexical, question, own, translation=glossary.translate(question.text, lang=question.lang), dense=dense
    )


def _find_across(lexical: Lexical, question: Question, own: Found, *, translation: Translation, dense: Dense) -> Found:
    """Look in the other language too; what could not be translated counts twice against what is found there."""
    if not translation.text:
        return own
    lang: Lang = "en" if question.lang == "ja" else "ja"
    other = _find_in(lexical, replace(question, text=translation.text, lang=lang, previous=None), dense=dense)
    known = lexical.weigh(lang, "words", terms=translation.latin).known
    share = (len(translation.matched) + len(known)) / len(translation.words)
    strength = other.evidence * share**2
    if strength <= own.evidence:
        return own
    passages = (*other.passages, *own.passages)[: question.k]
    return Found(bands.verdict(strength), passages, strength, question.text, question.lang)


def _find_in(lexical: Lexical, question: Question, *, dense: Dense) -> Found:
    scores = _scores(lexical, question, dense=dense)
    literal = _found(lexical, question, scores=scores, judge=bands.evidence)
    heard = notions(question.text, question.lang)
    if not heard or literal.evidence >= LITERAL_ENOUGH:
        return literal
    helped = rank.with_said(lexical, scores, heard, lang=question.lang)
    other = _found(lexical, question, scores=helped, judge=bands.evidence_by_notions)
    return max(literal, other, key=lambda found: found.evidence)


def _scores(lexical: Lexical, question: Question, *, dense: Dense) -> dict[int, float]:
    scores = rank.lexical_scores(lexical, question.text, lang=question.lang)
    if question.previous:
        scores = rank.with_previous(scores, rank.lexical_scores(lexical, question.previous, lang=question.lang))
    if near := dense(question.lang, question.text):
        rowids = lexical.rowids(list(near))
        scores = rank.with_dense(scores, {rowids[key]: score for key, score in near.items() if key in rowids})
    return scores


def _found(lexical: Lexical, question: Question, *, scores: dict[int, float], judge: Judge) -> Found:
    if question.kinds is None:
        scores = rank.best(scores, SHOWN_PER_RESULT * question.k)
    passages = lexical.passages(scores, today=question.today)
    if question.kinds is not None:
        passages = [passage for passage in passages if passage.kind in question.kinds]
    judged = [(passage, _evidence(lexical, question, top=passage, judge=judge)) for passage in passages[:RJ]]
    if not judged:
        return Found("unknown", (), 0.0, question.text, question.lang)
    best = passages[0].score or 1.0
    judged.sort(key=lambda pair: -(pair[0].score / best + LAM * pair[1]))
    strength = judged[0][1]
    passages = [p for p, _ in judged] + passages[RJ:]
    passages = _one_per_document(passages, kinds=question.kinds)[: question.k]
    return Found(bands.verdict(strength), tuple(passages), strength, question.text, question.lang)


def _evidence(lexical: Lexical, question: Question, *, top: Passage, judge: Judge) -> float:
    """Judge the question alone, or together with the turn it follows ("how much is that?")."""
    text = "\n".join(part for part in (top.title, top.heading, top.text) if part)
    asked = [question.text, f"{question.previous} {question.text}"] if question.previous else [question.text]
    strength = max(judge(q, bands.weigh(lexical, q, lang=question.lang), text=text) for q in asked)
    if bands.is_about(question.text, f"{top.title}\n{top.heading or ''}"):
        return max(strength, bands.ANSWER_FROM)
    return strength


def _one_per_document(passages: Iterable[Passage], *, kinds: Collection[Kind] | None) -> list[Passage]:
    best: dict[str, Passage] = {}
    for passage in passages:
        if kinds is None or passage.kind in kinds:
            best.setdefault(passage.document_id, passage)
    return list(best.values())
