"""What the assistant does next: decided here, by rule, whoever words it. Pure.

A turn has one situation. The situation and the grid of known slots give the acts, in the order they are said, and at
most one question. The assistant asks challenge and timing, then once for a way to reach the prospect; a wish for a
meeting or a quote turns that round. It never asks what is known, asked or refused, and at most four times in all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from app.conversation.guard_claims import read_claims
from app.conversation.guard_figures import spelled
from app.conversation.guard_text import MARKUP, has_hidden_characters
from app.conversation.memory import Memory
from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.slots import KNOWN, SETTLED, Grid
from app.knowledge.passages import Answer, Passage
from app.understanding.facts import Asked, Lang, Understanding

ActKind = Literal[
    "identity",
    "mirror",
    "approval",
    "thanks_for_answer",
    "thanks_for_contact",
    "corrected",
    "no_need",
    "answer",
    "maybe",
    "dont_know",
    "case",
    "document",
    "no_discount",
    "quote",
    "meeting",
    "handoff",
    "complaint",
    "support",
    "crisis",
    "abuse",
    "opt_out",
    "refusal",
    "injection",
    "job",
    "pitch",
    "no_calls",
    "language",
    "hello",
    "welcome",
    "unclear",
    "next_step",
    "waiting",
]
MOST_ASKS = 4
LATE_FIRST: tuple[Asked, ...] = ("challenge", "timing", "contact")
CONTACT_FIRST: tuple[Asked, ...] = ("contact", "timing", "challenge")
NO_QUESTIONS = frozenset(
    {
        Situation.CRISIS,
        Situation.ABUSE,
        Situation.OPT_OUT,
        Situation.INJECTION,
        Situation.LANGUAGE,
        Situation.JOB,
        Situation.PITCH,
        Situation.REFUSAL,
    }
)
PLAIN_QUESTION = re.compile(r"[?？]|か(?:。|\n|$)|教えて")
LONGEST_MIRROR = 160  # a longer quotation is not a mirror any more
SAID_BY_SITUATION: Mapping[Situation, ActKind] = {
    Situation.CRISIS: "crisis",
    Situation.ABUSE: "abuse",
    Situation.OPT_OUT: "opt_out",
    Situation.COMPLAINT: "complaint",
    Situation.SUPPORT: "support",
    Situation.HUMAN: "handoff",
    Situation.INJECTION: "injection",
    Situation.LANGUAGE: "language",
    Situation.IDENTITY: "identity",
    Situation.JOB: "job",
    Situation.PITCH: "pitch",
    Situation.REFUSAL: "refusal",
    Situation.DISCOUNT: "no_discount",
    Situation.QUOTE: "quote",
    Situation.MEETING: "meeting",
}
ENDS = frozenset({Situation.OPT_OUT, Situation.REFUSAL, Situation.PITCH})
ANSWERS = frozenset(
    {
        Situation.QUESTION,
        Situation.QUOTE,
        Situation.MEETING,
        Situation.DOCUMENT,
        Situation.UNCLEAR,
        Situation.SUPPORT,
        Situation.DISCOUNT,
    }
)


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """All a decision may look at. `grid` already holds what this turn taught us (`learned` names those cells)."""

    lang: Lang
    situation: Situation
    heard: Understanding
    grid: Grid
    learned: frozenset[str]
    memory: Memory
    answer: Answer | None = None
    case: Passage | None = None
    document: Passage | None = None
    asks_who_answers: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to say; `data` fills its text, `passages` are what it stands on."""

    kind: ActKind
    data: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The decided turn: acts in order, at most one question, and what the conversation remembers after it."""

    situation: Situation
    acts: tuple[Act, ...]
    ask: Asked | None
    handoff: str | None
    memory: Memory


def decide(facts: TurnFacts) -> Plan:
    """Return what to say and do in this turn."""
    acts = _acts(facts)
    ask = _ask(facts)
    handoff = facts.situation.value if facts.situation in PERSON_AT_ONCE else None
    if ask is None and not facts.memory.waiting_for_person and handoff is None and _settled(facts):
        if _gave_contact(facts):
            acts.append(Act("waiting"))
        elif not any(act.passages for act in acts):
            acts.append(Act("next_step"))
    memory = replace(
        facts.memory,
        asked=(*facts.memory.asked, ask) if ask else facts.memory.asked,
        last_asked=ask,
        case_file=next((act.passages[0].file for act in acts if act.kind == "case"), facts.memory.case_file),
        acts=tuple(dict.fromkeys((*facts.memory.acts, *_buying(facts)))),
        waiting_for_person=facts.memory.waiting_for_person or handoff is not None,
        closed=facts.situation in ENDS,
        replies=facts.memory.replies + 1,
    )
    return Plan(facts.situation, tuple(acts), ask, handoff, memory)


def _acts(facts: TurnFacts) -> list[Act]:
    said = SAID_BY_SITUATION.get(facts.situation)
    if said and facts.situation in NO_QUESTIONS | {Situation.COMPLAINT, Situation.HUMAN}:
        first = [Act("identity")] if facts.asks_who_answers and facts.situation is Situation.HUMAN else []
        return [*first, Act(said)]
    acts = _received(facts)
    if said:
        acts.append(Act(said))
    if facts.situation is Situation.DOCUMENT and facts.document is not None:
        acts.append(Act("document", {"title": facts.document.title}, (facts.document,)))
    else:
        acts += _answer(facts, said=bool(said))
    if facts.case is not None and facts.memory.case_file is None and not _is_at_a_loss(facts, acts):
        acts.append(_case(facts.case))
    if not acts:
        acts.append(Act(_nothing_else(facts)))
    return acts


def _nothing_else(facts: TurnFacts) -> ActKind:
    """Return what to say where nothing was learned and nothing asked: a word, so that the reply is never bare."""
    if facts.situation is Situation.SMALLTALK:
        return "hello" if facts.memory.replies == 0 else "welcome"
    return "thanks_for_answer" if facts.memory.last_asked else "unclear"


def _received(facts: TurnFacts) -> list[Act]:
    acts: list[Act] = []
    if facts.asks_who_answers and facts.situation is not Situation.IDENTITY:
        acts.append(Act("identity"))
    if facts.heard.callback is not None and facts.heard.callback.method == "none":
        acts.append(Act("no_calls"))
    if facts.heard.corrects and facts.learned:
        acts.append(Act("corrected"))
    elif challenge := _mirrored(facts):
        acts.append(Act("mirror", {"challenge": challenge}))
    elif _gave_contact(facts):
        acts.append(Act("thanks_for_contact"))
    elif "authority" in facts.learned and facts.grid["authority"].value in ("ringi", "superior"):
        acts.append(Act("approval"))
    elif facts.learned and facts.heard.declines:
        acts.append(Act("no_need"))
    elif facts.learned and facts.situation not in ANSWERS - {Situation.UNCLEAR}:
        acts.append(Act("thanks_for_answer"))
    return acts


def _mirrored(facts: TurnFacts) -> str | None:
    """Return the prospect's own words for their problem; a support case is not a sales challenge."""
    if "challenge" not in facts.learned or facts.situation in (Situation.SUPPORT, Situation.DISCOUNT):
        return None
    quote = (facts.grid["challenge"].quote or "").rstrip("。．.!！ ")
    fits = 0 < len(quote) <= LONGEST_MIRROR and "\n" not in quote
    return quote if fits and not _is_loaded(quote) else None


