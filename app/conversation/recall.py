"""What the company's knowledge has to say about a turn; a broken index is an answer without sources, never an error."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation.plan import ANSWERS
from app.conversation.situations import Situation
from app.core import log
from app.knowledge.library import Library
from app.knowledge.passages import Answer, Kind, Passage
from app.understanding.facts import Lang

logger = log.get(__name__)
LONGEST_S = 2.0
CASE_TURNS = frozenset(
    {Situation.QUESTION, Situation.INFORMATION, Situation.UNCLEAR, Situation.MEETING, Situation.QUOTE}
    | {Situation.DOCUMENT, Situation.DISCOUNT}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: the turn's words, the last turn's, and the problem as far as it is known."""

    query: str
    lang: Lang
    situation: Situation
    previous: str | None = None
    challenges: Sequence[str] = ()
    wants_case: bool = True


@dataclass(frozen=True, slots=True)
class Recalled:
    """The answer with its citations, one fitting case study, one document to hand over."""

    answer: Answer | None = None
    case: Passage | None = None
    document: Passage | None = None


async def recall(library: Library | None, wanted: Wanted) -> Recalled:
    """Search in a worker thread, for at most two seconds."""
    if library is None:
        return Recalled()
    try:
        async with asyncio.timeout(LONGEST_S):
            return await asyncio.to_thread(_search, library, wanted)
    except Exception as error:  # noqa: BLE001 - the prospect gets an honest reply without sources
        logger.error("knowledge_unavailable", error=type(error).__name__)
        return Recalled()


def _search(library: Library, wanted: Wanted) -> Recalled:
    answer = None
    if wanted.situation in ANSWERS:
        answer = library.answer(library.search(wanted.query, lang=wanted.lang, previous=wanted.previous))
    case = None
    if wanted.wants_case and wanted.situation in CASE_TURNS:
        case = library.best_case(wanted.query, wanted.lang, challenge_categories=wanted.challenges)
    document = None
    if wanted.situation is Situation.DOCUMENT:
        kinds: tuple[Kind, ...] = ("document",)
        found = library.search(wanted.query, lang=wanted.lang, k=1, kinds=kinds)
        document = found.passages[0] if found.passages else None
    return Recalled(answer, case, document)
