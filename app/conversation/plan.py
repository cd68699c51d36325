"""What the assistant does next: decided here, by rule, whoever words it. Pure.

A turn has one situation that comes first. Its row of `plan_table` gives what is said, in order, the questions (at most
one in the chat, two in a mail, four in all, never for what is known, asked or refused), whether a person is told, and
the state of the conversation after it. While the team is closed, whatever a person is to do comes with the time people
are back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from app.conversation.acts import BY_A_PERSON, CALLS, TIMED, Act, ActKind
from app.conversation.asking import MOST_ASKS, MOST_AT_ONCE, NOT_SALES, Order, questions, refuses_unasked
from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory, State
from app.conversation.plan_row import BOUGHT, Row
from app.conversation.plan_said import say
from app.conversation.plan_table import FAILED, row_for
from app.conversation.plan_wishes import gave_contact
from app.conversation.situations import BUYS, UNWELCOME, Situation
from app.conversation.slots import KNOWN, SETTLED
from app.conversation.turn_facts import Channel, Opening, TurnFacts
from app.conversation.turn_words import LEAVES
from app.understanding.facts import Asked

__all__ = ["ANSWERS", "BY_A_PERSON", "Act", "ActKind", "Plan", "at_a_loss", "decide", "left_open"]

GIVES: frozenset[ActKind] = frozenset({"answer", "case", "document"})  # what these say was asked for
WITHOUT_A_TIME: frozenset[ActKind] = frozenset({"waiting", "next_step"})  # the time people are back says more
LETS_IT_BE: frozenset[ActKind] = frozenset(
    {"no_need", "refusal_kept", "thanks_for_answer", "timing_noted", "approval", "mirror"}
)  # alone they lead nowhere
OFFERS: frozenset[ActKind] = frozenset(
    {"offer_person", "offer_pack", "offer_document", "hello", "take_your_time", "why_we_ask"}
)
FOR_SALES = frozenset({Situation.QUESTION, Situation.INFORMATION})
ASK_FOR_A_PERSON: frozenset[ActKind] = frozenset({"handoff", "complaint", "reminder"})
NO_HOURS = UNWELCOME | {
    Situation.STUDENT,
    Situation.COMPETITOR,
    Situation.REFUSAL,
    Situation.LATER,
    Situation.THANKS,
}  # office hours are no news to these
NO_ADDRESS = frozenset({Situation.CRISIS, Situation.ABUSE, Situation.OPT_OUT})  # these are not asked for anything
ENDS_HERE = NO_HOURS | {Situation.LANGUAGE, Situation.OFF_TOPIC}
ANSWERS = BUYS | {
    Situation.STUDENT,
    Situation.SORROW,
    Situation.SUPPORT,
    Situation.CUSTOMER,
    Situation.WHEN,
    Situation.QUESTION,
    Situation.UNCLEAR,
}  # what is asked in these is looked for in the documents
STILL_REACHABLE = frozenset({"messages"})  # refused, yet whoever asks for a person has to be reached


@dataclass(frozen=True, slots=True)
class Plan:
    """The decided turn: acts in order, the questions after them, and what the conversation remembers after it.

    `handoff` says why a person is told now, None if nobody is; `state` is that of the conversation from now on and
    `reason` the code of the row that decided. A `silent` plan sends nothing: the turn is settled as it is. `opening` is
    the time that this reply names, `call` the wish for a call that it takes up, `answer_by` until when a paper is
    answered, if it says so. `named`: their name is known, so that only an address is asked for.
    """

    situation: Situation
    acts: tuple[Act, ...]
    asks: tuple[Asked, ...]
    handoff: str | None
    memory: Memory
    opening: Opening | None = None
    state: str = "open"
    reason: str = "question"
    silent: bool = False
    call: CallWish | None = None
    answer_by: datetime | None = None
    named: bool = False


def decide(facts: TurnFacts) -> Plan:
    """Return what to say and do in this turn."""
    row = row_for(facts)
    if row.silent:
        return _silent(facts, row)
    acts = say(row.says, facts)
    asks = questions(facts, _order(facts, row, acts)) or _address(facts, acts)
    if _lacks_a_number(facts, acts):
        asks = ("phone", *asks)[: MOST_AT_ONCE[facts.channel]]
    if row.next != "waiting" and facts.memory.state != "waiting":
        acts += _next(facts, acts, asks=asks)
    elif gave_contact(facts) and not asks and not _tells_what_comes(acts):
        acts += [Act("waiting")] if "waiting" not in facts.memory.last_acts else []
    acts = [*_notice(facts, row, acts), *acts]
    opening = _time_to_name(facts) if _names_the_hours(facts, row, acts=acts) else None
    call = facts.call if any(act.kind in CALLS for act in acts) else None
    plan = Plan(
        facts.situation,
        tuple(acts),
        asks,
        row.handoff,
        _memory(facts, row, acts=acts, asks=asks),
        state=row.next or facts.memory.state,
        reason=row.reason,
        call=call,
        answer_by=facts.answer_by if any(act.kind == "answer" for act in acts) else None,
        named="name" in facts.grid and facts.grid["name"].status in KNOWN,
    )
    return _with_acts(_with_hours(_with_call(plan), opening))


def left_open(facts: TurnFacts, plan: Plan) -> tuple[tuple[str, Literal["maybe", "unknown"]], ...]:
    """Return the questions this reply does not answer, each with how far the documents went.

    A passage that might have helped was not offered where the reply says something else: the question stays open.
    """
    kinds = {act.kind for act in plan.acts}
    unanswered = tuple((one.question, one.answer.verdict) for one in facts.answers if one.answer.verdict != "answer")
    if kinds & {"dont_know", "not_found"}:
        return unanswered or ((facts.text, "unknown"),)
    told_only = facts.situation is Situation.UNCLEAR and bool(facts.learned)
    if "maybe" in kinds or not (kinds & GIVES or told_only):
        return tuple((question, verdict) for question, verdict in unanswered if verdict == "maybe")
    return ()


def at_a_loss(memory: Memory, opening: Opening | None, *, channel: Channel = "chat") -> Plan:
    """Return the plan of a turn that the rules could not take in: a person takes over; no mail after an opt-out."""
    state: State = "ended" if memory.state == "ended" else "waiting"
    memory = replace(memory, last_asked=None, waiting_for_person=True, state=state)
    plan = Plan(Situation.HUMAN, (), (), "failure", memory, state=state, reason="failure")
    if channel == "email" and "messages" in memory.refused:
        return replace(plan, silent=True)
    spoken = replace(plan, acts=(Act("handoff"),), memory=replace(memory, replies=memory.replies + 1))
    return _with_acts(_with_hours(spoken, opening))


def _order(facts: TurnFacts, row: Row, acts: Sequence[Act]) -> Order:
    """Return what to ask first: an address where a person is to answer what the documents do not."""
    if LEAVES.search(facts.text):
        return "nothing"
    owed = any(act.kind == "dont_know" for act in acts) and facts.channel == "chat"
    return "contact_first" if owed and row.asks == "challenge_first" else row.asks


def _address(facts: TurnFacts, acts: Sequence[Act]) -> tuple[Asked, ...]:
    """Return the question for an address where a person is to get back to somebody nobody could reach.

    It is asked once, also in a hurry and whatever else is not asked; never after a refusal to tell something.
    """
    promised = any(act.kind in BY_A_PERSON for act in acts) and facts.situation not in NO_ADDRESS
    contact = facts.grid.get("contact")
    settled = facts.channel == "email" or (contact is not None and contact.status in SETTLED)
    return ("contact",) if promised and not (settled or _may_not_ask(facts, "contact")) else ()


def _lacks_a_number(facts: TurnFacts, acts: Sequence[Act]) -> bool:
    """Say whether a person is to call somebody of whom we have an address and no number, which is asked for once."""
    contact, phone = facts.grid.get("contact"), facts.grid.get("phone")
    reachable = facts.channel == "email" or (contact is not None and contact.status in KNOWN)
    known = phone is not None and phone.status in KNOWN
    promised = any(act.kind in CALLS for act in acts)
    return promised and reachable and not (known or _may_not_ask(facts, "phone"))


def _may_not_ask(facts: TurnFacts, slot: Asked) -> bool:
    """Say whether they refuse to tell something, or the question would be one too many."""
    refuses = bool(facts.heard.refuses) or facts.heard.declines or not set(facts.memory.refused) <= STILL_REACHABLE
    refused = refuses or any(cell.status == "declined" for cell in facts.grid.values())
    return refused or slot in facts.memory.asked or len(facts.memory.asked) >= MOST_ASKS


def _silent(facts: TurnFacts, row: Row) -> Plan:
    state = row.next or facts.memory.state
    told = facts.memory.waiting_for_person or row.handoff is not None
    memory = replace(facts.memory, state=state, waiting_for_person=told)
    return Plan(facts.situation, (), (), row.handoff, memory, state=state, reason=row.reason, silent=True)


def _memory(facts: TurnFacts, row: Row, *, acts: Sequence[Act], asks: tuple[Asked, ...]) -> Memory:
    before = facts.memory
    told_again = facts.now is not None and (before.noticed_at is None or any(act.kind == "notice" for act in acts))
    kept = facts.heard.refuses or (("questions",) if refuses_unasked(facts) else ())
    refused = (*before.refused, *kept, *([row.refuses] if row.refuses else []))
    return replace(
        before,
        asked=(*before.asked, *asks),
        last_asked=asks[0] if asks else before.last_asked if row.keeps_question else None,
        case_file=before.case_file or next((one.file for act in acts for one in act.passages if one.case), None),
        acts=tuple(dict.fromkeys((*before.acts, *_buying(facts)))),
        waiting_for_person=before.waiting_for_person or row.handoff is not None,
        state=row.next or before.state,
        replies=before.replies + 1,
        failures=before.failures + 1 if row.reason in FAILED else 0,
        refused=tuple(dict.fromkeys(refused)),
        hurry=before.hurry or (facts.heard.hurry and facts.heard.timing.kind != "asap"),
        noticed_at=facts.now.isoformat() if told_again and facts.now else before.noticed_at,
        spoken=facts.spoken or before.spoken,
    )


def _next(facts: TurnFacts, acts: Sequence[Act], *, asks: tuple[Asked, ...]) -> list[Act]:
    """Return what happens next, unless a question says it; a first mail, which may be the only one, always tells."""
    if facts.situation in ENDS_HERE or facts.memory.state == "ended":
        return []
    told = facts.situation is Situation.DOCUMENT or any(act.kind in BY_A_PERSON for act in acts)
    if facts.channel == "email" and facts.memory.replies == 0 and not told:
        return [Act("waiting")]
    if not asks and acts and {act.kind for act in acts} <= LETS_IT_BE:
        return [Act("next_step")] if "next_step" not in facts.memory.last_acts else []
    contact = facts.grid.get("contact")
    if asks or contact is None or contact.status not in SETTLED:
        return []
    if gave_contact(facts) and "waiting" not in facts.memory.last_acts and not _tells_what_comes(acts):
        return [Act("waiting")]
    settled = any(act.passages or act.kind in BY_A_PERSON | TIMED | OFFERS for act in acts)
    return [] if settled or "next_step" in facts.memory.last_acts else [Act("next_step")]


def _notice(facts: TurnFacts, row: Row, acts: Sequence[Act]) -> list[Act]:
    """Return the notice that software answers, once a day and when a person is called in; every mail has it anyway."""
    if facts.channel == "email" or facts.situation is Situation.CRISIS:
        return []
    handed_over = row.next == "waiting" and facts.memory.state != "waiting" and facts.memory.replies > 0
    said = any(act.kind in ("identity", "maker", "no_ai") for act in acts)
    return [Act("notice")] if (facts.notice_due or handed_over) and not said else []


def _names_the_hours(facts: TurnFacts, row: Row, *, acts: Sequence[Act]) -> bool:
    """Say whether to name the time people are back: once for each such time, and again to who asks for a person."""
    kinds = {act.kind for act in acts}
    nobody_told = facts.lead_kind in NOT_SALES and row.handoff is None
    no_news = facts.situation in NO_HOURS or row.reason == "crisis" or "messages" in facts.memory.refused or nobody_told
    if facts.opening is None or no_news or kinds & {"call_noted", "call_outside"}:
        return False
    if "when_known" in kinds:
        return not facts.phrased.told
    by_a_person = bool(kinds & (BY_A_PERSON | {"next_step"}))
    asks_for_one = bool(ASK_FOR_A_PERSON & kinds) and row.handoff is not None
    return asks_for_one or (not _was_told(facts) and (by_a_person or facts.situation in FOR_SALES))


def _was_told(facts: TurnFacts) -> bool:
    """Say whether the prospect knows of a time still to come at which somebody makes contact."""
    known = facts.opening is not None and facts.memory.told_until == facts.opening.until.isoformat()
    return known or bool(facts.phrased.told)


def _time_to_name(facts: TurnFacts) -> Opening | None:
    """Return the time already told, which stays, or else when people are back."""
    start, end = facts.memory.told_from, facts.memory.told_until
    if start is None or end is None or not facts.phrased.told:
        return facts.opening
    return Opening(datetime.fromisoformat(start), datetime.fromisoformat(end), facts.phrased.told)


def _tells_what_comes(acts: Sequence[Act]) -> bool:
    return any(act.kind in BY_A_PERSON | TIMED | {"reminder"} for act in acts)


def _with_hours(plan: Plan, opening: Opening | None) -> Plan:
    if opening is None:
        return plan
    acts = tuple(act for act in plan.acts if act.kind not in WITHOUT_A_TIME)
    if not TIMED & {act.kind for act in acts}:
        acts = (*acts, Act("closed", {"when": opening.text}))
    memory = replace(plan.memory, told_from=opening.at.isoformat(), told_until=opening.until.isoformat())
    return replace(plan, acts=acts, memory=memory, opening=opening)


def _with_call(plan: Plan) -> Plan:
    """Remember the time of a call as one that was told."""
    if plan.call is None or plan.call.window is None:
        return plan
    start, end = plan.call.window
    return replace(plan, memory=replace(plan.memory, told_from=start.isoformat(), told_until=end.isoformat()))


def _with_acts(plan: Plan) -> Plan:
    return replace(plan, memory=replace(plan.memory, last_acts=tuple(act.kind for act in plan.acts)))


def _buying(facts: TurnFacts) -> list[str]:
    acts = [intent for intent in facts.heard.intents if intent.startswith(("ask_", "request_"))]
    wished = [BOUGHT[one] for one in BOUGHT if facts.reading.holds(one)]
    return [*acts, *wished]
