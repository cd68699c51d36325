"""Which kind of turn this is, before anything is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.conversation import situation_words as words
from app.conversation import special_words as special
from app.conversation.beside_a_no import SENTENCE, asks, sentences, takes_it_back, without_refusals
from app.conversation.business_words import FOR_US, HIRES, PRESS, SELLS_OURS, TRADE, WRONG_PLACE
from app.conversation.emergency import emergency
from app.conversation.farewell_words import CLOSES, HAS_COME, MISTAKEN, drops_a_meeting
from app.conversation.interest_words import INTERESTED
from app.conversation.meant import (
    GIVEN,
    QUESTIONS,
    as_far_as_wished,
    declines_the_offer,
    is_only_a_refusal,
    meant,
    tells_of_a_need,
    threatens,
    wishes_call,
)
from app.conversation.sorrow import hurt, looks_back, worn_out
from app.conversation.spoken import spoken
from app.conversation.studying import STUDENT, studies
from app.conversation.terms import asks_how_soon_support_answers
from app.understanding.facts import Timing, Understanding
from app.understanding.normal import normalise
from app.understanding.orders import wishes_to_order
from app.understanding.stance import postpones
from app.understanding.support import is_support


class Situation(StrEnum):
    """The most pressing first; exactly one comes first in a turn."""

    CRISIS = "crisis"
    EMERGENCY = "emergency"
    ABUSE = "abuse"
    OPT_OUT = "opt_out"
    THREAT = "threat"
    SORROW = "sorrow"
    COMPLAINT = "complaint"
    SUPPORT = "support"
    NO_AI = "no_ai"
    HUMAN = "human"
    INJECTION = "injection"
    LANGUAGE = "language"
    JOB = "job"
    PITCH = "pitch"
    STUDENT = "student"
    COMPETITOR = "competitor"
    BUSINESS = "business"
    REFUSAL = "refusal"
    CUSTOMER = "customer"
    DISCOUNT = "discount"
    ORDER = "order"
    QUOTE = "quote"
    QUESTIONNAIRE = "questionnaire"
    APPROVAL_PACK = "approval_pack"
    CALL = "call"
    MEETING = "meeting"
    DOCUMENT = "document"
    WHEN = "when"
    LATER = "later"
    IDENTITY = "identity"
    QUESTION = "question"
    INFORMATION = "information"
    THANKS = "thanks"
    OFF_TOPIC = "off_topic"
    SMALLTALK = "smalltalk"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a turn is about: the most pressing situation, and what else it holds."""

    first: Situation
    beside: frozenset[Situation] = frozenset()

    def holds(self, situation: Situation) -> bool:
        """Say whether the turn is (also) this."""
        return situation is self.first or situation in self.beside


