"""From the plan to words without a model: a text for each act, sources numbered, questions after them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.conversation.acts import CALLS, Act
from app.conversation.lines import Line, fit, join, space
from app.conversation.memo import memo
from app.conversation.plan import Plan
from app.conversation.turn_facts import Channel
from app.conversation.variants import Voice
from app.core.templating import Texts
from app.retrieval.passages import Citation, Passage
from app.understanding.facts import Lang

__all__ = ["QUESTION", "Draft", "Line", "compose", "join", "number", "space"]

QUICK_REPLIES: dict[str, tuple[str, ...]] = {
    "timing": ("timing.asap", "timing.three_months", "timing.six_months", "timing.undecided"),
    "contact": ("contact.decline",),
}
QUESTION = "question"
NEW_PARAGRAPH = frozenset({"answer", "maybe", "document", "case", "maker", "next_step", "waiting", "closed"})
HAPPENS_NEXT = frozenset({"next_step", "waiting", "closed"})
PERSON_TOLD = frozenset({"handoff", "reminder", "no_ai"})  # beside these a person need not be offered
DETAILS = ("addressee", "quantity", "wanted_by", "in_use")
LISTED: Mapping[Lang, str] = {"ja": "、", "en": "; "}
LONGEST: Mapping[Channel, Mapping[Lang, int]] = {
    "chat": {"ja": 400, "en": 700},
    "email": {"ja": 300, "en": 540},  # with what frames it, a letter of 450 characters or 150 words
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply in the words of the templates; `said` are the ids of the texts used, in order."""

    lines: tuple[Line, ...]
    citations: tuple[Citation, ...]
    quick_replies: tuple[dict[str, str], ...]
    said: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return join(self.lines)


def compose(
    plan: Plan,
    texts: Texts,
    *,
    lang: Lang,
    channel: Channel = "chat",
    seed: str = "",
    said: Sequence[str] = (),
) -> Draft:
    """Return the planned reply in the words of the templates, none of those `said` while there are others.

    A chat ends with its question and offers buttons. A mail goes on after the questions with what happens next. What
    documents say is shortened where the reply would be too long to read. The first reply stands behind the opener and
    does not say the same again.
    """
    voice = Voice(texts, lang, seed=seed, said=said)
    citations = number([passage for act in plan.acts for passage in act.passages])
    numbers = {citation.passage.document_id: citation.n for citation in citations}
    by_mail = ("mail",) if said else ("first.mail", "mail")
    places = (*(by_mail if channel == "email" else ()), *(() if said else ("first",)))
    acts = [line for act in plan.acts for line in _lines(act, voice, plan=plan, places=places, numbers=numbers)]
    if channel == "email":
        last = [line for line in acts if line.kind in HAPPENS_NEXT]
        first = [line for line in acts if line.kind not in HAPPENS_NEXT]
        lines = [*first, *_listed(plan.asks, voice), *last]
    else:
        lines = [*acts, *_asked(plan, voice)]
    buttons = _buttons(plan.asks, texts, lang=lang) if channel == "chat" else ()
    sources = {citation.n: citation.passage for citation in citations}
    linked = [n for n, passage in sources.items() if passage.url]
    if channel == "email":
        linked = [n for n in linked if n in (1, len(sources))]  # a letter links its first document and its last
    asked_for = any(act.kind == "case" and act.data.get("asked") for act in plan.acts)
    if not asked_for and any(line.quoted for line in lines) and len(join(lines)) > LONGEST[channel][lang]:
        lines = [line for line in lines if line.kind != "case"]  # an answer is not cut for a story nobody asked for
    fitted = fit(
        lines,
        longest=LONGEST[channel][lang],
        more=lambda line: voice.say("act.answer_more") if line.sources[0] in linked else "",
        instead=lambda line: voice.say("act.answer_elsewhere", title=_page(line, sources).title),
    )
    return Draft(fitted, citations, buttons, voice.said)


