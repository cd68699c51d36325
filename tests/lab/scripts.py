"""Small scripts and answers to build conversations from."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from app.lab.drive import Row, Run, drive
from app.lab.forbidden import House
from app.lab.persona import Persona
from app.lab.sheet import Sheet, score

HOUSE = House(frozenset({"39000", "98000"}), frozenset({"minamo.example"}))
EMPTY: dict[str, Any] = {"name": None, "timing": None, "challenges": []}


def persona(*turns: Mapping[str, Any], name: str = "en-test", **changes: Any) -> Persona:
    """Return a prospect who writes these turns in English; `expect` needs no band."""
    expect = {"band": ["hot", "warm", "cold"], **changes.pop("expect", {})}
    return Persona.model_validate(
        {
            "id": name,
            "kind": "test",
            "about": {"ja": "試しに書く人", "en": "Writes to try it out"},
            "lang": "en",
            "now": "2026-11-24T10:00:00+09:00",
            "turns": turns or ({"say": "Hello"},),
            "expect": expect,
            **changes,
        }
    )


def answer(reply: str = "Thank you.", **changes: Any) -> Row:
    """Return what `sokuo chat --jsonl` answers."""
    row = {"reply": reply, "asked": [], "acts": [], "slots": EMPTY, "band": "cold", "handoff": False}
    return row | {"booking_offered": False, "cited": [], "owner": "assistant", "lang": "en"} | changes


def play(who: Persona, answers: Iterable[Row], *, rows: list[Row] | None = None) -> Run:
    """Have the persona talk to somebody who gives these answers; `rows` collects what it wrote."""
    left, ticks = iter(answers), iter(range(1000))

    async def speak(row: Row) -> Row:
        if rows is not None:
            rows.append(row)
        return next(left)

    return asyncio.run(drive(who, speak, monotonic=lambda: next(ticks) / 10))


def scored(who: Persona, *answers: Row) -> Sheet:
    """Return the sheet of a persona who got these answers."""
    return score(play(who, answers), HOUSE)


def found(sheet: Sheet) -> list[tuple[str, str, int | None]]:
    """Return (measure, rule, reply) of every fault."""
    return [(fault.measure, fault.rule, fault.turn) for fault in sheet.faults]