BY_INTENT: tuple[tuple[str, Situation], ...] = (
    ("abusive", Situation.ABUSE),
    ("opt_out", Situation.OPT_OUT),
    ("complaint", Situation.COMPLAINT),
    ("existing_customer_support", Situation.SUPPORT),
    ("request_human", Situation.HUMAN),
    ("prompt_injection", Situation.INJECTION),
    ("job_application", Situation.JOB),
    ("spam_or_sales_pitch", Situation.PITCH),
)
BY_WISH: tuple[tuple[str, Situation], ...] = (
    ("request_demo_meeting", Situation.MEETING),
    ("request_document", Situation.DOCUMENT),
)
BY_WORDS: tuple[tuple[re.Pattern[str], Situation], ...] = (
    (words.DISCOUNT, Situation.DISCOUNT),
    (words.QUOTE, Situation.QUOTE),
    (special.QUESTIONNAIRE, Situation.QUESTIONNAIRE),
)
BY_CHOICE = {"quote": Situation.QUOTE, "meeting": Situation.MEETING, "document": Situation.DOCUMENT}
BUYS = frozenset(
    {
        Situation.ORDER,
        Situation.DISCOUNT,
        Situation.QUOTE,
        Situation.QUESTIONNAIRE,
        Situation.APPROVAL_PACK,
        Situation.CALL,
        Situation.MEETING,
        Situation.DOCUMENT,
    }
)  # by these, whoever wrote in for another reason, or said no, shows interest of their own
PERSON_AT_ONCE = frozenset(
    {
        Situation.CRISIS,
        Situation.EMERGENCY,
        Situation.ABUSE,
        Situation.THREAT,
        Situation.SORROW,
        Situation.COMPLAINT,
        Situation.SUPPORT,
        Situation.NO_AI,
        Situation.HUMAN,
        Situation.DISCOUNT,
    }
)  # what is said in these, a person has to see at once, and no model words the reply
UNWELCOME = frozenset(
    {
        Situation.CRISIS,
        Situation.ABUSE,
        Situation.OPT_OUT,
        Situation.INJECTION,
        Situation.JOB,
        Situation.PITCH,
    }
)  # nothing said beside these counts, but for
COUNTS: Mapping[Situation, frozenset[Situation]] = {
    Situation.CRISIS: frozenset({Situation.OPT_OUT}),
    Situation.ABUSE: frozenset({Situation.OPT_OUT}),
    Situation.OPT_OUT: BUYS | {Situation.THREAT, Situation.COMPLAINT, Situation.SUPPORT, Situation.HUMAN},
}
NO_PROSPECT = UNWELCOME | {
    Situation.THREAT,
    Situation.SORROW,
    Situation.COMPLAINT,
    Situation.SUPPORT,
    Situation.STUDENT,
    Situation.COMPETITOR,
    Situation.BUSINESS,
    Situation.REFUSAL,
    Situation.IDENTITY,
    Situation.THANKS,
    Situation.OFF_TOPIC,
}  # what is said in these tells nothing of a purchase: no problem to solve, no time, no role
STAYS: Mapping[str, Situation] = {"sales_pitch": Situation.PITCH, "job_applicant": Situation.JOB}
LOOKS_IN = (special.LOOKS_AROUND, special.PLAYS, special.FILLER)
AMBIGUOUS = frozenset({Situation.DOCUMENT, Situation.MEETING, Situation.CALL})  # "may I send you ...", "shall we meet"
PASSING = frozenset(
    {
        Situation.SUPPORT,
        Situation.REFUSAL,
        Situation.CUSTOMER,
        Situation.CALL,
        Situation.MEETING,
        Situation.WHEN,
        Situation.IDENTITY,
        Situation.QUESTION,
        Situation.INFORMATION,
        Situation.THANKS,
        Situation.OFF_TOPIC,
        Situation.SMALLTALK,
        Situation.UNCLEAR,
    }
)  # whoever takes us for somebody else may say this to them; whatever else is heard is meant for us
ASKS_US = QUESTIONS - {"ask_product"}
TELLS = frozenset({Situation.QUESTION, Situation.INFORMATION, Situation.SMALLTALK, Situation.UNCLEAR})


def read(heard: Understanding, text: str, *, asked: str | None) -> Reading:
    """Return what a turn is about; `asked` is what our last reply asked for."""
    found = frozenset(_all(heard, normalise(text).text, asked=asked))
    if _strayed(heard, text, found):
        found = frozenset({Situation.OFF_TOPIC})
    first = min(found, key=tuple(Situation).index)
    counts = COUNTS.get(first, frozenset()) if first in UNWELCOME else frozenset(Situation)
    return Reading(first, (found & counts) - {first, Situation.UNCLEAR})


def reading_of(kind: str, reading: Reading, *, interested: bool = False) -> Reading:
    """Return a reading for a lead of this kind: who sells or seeks a job goes on with that, in the words of a buyer.

    `interested`: they told something of a purchase, so the first reading was wrong.
    """
    first = None if interested else STAYS.get(kind)
    goes_on = reading.first in AMBIGUOUS or (first is Situation.JOB and reading.first is Situation.PITCH)
    return Reading(first, reading.beside) if first and goes_on else reading


def situation(heard: Understanding, text: str, *, asked: str | None) -> Situation:
    """Return the most pressing situation of a turn."""
    return read(heard, text, asked=asked).first


