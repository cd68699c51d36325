"""Whether a slot was read right: windows by their overlap, words by containment, the rest exactly. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from app.lab.persona import Slots, Window
from app.lab.reading import plain

OPEN = timedelta(days=365)  # how long a window without an end counts
OVERLAP = 0.5
IN_PART = ("company", "role")  # part of what was written is enough
ALWAYS = ("name", "company", "email", "phone", "role", "team_size", "timing", "challenges")
IF_NAMED = ("authority", "tool")


def looked_at(wanted: Slots) -> list[str]:
    """Return the slots that count for a persona."""
    return [*ALWAYS, *(slot for slot in IF_NAMED if getattr(wanted, slot) is not None)]


def is_right(slot: str, wanted: Slots, got: Any, *, today: date) -> bool:
    """Say whether what was read (as `sokuo chat --jsonl` prints it) is what was wanted."""
    if slot == "timing":
        return _timing(wanted.timing, got, today=today)
    if slot == "challenges":
        return _challenge(wanted.challenges, got)
    expected = getattr(wanted, slot)
    if expected is None:
        return not got
    if slot == "team_size":
        return bool(got == expected)
    one, other = _bare(expected), _bare(got)
    return one == other or (slot in IN_PART and len(other) > 1 and (one in other or other in one))


def _timing(wanted: Window | None, got: Mapping[str, Any] | None, *, today: date) -> bool:
    if wanted is None:
        return not got or got.get("kind") in (None, "none")
    accepted = (wanted, *wanted.alternatives)
    if not got:
        return any(one.kind == "none" for one in accepted)
    return any(_is_window(one, got, today=today) for one in accepted)


def _is_window(wanted: Window, got: Mapping[str, Any], *, today: date) -> bool:
    if got.get("kind") != wanted.kind:
        return False
    if wanted.kind != "range":
        return True
    read = Window.model_validate({name: got.get(name) for name in ("kind", "earliest", "latest")})
    return overlap(wanted, read, today=today) >= OVERLAP


def overlap(one: Window, other: Window, *, today: date) -> float:
    """Return intersection over union of two windows in days, what is past left out."""
    a, b = _days(one, today=today), _days(other, today=today)
    if a is None or b is None:
        return 0.0
    shared = (min(a[1], b[1]) - max(a[0], b[0])).days + 1
    return max(0, shared) / ((max(a[1], b[1]) - min(a[0], b[0])).days + 1)


def _days(window: Window, *, today: date) -> tuple[date, date] | None:
    first, last = window.earliest, window.latest
    if first is None and last is None:
        return None
    begin = first if first is not None else min(today, last or today)
    end = last if last is not None else begin + OPEN
    if begin < today <= end:
        begin = today
    return (begin, end) if begin <= end else None


def _challenge(wanted: tuple[str, ...], got: Any) -> bool:
    read = _bare(" ".join(got) if isinstance(got, list) else got)
    if not wanted:
        return not read
    return any(_bare(one) in read or (read and read in _bare(one)) for one in wanted)


def _bare(value: Any) -> str:
    return re.sub(r"[\s、。,.\-()ー]", "", plain(str(value or ""))).casefold()
