"""What the company's knowledge has to say about a turn; an index that cannot be read is said so, never an error."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from app.conversation.beside_a_no import intents_of, without_refusals
from app.conversation.counted import is_counted, is_only_a_number, without_their_own
from app.conversation.general_questions import asks_only_for_help
from app.conversation.meant import GIVEN, QUESTIONS
from app.conversation.plan import ANSWERS
from app.conversation.priced import NAMES_A_THING, PRICE_WORDS, priced
from app.conversation.quoting import harmless
from app.conversation.situation_words import DISCOUNT, QUOTE
from app.conversation.situations import Situation
from app.conversation.special_words import ASIDE, LONE_ANSWER, QUESTIONNAIRE, WHEN
from app.conversation.terms import (
    COMPANY_FORM,
    COSTS_OR_LEAST,
    LEANS,
    OF_A_CASE,
    OF_OUR_OWN_TERMS,
    OF_THIS_TALK,
    PLAIN_QUESTION,
    WHO_WE_ARE,
    WOULD_LIKE_TO,
    asks_about_quotes,
    asks_for_a_discount,
    asks_how_soon_support_answers,
    asks_how_to_pay,
    asks_what_is_cheaper,
)
from app.conversation.turn_facts import Answered
from app.conversation.wanted import Wanted, own_language
from app.core import log
from app.knowledge.library import Library
from app.retrieval import measured, tokens
from app.retrieval.everyday import notions
from app.retrieval.extract import SOURCES
from app.retrieval.passages import Answer, Found, Kind, Passage
from app.understanding.facts import Asked, Lang
from app.understanding.questions import questions

logger = log.get(__name__)
LONGEST_S = 2.0
LONGEST_AT_START_S = 6.0  # while dictionaries load: the opener is on the screen, and an answer late beats none
CASE_TURNS = frozenset(
    {
        Situation.QUESTION,
        Situation.INFORMATION,
        Situation.MEETING,
        Situation.CALL,
        Situation.QUOTE,
        Situation.DOCUMENT,
        Situation.APPROVAL_PACK,
    }
)
PLAINLY = frozenset({Situation.QUESTION, Situation.STUDENT, Situation.QUESTIONNAIRE})  # these ask, whatever the words
DOCUMENT_TURNS = frozenset({Situation.DOCUMENT, Situation.QUESTIONNAIRE, Situation.APPROVAL_PACK})
FOR_THEIR_SECURITY = frozenset({Situation.QUESTIONNAIRE, Situation.APPROVAL_PACK})
SENTENCE = re.compile(r"(?:[^。！？!?\n.]|\.(?!\s))+[。！？!?.]*")
TOLD_OR_WISHED = GIVEN | {"smalltalk", "unclear", "request_document", "request_demo_meeting", "request_human"}
SECURITY: tuple[Kind, ...] = ("security", "faq")
NO_STORIES: tuple[Kind, ...] = ("product", "pricing", "faq", "policy", "security", "company", "document")
AS_GOOD_AS_A_STORY = 0.7  # the share of its evidence from which our own document is told instead
DOCUMENTS: tuple[Kind, ...] = ("document",)
WISHES = (DISCOUNT, QUOTE, QUESTIONNAIRE, WHEN)  # what a person takes up is not looked for in the documents

WHO = re.compile(r"誰|だれ|どなた|\bwho(?:se|m|'s|'ll)?\b", re.I)
ANNOUNCES = re.compile(r"^[^。\n]*(?:まとめました|ご紹介します|ご説明します)。(?!\n)")  # what does not follow here
SPECIFICATION = re.compile(r"仕様|スペック|データシート|諸元|\b(?:spec\w*|data ?sheets?)\b", re.I)
DOCUMENT_WORDS: Mapping[Lang, str] = {"ja": "製品 資料 カタログ", "en": "product brochure"}


@dataclass(frozen=True, slots=True)
class Recalled:
    """Each question with its answer and citations, one fitting case study, one document to hand over.

    `unavailable`: the documents could not be read, so nothing may be said of what they hold.
    """

    answers: tuple[Answered, ...] = ()
    case: Passage | None = None
    document: Passage | None = None
    unavailable: bool = False

    @property
    def answer(self) -> Answer | None:
        """Return the answer to the first question."""
        return self.answers[0].answer if self.answers else None


async def recall(library: Library | None, wanted: Wanted) -> Recalled:
    """Search in a worker thread, for at most two seconds, or six while the library still makes itself ready."""
    if library is None:
        return Recalled()
    try:
        async with asyncio.timeout(LONGEST_S if library.practised else LONGEST_AT_START_S):
            return await asyncio.to_thread(_search, library, wanted)
    except Exception as error:  # noqa: BLE001 - the prospect gets an honest reply without sources
        logger.error("knowledge_unavailable", error=type(error).__name__)
        return Recalled(unavailable=True)


def asked_beside(
    text: str, intents: Sequence[str], *, asked: Asked | None = None, before: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return what is asked where the whole turn reads as telling or wishing: a question must not be lost.

    `asked` is what our last reply asked for, `before` what they wrote until now. Single sentences may ask, and a number
    alone after a price was asked for.
    """
    if is_only_a_number(text) and asked != "team_size" and _follows_a_price(before):
        return ("ask_price",)
    sentences = [one for one in SENTENCE.findall(text) if not ASIDE.search(one.strip())]
    if len(sentences) < 2 or not set(intents) <= TOLD_OR_WISHED:
        return ()
    return tuple(sorted(QUESTIONS & {intent for sentence in sentences for intent in intents_of(sentence)}))


