"""Which intents a turn means: what its words bear out of what was heard, a limited no, a doubtful reading. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from app.conversation import situation_words as words
from app.conversation import special_words as special
from app.conversation.beside_a_no import MOST, asks, buys_beside, intents_of, says_no, sentences
from app.conversation.spoken import spoken
from app.conversation.turn_words import WISHES_A_TRIAL
from app.understanding.facts import Callback, Understanding
from app.understanding.normal import normalise
from app.understanding.questions import asks_in_form

QUESTIONS = frozenset({"ask_product", "ask_price", "ask_case_study", "ask_integration", "ask_security"})
GIVEN = frozenset({"give_contact", "give_timing", "give_challenge"})

WISHES = frozenset({"request_demo_meeting", "request_document"})
BUYING = frozenset({"ask_price", "ask_product", "ask_case_study"}) | WISHES
ASKING = QUESTIONS | WISHES
HIDING = frozenset({"prompt_injection", "spam_or_sales_pitch", "job_application"})  # read as if they stood alone
ASKS_FOR_SUPPORT = re.compile(
    r"サポート(?:窓口|センター|デスク)?(?:は)?(?:こちら|ここ)?(?:です|でしょう|で(?:いい|よろし|合って)\w*)か|\bis "
    r"(?:this|that) (?:the |your )?(?:\w+ )?(?:support|help ?desk)\b",
    re.I,
)
CLAUSE = re.compile(r"[^。．.!！?？\n、,]+[。．.!！?？\n、,]*")


def wishes_call(callback: Callback | None, *, asks_when: bool = False) -> bool:
    """Say whether a call is wished, by the word or by a day or time; who only asks when it comes wishes for none."""
    if callback is None or callback.method in ("none", "email"):
        return False
    timed = bool(callback.day or callback.start or callback.end or callback.in_minutes)
    return timed or (callback.method == "phone" and not asks_when)


def as_far_as_wished(heard: Understanding, text: str, rest: str) -> Understanding:
    """Return what was heard without the quote or the call that is named only to be refused."""
    if words.QUOTE.search(text) and not words.QUOTE.search(rest):
        heard = replace(heard, quote=None)
    if wishes_call(heard.callback) and words.CALLS.search(text) and not words.CALLS.search(rest):
        heard = replace(heard, callback=None)
    return heard


def meant(heard: Understanding, text: str, rest: str) -> set[str]:
    """Return the intents that the words bear out, and what they ask for beside a refusal (`rest`)."""
    asked = set(heard.intents) if rest == text else set(heard.intents) - ASKING | intents_of(rest) & ASKING
    intents = _with_a_no_to_all(heard, text, _without_doubtful(heard, text, asked))
    if special.COMPETITOR.search(text) or _decided(heard, text):
        intents.discard("spam_or_sales_pitch")
    if _only_calls(heard, text) or (heard.asks_who and not special.WISHES_A_PERSON.search(text)):
        intents.discard("request_human")
    if special.ASKS_AGAIN.search(text) or heard.only_thanks:
        intents.discard("complaint")
    if "existing_customer_support" in intents and special.TOLD_BEFORE.search(text):
        intents = intents | {"complaint"}
    if intents & BUYING and not ASKS_FOR_SUPPORT.search(text):
        intents.discard("existing_customer_support")
    if "abusive" in intents and "opt_out" not in intents and special.GRIEVANCE.search(text):
        intents = intents - {"abusive"} | {"complaint"}
    return intents


def _without_doubtful(heard: Understanding, text: str, intents: set[str]) -> set[str]:
    """Return the intents without a pitch or application of somebody who buys, or an order that is none to us.

    Our words and weights know our languages only.
    """
    if spoken(text) is not None:
        return intents - HIDING
    chats_or_wishes = special.OFF_TOPIC.search(text) or special.WHEN.search(text) or wishes_call(heard.callback)
    if chats_or_wishes and not special.ORDERS.search(text):
        intents = intents - {"prompt_injection"}
    for doubtful in ("spam_or_sales_pitch", "job_application"):
        if doubtful in intents and (bought := buys_beside(heard, text, label=doubtful)):
            intents = _without(doubtful, intents, text) | bought
    return intents


def _with_a_no_to_all(heard: Understanding, text: str, intents: set[str]) -> set[str]:
    """Return the intents without an opt-out that is a lesser no, or with one that another intent hid."""
    if "opt_out" in intents and not _opts_out(heard, text):
        return _without("opt_out", intents, text)
    if words.STOP_US.search(text) and _opts_out(heard, text):
        return intents | {"opt_out"}
    if (intents & HIDING or heard.turns_down) and _stops(text):
        stops = [one for one in CLAUSE.findall(text) if _stops(one)]
        said = {found for one in stops[:MOST] for found in intents_of(one)}
        return intents | said & {"opt_out"}
    return intents


def _without(label: str, intents: set[str], text: str) -> set[str]:
    """Return the intents without one that hid all others, and with what the sentences that are none of it say."""
    asked = (intents_of(one) for one in sentences(text))
    return intents - {label} | {
        intent for one in asked if label not in one for intent in one - HIDING - {"unclear", "smalltalk"}
    }


def _opts_out(heard: Understanding, text: str) -> bool:
    """Say whether all messages are refused: a no to the offer, to calls, or beside trouble of their own, is less."""
    if is_only_a_refusal(text) or (WISHES_A_TRIAL.search(text) and not _stops(text)):
        return False
    call = heard.callback
    limited = call is not None and call.method in ("none", "email") and words.CALLS.search(text)
    if limited and not _stops(_without_calls(text)):
        return False
    reachable = heard.contact.email or heard.contact.phone
    if _only_marketing(text) or (reachable and words.NO_SPAM.search(text) and not words.STOP_ALL.search(text)):
        return False
    if _stops(text):
        return words.STOP_ALL.search(text) is not None or not wishes_call(call)
    asks_beside = _without("opt_out", set(), text) & ASKING
    return not (asks_beside or heard.has_challenge or wishes_call(call))


def _only_marketing(text: str) -> bool:
    """Say whether newsletters or sales calls are refused by somebody who asks for something in the same breath."""
    clauses = CLAUSE.findall(text)
    stops = [one for one in clauses if _stops(one)]
    rest = "".join(one for one in clauses if one not in stops)
    marketing = bool(stops) and all(words.MARKETING.search(one) for one in stops[:MOST])
    return marketing and asks(rest) and bool(intents_of(rest) & ASKING)


def _stops(text: str) -> bool:
    return words.STOP.search(text) is not None


def threatens(heard: Understanding, text: str) -> bool:
    """Say whether they threaten us with a court, the public or violence."""
    return heard.threatens or any(map(_is_threat, sentences(text)))


def _is_threat(sentence: str) -> bool:
    """Say whether a sentence is a threat by its words: no plain question is one, nor a lawyer who reads a contract."""
    found = special.THREAT.search(sentence)
    if found is None or (asks_in_form(normalise(sentence).text) and not special.DARES_US.search(sentence)):
        return False
    signs = special.THEY_SIGN.search(sentence) and not special.ENDS_IT.search(sentence)
    return special.LAWYER.search(found.group()) is None or not signs


def _decided(heard: Understanding, text: str) -> bool:
    return heard.turns_down or says_no(text, words.NO_INTEREST)


def declines_the_offer(heard: Understanding, text: str, *, asked: str | None) -> bool:
    """Say whether the words turn us down; "no, thank you" to a question of ours (`asked`) does not."""
    rest = _without_calls(text) if heard.callback is not None and heard.callback.method == "none" else text
    return _decided(heard, rest) or (asked is None and says_no(rest, words.NO_THANKS))


def tells_of_a_need(heard: Understanding, text: str, intents: set[str]) -> bool:
    """Say whether what is told outweighs a no; after a decision against us only trouble does, and not after any."""
    if heard.turns_down:
        return False
    troubled = any(not words.NO_INTEREST.search(one.span) for one in heard.challenges)  # "not a fit" is no trouble
    return troubled or bool(intents & GIVEN and not _decided(heard, text))


def _only_calls(heard: Understanding, text: str) -> bool:
    """Say whether a person is wanted later, on the telephone or at a meeting, and not here and now."""
    later = special.WHEN.search(text) or wishes_call(heard.callback) or heard.meeting
    return bool(later) and not special.TALK_TO_A_PERSON.search(text)


def _without_calls(text: str) -> str:
    """Return what is said beside "do not call me": that alone is neither a no to us nor to our mails."""
    parts = CLAUSE.findall(text)
    return "".join(part for part in parts if not words.CALLS.search(part) or words.WRITING.search(part))


def is_only_a_refusal(text: str) -> bool:
    """Say whether "no, thank you" is all that is said: it ends a conversation, not all contact for ever."""
    return says_no(text, words.NO_INTEREST, words.NO_THANKS) and not _stops(text)