def with_choices(found: Situation, wants: Iterable[str]) -> Situation:
    """Return the more pressing of what the words say and what was chosen in a form (`wants`, by our codes)."""
    chosen = [BY_CHOICE[want] for want in wants if want in BY_CHOICE]
    return min((found, *chosen), key=tuple(Situation).index)


def reading_with_choices(reading: Reading, wants: Iterable[str]) -> Reading:
    """Return a reading with what was chosen in a form; what it displaces is kept beside it."""
    first = with_choices(reading.first, wants)
    return reading if first is reading.first else Reading(first, reading.beside | {reading.first})


def declines(text: str) -> bool:
    """Say whether the text, as an answer to our question, politely refuses to give one."""
    return words.NO_THANKS.search(text) is not None and is_only_a_refusal(text)


def only_aside(text: str) -> bool:
    """Say whether every sentence is about this talk itself, and none asks or tells anything."""
    sentences = SENTENCE.findall(text)
    return bool(sentences) and all(special.ASIDE.search(sentence.strip()) for sentence in sentences)


def _all(heard: Understanding, text: str, *, asked: str | None) -> Iterator[Situation]:
    rest = without_refusals(text)
    if heard.postpones:  # whom they will meet or call first is no wish to us
        rest = "".join(one for one in sentences(rest) if not postpones(one))
    heard = as_far_as_wished(heard, text, rest)
    intents = meant(heard, text, rest)
    if "opt_out" in intents:
        rest = "".join(one for one in SENTENCE.findall(rest) if not words.STOP.search(one))
        heard = as_far_as_wished(heard, text, rest)
    if heard.crisis:
        yield Situation.CRISIS
    yield from (found for intent, found in BY_INTENT if intent in intents and found not in _none_of_these(text))
    yield from _special(heard, text, intents=intents, asked=asked)
    wishes = frozenset(_wishes(heard, rest, intents=intents, dropped=drops_a_meeting(text)))
    if (hurt(text) or worn_out(text)) and not (wishes & BUYS or _may_buy(heard, text, intents)):
        yield Situation.SORROW
    wanted = bool(wishes & BUYS or intents & QUESTIONS) and asks(rest) and not takes_it_back(text)
    if declines_the_offer(heard, text, asked=asked) and not (wanted or tells_of_a_need(heard, text, intents)):
        yield Situation.REFUSAL
    yield from wishes
    looks = any(one.search(text) for one in LOOKS_IN)
    browses = special.BROWSES.match(text) is not None
    if browses and asked != "timing" and heard.timing.kind == "undecided":  # who passes by tells of no plan
        heard, intents = replace(heard, timing=Timing()), intents - {"give_timing"}
    yield from _told(heard, text, intents=intents, looks=looks)


def _may_buy(heard: Understanding, text: str, intents: set[str]) -> bool:
    """Say whether whoever has a grief asks about the product beside it, or tells of other trouble or a time."""
    asks_us = intents & ASKS_US or ("ask_product" in intents and not looks_back(text))
    troubled = any(not (hurt(one.span) or worn_out(one.span)) for one in heard.challenges)
    return bool(asks_us) or troubled or heard.timing.kind in ("range", "asap")


def _strayed(heard: Understanding, text: str, found: frozenset[Situation]) -> bool:
    """Say whether they take us for somebody else, and nothing they say is meant for us all the same."""
    if WRONG_PLACE.search(text) is None or not found <= PASSING:
        return False
    return not (heard.has_challenge or set(heard.intents) & ASKS_US or heard.contact.phone or FOR_US.search(text))


def _is_business(text: str) -> bool:
    """Say whether they write for the press, or to sell our product; who wants a quote buys, whatever their trade."""
    return PRESS.search(text) is not None or (TRADE.search(text) is not None and not words.QUOTE.search(text))


