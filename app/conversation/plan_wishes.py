"""What a row of the plan says to a wish that a person fulfils, piece by piece. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from app.conversation.acts import CALLS, Act, ActKind
from app.conversation.beside_a_no import SENTENCE
from app.conversation.plan_words import LISTED, mirrored, name_told, repeatable
from app.conversation.situations import Situation
from app.conversation.slots import KNOWN, SETTLED, needs_approval
from app.conversation.special_words import ASKS_INSIDE
from app.conversation.spoken_of import speaks_of_a_trial
from app.conversation.turn_facts import TurnFacts
from app.conversation.turn_words import WISHES_A_TRIAL
from app.retrieval.passages import Passage
from app.understanding.not_meant import ASKED_OF_A_TRIAL

Say = Callable[[TurnFacts, Sequence[Act]], Iterable[Act]]

ASKS_OF_A_TRIAL = re.compile(ASKED_OF_A_TRIAL, re.I)
PAPER_GIVEN = ("pack.head", "act.offer_pack", "act.document", "act.mail.document", "act.offer_document")


def wish(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is said to the wish of this turn; that it has been passed on, where that is all."""
    said = list(LINES[facts.situation](facts, acts))
    yield from said or [Act("reminder")]


def call(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is said to a wish for a call: the time they named, or the next one at which people are in."""
    wished = facts.call
    if wished is None or any(act.kind in CALLS for act in acts):
        return
    if wished.window is None or not facts.phrased.call or not facts.verified:
        if "call_wanted" not in facts.memory.last_acts:
            yield Act("call_wanted")
    elif wished.inside:
        yield Act("call_noted", {"when": facts.phrased.call})
    else:
        yield Act("call_outside", {"asked": facts.phrased.call_asked, "when": facts.phrased.call})
    if facts.phrased.call_not and facts.verified:
        yield Act("call_not_then", {"when": facts.phrased.call_not})


def quote(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is said to a wish for a quote, with its details as far as they were given."""
    wished = facts.heard.quote
    data = {
        "addressee": repeatable(wished.addressee or "") if wished else "",
        "quantity": repeatable(wished.quantity or "") if wished else "",
        "wanted_by": facts.phrased.paper_by,
        "in_use": facts.phrased.timing,
    }
    yield Act("quote_noted", data) if facts.verified and any(data.values()) else Act("quote")


def questionnaire(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield that a person fills in the questionnaire, with the day on which they want it back."""
    by = facts.phrased.paper_by
    yield Act("questionnaire_noted", {"when": by}) if by and facts.verified else Act("questionnaire")


def meeting(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield that a person arranges a time to meet, with the days they named."""
    when = facts.phrased.meeting
    yield Act("meeting_noted", {"when": when}) if when and facts.verified else Act("meeting")


def beside(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the details of a wish that stands beside what comes first, so that none of them is lost."""
    for situation, piece in ((Situation.QUOTE, quote), (Situation.MEETING, meeting)):
        if situation in facts.beside:
            yield from (act for act in piece(facts, acts) if act.data)


def when(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield when they will hear from a person, as far as that is known."""
    known = facts.phrased.told or (facts.opening.text if facts.opening else "")
    late = {"late": "yes"} if facts.memory.in_trouble else {}
    yield Act("when_known", {"when": known}) if known else Act("when_open", late)


def trial(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield that a person sets up the trial; to whoever opted out, that it will be about nothing else."""
    yield Act("trial_only" if "messages" in facts.memory.refused else "trial")


def wishes_a_trial(facts: TurnFacts) -> bool:
    """Say whether they wish to try the product, and name no day to meet."""
    said = [one for one in SENTENCE.findall(facts.text) if not ASKS_OF_A_TRIAL.search(one)]
    goes_for_it = "timing" not in facts.learned and any(speaks_of_a_trial(one, facts.before) for one in said)
    return facts.heard.meeting is None and (goes_for_it or any(WISHES_A_TRIAL.search(one) for one in said))


def document(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the document to hand over."""
    if facts.document is not None:
        yield Act("document", {"title": facts.document.title}, (facts.document,))


def again(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield what is new in a wish that has just been taken up; that it has been passed on, where nothing is."""
    named = facts.call is not None and facts.call.window is not None
    news = [*(call(facts, acts) if named else ()), *(quote(facts, acts) if facts.heard.quote else ())]
    news += [*meeting(facts, acts), *questionnaire(facts, acts)] if facts.situation in DATED else []
    new = [act for act in news if act.data]
    contact = facts.grid.get("contact")
    unreached = facts.channel == "chat" and (contact is None or contact.status not in SETTLED)
    yield from new or [Act("reminder", {"unreached": "yes"} if unreached else {})]


def without_a_call(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield that nobody calls any more, and how they will hear from a person instead."""
    if gave_contact(facts):
        yield thanks_for_contact(facts)
    by_mail = facts.heard.callback is not None and facts.heard.callback.method == "email"
    yield Act("mail_instead" if by_mail else "call_dropped")


def pack(facts: TurnFacts, _acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the draft for the prospect's own approval: their problem, a cited result, the papers to go with it."""
    passages = tuple(one for one in (facts.case, facts.document) if one is not None)
    story = case_data(facts.case) if facts.case is not None else {}
    data = {
        "challenge": mirrored(facts) or "",
        "customer": story.get("customer", ""),
        "figure": story.get("figure", ""),
        "documents": LISTED[facts.lang].join(dict.fromkeys(passage.title for passage in passages)),
    }
    yield Act("pack", data, passages)


def offer(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield one paper that helps them to decide, if none was given or offered: a memo to whoever has to ask inside."""
    given = any(one.startswith(PAPER_GIVEN) for one in facts.memory.said)
    asked_for_more = any(act.passages or act.kind in ("dont_know", "not_now") for act in acts)
    if given or asked_for_more or not facts.memory.replies:
        return
    if needs_approval(facts.grid) or (facts.situation is Situation.LATER and ASKS_INSIDE.search(facts.text)):
        yield Act("offer_pack")
    elif facts.situation is Situation.LATER:
        yield Act("offer_document")


def gave_contact(facts: TurnFacts) -> bool:
    """Say whether this turn gave a way to reach the prospect, or another one."""
    return any(way in facts.learned and facts.grid[way].status in KNOWN for way in ("contact", "phone"))


def thanks_for_contact(facts: TurnFacts) -> Act:
    """Return the thanks for an address, by name where the name came with it."""
    name = name_told(facts)
    return Act("thanks_for_contact", {"name": name} if name else {})


def case_data(passage: Passage) -> dict[str, str]:
    """Return what the head of a case study says of it."""
    story = passage.case
    if story is None:
        return {}
    return {"customer": story.customer or "", "industry": story.industry or "", "figure": story.figure or ""}


DATED = frozenset({Situation.MEETING, Situation.QUESTIONNAIRE})


def _just(kind: ActKind) -> Say:
    return lambda _facts, _acts: [Act(kind)]


def _document_or_person(facts: TurnFacts, acts: Sequence[Act]) -> Iterator[Act]:
    yield from list(document(facts, acts)) or [Act("document_wanted")]


LINES: Mapping[Situation, Say] = {
    Situation.CUSTOMER: _just("customer"),
    Situation.ORDER: _just("order"),
    Situation.DISCOUNT: _just("no_discount"),
    Situation.QUOTE: quote,
    Situation.QUESTIONNAIRE: questionnaire,
    Situation.CALL: call,
    Situation.MEETING: meeting,
    Situation.DOCUMENT: _document_or_person,
    Situation.WHEN: when,
}
