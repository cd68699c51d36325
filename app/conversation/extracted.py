"""What a model may say about a turn, and how much of it stands in the visitor's own words. Pure."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.conversation.guard_figures import figures
from app.conversation.transcript import Masked
from app.understanding.authority import read_authority
from app.understanding.facts import Authority, Challenge, ChallengeCategories, ContactData, Lang, Timing, Understanding
from app.understanding.normal import normalise
from app.understanding.timing import read_timing

LONGEST_ANSWER = 4000
LONGEST_QUOTE = 200
LEAST_LETTERS = 3  # of a problem: fewer stand in any message
MOST_CHALLENGES = 3
STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)


class TimingRead(BaseModel):
    model_config = STRICT

    kind: Literal["asap", "range", "undecided", "none"]
    quote: str | None


class ChallengeRead(BaseModel):
    model_config = STRICT

    quote: str
    categories: list[str]


class Extracted(BaseModel):
    """All a model may say about a turn: codes, a number, and quotes that have not been checked yet."""

    model_config = STRICT

    timing: TimingRead
    challenges: list[ChallengeRead]
    authority: Literal["self", "superior", "ringi"] | None
    tool: str | None
    team_size: int | None


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


def supported(found: Extracted, text: str, *, said: Masked, lang: Lang, today: date) -> Understanding:
    """Return what stands in the visitor's own words, in the rules' terms; the rest is left out."""
    message = normalise(text)

    def verbatim(quote: str | None) -> str | None:
        plain = normalise(quote or "").text.strip()
        at = message.text.find(plain)
        says = any(letter.isalnum() for letter in plain) and len(plain) <= LONGEST_QUOTE
        if at < 0 or not says or said.hides(plain):
            return None
        return message.verbatim(at, at + len(plain))

    quoted = [(verbatim(one.quote), one.categories) for one in found.challenges[:MOST_CHALLENGES]]
    challenges = tuple(
        Challenge(span, tuple(categories) or ("other",))
        for span, categories in quoted
        if span and sum(letter.isalnum() for letter in span) >= LEAST_LETTERS
    )
    written = {value for _, value in figures(message.text)}
    return Understanding(
        lang=lang,
        intents=(),
        timing=_timing(found.timing.kind, verbatim(found.timing.quote), lang=lang, today=today),
        challenges=challenges,
        has_challenge=bool(challenges),
        contact=ContactData(team_size=found.team_size if str(found.team_size) in written else None),
        authority=_authority(found.authority, message.text),
        tool=verbatim(found.tool),
    )


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


def disagreed(heard: Understanding, found: Extracted) -> list[str]:
    """Return the slots of which the rules heard something else in the same turn."""
    codes = {name for one in heard.challenges for name in one.categories}
    differs = {
        "timing": heard.timing.kind not in ("none", "past") and heard.timing.kind != found.timing.kind,
        "challenge": heard.has_challenge and not any(codes & set(one.categories) for one in found.challenges),
        "authority": found.authority is not None and heard.authority not in (None, found.authority),
        "tool": bool(heard.tool and found.tool) and normalise(heard.tool or "").text not in (found.tool or ""),
        "team_size": found.team_size is not None and heard.contact.team_size not in (None, found.team_size),
    }
    return [slot for slot, so in differs.items() if so]
