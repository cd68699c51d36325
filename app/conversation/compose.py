"""From the plan to words without a model: one text per act, the question last, sources numbered. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation.plan import Act, Plan
from app.core.templating import Texts
from app.knowledge.passages import Citation, Passage
from app.understanding.facts import Lang

QUICK_REPLIES: dict[str, tuple[str, ...]] = {
    "timing": ("timing.asap", "timing.three_months", "timing.six_months", "timing.undecided"),
    "contact": ("contact.decline",),
}
QUESTION = "question"
NEW_PARAGRAPH = frozenset({"case", "next_step", "waiting"})
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


def compose(plan: Plan, texts: Texts, *, lang: Lang) -> Draft:
    """Return the planned reply in the words of the templates."""
    citations = number([passage for act in plan.acts for passage in act.passages])
    numbers = {citation.passage.document_id: citation.n for citation in citations}
    lines = [_line(act, texts, lang=lang, numbers=numbers) for act in plan.acts]
    if plan.ask:
        lines.append(question(plan.ask, texts, lang=lang))
    return Draft(tuple(lines), citations, quick_replies(plan.ask, texts, lang=lang))


def question(slot: str, texts: Texts, *, lang: Lang) -> Line:
    """Return our own wording of the question for a slot."""
    return Line(texts(lang, f"ask.{slot}"), paragraph=True, kind=QUESTION)


def quick_replies(slot: str | None, texts: Texts, *, lang: Lang) -> tuple[dict[str, str], ...]:
    """Return the buttons under a question; each sends its label as an ordinary message."""
    return tuple({"id": name, "label": texts(lang, f"quick.{name}")} for name in QUICK_REPLIES.get(slot or "", ()))


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


def _line(act: Act, texts: Texts, *, lang: Lang, numbers: dict[str, int]) -> Line:
    untold = act.kind == "case" and not all(act.data.get(name) for name in ("customer", "industry", "figure"))
    text = texts(lang, "act.case_untold" if untold else f"act.{act.kind}", **act.data)
    return Line(text, _sources(act, numbers), paragraph=act.kind in NEW_PARAGRAPH, kind=act.kind)


def _sources(act: Act, numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers[passage.document_id] for passage in act.passages))
