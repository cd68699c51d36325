"""The qualification grid: what one turn changes in what we know. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from app.understanding.challenges import is_bare
from app.understanding.days import MONTH_EN
from app.understanding.facts import Timing, Understanding
from app.understanding.periods import Window, add_months

Status = Literal["unknown", "asked", "known", "declined", "corrected"]
KNOWN: frozenset[str] = frozenset({"known", "corrected"})
SETTLED: frozenset[str] = KNOWN | {"declined"}
CONTACT_FIELDS = ("name", "reading", "company", "role", "team_size", "email", "phone")
NOT_ALONE = frozenset({"ringi", "superior"})  # an authority that is not theirs alone
_NAMES_A_YEAR = re.compile(r"20\d\d|'\d\d|年|\byear\b", re.I)
# A year and no month: "sorry, I meant 2029".
_YEAR_ALONE = re.compile(
    rf"^(?=[^\n]*20\d\d)(?!.*(?:月|期|春|夏|秋|冬|\b(?:{MONTH_EN}|q[1-4]|spring|summer|autumn|fall|winter)\b))", re.I
)
DECLINABLE = frozenset({"challenge", "timing", "authority", "tool", "team_size", "contact", "call_time", "phone"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of the grid; `quote` is verbatim, `normal` the machine's reading of it."""

    status: Status = "unknown"
    value: str | None = None
    normal: Mapping[str, Any] = field(default_factory=dict)
    quote: str | None = None


Grid = Mapping[str, Slot]


def learn(grid: Grid, heard: Understanding, *, asked: str | None) -> dict[str, Slot]:
    """Return the cells this turn changes: answers in any order, corrections, refusals.

    A refusal that names what it is about counts for that, whatever was asked; any other for what was asked.
    """
    changes: dict[str, Slot] = {}
    _challenge(grid, heard, changes)
    _timing(grid, heard, changes)
    for name, value in (("authority", heard.authority), ("tool", heard.tool)):
        if value:
            quote = value if name == "tool" else None  # an authority is a code, a tool the prospect's own word
            changes[name] = Slot(_status(grid, name, value=value), value, {"value": value}, quote)
    _contact(grid, heard, changes)
    refused = heard.refuses or ((asked,) if asked and heard.declines else ())
    for name in refused:
        if name in DECLINABLE and name not in changes and _at(grid, name).status not in KNOWN:
            changes[name] = Slot("declined")
    return {name: slot for name, slot in changes.items() if slot != _at(grid, name)}


def _challenge(grid: Grid, heard: Understanding, changes: dict[str, Slot]) -> None:
    if not heard.challenges:
        return
    before = _at(grid, "challenge")
    told = list(dict.fromkeys(found.span for found in heard.challenges))
    old = [] if heard.corrects else list(before.normal.get("spans", []))
    categories = list(before.normal.get("categories", []))
    if categories == ["other"] and not all(map(is_bare, told)):  # a name of a thing gives way to what troubles them
        old = [span for span in old if not is_bare(span)]
        categories = categories if old else []
    spans = [*old, *(span for span in told if span not in old)]
    for found in heard.challenges:
        categories += [name for name in found.categories if name not in categories]
    status: Status = "corrected" if heard.corrects and before.status in KNOWN else "known"
    changes["challenge"] = Slot(status, spans[0], {"spans": spans, "categories": categories}, heard.challenges[0].span)


def _timing(grid: Grid, heard: Understanding, changes: dict[str, Slot]) -> None:
    if heard.timing.kind in ("none", "past"):
        return
    before = _at(grid, "timing")
    if heard.timing.kind == "undecided" and before.status in KNOWN and not heard.corrects:
        return
    normal = timing_row(_in_its_year(heard.timing, before) if heard.corrects else heard.timing)
    status: Status = "corrected" if before.status in KNOWN and before.normal != normal else "known"
    changes["timing"] = Slot(status, heard.timing.quote, normal, heard.timing.quote)


def _in_its_year(timing: Timing, before: Slot) -> Timing:
    """Return a date put right in the year told before: "June 2028", "sorry, I meant July"; or in another year."""
    if timing.earliest is None or timing.latest is None or before.normal.get("latest") is None:
        return timing
    said = timing.quote or ""
    was = Window(date.fromisoformat(before.normal["earliest"]), date.fromisoformat(before.normal["latest"]))
    if _YEAR_ALONE.search(said) and was.latest is not None and not _is_a_year(was.earliest, was.latest):
        later = 12 * (timing.latest.year - was.latest.year)
        return replace(timing, earliest=add_months(was.earliest, later), latest=add_months(was.latest, later))
    ahead = 12 * (was.latest.year - timing.latest.year) if was.latest is not None else 0
    if ahead <= 0 or _NAMES_A_YEAR.search(said) or not _NAMES_A_YEAR.search(before.quote or ""):
        return timing
    return replace(timing, earliest=add_months(timing.earliest, ahead), latest=add_months(timing.latest, ahead))


def _is_a_year(earliest: date, latest: date) -> bool:
    """Was no more than a year told? Its last day is the year's, and nothing before names a month of it."""
    return (latest.month, latest.day) == (12, 31) and (latest - earliest).days >= 300


def _contact(grid: Grid, heard: Understanding, changes: dict[str, Slot]) -> None:
    for name in CONTACT_FIELDS:
        value = getattr(heard.contact, name)
        if value is not None:
            private = name in ("name", "reading", "email", "phone")
            shown = None if private else str(value)
            was = _at(grid, name)
            corrected = heard.corrects and shown is not None and was.status in KNOWN and was.value != shown
            changes[name] = Slot(
                "corrected" if corrected else "known", shown, {} if private else {"value": value}, None
            )
    if heard.contact.email or heard.contact.phone:
        corrected = heard.corrects and _at(grid, "contact").status in KNOWN
        changes["contact"] = Slot("corrected" if corrected else "known")


def needs_approval(grid: Grid) -> bool:
    """Say whether somebody else on their side has to agree."""
    authority = _at(grid, "authority")
    return authority.status in KNOWN and authority.value in NOT_ALONE


def timing_row(timing: Timing) -> dict[str, Any]:
    """Return a timing as JSON: kind, earliest, latest, condition."""
    return {
        "kind": timing.kind,
        "earliest": _iso(timing.earliest),
        "latest": _iso(timing.latest),
        "condition": timing.condition,
    }


def day(value: Any) -> date | None:
    """Return the date of an ISO string, or None."""
    return date.fromisoformat(value) if value else None


def _at(grid: Grid, name: str) -> Slot:
    return grid.get(name, Slot())


def _status(grid: Grid, name: str, *, value: str) -> Status:
    before = _at(grid, name)
    return "corrected" if before.status in KNOWN and before.value != value else "known"


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