def _follows_a_price(before: Sequence[str]) -> bool:
    """Say whether the last they wrote, but for numbers alone, asked for a price."""
    for text in reversed(before):
        if "ask_price" in intents_of(text):
            return True
        if not is_only_a_number(text):
            return False
    return False


def _search(library: Library, wanted: Wanted) -> Recalled:
    answers = _answers(library, wanted) if _asks(wanted) else ()
    case = None
    if (
        wanted.wants_case
        and wanted.situation in CASE_TURNS
        and not _asks_for_an_unknown_case(library, wanted.query, wanted)
    ):
        case = library.best_case(wanted.query, wanted.lang, challenge_categories=wanted.challenges)
    wants_document = wanted.wants_document or wanted.situation in DOCUMENT_TURNS
    return Recalled(answers, case, _document(library, wanted) if wants_document else None)


def _document(library: Library, wanted: Wanted) -> Passage | None:
    """Return the document that fits the words best, and the general one where they name none that we have."""
    if "ask_security" in wanted.intents or wanted.situation in FOR_THEIR_SECURITY:
        found = library.search(wanted.query, lang=wanted.lang, k=1, kinds=SECURITY[:1])
    elif "request_document" in wanted.intents and (named := _named_document(library, wanted)):
        return named
    else:
        found = library.search(DOCUMENT_WORDS[wanted.lang], lang=wanted.lang, k=1, kinds=DOCUMENTS)
    return found.passages[0] if found.passages else None


def _named_document(library: Library, wanted: Wanted) -> Passage | None:
    """Return the document of a wish's own words: what else is told or asked beside it names no document."""
    wishes = [one for one in SENTENCE.findall(wanted.query) if "request_document" in intents_of(one)]
    wish = " ".join(wishes) or wanted.query
    kinds: tuple[Kind, ...] = (*DOCUMENTS, "product") if SPECIFICATION.search(wish) else DOCUMENTS
    found = library.search(wish, lang=wanted.lang, k=1, kinds=kinds)
    return found.passages[0] if found.passages and found.verdict != "unknown" else None


def _asks(wanted: Wanted) -> bool:
    """Say whether to look for an answer: a bare wish for a discount or a meeting asks nothing the documents tell, and
    a word in answer to our question asks nothing either.
    """
    if wanted.situation is Situation.UNCLEAR:
        asks = PLAIN_QUESTION.search(wanted.query) or WOULD_LIKE_TO.search(wanted.query)
        answers_us = wanted.asked is not None and not asks
        return not answers_us and LONE_ANSWER.match(wanted.query) is None
    plainly = wanted.situation in PLAINLY
    return wanted.situation in ANSWERS and (plainly or bool(QUESTIONS & set(wanted.intents)))