def _is_loaded(quote: str) -> bool:
    """Say whether repeating the words would hand on a link or mark-up, or look like agreeing to a condition."""
    claims = read_claims(spelled(quote))
    return bool(
        claims.promises or claims.codes or "://" in quote or MARKUP.search(quote) or has_hidden_characters(quote)
    )


def _is_at_a_loss(facts: TurnFacts, acts: list[Act]) -> bool:
    """Say whether a success story would be out of place: in a support case, after a no, beside an open question."""
    left_open = any(act.kind in ("dont_know", "maybe") for act in acts)
    return facts.situation is Situation.SUPPORT or facts.heard.declines or left_open


def _answer(facts: TurnFacts, *, said: bool) -> list[Act]:
    if facts.answer is None or facts.situation not in ANSWERS or _only_wants_a_case(facts):
        return []
    found = facts.answer
    passages = tuple(citation.passage for citation in found.citations)
    if found.verdict == "answer" and passages:
        return [Act("answer", {"text": found.text}, passages)]
    if found.verdict == "maybe" and passages:
        return (
            []
            if said or facts.situation is Situation.UNCLEAR
            else [Act("maybe", {"title": passages[0].title}, passages[:1])]
        )
    if said or facts.situation is not Situation.QUESTION or (facts.learned and not PLAIN_QUESTION.search(facts.text)):
        return []
    return [Act("dont_know")]


def _only_wants_a_case(facts: TurnFacts) -> bool:
    asked = {intent for intent in facts.heard.intents if intent.startswith("ask_")}
    return asked == {"ask_case_study"} and facts.case is not None and facts.memory.case_file is None


def _case(passage: Passage) -> Act:
    case = passage.case
    data = {"title": passage.title}
    if case is not None:
        data |= {"customer": case.customer or "", "industry": case.industry or "", "figure": case.figure or ""}
    return Act("case", data, (passage,))


def _ask(facts: TurnFacts) -> Asked | None:
    if _may_not_ask(facts):
        return None
    contact_only = facts.situation in PERSON_AT_ONCE or facts.memory.waiting_for_person
    first = {Situation.MEETING, Situation.QUOTE} & {facts.situation} or _wants_a_person(facts)
    order: tuple[Asked, ...] = ("contact",) if contact_only else CONTACT_FIRST if first else LATE_FIRST
    for slot in order:
        if slot == "contact" and not (first or contact_only) and facts.memory.replies == 0:
            continue
        if slot not in facts.memory.asked and _open(facts, slot):
            return slot
    return None


def _may_not_ask(facts: TurnFacts) -> bool:
    refused = any(slot.status == "declined" for slot in facts.grid.values())
    return (
        facts.situation in NO_QUESTIONS
        or facts.heard.hurry
        or facts.memory.closed
        or refused
        or len(facts.memory.asked) >= MOST_ASKS
    )


def _wants_a_person(facts: TurnFacts) -> bool:
    return bool({"request_demo_meeting", "request_quote"} & set(facts.memory.acts))


def _gave_contact(facts: TurnFacts) -> bool:
    return "contact" in facts.learned and facts.grid["contact"].status in KNOWN


def _open(facts: TurnFacts, slot: str) -> bool:
    cell = facts.grid.get(slot)
    return cell is None or cell.status not in SETTLED


def _settled(facts: TurnFacts) -> bool:
    contact = facts.grid.get("contact")
    return contact is not None and contact.status in SETTLED and facts.situation not in NO_QUESTIONS


def _buying(facts: TurnFacts) -> list[str]:
    acts = [intent for intent in facts.heard.intents if intent.startswith(("ask_", "request_"))]
    if facts.situation is Situation.QUOTE:
        acts.append("request_quote")
    if facts.situation is Situation.DISCOUNT:
        acts.append("discount")
    return acts
