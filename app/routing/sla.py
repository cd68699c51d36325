"""The promise of speed as due times. Pure: the running policy is frozen with the clock and can only tighten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from app.routing.hours import DAY, BusinessHours, NeverOpens

T = TypeVar("T", datetime, timedelta)
TIGHTNESS = {"cold": 0, "warm": 1, "hot": 2}


@dataclass(frozen=True, slots=True)
class Policy:
    """None means never. A span of whole days counts business days: one day is the close of the next business day."""

    reassign_after: timedelta | None
    escalate_after: timedelta | None
    max_reassigns: int = 2
    business_hours_only: bool = True

    def as_json(self) -> dict[str, Any]:
        """Return what the clock keeps; durations in whole seconds."""
        return {
            "reassign_after": _seconds(self.reassign_after),
            "escalate_after": _seconds(self.escalate_after),
            "max_reassigns": self.max_reassigns,
            "business_hours_only": self.business_hours_only,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Read what `as_json` wrote."""
        return cls(
            _duration(kept["reassign_after"]),
            _duration(kept["escalate_after"]),
            kept["max_reassigns"],
            kept["business_hours_only"],
        )


DEFAULTS: dict[str, Policy] = {
    "hot": Policy(timedelta(minutes=5), timedelta(minutes=10)),
    "warm": Policy(None, timedelta(minutes=60)),
    "cold": Policy(None, DAY),
}


def due_at(after: timedelta | None, policy: Policy, *, hours: BusinessHours, since: datetime) -> datetime | None:
    """Return when `after` has passed since `since`, in business time where the policy counts it and the calendar ever
    opens; None for never.
    """
    if after is None:
        return None
    if not policy.business_hours_only:
        return since + after
    try:
        return hours.add_days(since, after // DAY) if after and not after % DAY else hours.add(since, after)
    except NeverOpens:
        return since + after


def tighten(running: Policy, wanted: Policy) -> Policy:
    """Return the stricter of both in every point, so that a band change never eases a running clock."""
    return Policy(
        sooner(running.reassign_after, wanted.reassign_after),
        sooner(running.escalate_after, wanted.escalate_after),
        running.max_reassigns,
        running.business_hours_only and wanted.business_hours_only,
    )


def tighter_band(running: str, wanted: str) -> str:
    """Return the band that promises more speed."""
    return max(running, wanted, key=lambda band: TIGHTNESS[band])


def sooner(one: T | None, other: T | None) -> T | None:
    """Return the smaller of two due times or spans, where None is never."""
    if one is None or other is None:
        return one if other is None else other
    return min(one, other)


def _seconds(duration: timedelta | None) -> int | None:
    return None if duration is None else int(duration.total_seconds())


def _duration(seconds: int | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)
