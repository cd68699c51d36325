"""What a turn asks for beside a no, a pitch or an application: the parts of it that stand for themselves. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.conversation import situation_words as words
from app.understanding.facts import ContactData, Timing, Understanding
from app.understanding.intents import read_intents
from app.understanding.normal import normalise

SENTENCE = re.compile(r"[^。．.!！?？\n]+[。．.!！?？\n]*")
MOST = 24  # sentences to be read one by one: more are no message to us
NOES = (words.NO_INTEREST, words.NO_THANKS, words.NEEDS_NONE)
PLAINLY_BUYING = frozenset({"request_quote", "ask_price", "ask_case_study", "ask_integration", "ask_security"})


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that are read one by one: of a very long one its beginning and its end."""
    found = SENTENCE.findall(text)
    return found if len(found) <= MOST else [*found[: MOST // 2], *found[-MOST // 2 :]]


def intents_of(text: str) -> frozenset[str]:
    """Return what a part of a turn asks for; what it tells is not looked for."""
    plain = normalise(text).text
    return frozenset(read_intents(plain, timing=Timing(), challenges=(), contact=ContactData(), asked=None))


def without_refusals(text: str) -> str:
    """Return what is said beside what is refused, or was had already: "no demo, but send the brochure" is a wish.

    A Japanese refusal ends its clause, an English one begins it.
    """
    if not says_no(text, *NOES):
        return text
    return " ".join(left for part in _parts(text) if (left := _left_of(part).strip()))


def asks(text: str) -> bool:
    """Say whether something is asked for, and not only named."""
    return words.ASKS.search(text) is not None


def takes_it_back(text: str) -> bool:
    """Say whether the last word is a no to what was asked before it ("please quote. Actually, never mind")."""
    *before, last = list(_parts(text)) or [""]
    return bool(before) and words.TAKES_BACK.search(last) is not None and says_no(last, *NOES)


def says_no(text: str, *patterns: re.Pattern[str]) -> bool:
    """Say whether one of the parts says no in these words; a question does not."""
    return any(one.search(part) for part in _parts(text) if not words.QUESTION.search(part) for one in patterns)


def buys_beside(heard: Understanding, text: str, *, label: str) -> frozenset[str]:
    """Return what a buyer would ask or tell beside what reads as a pitch or an application, by intent.

    Who sells asks for a talk, names prices and sends documents as well; to ask for our price or a quote, and a problem
    of one's own, are a buyer's.
    """
    parts = sentences(text)
    own = [one for one in parts if asks(one) and not words.OF_A_JOB.search(one) and not words.OFFERS.search(one)]
    bought = [intents for one in own if label not in (intents := intents_of(one) | _quote(one))]
    found = {intent for intents in bought for intent in intents & PLAINLY_BUYING}
    troubles = [part for part in parts for one in heard.challenges if one.span in part]
    theirs = any(words.YOU.search(one) is None and (not one.isascii() or words.WE.search(one)) for one in troubles)
    offers = any(words.OFFERS.search(one) for one in parts)
    return frozenset(found | {"give_challenge"} if theirs and not offers else found)


def _quote(sentence: str) -> frozenset[str]:
    return frozenset({"request_quote"} if words.QUOTE.search(sentence) else ())


def _parts(text: str) -> Iterator[str]:
    for sentence in SENTENCE.findall(text):
        yield from words.BREAK.split(sentence)


def _left_of(part: str) -> str:
    if words.QUESTION.search(part):
        return part
    noes = [found for refusal in NOES if (found := refusal.search(part))]
    if not noes:
        return "" if words.HAD_ALREADY.search(part) else part
    english = min(noes, key=lambda one: one.start())
    if not english.group().isascii():
        return part[max(one.end() for one in noes) :]
    goes_on = words.AND_WISHES.match(part, english.end())
    return part[: english.start()] + (f" {part[goes_on.end() :]}" if goes_on else "")
