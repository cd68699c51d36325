"""A whole rehearsal: all sheets, the figures over them, and what has changed since another one. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from app.lab.sheet import MEASURES, Fault, Measure, Said, Sheet

FORMAT = 1  # of the stored rehearsal


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """`at` is when it was played, ISO 8601; `model` the model's name, None for the scripted wording."""

    at: str
    model: str | None
    sheets: tuple[Sheet, ...]

    @property
    def passed(self) -> int:
        """Return how many conversations had no fault."""
        return sum(sheet.passed for sheet in self.sheets)

    @property
    def broken(self) -> int:
        """Return how often it did what it may never do: a forbidden act, a re-ask, or no answer where one was due."""
        faults = [fault for sheet in self.sheets for fault in sheet.faults]
        return sum(fault.measure in ("forbidden", "reasks") or fault.rule in ("silent", "refused") for fault in faults)

    def share(self, measure: Measure) -> tuple[int, int]:
        """Return how many things of a measure were right, of how many."""
        total = sum(sheet.checked[measure] for sheet in self.sheets)
        return total - sum(sheet.wrong(measure) for sheet in self.sheets), total

    def count(self, measure: Measure) -> int:
        """Return how many faults a measure has found."""
        return sum(fault.measure == measure for sheet in self.sheets for fault in sheet.faults)

    @property
    def latency_ms(self) -> tuple[int, int]:
        """Return the median and the 95th percentile of all replies."""
        times = sorted(one.ms for sheet in self.sheets for one in sheet.said)
        if not times:
            return 0, 0
        return round(median(times)), times[min(len(times) - 1, int(len(times) * 0.95))]


@dataclass(frozen=True, slots=True)
class Change:
    """One fault of one persona that is `gone` or has come; a persona in only one of the two has no changes."""

    id: str
    fault: Fault
    gone: bool


def stored(rehearsal: Rehearsal) -> dict[str, Any]:
    """Return a rehearsal as JSON: its figures first, then every sheet."""
    middle, slow = rehearsal.latency_ms
    figures: dict[str, Any] = {
        "personas": len(rehearsal.sheets),
        "passed": rehearsal.passed,
        **{measure: list(rehearsal.share(measure)) for measure in MEASURES if measure not in ("reasks", "forbidden")},
        "reasks": rehearsal.count("reasks"),
        "forbidden": rehearsal.count("forbidden"),
        "turns": sum(sheet.turns for sheet in rehearsal.sheets),
        "questions": sum(sheet.questions for sheet in rehearsal.sheets),
        "median_ms": middle,
        "p95_ms": slow,
    }
    sheets = [{**asdict(sheet), "passed": sheet.passed} for sheet in rehearsal.sheets]
    return {"format": FORMAT, "at": rehearsal.at, "model": rehearsal.model, "figures": figures, "sheets": sheets}


def read(written: Mapping[str, Any]) -> Rehearsal | None:
    """Return a stored rehearsal; None if it is of another format."""
    if written.get("format") != FORMAT:
        return None
    return Rehearsal(written["at"], written["model"], tuple(_sheet(one) for one in written["sheets"]))


def changes(before: Rehearsal, after: Rehearsal) -> list[Change]:
    """Return which faults are gone and which are new, for the personas that both have, what is new first."""
    earlier = {sheet.id: sheet for sheet in before.sheets}
    found = [change for sheet in after.sheets if sheet.id in earlier for change in _between(earlier[sheet.id], sheet)]
    return sorted(found, key=lambda change: change.gone)


def told(change: Change) -> dict[str, Any]:
    """Return a change as JSON."""
    return asdict(change)


def merged(before: Rehearsal | None, after: Rehearsal, *, known: Collection[str]) -> Rehearsal:
    """Return the new rehearsal, and as they were the sheets of the `known` personas who did not take part in it."""
    sheets = {sheet.id: sheet for sheet in (*(before.sheets if before else ()), *after.sheets) if sheet.id in known}
    return Rehearsal(after.at, after.model, tuple(sheets[name] for name in sorted(sheets)))


def _between(before: Sheet, after: Sheet) -> Iterator[Change]:
    had, has = {_same(fault) for fault in before.faults}, {_same(fault) for fault in after.faults}
    yield from (Change(after.id, fault, gone=False) for fault in after.faults if _same(fault) not in had)
    yield from (Change(after.id, fault, gone=True) for fault in before.faults if _same(fault) not in has)


def _same(fault: Fault) -> tuple[str, str, int | None, str]:
    """Return what makes a fault the same one although what was said instead differs."""
    return fault.measure, fault.rule, fault.turn, fault.wanted


def _sheet(written: Mapping[str, Any]) -> Sheet:
    fields: dict[str, Any] = {name: written[name] for name in Sheet.__dataclass_fields__}
    faults: Sequence[Mapping[str, Any]] = written["faults"]
    said: Sequence[Mapping[str, Any]] = written["said"]
    fields["faults"] = tuple(Fault(**one) for one in faults)
    fields["said"] = tuple(Said(**{**one, "asked": tuple(one["asked"]), "acts": tuple(one["acts"])}) for one in said)
    return Sheet(**fields)
