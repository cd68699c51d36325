"""Which kind of turn this is, before anything is said. Pure."""

from __future__ import annotations

import re
from enum import StrEnum

from app.understanding.facts import Understanding

DISCOUNT = re.compile(
    r"値引|割引|値下げ|安くし|安くなり|まけて|\bdiscount|\bcheaper\b|\bbetter price|\bknock .{0,12}off", re.I
)
QUOTE = re.compile(r"見積|\bquot(?:e|ation)\b|\bestimate\b", re.I)
REFUSAL = re.compile(
    r"間に合ってい|結構です|必要ありません|要らない|いらないです|不要です|見送り|"
    r"no,? thank|not interested|we'?re (?:all )?set|not needed",
    re.I,
)


class Situation(StrEnum):
    """The most pressing first; exactly one holds for a turn."""

    CRISIS = "crisis"
    ABUSE = "abuse"
    OPT_OUT = "opt_out"
    COMPLAINT = "complaint"
    SUPPORT = "support"
    HUMAN = "human"
    INJECTION = "injection"
    JOB = "job"
    PITCH = "pitch"
    REFUSAL = "refusal"
    DISCOUNT = "discount"
    QUOTE = "quote"
    MEETING = "meeting"
    DOCUMENT = "document"
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
QUESTIONS = frozenset({"ask_product", "ask_price", "ask_case_study", "ask_integration", "ask_security"})
GIVEN = frozenset({"give_contact", "give_timing", "give_challenge"})

BUYERS = frozenset({"ask_price", "ask_product", "ask_case_study", "request_document", "request_demo_meeting"})

PERSON_AT_ONCE = frozenset(
    {Situation.CRISIS, Situation.ABUSE, Situation.COMPLAINT, Situation.SUPPORT, Situation.HUMAN, Situation.DISCOUNT}
)


def situation(heard: Understanding, text: str, *, asked: str | None) -> Situation:
    """Return the situation of a turn; `asked` is what our last reply asked for."""
    if heard.crisis:
        return Situation.CRISIS
    intents = set(heard.intents)
    for intent, found in BY_INTENT:
        if intent in intents and not (found is Situation.SUPPORT and intents & BUYERS):
            return found
    if asked is None and REFUSAL.search(text) and not intents & (QUESTIONS | GIVEN):
        return Situation.REFUSAL
    return _wish(heard, text, intents=intents)


def _wish(heard: Understanding, text: str, *, intents: set[str]) -> Situation:
    if DISCOUNT.search(text):
        return Situation.DISCOUNT
    if QUOTE.search(text):
        return Situation.QUOTE
    for intent, found in BY_WISH:
        if intent in intents:
            return found
    if intents & QUESTIONS:
        return Situation.QUESTION
    if intents & GIVEN or heard.has_challenge or heard.declines or heard.timing.kind not in ("none", "past"):
        return Situation.INFORMATION
    return Situation.SMALLTALK if "smalltalk" in intents else Situation.UNCLEAR
