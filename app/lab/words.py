"""A fault in a person's words, for the terminal and the page."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.templating import Texts
from app.lab.sheet import Fault

FAULTS: Mapping[str, str] = {
    "band": "lab.fault.band",
    "handoff": "lab.fault.handoff",
    "booking": "lab.fault.booking",
    "source": "lab.fault.source",
    "reask": "lab.fault.reask",
    "refused": "lab.fault.refused",
    "spoke": "lab.fault.spoke",
    "silent": "lab.fault.silent",
    "says": "lab.fault.says",
    "never": "lab.fault.never",
    "asks": "lab.fault.asks",
    "lang": "lab.fault.lang",
    "repeated": "lab.fault.repeated",
    "human": "lab.fault.human",
    "booked": "lab.fault.booked",
    "agreed": "lab.fault.agreed",
    "banned": "lab.fault.banned",
    "flattery": "lab.fault.flattery",
    "markup": "lab.fault.markup",
    "figure": "lab.fault.figure",
    "address": "lab.fault.address",
    "questions_at_once": "lab.fault.questions_at_once",
    "questions_in_all": "lab.fault.questions_in_all",
    "too_long": "lab.fault.too_long",
    "shown": "lab.fault.shown",
    "asked": "lab.fault.asked",
    "did": "lab.fault.did",
}
SLOTS: Mapping[str, str] = {
    "name": "lab.slot.name",
    "company": "lab.slot.company",
    "email": "lab.slot.email",
    "phone": "lab.slot.phone",
    "role": "lab.slot.role",
    "team_size": "lab.slot.team_size",
    "timing": "lab.slot.timing",
    "challenges": "lab.slot.challenges",
    "authority": "lab.slot.authority",
    "tool": "lab.slot.tool",
}
TOPICS: Mapping[str, str] = {
    **SLOTS,
    "challenge": "lab.slot.challenges",
    "contact": "lab.topic.contact",
    "call_time": "lab.topic.call_time",
}
MEASURES: Mapping[str, str] = {
    "slots": "lab.measure.slots",
    "reasks": "lab.measure.reasks",
    "band": "lab.measure.band",
    "handoff": "lab.measure.handoff",
    "booking": "lab.measure.booking",
    "sources": "lab.measure.sources",
    "replies": "lab.measure.replies",
    "forbidden": "lab.measure.forbidden",
}
SHORT: Mapping[str, str] = {
    "slots": "lab.short.slots",
    "reasks": "lab.short.reasks",
    "band": "lab.short.band",
    "handoff": "lab.short.handoff",
    "booking": "lab.short.booking",
    "sources": "lab.short.sources",
    "replies": "lab.short.replies",
    "forbidden": "lab.short.forbidden",
}
BANDS: Mapping[str, str] = {"hot": "lab.band.hot", "warm": "lab.band.warm", "cold": "lab.band.cold"}
LANGUAGES: Mapping[str, str] = {"ja": "lab.lang.ja", "en": "lab.lang.en"}
ANSWERS: Mapping[str, str] = {"yes": "lab.yes", "no": "lab.no"}
TIMINGS: Mapping[str, str] = {
    "asap": "lab.timing.asap",
    "undecided": "lab.timing.undecided",
    "past": "lab.timing.past",
    "none": "lab.nothing",
}
OF_RULE: Mapping[str, Mapping[str, str]] = {
    "timing": TIMINGS,
    "band": BANDS,
    "handoff": ANSWERS,
    "booking": ANSWERS,
    "lang": LANGUAGES,
    "reask": TOPICS,
    "asked": TOPICS,
    "asks": TOPICS,
}


def describe(fault: Fault, texts: Texts, *, lang: str) -> str:
    """Return one line that says what was wanted and what came instead."""
    wanted, got = (_value(fault.rule, value, texts, lang) for value in (fault.wanted, fault.got))
    if fault.measure == "slots":
        slot = texts(lang, SLOTS[fault.rule])
        line = texts(lang, "lab.fault.slot", slot=slot, wanted=wanted, got=got)
    else:
        line = texts(lang, FAULTS[fault.rule], wanted=wanted, got=got)
    return line if fault.turn is None else texts(lang, "lab.in_reply", number=fault.turn, fault=line)


def _value(rule: str, value: str, texts: Texts, lang: str) -> str:
    if value in ("", "-"):
        return texts(lang, "lab.nothing")
    known = OF_RULE.get(rule, {})
    parts = [texts(lang, known[part]) if part in known else part for part in value.split(", ")] if known else [value]
    return texts(lang, "lab.and").join(parts)