def _answers(library: Library, wanted: Wanted) -> tuple[Answered, ...]:
    wanted = replace(wanted, query=without_refusals(wanted.query) or wanted.query)  # "no call, just the price"
    asked = questions(wanted.query, lang=wanted.lang) or (_asking(wanted),)
    told_whole = wanted.situation is Situation.QUESTIONNAIRE and len(asked) < 2
    if told_whole:  # "could you fill it in?" does not name the thing
        asked = (wanted.query,)
    asked = tuple(one for one in asked if not (ASIDE.search(one) or WHO_WE_ARE.search(one) or asks_only_for_help(one)))
    if wanted.situation is Situation.DOCUMENT and len(asked) > 1:  # the document itself is their answer
        asked = tuple(one for one in asked if "request_document" not in (named := intents_of(one)) or QUESTIONS & named)
    if wanted.situation is not Situation.QUESTION and not told_whole:
        asked = tuple(one for one in asked if not any(wish.search(one) for wish in WISHES) or _is_told(one))
    if len(asked) == 1:
        return (Answered(asked[0], _safe(_answer(library, wanted, query=_in_its_setting(asked[0], wanted)), wanted)),)
    return tuple(Answered(one, _safe(_answer(library, _alone(wanted, one), query=one), wanted)) for one in asked)


def _is_told(question: str) -> bool:
    """Say whether documents may tell of what a person takes up: are there discounts, how soon does a quote come?"""
    if asks_about_quotes(question):
        return True
    if QUOTE.search(question) or QUESTIONNAIRE.search(question):
        return False
    return asks_for_a_discount(question) or asks_how_soon_support_answers(question)


def _in_its_setting(question: str, wanted: Wanted) -> str:
    """Return a question with the sentence before it where that says what is asked: "It gets sprayed. Is that ok?"."""
    if wanted.situation is not Situation.QUESTION or not (LEANS.search(question) or _names_nothing(question)):
        return question
    before = wanted.query.partition(question)[0]
    told = [one.strip() for one in SENTENCE.findall(before) if one.strip()]
    whole = f"{told[-1]} {question}" if told else question
    limits = any(one.limits for one in notions(whole, wanted.lang))  # "our plant is in France. Do you ship there?"
    return whole if limits or measured.asked(whole) else question


def _names_nothing(question: str) -> bool:
    return tokens.light().issuperset(tokens.words(measured.without(question)))  # 「測れますか」


def _alone(wanted: Wanted, question: str) -> Wanted:
    """Return what to look for where one of several questions stands alone: what came before it would answer for it."""
    return replace(wanted, intents=intents_of(question), previous=None)


def _answer(library: Library, wanted: Wanted, *, query: str) -> Answer:
    """Return the answer to one question; what is merely told beside it must not outweigh it."""
    empty = not wanted.previous and "ask_price" not in wanted.intents and _is_empty(query, wanted.lang)
    if OF_THIS_TALK.search(query) or empty:
        return Answer("", (), "unknown")
    if asks_what_is_cheaper(query) and (cheaper := _cheaper(library, wanted, query=query)):
        return cheaper
    price = "ask_price" in wanted.intents or (is_counted(query) and COSTS_OR_LEAST.search(query) is not None)
    price = price and not (asks_about_quotes(query) or asks_how_to_pay(query))
    strange = _is_strange(library, query, lang=wanted.lang, price=price)
    if price and not strange and (price_told := priced(library, wanted, query=query)):
        return price_told
    if "ask_security" in wanted.intents and not strange and (secured := _secured(library, wanted, query=query)):
        return secured
    if _asks_for_an_unknown_case(library, query, wanted):
        return Answer("", (), "unknown")
    previous = wanted.previous if wanted.situation is Situation.QUESTION else None
    found = own_language(library.search(query, lang=wanted.lang, previous=previous))
    if found.verdict != "answer" and (settled := _settled(library, wanted, query=query)):
        return settled
    if customers := _of_the_customer(found, query):
        return library.answer(replace(found, passages=customers))
    if "ask_case_study" not in wanted.intents:
        return _without_stories(library, found, wanted, query=query)
    return library.answer(found)


