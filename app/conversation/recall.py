"""What the company's knowledge has to say about a turn; an index that cannot be read is said so, never an error."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from app.conversation.meant import GIVEN, QUESTIONS
from app.conversation.plan import ANSWERS
from app.conversation.plan_said import PLAIN_QUESTION
from app.conversation.quoting import harmless
from app.conversation.situation_words import DISCOUNT, QUOTE
from app.conversation.situations import Situation
from app.conversation.special_words import ASIDE, LONE_ANSWER, QUESTIONNAIRE, WHEN
from app.conversation.turn_facts import Answered
from app.core import log
from app.knowledge.library import Library
from app.retrieval.passages import Answer, Found, Kind, Passage
from app.understanding.facts import Asked, ContactData, Lang, Timing
from app.understanding.intents import read_intents
from app.understanding.normal import normalise
from app.understanding.questions import questions

logger = log.get(__name__)
LONGEST_S = 2.0
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
ANY_DAY = date(2000, 1, 1)  # for whoever only looks for what is asked
SENTENCE = re.compile(r"(?:[^。！？!?\n.]|\.(?!\s))+[。！？!?.]*")
SOURCES: Mapping[str, tuple[Kind, ...]] = {"ask_price": ("pricing",), "ask_security": ("security", "faq")}
WISHES = (DISCOUNT, QUOTE, QUESTIONNAIRE, WHEN)  # what a person takes up is not looked for in the documents

# "How much is it?" shares no word with a price list
TOPIC_WORDS: Mapping[tuple[str, Lang], str] = {
    ("ask_price", "ja"): "プラン 初期費用 月額 円",
    ("ask_price", "en"): "plan price",
}
PRICE_WORDS = re.compile(
    r"料金|価格|金額|費用|値段|月額|年額|税込|税別|教えて|プラン|\b(?:price|pricing|prices|costs?|charges?|plans?|month|monthly"
    r"|there|would|about|please|could|offer|which)\b",
    re.I,
)
NAMES_A_THING = re.compile(r"[ァ-ヶー]{3,}|[一-鿿]{2,}|[A-Za-z]{5,}")
LETTERS_OF_A_NAME = 5  # in which singular and plural are one
AMOUNT = re.compile(
    r"[¥￥$€£]\s?\d|\d\s?(?:万|億)?(?:円|ドル|ユーロ|元)|\b(?:JPY|USD|EUR|GBP)\s?\d|\d (?:yen|dollars|euros)\b"
)
# A number alone after a price was asked for: 「60台だと?」 "and for 60?"
HOW_MANY = re.compile(
    r"^\W*(?:じゃあ?|では|それでは|なら|で|仮に|もし|あと|例えば)?、?(?:約|だいたい)?\d[\d,]*\s?(?:台|個|本|人|名|拠点|か所|箇所"
    r"|セット|台数|センサー)?(?:くらい|ぐらい|ほど)?(?:だと|なら|だったら|の場合|の時|ですと|では|は|とか)+(?:、?(?:どう|いくら|どれくらい"
    r"|どのくらい)(?:です|なり|でしょう|に)?[ぁ-ん]{0,6})?[?？。\s]*$"
    r"|^\W*(?:(?:and|so|ok(?:ay)?|then|what|how|about|if|for|with|say|we|have|take|took|had|need|it's|only|just"
    r"|about|around|roughly|maybe)[ ,]+)*\d[\d,]*(?: (?!(?:a|p)\.?m\b|(?:month|week|day|year|hour|minute)s?\b)"
    r"[a-z]+){0,2}(?:,? (?:then|instead))?\W*$",
    re.I,
)
ANNOUNCES = re.compile(r"^[^。\n]*(?:まとめました|ご紹介します|ご説明します)。(?!\n)")  # what does not follow here
DOCUMENT_WORDS: Mapping[Lang, str] = {"ja": "製品 資料 カタログ", "en": "product brochure"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: the turn's words, the last turn's, and the problem as far as it is known.

    `asked` is what our last reply asked for. `hosts` are the hosts whose links may stand in an answer.
    """

    query: str
    lang: Lang
    situation: Situation
    intents: Sequence[str] = ()
    previous: str | None = None
    challenges: Sequence[str] = ()
    wants_case: bool = True
    wants_document: bool = False
    asked: Asked | None = None
    hosts: frozenset[str] = frozenset()


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
    """Search in a worker thread, for at most two seconds."""
    if library is None:
        return Recalled()
    counts = HOW_MANY.match(wanted.query) and PLAIN_QUESTION.search(wanted.query)
    if counts and "ask_price" in intents_of(wanted.previous or ""):
        wanted = replace(wanted, intents=(*wanted.intents, "ask_price"))
    try:
        async with asyncio.timeout(LONGEST_S):
            return await asyncio.to_thread(_search, library, wanted)
    except Exception as error:  # noqa: BLE001 - the prospect gets an honest reply without sources
        logger.error("knowledge_unavailable", error=type(error).__name__)
        return Recalled(unavailable=True)


def asked_beside(text: str, intents: Sequence[str]) -> tuple[str, ...]:
    """Return what single sentences ask where the whole turn reads as telling: a question must not be lost."""
    sentences = [one for one in SENTENCE.findall(text) if not ASIDE.search(one.strip())]
    if len(sentences) < 2 or not set(intents) <= GIVEN | {"smalltalk", "unclear"}:
        return ()
    return tuple(
        dict.fromkeys(intent for sentence in sentences for intent in intents_of(sentence) if intent in QUESTIONS)
    )