def number(passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """Number the sources in the order they are used, one number per document."""
    seen: dict[str, Passage] = {}
    for passage in passages:
        seen.setdefault(passage.document_id, passage)
    return tuple(Citation(n, passage) for n, passage in enumerate(seen.values(), start=1))


def _lines(act: Act, voice: Voice, *, plan: Plan, places: Sequence[str], numbers: Mapping[str, int]) -> list[Line]:
    mail = "mail" in places
    if act.kind == "pack":
        again = any(one.startswith("pack.head") for one in voice.before)
        head = Line(voice.say("pack.head_again" if again else "pack.head"), kind=act.kind, paragraph=mail)
        return [head, Line(memo(act, voice, numbers=numbers), kind=act.kind, paragraph=True)]
    kind, data = _said_as(act, voice, plan=plan)
    own = next((place for place in places if voice.texts.has(voice.lang, f"act.{place}.{kind}")), None)
    quoted = data.get("text", "") if act.kind == "answer" else ""
    listed = "\n" in quoted or bool(data.get("question"))
    apart = mail or act.kind in NEW_PARAGRAPH or listed
    text = voice.say(f"act.{own}.{kind}" if own else f"act.{kind}", **data)
    return [Line(text, _sources(act, numbers), apart, act.kind, quoted)]


def _said_as(act: Act, voice: Voice, *, plan: Plan) -> tuple[str, Mapping[str, str]]:
    """Return which text an act has, by what is known and what is said beside it, and what fills it."""
    kind, data = _beside(act, plan), act.data
    if data.get("name"):
        return f"{kind}_named", data
    if data.get("unreached"):
        return f"{kind}_unreached", {}
    if data.get("late"):
        return f"{kind}_late", {}
    if kind == "case" and not all(data.get(name) for name in ("customer", "industry", "figure")):
        return "case_untold", data
    if kind == "call_outside" and not data.get("asked"):
        return "call_wanted", data
    if kind == "quote_noted":
        told = [voice.say(f"detail.{name}", **data) for name in DETAILS if data.get(name)]
        return ("quote_noted", {"details": LISTED[voice.lang].join(told)}) if told else ("quote", data)
    if kind == "answer" and act.passages and act.passages[0].lang != voice.lang:
        kind, data = "answer_other_language", {**data, "title": act.passages[0].title}
    return (f"{kind}_of" if data.get("question") else kind), data


def _beside(act: Act, plan: Plan) -> str:
    """Return the kind of an act, or its own for a place where the rest of the turn has said a part of it."""
    others = {other.kind for other in plan.acts}
    if act.kind == "identity" and PERSON_TOLD & others:
        return "identity_told"
    if act.kind == "no_discount" and any(other.kind == "answer" for other in plan.acts[: plan.acts.index(act)]):
        return "no_discount_told"
    if act.kind == "document" and {"questionnaire", "questionnaire_noted"} & others:
        return "document_too"
    if act.kind == "waiting" and ("ai" in plan.memory.refused or plan.memory.spoken):
        return "waiting_only"  # who will not, or cannot, talk to us is not invited to
    return act.kind


def _sources(act: Act, numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers[passage.document_id] for passage in act.passages))


def _page(line: Line, sources: Mapping[int, Passage]) -> Passage:
    return sources[line.sources[0]]


def _asked(plan: Plan, voice: Voice) -> list[Line]:
    """Return the questions of a chat; who wishes a call is asked for a number, and nobody for a name we know."""
    contact = "contact_call" if any(act.kind in CALLS for act in plan.acts) else "contact"
    asked = {"contact": f"{contact}_named" if plan.named else contact, "phone": "contact_call_named"}
    return [Line(voice.say(f"ask.{asked.get(slot, slot)}"), paragraph=True, kind=QUESTION) for slot in plan.asks]


def _listed(asks: Sequence[str], voice: Voice) -> list[Line]:
    """Return the questions of a mail as one paragraph: a list that can be answered in a word each."""
    if not asks:
        return []
    marks = ("1. ", "2. ") if len(asks) > 1 else ("・" if voice.lang == "ja" else "- ",)
    rows = [mark + voice.say(f"ask.mail.{slot}") for mark, slot in zip(marks, asks, strict=True)]
    lead = voice.say("ask.mail.two" if len(asks) > 1 else "ask.mail.one")
    return [Line("\n".join((lead, *rows)), paragraph=True, kind=QUESTION)]


def _buttons(asks: Sequence[str], texts: Texts, *, lang: Lang) -> tuple[dict[str, str], ...]:
    """Return the buttons under a chat question; each sends its label as an ordinary message."""
    names = [name for slot in asks for name in QUICK_REPLIES.get(slot, ())]
    return tuple({"id": name, "label": texts(lang, f"quick.{name}")} for name in names)
