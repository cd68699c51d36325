"""What the company's knowledge has to say about a turn; a broken index is an answer without sources, never an error."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.conversation.plan import ANSWERS
from app.conversation.situations import GIVEN, QUESTIONS, Situation
from app.core import log
from app.knowledge.library import Library
from app.retrieval.passages import Answer, Found, Kind, Passage
from app.understanding.facts import Lang
from app.understanding.understand import understand

logger = log.get(__name__)
LONGEST_S = 2.0
CASE_TURNS = frozenset(
    {Situation.QUESTION, Situation.INFORMATION, Situation.MEETING, Situation.QUOTE, Situation.DOCUMENT}
)
ANY_DAY = date(2000, 1, 1)  # intents do not depend on it, but dates are read on the way
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*")
SOURCES: Mapping[str, tuple[Kind, ...]] = {"ask_price": ("pricing",), "ask_security": ("security", "faq")}

# "How much is it?" shares no word with a price list
TOPIC_WORDS: Mapping[tuple[str, Lang], str] = {
    ("ask_price", "ja"): "プラン 初期費用 月額 円",
    ("ask_price", "en"): "plan price",
}
DOCUMENT_WORDS: Mapping[Lang, str] = {"ja": "製品 資料 カタログ", "en": "product brochure"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: the turn's words, the last turn's, and the problem as far as it is known."""

    query: str
    lang: Lang
    situation: Situation
    intents: Sequence[str] = ()
    previous: str | None = None
    challenges: Sequence[str] = ()
    wants_case: bool = True
    wants_document: bool = False


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
    answer = _answer(library, wanted) if _asks(wanted) else None
    case = None
    if wanted.wants_case and wanted.situation in CASE_TURNS:
        case = library.best_case(wanted.query, wanted.lang, challenge_categories=wanted.challenges)
    document = _document(library, wanted) if wanted.wants_document or wanted.situation is Situation.DOCUMENT else None
    return Recalled(answer, case, document)


def _document(library: Library, wanted: Wanted) -> Passage | None:
    """Return the document that fits the words best; whoever only ticked a box in a form gets the general one."""
    kinds: tuple[Kind, ...] = ("security",) if "ask_security" in wanted.intents else ("document",)
    named = wanted.query if {"request_document", "ask_security"} & set(wanted.intents) else ""
    for query in filter(None, (named, DOCUMENT_WORDS[wanted.lang])):
        if passages := library.search(query, lang=wanted.lang, k=1, kinds=kinds).passages:
            return passages[0]
    return None


def _asks(wanted: Wanted) -> bool:
    """Say whether to look for an answer: a bare wish for a discount or a meeting asks nothing the documents tell."""
    plainly = wanted.situation in (Situation.QUESTION, Situation.UNCLEAR)
    return wanted.situation in ANSWERS and (plainly or bool(QUESTIONS & set(wanted.intents)))


def _answer(library: Library, wanted: Wanted) -> Answer:
    """Return the answer to what is asked; what is merely told beside a question must not outweigh it."""
    query = questions(wanted.query, lang=wanted.lang)
    strange = library.is_strange(query, lang=wanted.lang)  # no price list answers what a stranger's thing costs
    for intent, kinds in SOURCES.items():
        if intent in wanted.intents and not strange:
            topic = f"{query} {TOPIC_WORDS.get((intent, wanted.lang), '')}"
            named = _own_language(library.search(topic, lang=wanted.lang, kinds=kinds))
            if named.passages and (named.verdict == "answer" or intent == "ask_price"):
                return library.answer(replace(named, verdict="answer"))
    previous = wanted.previous if wanted.situation is Situation.QUESTION else None
    found = library.search(query, lang=wanted.lang, previous=previous)
    return library.answer(_own_language(found))


def asked_beside(text: str, intents: Sequence[str], *, lang: Lang) -> tuple[str, ...]:
    """Return what single sentences ask where the whole turn reads as telling only: a question must not be lost."""
    sentences = SENTENCE.findall(text)
    if len(sentences) < 2 or not set(intents) <= GIVEN:
        return ()
    return tuple(
        dict.fromkeys(
            intent
            for sentence in sentences
            for intent in understand(sentence, today=ANY_DAY, lang=lang).intents
            if intent in QUESTIONS
        )
    )


def questions(text: str, *, lang: Lang) -> str:
    """Return the sentences of a turn that ask something, all of it if none does."""
    asking = [
        sentence
        for sentence in SENTENCE.findall(text)
        if QUESTIONS & set(understand(sentence, today=ANY_DAY, lang=lang).intents)
    ]
    return " ".join(asking) or text


def _own_language(found: Found) -> Found:
    """Return the passages in the prospect's language, all of them where there is none."""
    own = tuple(passage for passage in found.passages if passage.lang == found.lang)
    return replace(found, passages=own) if own else found