def _cheaper(library: Library, wanted: Wanted, *, query: str) -> Answer | None:
    """Return what the documents say of discounts; None where the prices are an answer too."""
    told = library.answer(own_language(library.search(query, lang=wanted.lang)))
    if DISCOUNT.search(told.text):
        return told
    return Answer("", (), "unknown") if DISCOUNT.search(query) else None


def _settled(library: Library, wanted: Wanted, *, query: str) -> Answer | None:
    """Return the limit that tells whether the figure asked about fits, however strange the thing is that has it."""
    if not (kinds := measured.asked(query)):
        return None
    found = own_language(library.search(" ".join(measured.words_for(kinds)), lang=wanted.lang, kinds=NO_STORIES))
    telling = tuple(one for one in found.passages if kinds & measured.bounds(one.text))
    return library.answer(replace(found, query=query, passages=telling, verdict="answer")) if telling else None


def _secured(library: Library, wanted: Wanted, *, query: str) -> Answer | None:
    """Return what the documents about security say; None where the company is asked for: where our office is."""
    named = own_language(library.search(query, lang=wanted.lang, kinds=SECURITY))
    if not named.passages or named.verdict != "answer":
        return None
    anywhere = library.search(query, lang=wanted.lang, k=1)
    of_the_company = any(one.kind == "company" for one in anywhere.passages)
    return None if of_the_company else library.answer(named)


def _is_empty(query: str, lang: Lang) -> bool:
    """Say whether a question has no word of what it is about: "is it necessary?"."""
    return _names_nothing(query) and not notions(query, lang) and not measured.asked(query)


def _asks_for_an_unknown_case(library: Library, query: str, wanted: Wanted) -> bool:
    """Say whether a customer is asked for of a kind that no document has a word of."""
    return "ask_case_study" in wanted.intents and library.is_strange(OF_A_CASE.sub(" ", query), lang=wanted.lang)


def _of_the_customer(found: Found, query: str) -> tuple[Passage, ...]:
    """Return the stories of the customer that a question names."""
    named = [word for word in NAMES_A_THING.findall(query) if not COMPANY_FORM.search(word)]
    customers = ((one, one.case.customer or "") for one in found.passages if one.case is not None)
    return tuple(one for one, customer in customers if any(word in customer for word in named))


def _without_stories(library: Library, found: Found, wanted: Wanted, *, query: str) -> Answer:
    """Return the answer of our own documents; a customer's story only where these have none, and it may tell it."""
    if all(one.kind != "case" for one in found.passages[:SOURCES]):
        return library.answer(found)
    own = tuple(one for one in found.passages if one.kind != "case")
    if found.passages[0].kind != "case":
        return library.answer(replace(found, passages=own))
    if WHO.search(query):  # a customer's people are none of ours
        return Answer("", (), "unknown")
    ours = own_language(library.search(query, lang=wanted.lang, previous=wanted.previous, kinds=NO_STORIES))
    if ours.verdict == "answer" or OF_OUR_OWN_TERMS.search(query):
        return library.answer(ours)
    if ours.evidence >= AS_GOOD_AS_A_STORY * found.evidence:
        return library.answer(replace(ours, verdict=found.verdict))
    return library.answer(found)


def _is_strange(library: Library, query: str, *, lang: Lang, price: bool) -> bool:
    """Say whether a question is about a stranger's thing: no price list answers what that costs."""
    if price and is_only_a_number(query):
        return False
    return library.is_strange(PRICE_WORDS.sub(" ", without_their_own(query)) if price else query, lang=lang)


def _safe(answer: Answer, wanted: Wanted) -> Answer:
    """Return the answer without what no document may make us say; "unknown" if nothing is left."""
    if not answer.text:
        return answer
    links = (urlsplit(citation.passage.url or "").hostname for citation in answer.citations)
    text = harmless(ANNOUNCES.sub("", answer.text), hosts=wanted.hosts | frozenset(filter(None, links)))
    return replace(answer, text=text) if text else Answer("", (), "unknown")


def _asking(wanted: Wanted) -> str:
    """Return the sentences that ask for something without being questions, all of the turn if none does."""
    asking = [sentence for sentence in SENTENCE.findall(wanted.query) if QUESTIONS & intents_of(sentence)]
    return " ".join(asking) or wanted.query
