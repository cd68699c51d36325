"""Write the briefing: the sections in their order, cut to what is read in 30 seconds. Pure, no model."""

from __future__ import annotations

from app.briefing.card import Briefing, Line, Section, clip, fold
from app.briefing.facts import Facts
from app.briefing.grid import already_said, grid, pages
from app.briefing.header import header, why_now
from app.briefing.mask import without_addresses, without_numbers
from app.briefing.opening import next_step, open_with, watch_out
from app.briefing.pen import Pen
from app.core.templating import Texts


def write(facts: Facts, texts: Texts, lang: str) -> Briefing:
    """Return the card in `lang`: at most `card.LIMIT` above the fold, every line with its source."""
    if not facts.card.phone_ok:
        facts = without_numbers(facts, mark=texts(lang, "briefing.hidden_number"))
    pen = Pen(facts, texts, lang)
    why, step = why_now(pen), next_step(pen)
    sections = [
        Section("header", "", tuple(header(pen))),
        Section("why", "", (why,)),
        Section("grid", pen.t("section.grid"), tuple(grid(pen))),
        Section("pages", pen.t("section.pages"), tuple(pages(pen))),
        Section("said", pen.t("section.said"), tuple(already_said(pen))),
        Section("open", pen.t("section.open"), tuple(open_with(pen))),
        Section("watch", "", tuple(watch_out(pen))),
        Section("next", "", (step,)),
    ]
    above, below = fold(sections, lang=lang)
    due = facts.due.at if facts.due.stage in ("claim", "contact") else None
    return Briefing(
        facts.lead_id,
        lang,
        facts.lang,
        facts.band,
        due,
        above,
        below,
        notice=_notice(Pen(without_addresses(facts, mark="…"), texts, lang)),
    )


def _notice(pen: Pen) -> str:
    """Who, why, what we know, what next; addresses and numbers stay in the console."""
    facts, step = pen.facts, next_step(pen)
    who = [facts.card.company or "", pen.t("person", name=facts.card.name) if facts.card.name else ""]
    title = clip(" ".join(part for part in who if part) or pen.t("no_name"), 60, lang=pen.lang)
    known = [line for line in grid(pen) if line.key in ("challenge", "timing") and facts.known(line.key)]
    lines = [
        pen.joined([pen.texts(pen.lang, f"band.{facts.band}"), title]),
        _said(pen, why_now(pen)),
        *(pen.t("notice.fact", label=line.label, fact=_said(pen, line)) for line in known),
        pen.t("notice.fact", label=step.label, fact=step.text),
    ]
    return "\n".join(lines)


def _said(pen: Pen, line: Line) -> str:
    quote = pen.t("quoted", quote=line.quote) if line.quote else ""
    return " ".join(part for part in (line.text, quote) if part)