def _none_of_these(text: str) -> frozenset[Situation]:
    """Return what somebody is not who says what they are: a student sells nothing, a dealer is no customer, unless ours
    fails them, and sells nothing to us.
    """
    student = {Situation.PITCH} if STUDENT.search(text) else set()
    if not _is_business(text):
        return frozenset(student)
    fails = set() if is_support(text) else {Situation.SUPPORT}
    ours = PRESS.search(text) or (SELLS_OURS.search(text) and not words.OFFERS.search(text))
    return frozenset(student | fails | ({Situation.PITCH} if ours else set()) | {Situation.JOB})


def _special(heard: Understanding, text: str, *, intents: set[str], asked: str | None) -> Iterator[Situation]:
    if emergency(text):
        yield Situation.EMERGENCY
    if CLOSES.match(text) or (asked is None and MISTAKEN.match(text)):
        yield Situation.REFUSAL
    if threatens(heard, text):
        yield Situation.THREAT
    if special.NO_AI.search(special.YOU_ARE_NO_AI.sub(" ", text)):
        yield Situation.NO_AI
    if spoken(text) is not None:
        yield Situation.LANGUAGE
    if studies(text) and "job_application" not in intents:
        yield Situation.STUDENT
    if special.COMPETITOR.search(text):
        yield Situation.COMPETITOR
    yield from _no_buyer(text)


def _no_buyer(text: str) -> Iterator[Situation]:
    """Yield what somebody wants who asks for work, for an interview, or to sell our product."""
    if HIRES.search(text):
        yield Situation.JOB
    if _is_business(text):
        yield Situation.BUSINESS


def _wishes(heard: Understanding, text: str, *, intents: set[str], dropped: bool) -> Iterator[Situation]:
    yield from _papers(heard, text)
    if heard.is_customer:
        yield Situation.CUSTOMER
    asks_when = special.WHEN.search(text) is not None and not asks_how_soon_support_answers(text)
    meeting = not dropped and (heard.meeting is not None or "request_demo_meeting" in intents)
    by_phone = words.CALLS.search(text) is not None
    if wishes_call(heard.callback, asks_when=asks_when) and (by_phone or not meeting):
        yield Situation.CALL
    if heard.meeting is not None and not by_phone and not dropped:
        yield Situation.MEETING
    if not heard.only_thanks:
        yield from (
            found for intent, found in BY_WISH if intent in intents and (meeting or found is not Situation.MEETING)
        )
    if asks_when:
        yield Situation.WHEN
    if heard.postpones:
        yield Situation.LATER


def _papers(heard: Understanding, text: str) -> Iterator[Situation]:
    yield from (found for wording, found in BY_WORDS if wording.search(text))
    if heard.quote is not None:
        yield Situation.QUOTE
    if wishes_to_order(text):
        yield Situation.ORDER
    if special.APPROVAL_PACK.search(text) and not special.NOT_A_PACK.search(text):
        yield Situation.APPROVAL_PACK


def _told(heard: Understanding, text: str, *, intents: set[str], looks: bool) -> Iterator[Situation]:
    """Yield what is asked and told; at least one, so that a turn always has a situation."""
    if heard.asks_who and not intents & (QUESTIONS - {"ask_product"}) and not intents & GIVEN:
        yield Situation.IDENTITY
    off_topic = special.OFF_TOPIC.search(text) is not None and not intents & (QUESTIONS - {"ask_product"} | GIVEN)
    aside = only_aside(text)
    interested = INTERESTED.match(text) is not None
    if interested:
        yield Situation.INFORMATION
    if intents & QUESTIONS and not interested and not off_topic and not heard.only_thanks and not aside:
        yield Situation.QUESTION
    if intents & GIVEN or heard.has_challenge or heard.declines or heard.refuses:
        yield Situation.INFORMATION
    channel = heard.callback is not None and heard.callback.method in ("none", "email")
    if channel or heard.timing.kind not in ("none", "past"):
        yield Situation.INFORMATION
    thanks = special.THANKS.match(text) and not intents & (QUESTIONS | GIVEN)
    if heard.only_thanks or thanks or special.PARTS.search(text) or HAS_COME.match(text):
        yield Situation.THANKS
    if "smalltalk" in intents or aside or looks:
        yield Situation.SMALLTALK
    yield Situation.OFF_TOPIC if off_topic else Situation.UNCLEAR
