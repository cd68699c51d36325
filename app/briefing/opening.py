"""How to begin the call or the reply, what to watch, and the next step. Pure.

What is said to the prospect is in the prospect's language, whatever language the rep reads.
"""

from __future__ import annotations

from dataclasses import replace

import phonenumbers
from phonenumbers import PhoneNumberType

from app.briefing.card import Line, clip
from app.briefing.facts import SLOTS, Cited, Facts, Source
from app.briefing.header import SERVICE, phone_shown, pressing, words_for
from app.briefing.pen import Pen

NOT_SALES = ("job_applicant", "sales_pitch", "competitor", "abusive", "press")
MOST_GAPS = 3
FIRST_WATCHES = 2
SCRIPT = 400  # what is spoken is short by its parts and never cut


def open_with(pen: Pen) -> list[Line]:
    """Return what to say first, at most three questions that are open, and the case study with its figure."""
    facts = pen.facts
    if facts.opted_out or facts.kind in NOT_SALES or "crisis" in facts.acts:
        return []
    spoken = pen.in_language(facts.lang)
    lines = _first_words(pen, spoken)
    if not _is_service(facts):
        lines += [*_gaps(pen, spoken), *_case(pen, spoken)]
    return [replace(line, lang=spoken.lang) for line in lines] if spoken.lang != pen.lang else lines


def watch_out(pen: Pen) -> list[Line]:
    """Return what must not go wrong, the most serious first."""
    return [
        pen.line("watch", pen.t(f"watch.{code}"), source, rank=0 if place < FIRST_WATCHES else 6, room=36)
        for place, (code, source) in enumerate(_watches(pen.facts))
    ]


def next_step(pen: Pen) -> Line:
    """Return the one thing to do now."""
    facts = pen.facts
    source = Source("message", facts.heard[-1].id) if facts.heard else facts.event("lead_received")
    code = _stop(facts) or _after_contact(facts) or _way(pen)
    return pen.line("next", pen.t(f"next.{code}", hours=pen.hours()), source, rank=0, room=44)


def _first_words(pen: Pen, spoken: Pen) -> list[Line]:
    facts = pen.facts
    source, topic = _topic(spoken)
    us = _us(spoken)
    name = clip(facts.card.name or "", 20, lang=spoken.lang)
    tone = next((act for act in SERVICE if act in facts.acts), "support" if facts.kind == "customer" else "sales")
    if phone_shown(pen) is None:
        greeting = spoken.t("write.hello" if name else "write.hello_unnamed", name=name)
        text = spoken.t(f"write.{tone}", greeting=greeting, us=us, topic=topic)
        return [pen.line("write", text, source, rank=3, room=SCRIPT)]
    direct = _is_mobile(facts)
    greeting = spoken.t("call.hello", name=name) if name and direct else ""
    text = spoken.t(f"call.{tone}", greeting=greeting, us=us, topic=topic)
    person = pen.line("call_person", text, source, rank=3, room=SCRIPT)
    if direct:
        return [person]
    text = spoken.t("desk.named" if name else "desk.unnamed", us=us, name=name)
    return [pen.line("desk", text, facts.event("lead_received"), rank=5, room=SCRIPT), person]


def _topic(spoken: Pen) -> tuple[Source, str]:
    facts = spoken.facts
    trouble = next((act for act in SERVICE if act in facts.acts), None)
    if trouble and facts.heard:
        said, quote = words_for(facts, trouble)
        if not quote:
            return Source("message", said.id), spoken.t("topic.wrote")
        return Source("message", said.id), spoken.t("topic.quoted", quote=spoken.words(quote, 36).rstrip("。."))
    challenge = facts.known("challenge")
    if challenge and challenge.quote:
        return facts.message(challenge.message_id), spoken.t("topic.quoted", quote=spoken.words(challenge.quote, 36))
    last = facts.heard[-1].id if facts.heard else None
    reason = pressing(spoken)
    known = spoken.has(f"briefing.topic.{reason}")
    return facts.message(last), spoken.t(f"topic.{reason}" if known else "topic.wrote")


