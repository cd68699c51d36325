"""What the assistant does next: decided here, by rule, whoever words it. Pure.

A turn has one situation. The situation and the grid of known slots give the acts, in the order they are said, and the
questions: at most one in the chat, two in a mail. The assistant asks challenge and timing, then once for a way to reach
the prospect; a wish for a meeting or a quote turns that round. It never asks what is known, asked or refused, and at
most four times in all. While the team is closed, whatever a person is to do comes with the time people are back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from app.conversation.asking import NO_QUESTIONS, questions
from app.conversation.guard_claims import read_claims
from app.conversation.guard_figures import spelled
from app.conversation.guard_text import MARKUP, has_hidden_characters
from app.conversation.memory import Memory
from app.conversation.situations import PERSON_AT_ONCE, QUESTIONS, Situation
from app.conversation.slots import KNOWN, SETTLED
from app.conversation.turn_facts import Opening, TurnFacts
from app.retrieval.passages import Passage
from app.understanding.facts import Asked

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
    "closed",
]
BY_A_PERSON: frozenset[ActKind] = frozenset(
    {"dont_know", "handoff", "complaint", "support", "quote", "meeting", "no_discount", "waiting"}
)  # what these say, a person will do
GIVES: frozenset[ActKind] = frozenset({"answer", "case", "document"})  # what these say was asked for
WITHOUT_A_TIME: frozenset[ActKind] = frozenset({"waiting", "next_step"})  # the time people are back says more
FOR_SALES = frozenset({Situation.QUESTION, Situation.INFORMATION})
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
BOUGHT: Mapping[Situation, str] = {
    Situation.QUOTE: "request_quote",
    Situation.MEETING: "request_demo_meeting",
    Situation.DOCUMENT: "request_document",
    Situation.DISCOUNT: "discount",
}


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to say; `data` fills its text, `passages` are what it stands on."""

    kind: ActKind
    data: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The decided turn: acts in order, the questions after them, and what the conversation remembers after it.

    `opening` is the time that this reply names.
    """

    situation: Situation
    acts: tuple[Act, ...]
    asks: tuple[Asked, ...]
    handoff: str | None
    memory: Memory
    opening: Opening | None = None


def decide(facts: TurnFacts) -> Plan:
    """Return what to say and do in this turn."""
    acts = _acts(facts)
    asks = questions(facts)
    handoff = facts.situation.value if facts.situation in PERSON_AT_ONCE else None
    if handoff is None and not facts.memory.waiting_for_person and _settled(facts):
        acts += _next(facts, acts, asks=asks)
    opening = facts.opening if _names_the_hours(facts, acts) else None
    memory = replace(
        facts.memory,
        asked=(*facts.memory.asked, *asks),
        last_asked=asks[0] if asks else None,
        case_file=next((act.passages[0].file for act in acts if act.kind == "case"), facts.memory.case_file),
        acts=tuple(dict.fromkeys((*facts.memory.acts, *_buying(facts)))),
        waiting_for_person=facts.memory.waiting_for_person or handoff is not None,
        closed=facts.situation in ENDS,
        replies=facts.memory.replies + 1,
    )
    return _with_hours(Plan(facts.situation, tuple(acts), asks, handoff, memory), opening)


def left_open(facts: TurnFacts, plan: Plan) -> Literal["maybe", "unknown"] | None:
    """Return how far a question went that this reply does not answer; None if none was left open.

    A passage that might have helped was not offered where the reply says something else: the question stays open.
    """
    kinds = {act.kind for act in plan.acts}
    if "dont_know" in kinds:
        return "unknown"
    told_only = facts.situation is Situation.UNCLEAR and bool(facts.learned)
    near = facts.answer is not None and facts.answer.verdict == "maybe" and not told_only
    return "maybe" if "maybe" in kinds or (near and not kinds & GIVES) else None


def at_a_loss(memory: Memory, opening: Opening | None) -> Plan:
    """Return the plan of a turn that the rules could not take in: a person takes over."""
    memory = replace(memory, last_asked=None, waiting_for_person=True, replies=memory.replies + 1)
    return _with_hours(Plan(Situation.HUMAN, (Act("handoff"),), (), "failure", memory), opening)


def _next(facts: TurnFacts, acts: list[Act], *, asks: tuple[Asked, ...]) -> list[Act]:
    """Return what happens next, unless a question says it; a first mail, which may be the only one, always tells."""
    told = facts.situation is Situation.DOCUMENT or any(act.kind in BY_A_PERSON for act in acts)
    if facts.channel == "email" and facts.memory.replies == 0 and not told:
        return [Act("waiting")]
    if asks:
        return []
    if _gave_contact(facts):
        return [Act("waiting")]
    return [] if any(act.passages for act in acts) else [Act("next_step")]


def _names_the_hours(facts: TurnFacts, acts: list[Act]) -> bool:
    """Say whether to name the time people are back: once for each such time, and again to who asks for a person."""
    if facts.opening is None:
        return False
    by_a_person = any(act.kind in BY_A_PERSON or act.kind == "next_step" for act in acts)
    asks_for_one = bool({"handoff", "complaint"} & {act.kind for act in acts})
    told = facts.memory.told_until == facts.opening.until.isoformat()
    return asks_for_one or (not told and (by_a_person or facts.situation in FOR_SALES))


def _with_hours(plan: Plan, opening: Opening | None) -> Plan:
    if opening is None:
        return plan
    kept = tuple(act for act in plan.acts if act.kind not in WITHOUT_A_TIME)
    closed = Act("closed", {"when": opening.text})
    memory = replace(plan.memory, told_until=opening.until.isoformat())
    return replace(plan, acts=(*kept, closed), memory=memory, opening=opening)


def _acts(facts: TurnFacts) -> list[Act]:
    said = SAID_BY_SITUATION.get(facts.situation)
    if said and facts.situation in NO_QUESTIONS | {Situation.COMPLAINT, Situation.HUMAN}:
        first = [Act("identity")] if facts.asks_who_answers and facts.situation is Situation.HUMAN else []
        return [*first, Act(said)]
    acts = _received(facts)
    if said:
        acts.append(Act(said))
    if facts.document is not None:
        acts.append(Act("document", {"title": facts.document.title}, (facts.document,)))
    if facts.situation is not Situation.DOCUMENT or facts.document is None or _asks_beside_a_choice(facts):
        acts += _answer(facts, said=bool(said))
    if facts.case is not None and facts.memory.case_file is None and not _is_at_a_loss(facts, acts):
        acts.append(_case(facts.case))
    if not acts:
        acts.append(Act(_nothing_else(facts)))
    return acts


def _asks_beside_a_choice(facts: TurnFacts) -> bool:
    """Say whether the document was chosen in a form, and the words beside it ask something of their own."""
    return "request_document" not in facts.heard.intents and bool(QUESTIONS & set(facts.heard.intents))


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
    if facts.heard.corrects and facts.learned and facts.verified:
        acts.append(Act("corrected"))
    elif challenge := _mirrored(facts):
        acts.append(Act("mirror", {"challenge": challenge}))
    elif _gave_contact(facts) and facts.channel == "chat":
        acts.append(Act("thanks_for_contact"))
    elif "authority" in facts.learned and facts.grid["authority"].value in ("ringi", "superior"):
        acts.append(Act("approval"))
    elif facts.learned and facts.heard.declines:
        acts.append(Act("no_need"))
    elif facts.learned and facts.situation not in ANSWERS - {Situation.UNCLEAR}:
        acts.append(Act("thanks_for_answer"))
    return acts


def _mirrored(facts: TurnFacts) -> str | None:
    """Return the prospect's own words for their problem; a support case is not a sales challenge.

    Nobody's words go to an address that somebody else may have typed.
    """
    if not facts.verified or "challenge" not in facts.learned:
        return None
    if facts.situation in (Situation.SUPPORT, Situation.DISCOUNT):
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


def _gave_contact(facts: TurnFacts) -> bool:
    return "contact" in facts.learned and facts.grid["contact"].status in KNOWN


def _settled(facts: TurnFacts) -> bool:
    contact = facts.grid.get("contact")
    return contact is not None and contact.status in SETTLED and facts.situation not in NO_QUESTIONS


def _buying(facts: TurnFacts) -> list[str]:
    acts = [intent for intent in facts.heard.intents if intent.startswith(("ask_", "request_"))]
    return [*acts, BOUGHT[facts.situation]] if facts.situation in BOUGHT else acts