def _search(library: Library, wanted: Wanted) -> Recalled:
    answers = _answers(library, wanted) if _asks(wanted) else ()
    case = None
    if wanted.wants_case and wanted.situation in CASE_TURNS:
        case = library.best_case(wanted.query, wanted.lang, challenge_categories=wanted.challenges)
    wants_document = wanted.wants_document or wanted.situation in DOCUMENT_TURNS
    return Recalled(answers, case, _document(library, wanted) if wants_document else None)


def _document(library: Library, wanted: Wanted) -> Passage | None:
    """Return the document that fits the words best; whoever only ticked a box in a form gets the general one."""
    security = "ask_security" in wanted.intents or wanted.situation in FOR_THEIR_SECURITY
    kinds: tuple[Kind, ...] = ("security",) if security else ("document",)
    named = wanted.query if security or "request_document" in wanted.intents else ""
    for query in filter(None, (named, DOCUMENT_WORDS[wanted.lang])):
        if passages := library.search(query, lang=wanted.lang, k=1, kinds=kinds).passages:
            return passages[0]
    return None


def _asks(wanted: Wanted) -> bool:
    """Say whether to look for an answer: a bare wish for a discount or a meeting asks nothing the documents tell, and
    a word in answer to our question asks nothing either.
    """
    if wanted.situation is Situation.UNCLEAR:
        answers_us = wanted.asked is not None and not PLAIN_QUESTION.search(wanted.query)
        return not answers_us and LONE_ANSWER.match(wanted.query) is None
    plainly = wanted.situation in PLAINLY
    return wanted.situation in ANSWERS and (plainly or bool(QUESTIONS & set(wanted.intents)))


def _answers(library: Library, wanted: Wanted) -> tuple[Answered, ...]:
    told_whole = wanted.situation is Situation.QUESTIONNAIRE  # "could you fill it in?" does not name the thing
    asked = (wanted.query,) if told_whole else questions(wanted.query, lang=wanted.lang) or (_asking(wanted),)
    asked = tuple(one for one in asked if not ASIDE.search(one))
    if wanted.situation is not Situation.QUESTION and not told_whole:
        asked = tuple(one for one in asked if not any(wish.search(one) for wish in WISHES))
    if len(asked) == 1:
        return (Answered(asked[0], _safe(_answer(library, wanted, query=asked[0]), wanted)),)
    return tuple(Answered(one, _safe(_answer(library, _alone(wanted, one), query=one), wanted)) for one in asked)


def _alone(wanted: Wanted, question: str) -> Wanted:
    """Return what to look for where one of several questions stands alone: what came before it would answer for it."""
    return replace(wanted, intents=intents_of(question), previous=None)


def _answer(library: Library, wanted: Wanted, *, query: str) -> Answer:
    """Return the answer to one question; what is merely told beside it must not outweigh it."""
    strange = library.is_strange(query, lang=wanted.lang)  # no price list answers what a stranger's thing costs
    for intent, kinds in SOURCES.items():
        if intent in wanted.intents and not strange:
            if intent == "ask_price" and (priced := _priced(library, wanted, query=query)):
                return priced
            topic = TOPIC_WORDS.get((intent, wanted.lang), "")
            if intent != "ask_price" or _named(query):
                topic = f"{query} {topic}"
            named = _own_language(library.search(topic, lang=wanted.lang, kinds=kinds))
            if named.passages and (named.verdict == "answer" or intent == "ask_price"):
                return library.answer(replace(named, verdict="answer"))
    previous = wanted.previous if wanted.situation is Situation.QUESTION else None
    found = library.search(query, lang=wanted.lang, previous=previous)
    return library.answer(_own_language(found))


def _priced(library: Library, wanted: Wanted, *, query: str) -> Answer | None:
    """Return the price of the thing that is named; None where nothing is named, or its price is not told."""
    named = _named(query)
    if not named:
        return None
    answer = library.answer(_own_language(library.search(query, lang=wanted.lang, kinds=SOURCES["ask_price"])))
    told = "\n".join((answer.text, *(citation.passage.text for citation in answer.citations))).lower()
    is_it = any(word.lower()[:LETTERS_OF_A_NAME] in told for word in named)
    return answer if answer.verdict == "answer" and AMOUNT.search(answer.text) and is_it else None


def _named(query: str) -> list[str]:
    """Return the words of a question about a price that may name a thing."""
    return NAMES_A_THING.findall(PRICE_WORDS.sub("", query))


def intents_of(sentence: str) -> tuple[str, ...]:
    """Return what a sentence asks for; what it tells is not looked for."""
    return read_intents(normalise(sentence).text, timing=Timing(), challenges=(), contact=ContactData(), asked=None)


def _safe(answer: Answer, wanted: Wanted) -> Answer:
    """Return the answer without what no document may make us say; "unknown" if nothing is left."""
    if not answer.text:
        return answer
    links = (urlsplit(citation.passage.url or "").hostname for citation in answer.citations)
    text = harmless(ANNOUNCES.sub("", answer.text), hosts=wanted.hosts | frozenset(filter(None, links)))
    return replace(answer, text=text) if text else Answer("", (), "unknown")


def _asking(wanted: Wanted) -> str:
    """Return the sentences that ask for something without being questions, all of the turn if none does."""
    asking = [sentence for sentence in SENTENCE.findall(wanted.query) if QUESTIONS & set(intents_of(sentence))]
    return " ".join(asking) or wanted.query


def _own_language(found: Found) -> Found:
    """Return the passages in the prospect's language, all of them where there is none."""
    own = tuple(passage for passage in found.passages if passage.lang == found.lang)
    return replace(found, passages=own) if own else found
