"""What a turn wants to know of the company's knowledge."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.conversation.situations import Situation
from app.retrieval.passages import Found
from app.understanding.facts import Asked, Lang

ANY_DAY = date(2000, 1, 1)  # for whoever only looks for what is asked


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: the turn's words, the last turn's, and the problem as far as it is known.

    `asked` is what our last reply asked for. `hosts` are the hosts whose links may stand in an answer.
    """

    query: str
    lang: Lang
    situation: Situation
    intents: Collection[str] = ()
    previous: str | None = None
    challenges: Sequence[str] = ()
    wants_case: bool = True
    wants_document: bool = False
    asked: Asked | None = None
    hosts: frozenset[str] = frozenset()


def own_language(found: Found) -> Found:
    """Return the passages in the prospect's language, all of them where there is none."""
    own = tuple(passage for passage in found.passages if passage.lang == found.lang)
    return replace(found, passages=own) if own else found
