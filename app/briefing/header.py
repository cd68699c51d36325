"""Who it is, how to reach them, how urgent, and why now. Pure."""

from __future__ import annotations

import re
from datetime import timedelta

import phonenumbers

from app.briefing.card import Line
from app.briefing.facts import Facts, Heard, Source
from app.briefing.matter import matter_in
from app.briefing.pen import DAY, Pen, asks, question_in, sentence_with

SERVICE = ("crisis", "emergency", "complaint", "support")
WISHES = ("handoff", "sympathy", "order", "no_discount", "quote", "meeting")
ASKED = ("price", "document")  # what they asked for, not what they told
REASONS = 3
KANJI = re.compile(r"[一-鿿]")


def header(pen: Pen) -> list[Line]:
    """Return the lines that always head the card."""
    facts = pen.facts
    arrived = facts.event("lead_received")
    return [
        pen.line("company", facts.card.company or pen.t("no_company"), _from(pen, "company"), rank=0, room=28),
        pen.line("person", _person(pen), _from(pen, "name"), rank=0, room=40),
        pen.line("reach", _reach(pen), _from(pen, "phone", "email", "contact"), rank=0, room=76),
        pen.line("band", _band(pen), facts.event("lead_scored", "lead_received"), rank=0, room=48),
        pen.line("clock", _clock(pen), facts.event("first_contact", "notice_sent", "lead_received"), rank=0, room=26),
        pen.line("owner", _owner(pen), _owned(pen), rank=0, room=20),
        pen.line("source", pen.joined([_source(pen), _language(pen)]), arrived, rank=0, room=20),
        pen.line("consent", _consent(pen), facts.agreed_source or arrived, rank=0, room=12),
    ]


def why_now(pen: Pen) -> Line:
    """Return the one sentence that says why to call now, with one verbatim quote."""
    facts = pen.facts
    reason = pressing(pen)
    if not facts.heard:
        return pen.line("why", pen.t(f"why.{reason}"), facts.event("lead_received"), rank=0, room=40)
    said, quote = words_for(facts, reason)
    text = pen.t("why.when", why=pen.t(f"why.{reason}"), ago=pen.ago(facts.heard[-1].at))
    return pen.line(
        "why", text, Source("message", said.id), rank=0, room=40, quote=pen.words(quote, 48) if quote else None
    )


def pressing(pen: Pen) -> str:
    """Return the code of what presses most: trouble, a wish that was answered, then the best reason of the score."""
    facts = pen.facts
    for act in SERVICE:
        if act in facts.acts:
            return act
    codes = [one.code for one in facts.reasons]
    wish = next((act for act in WISHES if act in facts.acts), None)
    first = next((code for code in codes if pen.has(f"briefing.why.{code}")), None)
    return wish or first or "wrote"


def phone_shown(pen: Pen) -> str | None:
    """Return the number as it is dialled in its country; None if there is none or calls are not wanted."""
    card = pen.facts.card
    if not card.phone or not card.phone_ok:
        return None
    try:
        parsed = phonenumbers.parse(card.phone)
    except phonenumbers.NumberParseException:
        return card.phone
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def words_for(facts: Facts, reason: str) -> tuple[Heard, str]:
    """Return the message that shows the reason and the sentence to quote from it, empty where none is theirs; there
    must be a message.
    """
    reply = facts.acts.get(reason)
    if reply:
        asked = facts.answered.get(reply, facts.heard[-1])
        pick = matter_in if reason in SERVICE else question_in
        return asked, pick(asked.text) if asked.own else ""
    cell = facts.known("timing") if reason in ("asap", "soon", "later") else None
    cell = cell if cell and cell.quote else facts.known("challenge")
    asked_last = next((one for one in reversed(facts.heard) if asks(one.text)), None) if reason in ASKED else None
    if asked_last is not None:
        return asked_last, question_in(asked_last.text) if asked_last.own else ""
    said = next((one for one in facts.heard if cell and one.id == cell.message_id), facts.heard[-1])
    return said, sentence_with(said.text, cell.quote if cell else None) if said.own else ""


def _person(pen: Pen) -> str:
    card = pen.facts.card
    if not card.name:
        return pen.joined([pen.t("no_name"), card.role or ""])
    unread = KANJI.search(card.name) and not card.reading
    reading = pen.t("no_reading") if unread else card.reading
    who = pen.t("person.reading" if reading else "person", name=card.name, reading=reading or "")
    return pen.joined([who, card.role or ""])


def _reach(pen: Pen) -> str:
    card = pen.facts.card
    phone = phone_shown(pen) or ("" if card.phone_ok else pen.t("no_calls"))
    email = pen.t("unverified", address=card.email) if card.email and not pen.facts.email_verified else card.email
    called = pen.joined([phone, pen.hours() if card.phone_ok else ""])
    return pen.joined([called, email or "", *card.beside], by="joint.addresses") or pen.t("unknown")


def _band(pen: Pen) -> str:
    reasons = [_reason_text(pen, one.code, value=one.value) for one in pen.facts.reasons]
    why = pen.joined([text for text in reasons if text][:REASONS], by="joint.reasons")
    band = pen.texts(pen.lang, f"band.{pen.facts.band}")
    return pen.t("band", band=band, why=why) if why else band


def _reason_text(pen: Pen, code: str, *, value: str) -> str:
    if pen.has(f"briefing.reason.{code}"):
        return pen.t(f"reason.{code}")
    return pen.texts(pen.lang, f"reason.{code}", value=value) if pen.has(f"reason.{code}") else ""


def _clock(pen: Pen) -> str:
    due = pen.facts.due
    if due.at is None:
        return pen.t("clock.waiting")
    if due.stage == "contacted":
        name = "contacted_by" if due.by else "contacted"
        return pen.t(f"clock.{name}", at=pen.moment(due.at), by=due.by or "")
    left = due.at - pen.facts.now
    if left < timedelta(0):
        return pen.t("clock.late", span=pen.span(max(-left, timedelta(minutes=1))))
    if left > DAY:
        return pen.t("clock.until", at=pen.moment(due.at))
    if left <= timedelta(minutes=1):
        return pen.t(f"clock.{due.stage}_soon")
    return pen.t(f"clock.{due.stage}", span=pen.span(left + timedelta(seconds=59)))


def _owner(pen: Pen) -> str:
    facts = pen.facts
    if facts.owner is None:
        return pen.t("no_owner")
    return pen.t("owner.claimed" if facts.claimed else "owner", name=facts.owner)


def _owned(pen: Pen) -> Source:
    return pen.facts.event("lead_claimed", "escalated", "reassigned", "lead_assigned", "lead_received")


def _source(pen: Pen) -> str:
    source = pen.facts.source
    return pen.texts(pen.lang, f"source.{source}") if pen.has(f"source.{source}") else source


def _language(pen: Pen) -> str:
    lang = pen.facts.lang
    return pen.t(f"lang.{lang}") if pen.has(f"briefing.lang.{lang}") else lang


def _consent(pen: Pen) -> str:
    return pen.t({True: "consent.yes", False: "consent.no", None: "consent.none"}[pen.facts.agreed])


def _from(pen: Pen, *slots: str) -> Source:
    cells = (pen.facts.cells.get(slot) for slot in slots)
    return pen.facts.message(next((cell.message_id for cell in cells if cell and cell.message_id), None))
