"""Our first sentence: true on its own, chosen after the rules' intent pass, before any model speaks. Pure."""

from __future__ import annotations

from app.conversation.salutation import company_in_full, short_company
from app.conversation.situations import Situation
from app.conversation.turn_facts import Channel
from app.core.templating import Texts
from app.understanding.facts import Understanding

OWN_LINE = frozenset(
    {
        Situation.CRISIS,
        Situation.ABUSE,
        Situation.OPT_OUT,
        Situation.COMPLAINT,
        Situation.SUPPORT,
        Situation.HUMAN,
        Situation.MEETING,
        Situation.DOCUMENT,
        Situation.QUOTE,
        Situation.UNCLEAR,
    }
)
NO_MIRROR = frozenset(
    {Situation.INJECTION, Situation.JOB, Situation.PITCH, Situation.REFUSAL, Situation.SMALLTALK}
    | {Situation.IDENTITY, Situation.LANGUAGE}
)
MIRRORED = ("ask_price", "ask_case_study", "ask_integration", "ask_security", "ask_product")


def opener(
    texts: Texts,
    heard: Understanding,
    situation: Situation,
    *,
    channel: Channel = "chat",
    company: str = "",
) -> str:
    """Return the opener in the prospect's language; it always says that an AI answers, in a mail that of `company`."""
    which = _which(heard, situation)
    if channel == "email":
        name = short_company(company) if heard.lang == "en" else company_in_full(company)
        return texts(heard.lang, f"opener.mail.{which}", company=name)
    return texts(heard.lang, f"opener.{which}")


def _which(heard: Understanding, situation: Situation) -> str:
    if situation in OWN_LINE:
        return situation.value
    if situation in NO_MIRROR:
        return Situation.UNCLEAR.value
    if heard.has_challenge:
        return "challenge"
    return next((intent for intent in MIRRORED if intent in heard.intents), "question")
