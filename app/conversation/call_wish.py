"""A wish to be called, held against the business hours: the time wished for, and when people are in. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.routing.hours import BusinessHours
from app.understanding.facts import Callback

DAY = timedelta(days=1)
AROUND = timedelta(hours=2)  # how long after an opening a call that was wished outside the hours may come
LONGEST = timedelta(hours=3)  # of a window that has no end of its own
DAYS_AHEAD = 14  # a time without a day is looked for this far ahead


@dataclass(frozen=True, slots=True)
class CallWish:
    """`wanted` is the instant named, None if only a call was. `inside`: people are in then.

    `window` is when a call fits: what was wished for, cut to the open hours; outside them the next open time. None if
    no time was named or there is no opening in sight.
    """

    wanted: datetime | None
    inside: bool
    window: tuple[datetime, datetime] | None


def of(callback: Callback | None, *, hours: BusinessHours, now: datetime, zone: ZoneInfo) -> CallWish | None:
    """Return the wish for a call on the prospect's clock `zone`; None if there is none or calls are refused."""
    if callback is None or callback.method in ("none", "email"):
        return None
    start, end = _time(callback.start), _time(callback.end)
    if callback.day is None and start is None and end is None:
        return CallWish(None, hours.contains(now), None)
    today = now.astimezone(zone).date()
    if callback.day is not None:
        return _on(callback.day, start, end, hours=hours, now=now, zone=zone)
    for offset in range(DAYS_AHEAD):
        wish = _on(today + offset * DAY, start, end, hours=hours, now=now, zone=zone)
        if wish.inside:
            return wish
    return _on(
        today if _is_ahead(today, end or start, now=now, zone=zone) else today + DAY,
        start,
        end,
        hours=hours,
        now=now,
        zone=zone,
    )


def _on(
    day: date, start: time | None, end: time | None, *, hours: BusinessHours, now: datetime, zone: ZoneInfo
) -> CallWish:
    first = datetime.combine(day, start or time(0), zone)
    last = datetime.combine(day, end, zone) if end is not None else datetime.combine(day + DAY, time(0), zone)
    if last <= first:
        last += DAY
    fits = [
        (max(opened, first, now), min(closed, last))
        for near in (day - DAY, day, day + DAY)
        for opened, closed in hours.spans(near)
        if max(opened, first, now) < min(closed, last)
    ]
    exact = start is not None and end is None
    if fits and not (exact and not hours.contains(first) and first > now):
        begin, close = fits[0]
        return CallWish(max(first, now), True, (begin, min(close, begin + LONGEST) if exact else close))
    return CallWish(first, False, _next(hours, max(first, now)))


def _next(hours: BusinessHours, at: datetime) -> tuple[datetime, datetime] | None:
    """Return the first open time from `at` on, to which a call can be moved."""
    opening = hours.opens(at)
    if opening is None:
        return None
    closing = next((end for start, end in _spans(hours, opening) if start <= opening < end), opening + AROUND)
    return opening, min(opening + AROUND, closing)


def _spans(hours: BusinessHours, at: datetime) -> list[tuple[datetime, datetime]]:
    today = hours.day_of(at)
    return [span for day in (today - DAY, today) for span in hours.spans(day)]


def _is_ahead(day: date, at: time | None, *, now: datetime, zone: ZoneInfo) -> bool:
    return at is None or datetime.combine(day, at, zone) > now


def _time(text: str | None) -> time | None:
    """Return a "HH:MM" as a time of day; None for nothing and for nonsense."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None
