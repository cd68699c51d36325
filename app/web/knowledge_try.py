"""What would you answer? The reply a prospect would get, and what it rests on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.conversation.recall import recall
from app.conversation.situations import Situation
from app.conversation.wanted import ANY_DAY, Wanted
from app.knowledge.library import Library
from app.retrieval.bands import Thresholds
from app.retrieval.passages import Answer, Found, Kind, Lang
from app.retrieval.tokens import detect_lang
from app.understanding.understand import understand
from app.web.deps import Reader, present_person, services_of
from app.web.knowledge import KINDS, document_ids, draw

MAX_QUESTION = 500
PASSAGES = 5

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])


@dataclass(frozen=True, slots=True)
class Tried:
    """The passages of one search, the answer of a turn that asks it, and the pages of their documents.

    The verdict is the answer's: about prices and security a turn asks the documents of that kind first. `drafted` are
    the passages and the answer of the drafts alone, if they were to be asked too.
    """

    found: Found
    answer: Answer
    drafted: tuple[Found, Answer] | None
    thresholds: Thresholds
    documents: dict[str, UUID]


@dataclass(frozen=True, slots=True)
class Wish:
    """How to try it: `lang` is "" for that of the question, no `kind` means any."""

    lang: str
    kind: Kind | None
    drafts: bool


@router.get("/console/knowledge/try")
async def try_page(
    request: Request, person: Reader, q: str = "", lang: str = "", kind: str = "", drafts: str = ""
) -> Response:
    """Show the reply to a question, of documents of one kind if it is given; nothing is kept of it."""
    question = " ".join(q.split())[:MAX_QUESTION]
    wish = Wish(lang, next((one for one in KINDS if one == kind), None), drafts == "1")
    tried = await _tried(request, question, wish) if question else None
    words = partial(services_of(request).texts, tried.found.lang) if tried else None
    return draw(
        request, person, "knowledge_try.html", question=question, wish=wish, kinds=KINDS, tried=tried, words=words
    )


async def _tried(request: Request, question: str, wish: Wish) -> Tried:
    services = services_of(request)
    library, kinds = services.library, (wish.kind,) if wish.kind else None
    lang: Lang = "ja" if wish.lang == "ja" else "en" if wish.lang == "en" else detect_lang(question)
    if kinds:
        found = await asyncio.to_thread(library.search, question, lang=lang, k=PASSAGES, kinds=kinds)
        answer = await asyncio.to_thread(library.answer, found)
    else:
        found, answer = await _answer(library, question, lang)
    drafted = await asyncio.to_thread(library.ask_drafts, question, lang=lang, kinds=kinds) if wish.drafts else None
    passages = (*found.passages, *(drafted[0].passages if drafted else ()))
    documents = await services.database.aread(lambda s: document_ids(s, [one.file for one in passages]))
    return Tried(found, answer, drafted, library.thresholds(), documents)


async def _answer(library: Library, question: str, lang: Lang) -> tuple[Found, Answer]:
    """Return what a turn would find and answer."""
    found = await asyncio.to_thread(library.search, question, lang=lang, k=PASSAGES)
    heard = await asyncio.to_thread(understand, question, today=ANY_DAY, lang=lang)
    wanted = Wanted(question, lang, Situation.QUESTION, heard.intents, wants_case=False)
    recalled = await recall(library, wanted)
    return found, recalled.answer or Answer("", (), "unknown")
