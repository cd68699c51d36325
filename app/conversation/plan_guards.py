"""What a row of the plan may ask about a turn, by name. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.conversation.asking import denies
from app.conversation.beside_a_no import asks
from app.conversation.business_words import WRONG_PLACE
from app.conversation.farewell_words import drops_a_meeting
from app.conversation.interest_words import INTERESTED
from app.conversation.interest_words import WISHES as TELLS_A_WISH
from app.conversation.meant import QUESTIONS
from app.conversation.plan_row import BOUGHT, NEEDS_A_PERSON, WISHES
from app.conversation.plan_said import answer_to, apologises
from app.conversation.plan_wishes import gave_contact, wishes_a_trial
from app.conversation.plan_words import asks_who_made_it, mirrored
from app.conversation.situation_words import DISCOUNT, STOP
from app.conversation.situations import Situation as S
from app.conversation.situations import only_aside
from app.conversation.slots import KNOWN
from app.conversation.special_words import (
    ASKS_IF_FIXED,
    ASKS_WHEN,
    CANCELS,
    LONE_ANSWER,
    LOOKS_AROUND,
    NO,
    PLAYS,
    YES,
)
from app.conversation.terms import HAGGLES, asks_for_a_discount
from app.conversation.turn_facts import TurnFacts
from app.conversation.turn_words import ABOUT_THE_MEETING, ASKS_WHY, LEAVES, comes_to_us
from app.understanding.normal import normalise
from app.understanding.orders import asks_how_to_order
from app.understanding.questions import asks_in_form

# The line of each wish; said twice running it would sound like a machine, so the second time a reminder stands for it.
LINES: Mapping[S, frozenset[str]] = {
    S.EMERGENCY: frozenset({"emergency"}),
    S.THREAT: frozenset({"threat"}),
    S.SORROW: frozenset({"sympathy"}),
    S.SUPPORT: frozenset({"support"}),
    S.NO_AI: frozenset({"no_ai"}),
    S.HUMAN: frozenset({"handoff", "reminder"}),
    S.LANGUAGE: frozenset({"language", "language_answered"}),
    S.COMPETITOR: frozenset({"competitor"}),
    S.BUSINESS: frozenset({"business"}),
    S.CUSTOMER: frozenset({"customer"}),
    S.ORDER: frozenset({"order"}),
    S.QUOTE: frozenset({"quote", "quote_noted"}),
    S.QUESTIONNAIRE: frozenset({"questionnaire", "questionnaire_noted"}),
    S.MEETING: frozenset({"meeting", "meeting_noted"}),
    S.CALL: frozenset({"call_wanted"}),
    S.OFF_TOPIC: frozenset({"off_topic"}),
}
TELLS_OF_A_PURCHASE = frozenset({"challenge", "timing", "contact"})


def _has_an_answer(facts: TurnFacts) -> bool:
    given = (answer_to(one, facts, question="") for one in facts.answers)
    return any(act is not None and act.kind == "answer" for act in given)


def _discount_told(facts: TurnFacts) -> bool:
    """Say whether our documents tell if there are discounts, and no more is asked of the price."""
    of_it = [one for one in facts.answers if DISCOUNT.search(one.question)]
    told = all(one.answer.verdict == "answer" and asks_for_a_discount(one.question) for one in of_it)
    return bool(of_it) and told and not HAGGLES.search(facts.text)


def _said_last(facts: TurnFacts) -> bool:
    return bool(LINES.get(facts.situation, frozenset()) & set(facts.memory.last_acts))


def _is_new(facts: TurnFacts) -> bool:
    """Say whether the turn told something worth noting: "as soon as possible", while they wait, says nothing new."""
    heard = facts.heard
    hurries = heard.timing.kind == "asap" and facts.memory.last_asked != "timing"
    learned = facts.learned - ({"timing"} if hurries else set())
    return bool(learned or heard.refuses or heard.declines or heard.callback)


def _is_interested(facts: TurnFacts) -> bool:
    """Say whether whoever said no shows interest of their own: a problem, a time, an address."""
    return bool(facts.learned & TELLS_OF_A_PURCHASE or facts.heard.has_challenge)


def _drops_a_call(facts: TurnFacts) -> bool:
    """Say whether they take back the call they wished for, or would rather have mail."""
    callback = facts.heard.callback
    dropped = callback is not None and callback.method in ("email", "none")
    return (
        dropped and "call" in facts.memory.acts and not {"mail_instead", "call_dropped"} & set(facts.memory.last_acts)
    )


def _drops_a_meeting(facts: TurnFacts) -> bool:
    """Say whether they take back the meeting they wished for, here or elsewhere."""
    wished = "request_demo_meeting" in facts.memory.acts or facts.situation is S.UNCLEAR
    return wished and drops_a_meeting(facts.text)


def _gave_only_a_name(facts: TurnFacts) -> bool:
    """Say whether our question for an address got a name alone."""
    contact = facts.grid.get("contact")
    reachable = contact is not None and contact.status in KNOWN
    return facts.memory.last_asked == "contact" and "name" in facts.learned and not (reachable or facts.heard.declines)


def _memo_waits(facts: TurnFacts) -> bool:
    """Say whether the draft we gave lacks the problem that is told now."""
    return facts.memory.draft_lacks_problem and "challenge" in facts.learned and mirrored(facts) is not None


def _asks_when_it_comes(facts: TurnFacts) -> bool:
    """Say whether they only ask when what they wished for comes."""
    wished = BOUGHT.get(facts.situation) in facts.memory.acts
    return wished and facts.heard.quote is None and ASKS_WHEN.search(facts.text) is not None


def _only_asks_who_made_it(facts: TurnFacts) -> bool:
    """Say whether whose software this is, is all that they ask."""
    return asks_who_made_it(facts.text, facts) and len(facts.answers) < 2 and not facts.learned


def _asks_about_the_meeting(facts: TurnFacts) -> bool:
    """Say whether they ask how the meeting or call goes that they wished for: no document tells."""
    wished = {"request_demo_meeting", "call"} & set(facts.memory.acts)
    return bool(wished) and len(facts.answers) < 2 and ABOUT_THE_MEETING.search(facts.text) is not None


def _asks(facts: TurnFacts) -> bool:
    """Say whether something is asked for, for the first time: whoever got no further hears the same only once."""
    return "unclear" not in facts.memory.last_acts and asks(facts.text) and STOP.search(facts.text) is None


def _leaves(facts: TurnFacts) -> bool:
    """Say whether they take their leave, with nothing to thank them for."""
    return LEAVES.search(facts.text) is not None and not gave_contact(facts)


WHY_WE_ASK = frozenset({"challenge", "timing", "contact"})


def _tells_more(facts: TurnFacts) -> bool:
    """Say whether the turn told who they are, or how they may be reached."""
    callback = facts.heard.callback
    return bool(facts.learned) or (callback is not None and callback.method in ("phone", "email"))


def _is_lone(facts: TurnFacts) -> bool:
    """Say whether the words are a bare yes, no, number or mark, which answers nothing that was asked."""
    return LONE_ANSWER.match(facts.text) is not None


def _is_aside(facts: TurnFacts) -> bool:
    """Say whether the words are about this talk or why they look in, and no smalltalk to be returned."""
    looks_in = LOOKS_AROUND.search(facts.text) or PLAYS.search(facts.text)
    return "hello" not in facts.memory.last_acts and (only_aside(facts.text) or looks_in is not None)


def _asks_beside_the_order(facts: TurnFacts) -> bool:
    """Say whether something is asked beside an order, and not only how that goes on."""
    asked = (normalise(one.question or facts.text).text for one in facts.answers)
    own = any(asks_in_form(one) and not asks_how_to_order(one) for one in asked)
    return own or bool(QUESTIONS - {"ask_product"} & set(facts.heard.intents))


GUARDS: Mapping[str, Callable[[TurnFacts], bool]] = {
    "opts_out_too": lambda facts: S.OPT_OUT in facts.beside,
    "person_too": lambda facts: bool(facts.beside & (NEEDS_A_PERSON | WISHES)),
    "interested": _is_interested,
    "cancels": lambda facts: CANCELS.search(facts.text) is not None and not comes_to_us(facts.text),
    "call_dropped": _drops_a_call,
    "meeting_dropped": _drops_a_meeting,
    "wrong_place": lambda facts: WRONG_PLACE.search(facts.text) is not None,
    "asks_nothing_else": lambda facts: not _asks_beside_the_order(facts),
    "asks_if_fixed": lambda facts: ASKS_IF_FIXED.search(facts.text) is not None,
    "asks_when_it_comes": _asks_when_it_comes,
    "apologises": apologises,
    "only_asks_who_made_it": _only_asks_who_made_it,
    "wishes_a_trial": wishes_a_trial,
    "about_the_meeting": _asks_about_the_meeting,
    "corrects": lambda facts: facts.heard.corrects,
    "discount_told": _discount_told,
    "asks_why": lambda facts: facts.memory.last_asked in WHY_WE_ASK and ASKS_WHY.search(facts.text) is not None,
    "asks_to_wait": lambda facts: facts.heard.asks_to_wait and not facts.learned,
    "asks": _asks,
    "leaves": _leaves,
    "tells_more": _tells_more,
    "name_only": _gave_only_a_name,
    "memo_waits": _memo_waits,
    "opted_out": lambda facts: "messages" in facts.memory.refused,
    "refused_ai": lambda facts: "ai" in facts.memory.refused,
    "by_mail": lambda facts: facts.channel == "email",
    "first": lambda facts: facts.memory.replies == 0,
    "later": lambda facts: facts.memory.replies > 0,
    "just_said": _said_last,
    "told": lambda facts: facts.memory.waiting_for_person,
    "spoke_it": lambda facts: facts.memory.spoken is not None,
    "reminded": lambda facts: "reminder" in facts.memory.last_acts,
    "offered": lambda facts: "offer_person" in facts.memory.last_acts,
    "says_yes": lambda facts: YES.match(facts.text) is not None,
    "says_no": lambda facts: NO.match(facts.text) is not None,
    "time_known": lambda facts: bool(facts.phrased.told or facts.opening),
    "answered": _has_an_answer,
    "unanswered": lambda facts: not _has_an_answer(facts),
    "nothing_new": lambda facts: not _is_new(facts),
    "gave_contact": lambda facts: facts.channel == "chat" and gave_contact(facts),
    "in_crisis": lambda facts: "crisis" in facts.memory.last_acts,
    "learned": lambda facts: bool(facts.learned or facts.heard.refuses),
    "lone": _is_lone,
    "only_interested": lambda facts: facts.memory.last_asked != "timing" and INTERESTED.match(facts.text) is not None,
    "tells_a_wish": lambda facts: TELLS_A_WISH.search(facts.text) is not None,
    "denies": denies,
    "aside": _is_aside,
    "answers_us": lambda facts: facts.memory.last_asked is not None and not _is_lone(facts),
    "understood_so_far": lambda facts: facts.memory.failures == 0,
    "failed_once": lambda facts: facts.memory.failures == 1,
}
