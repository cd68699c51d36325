"""Which kind of turn this is, before anything is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from app.conversation import situation_words as words
from app.understanding.facts import Understanding


class Situation(StrEnum):
    """The most pressing first; exactly one holds for a turn."""

    CRISIS = "crisis"
    ABUSE = "abuse"
    OPT_OUT = "opt_out"
    COMPLAINT = "complaint"
    SUPPORT = "support"
    HUMAN = "human"
    INJECTION = "injection"
    LANGUAGE = "language"
    JOB = "job"
    PITCH = "pitch"
    REFUSAL = "refusal"
    DISCOUNT = "discount"
    QUOTE = "quote"
    MEETING = "meeting"
    DOCUMENT = "document"
    IDENTITY = "identity"
    QUESTION = "question"
    INFORMATION = "information"
    SMALLTALK = "smalltalk"
    UNCLEAR = "unclear"


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
    {Situation.CRISIS, Situation.ABUSE, Situation.COMPLAINT, Situation.SUPPORT, Situation.HUMAN, Situation.DISCOUNT}
)


def situation(heard: Understanding, text: str, *, asked: str | None) -> Situation:
    """Return the situation of a turn; `asked` is what our last reply asked for."""
    if heard.crisis:
        return Situation.CRISIS
    intents = set(heard.intents)
    no_calls = heard.callback is not None and heard.callback.method == "none"
    rest = _without_calls(text) if no_calls else text
    if _is_only_a_refusal(text) or (no_calls and not words.STOP.search(rest)):
        intents.discard("opt_out")
    chosen_another = words.NO_INTEREST.search(text) is not None
    for intent, found in BY_INTENT:
        buys = found is Situation.SUPPORT and intents & BUYERS
        if intent in intents and not buys and not (found is Situation.PITCH and chosen_another):
            return found
    if _is_foreign(text):
        return Situation.LANGUAGE
    if _refuses(rest, asked=asked) and not intents & (QUESTIONS if chosen_another else QUESTIONS | GIVEN):
        return Situation.REFUSAL
    return _wish(heard, text, intents=intents)


def with_choices(found: Situation, wants: Iterable[str]) -> Situation:
    """Return the more pressing of what the words say and what was chosen in a form (`wants`, by our codes)."""
    chosen = [BY_CHOICE[want] for want in wants if want in BY_CHOICE]
    return min((found, *chosen), key=tuple(Situation).index)


def asks_who_answers(text: str) -> bool:
    """Say whether the prospect wants to know if a person or software is writing."""
    return words.ABOUT_US.search(text) is not None


def declines(text: str) -> bool:
    """Say whether the text, as an answer to our question, politely refuses to give one."""
    return words.NO_THANKS.search(text) is not None and _is_only_a_refusal(text)


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


def _is_foreign(text: str) -> bool:
    """Say whether the text is surely in a language that we do not answer in."""
    if words.KANA.search(text):
        return False
    letters = [c for c in text if c.isalpha()]
    if len(words.FOREIGN_LETTERS.findall(text)) > len(letters) / 2 or len(set(words.CHINESE_WORDS.findall(text))) > 1:
        return True
    spoken = re.findall(r"[^\W\d_]+", text.casefold())
    foreign = sum(word in words.FOREIGN_WORDS for word in spoken)
    return foreign > 1 and foreign >= len(spoken) * words.FOREIGN_FROM


def _wish(heard: Understanding, text: str, *, intents: set[str]) -> Situation:
    if words.DISCOUNT.search(text):
        return Situation.DISCOUNT
    if words.QUOTE.search(text):
        return Situation.QUOTE
    for intent, found in BY_WISH:
        if intent in intents:
            return found
    if asks_who_answers(text) and not intents & (QUESTIONS - {"ask_product"}) and not intents & GIVEN:
        return Situation.IDENTITY
    if intents & QUESTIONS:
        return Situation.QUESTION
    if intents & GIVEN or heard.has_challenge or heard.declines or heard.timing.kind not in ("none", "past"):
        return Situation.INFORMATION
    return Situation.SMALLTALK if "smalltalk" in intents else Situation.UNCLEAR
