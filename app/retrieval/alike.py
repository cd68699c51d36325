"""Which texts say the same: passages that need not be shown twice, questions that one document would answer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from app.retrieval import tokens
from app.retrieval.everyday import notions
from app.retrieval.passages import Lang
from app.retrieval.sentences import THOUGHT_END
from app.retrieval.small_talk import to_the_point

SAME_WORDS_FROM = 0.9
"""Share of both texts' words in each other from which two passages say the same."""

LENGTH_FROM = 0.75
"""Texts of which one is so much shorter are not compared word by word."""

SHARED_FROM, CONTAINED_FROM = 0.7, 0.8
"""Two questions are one if they share so much of both together, and so much of the one that says less."""

NEIGHBOURS = 30
"""Groups that a question is compared with: those that share its rarest words."""

_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def says_the_same(one: str, other: str, *, asked: frozenset[str] = frozenset()) -> bool:
    """Return whether two texts are nearly word for word the same.

    Never if they differ in a figure (two price lists are not one) or in one of the words `asked` for.
    """
    if min(len(one), len(other)) < LENGTH_FROM * max(len(one), len(other)) or numbers(one) != numbers(other):
        return False
    first, second = frozenset(tokens.words(one)), frozenset(tokens.words(other))
    if (first ^ second) & asked:
        return False
    return len(first & second) >= SAME_WORDS_FROM * max(len(first), len(second))


def grouped(texts: Sequence[tuple[str, Lang]]) -> list[list[int]]:
    """Return questions that ask the same in one language, as indexes into `texts`; the largest group first.

    A question joins the group whose first question it is most like, so that groups do not drift. Every question is
    compared with at most `NEIGHBOURS` groups.
    """
    spoken = [[_terms(clause, lang) for clause in THOUGHT_END.split(to_the_point(text))] for text, lang in texts]
    common = Counter(term for clauses in spoken for term in frozenset().union(*clauses))
    about = [_about(clauses, common) or {text: 1.0} for clauses, (text, _) in zip(spoken, texts, strict=True)]
    groups: list[list[int]] = []
    having: dict[tuple[Lang, str], list[int]] = defaultdict(list)
    for i, (_, lang) in enumerate(texts):
        rarest_first = sorted(about[i], key=lambda term: (common[term], term))
        near = _near(((lang, term) for term in rarest_first), having)
        likeness = {group: _likeness(about[i], about[groups[group][0]]) for group in near}
        best = max(likeness, key=lambda group: likeness[group], default=None)
        if best is not None and likeness[best]:
            groups[best].append(i)
            continue
        for term in about[i]:
            having[lang, term].append(len(groups))
        groups.append([i])
    return sorted(groups, key=lambda group: (-len(group), group))


def _near(terms: Iterable[tuple[Lang, str]], having: Mapping[tuple[Lang, str], list[int]]) -> list[int]:
    found: dict[int, None] = {}
    for term in terms:
        for group in having.get(term, ()):
            found[group] = None
            if len(found) == NEIGHBOURS:
                return list(found)
    return list(found)


def _about(clauses: Sequence[Mapping[str, float]], common: Mapping[str, int]) -> Mapping[str, float]:
    """Return the clause that is most its own: greetings are in many questions."""
    return max(clauses, key=lambda terms: sum(weight / common[term] for term, weight in terms.items()))


def _terms(clause: str, lang: Lang) -> dict[str, float]:
    """Return what a clause asks for: notions for everyday words, light words counting little."""
    light = tokens.light()
    heard = notions(clause, lang)
    spoken = frozenset(tokens.words(clause)).difference(*(notion.heard for notion in heard))
    terms = {word: 0.3 if word in light else 1.0 for word in spoken}
    return terms | {notion.asked.pattern: 1.0 for notion in heard}


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the shared part of two questions, 0 if it does not make them one."""
    shared = sum(one[term] for term in one.keys() & other.keys())
    less, more = sorted((sum(one.values()), sum(other.values())))
    return shared / more if shared >= CONTAINED_FROM * less and 2 * shared >= SHARED_FROM * (less + more) else 0.0


@lru_cache(maxsize=256)
def numbers(text: str) -> frozenset[str]:
    """Return the figures in a text, in one width."""
    return frozenset(_FIGURE.findall(tokens.plain(text)))
