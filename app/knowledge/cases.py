"""The one case study that fits a prospect: by their words, their challenge and their industry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.knowledge.lexical import Lexical
from app.retrieval import fuse, tokens
from app.retrieval.passages import Lang, Passage

CHALLENGE_POINTS, INDUSTRY_POINTS = 0.5, 0.4
ENOUGH = 0.08
"""Below this nothing but a stray word fits, and no case is better than a wrong one."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is known so far; challenges are category names as case studies list them under `topics`."""

    words: str
    lang: Lang
    challenges: Sequence[str] = ()
    industry: str | None = None


def best_case(lexical: Lexical, prospect: Prospect, *, today: date) -> Passage | None:
    """Return the opening passage of the best fitting case study, in the prospect's language where there are any."""
    cases = list(lexical.first_passages("case", today=today).values())
    cases = [case for case in cases if case.lang == prospect.lang] or cases
    if not cases:
        return None
    spoken = _by_document(lexical, prospect, lang=cases[0].lang, today=today)
    topics = lexical.topics([case.document_id for case in cases])
    points = (spoken.get(case.document_id, 0.0) + _fit(case, prospect, topics[case.document_id]) for case in cases)
    scored = [replace(case, score=round(score, 4)) for case, score in zip(cases, points, strict=True)]
    best = max(scored, key=lambda case: (case.score, case.file))
    return best if best.score >= ENOUGH else None


def _by_document(lexical: Lexical, prospect: Prospect, *, lang: Lang, today: date) -> dict[str, float]:
    scores = fuse.lexical_scores(lexical, prospect.words, lang=lang)
    best: dict[str, float] = {}
    for passage in lexical.passages(scores, today=today):
        best.setdefault(passage.document_id, passage.score)
    return best


def _fit(case: Passage, prospect: Prospect, topics: str) -> float:
    labels = set(topics.split())
    points = CHALLENGE_POINTS if labels.intersection(prospect.challenges) else 0.0
    if prospect.industry:
        known = set(tokens.words(f"{topics} {case.case.industry if case.case else ''}"))
        points += INDUSTRY_POINTS if known.intersection(tokens.words(prospect.industry)) else 0.0
    return points
