"""Which kind of turn this is, before anything is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.conversation import situation_words as words
from app.conversation import special_words as special
from app.conversation.spoken import spoken
from app.understanding.facts import Callback, Understanding
from app.understanding.normal import normalise


class Situation(StrEnum):
    """The most pressing first; exactly one comes first in a turn."""

    CRISIS = "crisis"
    ABUSE = "abuse"
    OPT_OUT = "opt_out"
    THREAT = "threat"
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
    REFUSAL = "refusal"
    CUSTOMER = "customer"
    DISCOUNT = "discount"
    QUOTE = "quote"
    QUESTIONNAIRE = "questionnaire"
    APPROVAL_PACK = "approval_pack"
    CALL = "call"
    MEETING = "meeting"
    DOCUMENT = "document"
    WHEN = "when"
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
BY_CHOICE = {"quote": Situation.QUOTE, "meeting": Situation.MEETING, "document": Situation.DOCUMENT}
QUESTIONS = frozenset({"ask_product", "ask_price", "ask_case_study", "ask_integration", "ask_security"})
GIVEN = frozenset({"give_contact", "give_timing", "give_challenge"})

BUYERS = frozenset({"ask_price", "ask_product", "ask_case_study", "request_document", "request_demo_meeting"})

SENTENCE = re.compile(r"[^。．.!！?？\n]+[。．.!！?？\n]*")
PERSON_AT_ONCE = frozenset(
    {
        Situation.CRISIS,
        Situation.ABUSE,
        Situation.THREAT,
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
)  # nothing said beside these counts as a wish

NO_PROSPECT = UNWELCOME | {
    Situation.THREAT,
    Situation.COMPLAINT,
    Situation.SUPPORT,
    Situation.STUDENT,
    Situation.COMPETITOR,
    Situation.REFUSAL,
    Situation.IDENTITY,
    Situation.THANKS,
    Situation.OFF_TOPIC,
}  # what is said in these tells nothing of a purchase: no problem to solve, no time, no role
STAYS: Mapping[str, Situation] = {"sales_pitch": Situation.PITCH, "job_applicant": Situation.JOB}
LOOKS_IN = (special.LOOKS_AROUND, special.PLAYS, special.FILLER)
AMBIGUOUS = frozenset({Situation.DOCUMENT, Situation.MEETING, Situation.CALL})  # "may I send you ...", "shall we meet"
TELLS = frozenset({Situation.QUESTION, Situation.INFORMATION, Situation.SMALLTALK, Situation.UNCLEAR})


def read(heard: Understanding, text: str, *, asked: str | None) -> Reading:
    """Return what a turn is about; `asked` is what our last reply asked for."""
    found = tuple(dict.fromkeys(_all(heard, normalise(text).text, asked=asked)))
    first = min(found, key=tuple(Situation).index)
    beside = frozenset() if first in UNWELCOME else frozenset(found) - {first, Situation.UNCLEAR}
    return Reading(first, beside)


def reading_of(kind: str, reading: Reading) -> Reading:
    """Return a reading for a lead of this kind: who sells or seeks a job goes on with that, in the words of a buyer."""
    first = STAYS.get(kind)
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
    return words.NO_THANKS.search(text) is not None and _is_only_a_refusal(text)


def only_aside(text: str) -> bool:
    """Say whether every sentence is about this talk itself, and none asks or tells anything."""
    sentences = SENTENCE.findall(text)
    return bool(sentences) and all(special.ASIDE.search(sentence.strip()) for sentence in sentences)


def wishes_call(callback: Callback | None, *, asks_when: bool) -> bool:
    """Say whether a call is wished, by the word or by a day or time; who only asks when it comes wishes for none."""
    if callback is None or callback.method in ("none", "email"):
        return False
    timed = bool(callback.day or callback.start or callback.end)
    return timed or (callback.method == "phone" and not asks_when)


def _all(heard: Understanding, text: str, *, asked: str | None) -> Iterator[Situation]:
    if heard.crisis:
        yield Situation.CRISIS
    intents = set(heard.intents)
    no_calls = heard.callback is not None and heard.callback.method == "none"
    rest = _without_calls(text) if no_calls else text
    if _is_only_a_refusal(text) or (no_calls and not words.STOP.search(rest)):
        intents.discard("opt_out")
    if special.COMPETITOR.search(text):
        intents.discard("spam_or_sales_pitch")
    chosen_another = heard.turns_down or words.NO_INTEREST.search(text) is not None
    if _only_calls(heard, text) or (heard.asks_who and not special.WISHES_A_PERSON.search(text)):
        intents.discard("request_human")
    if special.ASKS_AGAIN.search(text):
        intents.discard("complaint")
    for intent, found in BY_INTENT:
        buys = found is Situation.SUPPORT and intents & BUYERS
        if intent in intents and not buys and not (found is Situation.PITCH and chosen_another):
            yield found
    yield from _special(heard, text, intents=intents)
    if (heard.turns_down or _refuses(rest, asked=asked)) and not intents & (
        QUESTIONS if chosen_another else QUESTIONS | GIVEN
    ):
        yield Situation.REFUSAL
    yield from _wishes(heard, text, intents=intents)
    yield from _told(heard, text, intents=intents)


def _only_calls(heard: Understanding, text: str) -> bool:
    """Say whether a person is wanted on the telephone, later, and not here and now."""
    asks_when = special.WHEN.search(text) is not None
    return (asks_when or wishes_call(heard.callback, asks_when=False)) and not special.TALK_TO_A_PERSON.search(text)


def _special(heard: Understanding, text: str, *, intents: set[str]) -> Iterator[Situation]:
    if special.THREAT.search(text):
        yield Situation.THREAT
    if special.NO_AI.search(special.YOU_ARE_NO_AI.sub(" ", text)):
        yield Situation.NO_AI
    if spoken(text) is not None:
        yield Situation.LANGUAGE
    if special.STUDENT.search(text) and "job_application" not in intents:
        yield Situation.STUDENT
    if special.COMPETITOR.search(text):
        yield Situation.COMPETITOR


def _wishes(heard: Understanding, text: str, *, intents: set[str]) -> Iterator[Situation]:
    if heard.is_customer:
        yield Situation.CUSTOMER
    if words.DISCOUNT.search(text):
        yield Situation.DISCOUNT
    if words.QUOTE.search(text) or heard.quote is not None:
        yield Situation.QUOTE
    if special.QUESTIONNAIRE.search(text):
        yield Situation.QUESTIONNAIRE
    if special.APPROVAL_PACK.search(text) and not special.NOT_A_PACK.search(text):
        yield Situation.APPROVAL_PACK
    asks_when = special.WHEN.search(text) is not None
    if wishes_call(heard.callback, asks_when=asks_when):
        yield Situation.CALL
    for intent, found in BY_WISH:
        if intent in intents and not heard.only_thanks:
            yield found
    if asks_when:
        yield Situation.WHEN


def _told(heard: Understanding, text: str, *, intents: set[str]) -> Iterator[Situation]:
    """Yield what is asked and told; at least one, so that a turn always has a situation."""
    if heard.asks_who and not intents & (QUESTIONS - {"ask_product"}) and not intents & GIVEN:
        yield Situation.IDENTITY
    off_topic = special.OFF_TOPIC.search(text) is not None and not intents & (QUESTIONS - {"ask_product"} | GIVEN)
    aside = only_aside(text)
    if intents & QUESTIONS and not off_topic and not heard.only_thanks and not aside:
        yield Situation.QUESTION
    if intents & GIVEN or heard.has_challenge or heard.declines or heard.refuses:
        yield Situation.INFORMATION
    no_calls = heard.callback is not None and heard.callback.method == "none"
    if no_calls or heard.timing.kind not in ("none", "past"):
        yield Situation.INFORMATION
    thanks = special.THANKS.match(text) and not intents & (QUESTIONS | GIVEN)
    if heard.only_thanks or thanks or special.PARTS.search(text):
        yield Situation.THANKS
    if "smalltalk" in intents or aside or any(one.search(text) for one in LOOKS_IN):
        yield Situation.SMALLTALK
    yield Situation.OFF_TOPIC if off_topic else Situation.UNCLEAR


def _without_calls(text: str) -> str:
    """Return what is said beside "do not call me": that alone is neither a no to us nor to our mails."""
    parts = SENTENCE.findall(text)
    return "".join(part for part in parts if not words.CALLS.search(part) or words.WRITING.search(part))


def _is_only_a_refusal(text: str) -> bool:
    """Say whether "no, thank you" is all that is said: it ends a conversation, not all contact for ever."""
    refused = words.NO_INTEREST.search(text) or words.NO_THANKS.search(text)
    return bool(refused) and not words.STOP.search(text)


def _refuses(text: str, *, asked: str | None) -> bool:
    return bool(words.NO_INTEREST.search(text) or (asked is None and words.NO_THANKS.search(text)))
