"""Which of many places in a text lie within, around or over another: found by looking up, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

Place = tuple[int, int]
"""Start and end in characters, the end not included."""

T = TypeVar("T")


class Places(Generic[T]):
    """Places with a value each, in the order of the text; several may be at one place."""

    def __init__(self, placed: Iterable[tuple[Place, T]]) -> None:
        self._placed = sorted(placed, key=lambda each: each[0])
        self._starts = [start for (start, _), _ in self._placed]
        self._reach = list(accumulate((end for (_, end), _ in self._placed), max))

    def within(self, place: Place) -> list[T]:
        """Return what lies within `place` or at it."""
        start, end = place
        inside = slice(bisect_left(self._starts, start), bisect_right(self._starts, end))
        return [value for (_, last), value in self._placed[inside] if last <= end]

    def have_around(self, place: Place) -> bool:
        """Say whether one of them holds `place` and more."""
        start, end = place
        before, here = bisect_left(self._starts, start), bisect_right(self._starts, start)
        longer_before = before > 0 and self._reach[before - 1] >= end
        return longer_before or (here > before and self._placed[here - 1][0][1] > end)

    def touch(self, place: Place) -> bool:
        """Say whether one of them shares a character with `place`."""
        start, end = place
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
