"""The case studies that fit a prospect, and why: by their challenge, their industry and their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.knowledge.find import bridge
from app.knowledge.lexical import Lexical
from app.knowledge.within import Only, Within
from app.retrieval import fuse, tokens
from app.retrieval.bilingual import Glossary
from app.retrieval.bridge import OTHER
from app.retrieval.passages import Lang, Passage

CHALLENGE_POINTS, INDUSTRY_POINTS = 0.5, 0.4
ENOUGH = 0.08
"""Below this nothing but a stray word fits, and no case is better than a wrong one."""
STRONG = 0.25
"""Words that fit so well outweigh an industry and challenges that do not."""

_ANY_INDUSTRY = frozenset(
    ["業", "業界", "製造", "メーカー", "会社", "企業", "industri", "manufactur", "compani", "maker"]
)
"""Words that industries share and that make none of them."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is known so far; challenges are category names as case studies list them under `topics`."""

    words: str
    lang: Lang
    challenges: Sequence[str] = ()
    industry: str | None = None


@dataclass(frozen=True, slots=True)
class CaseFit:
    """The opening passage of a case study, and what made it fit: ("challenge" | "industry" | "words", which one)."""

    passage: Passage
    by: tuple[tuple[str, str], ...]


def fitting_cases(lexical: Lexical, prospect: Prospect, *, today: date, glossary: Glossary) -> tuple[CaseFit, ...]:
    """Return the cases that fit, best first; a document that is there in both languages in the prospect's."""
    cases = _cases(lexical, prospect.lang, today=today)
    spoken = _spoken(lexical, prospect, glossary=glossary, today=today)
    topics = lexical.topics([case.document_id for case in cases])
    asked = frozenset(tokens.words(prospect.words)) - tokens.light()
    fits = []
    for case in cases:
        by = _why(case, prospect, topics=topics[case.document_id], glossary=glossary)
        score = sum(CHALLENGE_POINTS if what == "challenge" else INDUSTRY_POINTS for what in dict(by))
        said = spoken.get(case.document_id, 0.0)
        if not by and (prospect.challenges or prospect.industry) and said < STRONG:
            continue
        if said + score >= ENOUGH:
            words = asked & frozenset(tokens.words(f"{case.title}\n{case.text}\n{_facts(case)}"))
            why = (*by, *(("words", word) for word in tokens.words(prospect.words) if word in words))
            fits.append(CaseFit(replace(case, score=round(said + score, 4)), tuple(dict.fromkeys(why))))
    own = {case.document_id for case in cases if case.lang == prospect.lang}
    return tuple(
        sorted(fits, key=lambda fit: (-fit.passage.score, fit.passage.document_id not in own, fit.passage.file))
    )


def _cases(lexical: Lexical, lang: Lang, *, today: date) -> list[Passage]:
    cases = list(lexical.first_passages("case", today=today).values())
    twins = lexical.with_twin([case.document_id for case in cases if case.lang != lang], lang=lang, today=today)
    return [case for case in cases if case.document_id not in twins]


def _spoken(lexical: Lexical, prospect: Prospect, *, glossary: Glossary, today: date) -> dict[str, float]:
    """Return how well each document fits the prospect's words, in either language."""
    within = Within(lexical, Only(today, frozenset({"case"})))
    scores = fuse.lexical_scores(within, prospect.words, lang=prospect.lang)
    other = OTHER[prospect.lang]
    if lexical.size(other):
        scores |= fuse.bridged_scores(within, bridge(lexical, prospect.words, lang=prospect.lang, glossary=glossary))
    best: dict[str, float] = {}
    for passage in lexical.passages(scores, today=today):
        best.setdefault(passage.document_id, passage.score)
    return best


def _why(case: Passage, prospect: Prospect, *, topics: str, glossary: Glossary) -> list[tuple[str, str]]:
    labels = topics.split()
    by = [("challenge", challenge) for challenge in prospect.challenges if challenge in labels]
    if prospect.industry:
        industry = case.case.industry if case.case and case.case.industry else ""
        known = _industry(industry, glossary=glossary) | frozenset(tokens.words(topics))
        if known & _industry(prospect.industry, glossary=glossary):
            by.append(("industry", industry or prospect.industry))
    return by


def _industry(name: str, *, glossary: Glossary) -> frozenset[str]:
    """Return the words of an industry in both languages."""
    other = glossary.translate(name, lang=tokens.detect_lang(name)).text
    return frozenset(tokens.words(f"{name}\n{other}")) - _ANY_INDUSTRY


def _facts(case: Passage) -> str:
    facts = case.case
    return "\n".join(filter(None, (facts.industry, facts.challenge, facts.figure))) if facts else ""
