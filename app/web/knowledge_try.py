"""What would you answer? The reply a prospect would get, and what it rests on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.conversation.recall import ANY_DAY, Wanted, recall
from app.conversation.situations import Situation
from app.knowledge.library import Library
from app.retrieval.bands import Thresholds
from app.retrieval.passages import Answer, Found, Lang
from app.retrieval.tokens import detect_lang
from app.understanding.understand import understand
from app.web.deps import Reader, present_person, services_of
from app.web.knowledge import document_ids, draw

MAX_QUESTION = 500
PASSAGES = 5

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])


@dataclass(frozen=True, slots=True)
class Tried:
    """The passages of one search, the answer of a turn that asks it, and the pages of their documents.

    The verdict is the answer's: about prices and security a turn asks the documents of that kind first.
    """

    found: Found
    answer: Answer
    thresholds: Thresholds
    documents: dict[str, UUID]


@router.get("/console/knowledge/try")
async def try_page(request: Request, person: Reader, q: str = "", lang: str = "") -> Response:
    """Show the reply to a question; nothing is kept of it."""
    question = " ".join(q.split())[:MAX_QUESTION]
    tried = await _tried(request, question, lang) if question else None
    words = partial(services_of(request).texts, tried.found.lang) if tried else None
    return draw(request, person, "knowledge_try.html", question=question, asked_lang=lang, tried=tried, words=words)


async def _tried(request: Request, question: str, wish: str) -> Tried:
    services = services_of(request)
    lang: Lang = "ja" if wish == "ja" else "en" if wish == "en" else detect_lang(question)
    found, answer = await _answer(services.library, question, lang)
    documents = await services.database.aread(lambda s: document_ids(s, [one.file for one in found.passages]))
    return Tried(found, answer, services.library.thresholds(), documents)


async def _answer(library: Library, question: str, lang: Lang) -> tuple[Found, Answer]:
    found = await asyncio.to_thread(library.search, question, lang=lang, k=PASSAGES)
    heard = await asyncio.to_thread(understand, question, today=ANY_DAY, lang=lang)
    wanted = Wanted(question, lang, Situation.QUESTION, heard.intents, wants_case=False)
    recalled = await recall(library, wanted)
    return found, recalled.answer or Answer("", (), "unknown")
