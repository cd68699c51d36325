"""From the plan to words without a model: one text per act, sources numbered, questions after them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation.plan import Act, Plan
from app.conversation.turn_facts import Channel
from app.core.templating import Texts
from app.retrieval.passages import Citation, Passage
from app.understanding.facts import Lang

QUICK_REPLIES: dict[str, tuple[str, ...]] = {
    "timing": ("timing.asap", "timing.three_months", "timing.six_months", "timing.undecided"),
    "contact": ("contact.decline",),
}
QUESTION = "question"
NEW_PARAGRAPH = frozenset({"case", "next_step", "waiting", "closed"})
HAPPENS_NEXT = frozenset({"next_step", "waiting", "closed"})
MAIL_WORDS = frozenset(
    {"identity", "no_need", "document", "crisis", "hello", "next_step", "waiting", "closed"}
)  # what a mail says otherwise than a chat (`act.mail.…`)
JAPANESE_END = re.compile(r"[。！？」](?:\[\d{1,2}\])*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, with the sources of its facts; `kind` is that of its act, or QUESTION."""

    text: str
    sources: tuple[int, ...] = ()
    paragraph: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply in the words of the templates."""

    lines: tuple[Line, ...]
    citations: tuple[Citation, ...]
    quick_replies: tuple[dict[str, str], ...]

    @property
    def text(self) -> str:
        return join(self.lines)


def compose(plan: Plan, texts: Texts, *, lang: Lang, channel: Channel = "chat") -> Draft:
    """Return the planned reply in the words of the templates.

    A chat ends with its question and offers buttons. A mail goes on after the questions with what happens next.
    """
    citations = number([passage for act in plan.acts for passage in act.passages])
    numbers = {citation.passage.document_id: citation.n for citation in citations}
    acts = [_line(act, texts, lang=lang, channel=channel, numbers=numbers) for act in plan.acts]
    if channel == "email":
        last = [line for line in acts if line.kind in HAPPENS_NEXT]
        first = [line for line in acts if line.kind not in HAPPENS_NEXT]
        return Draft((*first, *_listed(plan.asks, texts, lang=lang), *last), citations, ())
    asked = [Line(texts(lang, f"ask.{slot}"), paragraph=True, kind=QUESTION) for slot in plan.asks]
    return Draft((*acts, *asked), citations, _buttons(plan.asks, texts, lang=lang))


def number(passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """Number the sources in the order they are used, one number per document."""
    seen: dict[str, Passage] = {}
    for passage in passages:
        seen.setdefault(passage.document_id, passage)
    return tuple(Citation(n, passage) for n, passage in enumerate(seen.values(), start=1))


def join(lines: Sequence[Line]) -> str:
    """Return the lines as one text: sentences run on, paragraphs are apart, source numbers follow their facts."""
    text = ""
    for line in lines:
        gap = "\n\n" if text and line.paragraph else space(text)
        text += gap + line.text + "".join(f"[{n}]" for n in line.sources)
    return text


def space(before: str) -> str:
    """Return what stands between `before` and the next sentence: nothing after a Japanese one."""
    return "" if not before or JAPANESE_END.search(before) else " "


def _line(act: Act, texts: Texts, *, lang: Lang, channel: Channel, numbers: dict[str, int]) -> Line:
    mail = channel == "email"
    kind = f"mail.{act.kind}" if mail and act.kind in MAIL_WORDS else act.kind
    if act.kind == "case" and not all(act.data.get(name) for name in ("customer", "industry", "figure")):
        kind = "case_untold"
    data = act.data
    if act.kind == "answer" and act.passages and act.passages[0].lang != lang:
        kind, data = "answer_other_language", {**data, "title": act.passages[0].title}
    paragraph = mail or act.kind in NEW_PARAGRAPH
    return Line(texts(lang, f"act.{kind}", **data), _sources(act, numbers), paragraph, act.kind)


def _sources(act: Act, numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers[passage.document_id] for passage in act.passages))


def _listed(asks: Sequence[str], texts: Texts, *, lang: Lang) -> list[Line]:
    """Return the questions of a mail as one paragraph: a list that can be answered in a word each."""
    if not asks:
        return []
    marks = ("1. ", "2. ") if len(asks) > 1 else ("・" if lang == "ja" else "- ",)
    rows = [mark + texts(lang, f"ask.mail.{slot}") for mark, slot in zip(marks, asks, strict=True)]
    lead = texts(lang, "ask.mail.two" if len(asks) > 1 else "ask.mail.one")
    return [Line("\n".join((lead, *rows)), paragraph=True, kind=QUESTION)]


def _buttons(asks: Sequence[str], texts: Texts, *, lang: Lang) -> tuple[dict[str, str], ...]:
    """Return the buttons under a chat question; each sends its label as an ordinary message."""
    names = [name for slot in asks for name in QUICK_REPLIES.get(slot, ())]
    return tuple({"id": name, "label": texts(lang, f"quick.{name}")} for name in names)