def _us(spoken: Pen) -> str:
    facts = spoken.facts
    company, name = facts.us.get(spoken.lang), facts.owner
    if spoken.lang == "en":
        name = facts.owner_en or name
    if company and name:
        company, name = (clip(one, 16, lang=spoken.lang) for one in (company.rstrip("."), name))
        return spoken.t("us", company=company, name=name)
    return clip(company or name or "", 24, lang=spoken.lang) or spoken.t("us.blank")


def _gaps(pen: Pen, spoken: Pen) -> list[Line]:
    facts = pen.facts
    wanted = ("contact", *SLOTS) if not (facts.card.email or facts.card.phone) else SLOTS[:-1]
    missing = [slot for slot in dict.fromkeys(wanted) if _is_open(facts, slot)][:MOST_GAPS]
    first, later = 6, 10
    return [
        pen.line("gap", spoken.t(f"gap.{slot}"), facts.message(facts.cell(slot).message_id), rank=rank)
        for slot, rank in zip(missing, (first, later, later), strict=False)
    ]


def _is_open(facts: Facts, slot: str) -> bool:
    if slot == "team_size" and facts.card.team_size:
        return False
    return facts.cell(slot).status in ("unknown", "asked")


def _case(pen: Pen, spoken: Pen) -> list[Line]:
    told: Cited | None = next((one for one in reversed(pen.facts.cited) if one.figure), None)
    if told is None:
        return []
    who = spoken.t("case.customer", name=told.customer) if told.customer else told.title
    text = spoken.t("case", who=who, figure=told.figure)
    return [pen.line("case", text, Source("message", told.message_id), rank=4, room=70)]


def _watches(facts: Facts) -> list[tuple[str, Source]]:
    received = facts.event("lead_received")

    def of(act: str) -> Source:
        return facts.message(facts.acts.get(act))

    found: list[tuple[str, Source]] = []
    if facts.opted_out:
        found.append(("opted_out", of("opt_out")))
    found += [(act, of(act)) for act in ("crisis", "emergency", "abuse", "complaint") if act in facts.acts]
    if _is_service(facts) and not found:
        found.append(("customer", of("support")))
    if not facts.card.phone_ok:
        found.append(("no_calls", of("no_calls")))
    if facts.kind in ("competitor", "partner"):
        found.append((facts.kind, received))
    found += [("lapsed", told.source) for told in facts.told if told.lapsed][:1]
    found += [(act, of(act)) for act in ("no_discount", "injection") if act in facts.acts]
    if facts.calls and facts.calls[0].result == "wrong_number":
        found.append(("wrong_number", facts.calls[0].source))
    return found


def _stop(facts: Facts) -> str | None:
    if facts.opted_out:
        return "opted_out"
    if "crisis" in facts.acts:
        return "crisis"
    if facts.kind in ("competitor", "abusive", "press"):
        return "manager"
    return "not_sales" if facts.kind in NOT_SALES else None


def _after_contact(facts: Facts) -> str | None:
    if facts.due.stage != "contacted":
        return None
    return f"after.{facts.calls[0].result}" if facts.calls else "after.message"


def _way(pen: Pen) -> str:
    facts = pen.facts
    service = _is_service(facts)
    if phone_shown(pen) and (facts.band != "cold" or service):
        if service:
            return "call_service"
        return "call_now" if _may_call_now(pen) else "call_at"
    if facts.card.email:
        return "mail_service" if service else "mail"
    return "chat_service" if service else "chat"


def _may_call_now(pen: Pen) -> bool:
    """Say whether it is the day, and the time of the day, for which they asked."""
    card, now = pen.facts.card, pen.local(pen.facts.now)
    if pen.facts.call_day is not None and now.date() < pen.facts.call_day:
        return False
    return (card.call_from or "00:00") <= f"{now:%H:%M}" <= (card.call_until or "23:59")


def _is_service(facts: Facts) -> bool:
    return facts.kind == "customer" or any(act in facts.acts for act in SERVICE)


def _is_mobile(facts: Facts) -> bool:
    try:
        number = phonenumbers.parse(facts.card.phone or "")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(number) == PhoneNumberType.MOBILE
