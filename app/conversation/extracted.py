"""What a model may say about a turn, and how much of it stands in the visitor's own words. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.conversation.guard_figures import figures
from app.conversation.transcript import Masked
from app.understanding.authority import read_authority
from app.understanding.facts import (
    Authority,
    Callback,
    Challenge,
    ChallengeCategories,
    ContactData,
    Lang,
    Timing,
    Understanding,
)
from app.understanding.normal import normalise
from app.understanding.timing import read_timing
from app.understanding.understand import understand

LONGEST_ANSWER = 4000
LONGEST_QUOTE = 200
LONGEST_NAME = 60  # of a company or a role
LEAST_LETTERS = 3  # of a problem or a wish: fewer stand in any message
MOST_CHALLENGES, MOST_INTENTS = 3, 4
STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)
NO_NAME = re.compile(r"@|://|[\n<>{}\[\]?？。!！]|\d{5}")

Intent = Literal[
    "ask_product",
    "ask_price",
    "ask_case_study",
    "ask_integration",
    "ask_security",
    "request_document",
    "request_demo_meeting",
]
"""What a model may hear. Who opts out, wants a person, complains or applies for a job is heard by the rules alone."""


class TimingRead(BaseModel):
    model_config = STRICT

    kind: Literal["asap", "range", "undecided", "none"]
    quote: str | None


class ChallengeRead(BaseModel):
    model_config = STRICT

    quote: str
    categories: list[str]


class IntentRead(BaseModel):
    model_config = STRICT

    name: Intent
    quote: str


class CallbackRead(BaseModel):
    model_config = STRICT

    method: Literal["phone", "email", "none"]
    quote: str


class Extracted(BaseModel):
    """All a model may say about a turn: codes, a number, and quotes that have not been checked yet.

    An e-mail address, a telephone number and a name have no place in it: the model gets none of them.
    """

    model_config = STRICT

    intents: list[IntentRead]
    timing: TimingRead
    challenges: list[ChallengeRead]
    authority: Literal["self", "superior", "ringi"] | None
    tool: str | None
    team_size: int | None
    callback: CallbackRead | None
    company: str | None
    role: str | None


def form(categories: ChallengeCategories) -> dict[str, Any]:
    """Return the JSON schema of an answer."""
    schema = Extracted.model_json_schema()
    schema["$defs"]["ChallengeRead"]["properties"]["categories"]["items"]["enum"] = list(categories)
    return schema


def read_answer(answer: str, categories: ChallengeCategories) -> Extracted | None:
    """Return the first JSON object of an answer; None unless it has the form to the letter."""
    if len(answer) > LONGEST_ANSWER:
        return None
    try:
        found, _ = json.JSONDecoder().raw_decode(answer, answer.index("{"))
        read = Extracted.model_validate(found)
    except (ValueError, RecursionError):  # ValidationError is a ValueError
        return None
    named = {name for one in read.challenges for name in one.categories}
    return read if named <= set(categories) else None


def supported(
    found: Extracted, text: str, *, said: Masked, lang: Lang, today: date, ours: Sequence[str] = ()
) -> Understanding:
    """Return what stands in the visitor's own words, in the rules' terms; the rest is left out.

    `ours` are names of our own company, which nobody works for who writes to it.
    """
    message = normalise(text)

    def verbatim(quote: str | None, least: int = 1) -> str | None:
        plain = normalise(quote or "").text.strip()
        at = message.text.find(plain)
        says = sum(letter.isalnum() for letter in plain) >= least and len(plain) <= LONGEST_QUOTE
        if at < 0 or not says or said.hides(plain):
            return None
        return message.verbatim(at, at + len(plain))

    quoted = [(verbatim(one.quote, LEAST_LETTERS), one.categories) for one in found.challenges[:MOST_CHALLENGES]]
    challenges = tuple(Challenge(span, tuple(categories) or ("other",)) for span, categories in quoted if span)
    wished = [one.name for one in found.intents[:MOST_INTENTS] if verbatim(one.quote, LEAST_LETTERS)]
    written = {value for _, value in figures(message.text)}
    company = _name(verbatim(found.company))
    return Understanding(
        lang=lang,
        intents=tuple(dict.fromkeys(wished)),
        timing=_timing(found.timing.kind, verbatim(found.timing.quote), lang=lang, today=today),
        challenges=challenges,
        has_challenge=bool(challenges),
        contact=ContactData(
            company=None if company in ours else company,
            role=_name(verbatim(found.role)),
            team_size=found.team_size if str(found.team_size) in written else None,
        ),
        callback=_callback(found.callback, verbatim=verbatim, lang=lang, today=today),
        authority=_authority(found.authority, message.text),
        tool=verbatim(found.tool),
    )


def added(rules: Understanding, found: Understanding) -> Understanding:
    """Return what a model heard where the rules heard nothing: of each field the rules' word stands."""
    theirs, its = rules.contact, found.contact
    return replace(
        found,
        intents=tuple(name for name in found.intents if name not in rules.intents),
        timing=found.timing if rules.timing.kind == "none" else Timing(),
        challenges=() if rules.challenges else found.challenges,
        has_challenge=bool(found.challenges) and not rules.challenges,
        contact=ContactData(
            company=None if theirs.company else its.company,
            role=None if theirs.role else its.role,
            team_size=None if theirs.team_size else its.team_size,
        ),
        callback=None if rules.callback else found.callback,
        authority=None if rules.authority else found.authority,
        tool=None if rules.tool else found.tool,
    )


