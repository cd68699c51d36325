"""What we know and what not, in the prospect's words; and what the assistant has already said. Pure."""

from __future__ import annotations

from uuid import UUID

from babel.dates import format_skeleton

from app.briefing.card import Line
from app.briefing.facts import SLOTS, Cell, Source, Told
from app.briefing.pen import Pen, question_in
from app.conversation.slots import day

RANK = {"challenge": 2, "timing": 2, "authority": 4, "tool": 9, "team_size": 9, "contact": 9}


def grid(pen: Pen) -> list[Line]:
    """Return one line per slot; what nobody told us stays open. A quote comes with what it has to say."""
    return [*(_cell(pen, slot) for slot in SLOTS), *_quote(pen)]


def pages(pen: Pen) -> list[Line]:
    """Return the page events that matter, newest first: for the rep's understanding, never to be read out."""
    lines = []
    for one in pen.facts.viewed:
        often = pen.t("views", n=one.views) if one.views > 1 else ""
        text = pen.joined([pen.words(one.title, 30), often, pen.t("to_end") if one.to_end else ""])
        source, when = Source("signal", one.id), pen.moment(one.at)
        lines.append(pen.line("page", text, source, rank=11, room=50, label=when))
    return lines


def already_said(pen: Pen) -> list[Line]:
    """Return open questions and promises first, then calls, then the documents brought."""
    facts = pen.facts
    lines = [_told(pen, one) for one in facts.told]
    for call in facts.calls[:3]:
        text = pen.joined([pen.texts(pen.lang, f"call.{call.result}"), pen.moment(call.at), call.by])
        lines.append(pen.line("call", text, call.source, rank=4, room=40))
    for cited in facts.cited:
        lines.append(pen.line("document", cited.title, Source("message", cited.message_id), rank=12, room=40))
    return lines


def _cell(pen: Pen, slot: str) -> Line:
    cell = pen.facts.cell(slot)
    source, rank = pen.facts.message(cell.message_id), RANK[slot]
    if slot == "contact":
        return pen.line(slot, _reach(pen, cell), source, rank=4 if pen.hours() else rank, room=30)
    if slot == "team_size" and pen.facts.card.team_size:
        return pen.line(slot, pen.t("people", n=pen.facts.card.team_size), source, rank=rank)
    if pen.facts.known(slot) is None:
        return pen.line(slot, _missing(pen, cell), source, rank=rank)
    quote = pen.words(cell.quote, 40) if cell.quote else None
    text = _value(pen, slot, cell) or ("" if quote else cell.value or "")
    return pen.line(slot, text, source, rank=rank, room=30, quote=quote)


def _quote(pen: Pen) -> list[Line]:
    wish = pen.facts.quote_wish
    if not wish:
        return []
    said = {name: wish[name] for name in ("addressee", "quantity") if wish.get(name)}
    wanted_by = day(wish.get("wanted_by"))
    if wanted_by is not None:
        said["wanted_by"] = format_skeleton("MMMEd", wanted_by, locale=pen.lang)
    text = pen.joined([pen.t(f"quote.{name}", value=value) for name, value in said.items()]) or pen.t("quote.open")
    source = pen.facts.message(UUID(wish["message_id"]) if wish.get("message_id") else None)
    return [pen.line("quote", text, source, rank=3, room=60)]


def _value(pen: Pen, slot: str, cell: Cell) -> str:
    if slot == "timing":
        return pen.timing(cell)
    if slot == "authority" and pen.has(f"briefing.authority.{cell.value}"):
        return pen.t(f"authority.{cell.value}")
    return ""


def _missing(pen: Pen, cell: Cell) -> str:
    return pen.t({"declined": "declined", "asked": "asked"}.get(cell.status, "unknown"))


def _reach(pen: Pen, cell: Cell) -> str:
    card = pen.facts.card
    phone = card.phone if card.phone_ok else None
    if not phone and not card.email:
        return _missing(pen, cell)
    way = "both" if phone and card.email else "phone" if phone else "email"
    return pen.joined([pen.t(f"by.{way}"), pen.hours() if card.phone_ok else pen.t("no_calls")])


def _told(pen: Pen, told: Told) -> Line:
    known = pen.has(f"briefing.told.{told.what}")
    text = pen.t(f"told.{told.what}") if known else told.what
    due = pen.t("told.due", at=pen.moment(told.due_at)) if told.due_at else ""
    quote = pen.words(question_in(told.question), 36) if told.question else None
    key = "open_question" if told.what == "dont_know" else "promise"
    return pen.line(key, pen.joined([text, due]), told.source, rank=4, room=40, quote=quote)
