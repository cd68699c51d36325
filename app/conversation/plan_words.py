"""Whose words the plan may say back, and how: the prospect's own words, name and problem. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.conversation.guard_claims import read_claims
from app.conversation.guard_figures import spelled
from app.conversation.quoting import harmless
from app.conversation.salutation import called
from app.conversation.slots import KNOWN
from app.conversation.turn_facts import TurnFacts
from app.conversation.turn_words import ASKS_WHO_MADE_IT, MEANS_THE_CHAT, MOOD

LONGEST_MIRROR = 160  # a longer quotation is not a mirror any more
LONGEST_QUESTION = 60
QUESTION_END = "?？。.!！ \n"
TAIL = re.compile(
    r"(?:という)?(?:こと|点)?(?:です|でございます)?$|(?:ので|ん(?:です|だ)(?:けど|けれど|が)?)$|と(?:考えて|思って)(?:い|おり)ます$"
    r"|,? (?:and )?that[’']s (?:the|our|my) (?:main |biggest |real )?(?:pain|problem|issue|one|thing)$"
)  # no part of what is told
AND_SO = re.compile(r"くて$")  # as a sentence ends that is not finished
LEAD_IN = re.compile(
    r"^(?:(?:なんか|なんだか|何だか|えっと|ええと|あのう?|実は|うーん|まあ)[、,\s]*)+"
    r"|^(?:well,? |mostly,? |so,? )*(?:(?:(?:the|our|my) )?(?:main|biggest|real) (?:headache|problem|pain|issue"
    r"|challenge) ?[:：]|(?:it[’']s|it is|this is|mostly|mainly)?(?: all)? ?about|(?:the"
    r"|our) (?:main |biggest |real )?(?:problem|issue|challenge)"
    r" is(?: that)?) +",
    re.I,
)
LISTED: Mapping[str, str] = {"ja": "、", "en": ", "}


def mirrored(facts: TurnFacts) -> str | None:
    """Return the prospect's own words for their problem, if they may be repeated.

    Nobody's words go to an address that somebody else may have typed.
    """
    cell = facts.grid.get("challenge")
    if not facts.verified or cell is None or cell.status not in KNOWN:
        return None
    told = MOOD.sub("", (cell.quote or "").rstrip("。．.!！ "))
    quote = AND_SO.sub("い", LEAD_IN.sub("", TAIL.sub("", told)))
    return quote if len(quote) <= LONGEST_MIRROR and repeatable(quote) else None


def quotable(question: str, facts: TurnFacts) -> str:
    """Return a question of theirs as it may be named beside its answer; "" if it may not."""
    if len(question) > 2 * LONGEST_QUESTION or not facts.verified:
        return ""
    words = repeatable(question.strip().rstrip(QUESTION_END))
    return words if len(words) <= LONGEST_QUESTION else ""


def repeatable(words: str) -> str:
    """Return words of the prospect if we may say them: no order, link or address, nothing that looks like agreeing."""
    claims = read_claims(spelled(words))
    agrees = claims.promises or claims.codes
    return "" if "\n" in words or agrees or harmless(words, hosts=frozenset()) != words else words


def asks_who_made_it(text: str, facts: TurnFacts) -> bool:
    """Say whether words of the turn ask whose software this chat is; after our word on it, naming the chat does."""
    told = {"maker", "identity"} & set(facts.memory.last_acts)
    return bool(ASKS_WHO_MADE_IT.search(text) or (told and MEANS_THE_CHAT.search(text)))


def name_told(facts: TurnFacts) -> str:
    """Return how to call whoever tells their name in this turn of a chat, "" for nobody; letters have a salutation."""
    name = facts.heard.contact.name
    told = name is not None and "name" in facts.learned and facts.channel == "chat" and facts.verified
    return called(name, lang=facts.lang) if name and told else ""