def disagreed(rules: Understanding, found: Extracted) -> list[str]:
    """Return the slots of which the rules heard something else in the same turn; that a model is silent is no word."""
    codes = {name for one in rules.challenges for name in one.categories}
    times = rules.callback.method if rules.callback else None
    asked = {name for name in rules.intents if name.startswith(("ask_", "request_")) and name != "request_human"}
    differs = {
        "timing": rules.timing.kind not in ("none", "past") and rules.timing.kind != found.timing.kind,
        "challenge": rules.has_challenge and not any(codes & set(one.categories) for one in found.challenges),
        "authority": found.authority is not None and rules.authority not in (None, found.authority),
        "tool": _differ(rules.tool, found.tool),
        "team_size": found.team_size is not None and rules.contact.team_size not in (None, found.team_size),
        "company": _differ(rules.contact.company, found.company),
        "role": _differ(rules.contact.role, found.role),
        "callback": found.callback is not None and times not in (None, found.callback.method),
        "intents": bool(found.intents and asked) and not asked & {one.name for one in found.intents},
    }
    return [slot for slot, so in differs.items() if so]


def _differ(rules: str | None, found: str | None) -> bool:
    """Say whether both heard words of which neither is part of the other."""
    heard, read = normalise(rules or "").text.strip(), normalise(found or "").text.strip()
    return bool(heard and read) and heard not in read and read not in heard


def _timing(kind: str, quote: str | None, *, lang: Lang, today: date) -> Timing:
    """Return the timing; dates and hurry come from the rules alone, and words they cannot date are a condition."""
    if quote is None or kind == "none":
        return Timing()
    read = read_timing(normalise(quote), today=today, lang=lang, asked=True)
    if kind == "asap":
        return Timing("asap", quote=quote) if read.kind == "asap" else Timing()
    if kind == "range" and read.kind == "range":
        return replace(read, quote=quote)
    return Timing("undecided", quote=quote, condition=quote if kind == "range" else None)


def _authority(told: Authority | None, text: str) -> Authority | None:
    """Return who decides if the rules can read that too; who decides alone is not guessed from a mention."""
    return told if told is not None and told == read_authority(text, asked=told != "self") else None


def _callback(
    told: CallbackRead | None, *, verbatim: Callable[[str | None, int], str | None], lang: Lang, today: date
) -> Callback | None:
    """Return day, time and way to call as the rules read them in the quote, as an answer to our question."""
    quote = verbatim(told.quote, LEAST_LETTERS) if told else None
    if told is None or quote is None:
        return None
    read = understand(quote, today=today, asked="call_time", lang=lang).callback
    return read if read is not None and read.method in (None, told.method) else None


def _name(words: str | None) -> str | None:
    """Return words that can be a company's name or a role."""
    plain = normalise(words or "").text
    fits = len(plain) <= LONGEST_NAME and any(c.isalpha() for c in plain) and not NO_NAME.search(plain)
    return words if words and fits else None
