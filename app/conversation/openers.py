"""Our first sentence: true on its own, chosen after the rules' intent pass, before any model speaks. Pure."""

from __future__ import annotations

from app.conversation.interest_words import INTERESTED
from app.conversation.salutation import company_in_full, short_company
from app.conversation.situations import Situation
from app.conversation.turn_facts import Channel
from app.conversation.turn_words import WISHES_A_TRIAL
from app.conversation.variants import Voice
from app.core.templating import Texts
from app.understanding.facts import Understanding

MIRRORED = ("ask_price", "ask_case_study", "ask_integration", "ask_security", "ask_product")

TRIES = frozenset({Situation.MEETING, Situation.QUESTION, Situation.SMALLTALK, Situation.UNCLEAR})


def opener(
    texts: Texts,
    heard: Understanding,
    situation: Situation,
    *,
    channel: Channel = "chat",
    company: str = "",
    seed: str = "",
) -> str:
    """Return the opener in the prospect's language; it always says that an AI answers, in a mail that of `company`.

    `seed` is what they wrote: it chooses among the variants, without one it is the first, and tells a trial.
    """
    voice, which = Voice(texts, heard.lang, seed=seed), _which(heard, situation, seed)
    if channel == "email":
        name = short_company(company) if heard.lang == "en" else company_in_full(company)
        return voice.say(f"opener.mail.{which}", company=name)
    return voice.say(f"opener.{which}")


def _which(heard: Understanding, situation: Situation, text: str) -> str:
    """Return the situation, or what a question or a piece of information is about."""
    if situation in TRIES and heard.meeting is None and WISHES_A_TRIAL.search(text):
        return "trial"
    if situation is Situation.INFORMATION and INTERESTED.match(text):
        return "interest"
    if situation in (Situation.QUESTION, Situation.INFORMATION):
        if heard.has_challenge:
            return "challenge"
        return next((intent for intent in MIRRORED if intent in heard.intents), situation.value)
    return situation.value
