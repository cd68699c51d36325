"""A wish to be called, held against the business hours: the time wished for, and when people are in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.routing.hours import BusinessHours
from app.understanding.facts import Callback
from app.understanding.normal import normalise

DAY = timedelta(days=1)
AROUND = timedelta(hours=2)  # how long after an opening a call that was wished outside the hours may come
LONGEST = timedelta(hours=3)  # of a window that has no end of its own
LATE = timedelta(minutes=15)  # a call at a time they named is late after that
FROM_ON = re.compile(
    r"(?:\d[時分]|半|:\d\d|午[前後]中?|朝|昼|夕方|夜|頃|ごろ|[くぐ]らい)(?:以降|から|過ぎ|すぎ|より後|まで|迄|前)"
    r"|\b(?:after|from|before|until|till|by|past|between) (?:(?:about|around|say) )?(?:\d|noon|midday|lunch)"
    r"|\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?,? (?:onwards?|or (?:later|after)|and later)\b|\bany ?time\b",
    re.I,
)  # beside a clock time: it begins or ends a window
DAYS_AHEAD = 14  # a time without a day is looked for this far ahead


@dataclass(frozen=True, slots=True)
class CallWish:
    """`wanted` is the instant named, None if only a call was. `inside`: people are in then.

    `window` is when a call fits, and its end is when it is due: what was wished for, cut to the open hours; outside
    them the next open time. None if no time was named or there is no opening in sight. `exact`: they named one time,
    and it is taken up.
    """

    wanted: datetime | None
    inside: bool
    window: tuple[datetime, datetime] | None
    exact: bool = False
    at_a_time: bool = False


def of(
    callback: Callback | None, *, hours: BusinessHours, now: datetime, zone: ZoneInfo, text: str = ""
) -> CallWish | None:
    """Return the wish for a call; None if there is none or calls are refused.

    Times are on the clock they named, else on `zone`. `text` are their words: "from three on" is a window.
    """
    if callback is None or callback.method in ("none", "email"):
        return None
    zone = ZoneInfo(callback.zone) if callback.zone else zone
    if callback.in_minutes is not None:
        return _at(now + timedelta(minutes=callback.in_minutes), hours=hours)
    start, end = _time(callback.start), _time(callback.end)
    if callback.day is None and start is None and end is None:
        return CallWish(None, hours.contains(now), None)
    at_a_time = start is not None and end is None and not FROM_ON.search(normalise(text).text)
    wish = _nearest(_Asked(start, end, exact=at_a_time), callback, hours=hours, now=now, zone=zone)
    return replace(wish, at_a_time=at_a_time)


def _nearest(asked: _Asked, callback: Callback, *, hours: BusinessHours, now: datetime, zone: ZoneInfo) -> CallWish:
    """Return the wish for a call on the day named, or on the first day on which the times fit."""
    today = now.astimezone(zone).date()
    if callback.day is not None:
        return _on(callback.day, asked, callback, hours=hours, now=now, zone=zone)
    for offset in range(DAYS_AHEAD):
        wish = _on(today + offset * DAY, asked, callback, hours=hours, now=now, zone=zone)
        if wish.inside:
            return wish
    first = today if _is_ahead(today, asked.end or asked.start, now=now, zone=zone) else today + DAY
    return _on(first, asked, callback, hours=hours, now=now, zone=zone)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The times named, as times of day."""

    start: time | None
    end: time | None
    exact: bool


def _at(wanted: datetime, *, hours: BusinessHours) -> CallWish:
    """Return the wish for a call at an instant."""
    if hours.contains(wanted):
        return CallWish(wanted, True, (wanted, wanted + LATE), exact=True)
    return CallWish(wanted, False, _next(hours, wanted))


def _on(
    day: date, asked: _Asked, callback: Callback, *, hours: BusinessHours, now: datetime, zone: ZoneInfo
) -> CallWish:
    start, end = asked.start, asked.end
    first = datetime.combine(day, start or time(0), zone)
    last = datetime.combine(day, end, zone) if end is not None else datetime.combine(day + DAY, time(0), zone)
    if last <= first:
        last += DAY
    fits = [
        (max(opened, first, now), min(closed, last))
        for near in (day - DAY, day, day + DAY)
        for opened, closed in _free(near, callback, hours=hours, zone=zone)
        if max(opened, first, now) < min(closed, last)
    ]
    if asked.exact and first >= now and fits and fits[0][0] == first:
        return CallWish(first, True, (first, first + LATE), exact=True)
    open_ended = start is not None and end is None
    if fits and not (open_ended and first > now and not hours.contains(first)):
        begin, close = fits[0]
        return CallWish(max(first, now), True, (begin, min(close, begin + LONGEST) if open_ended else close))
    return CallWish(first, False, _next(hours, max(first, now)))


def _free(
    day: date, callback: Callback, *, hours: BusinessHours, zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    """Yield the open hours of a day without those at which they want no call."""
    if day in callback.not_days:
        return
    no_start, no_end = _time(callback.not_from), _time(callback.not_to)
    for opened, closed in hours.spans(day):
        if no_start is None or no_end is None:
            yield opened, closed
            continue
        stops, goes_on = datetime.combine(day, no_start, zone), datetime.combine(day, no_end, zone)
        yield from (
            (begin, until)
            for begin, until in ((opened, min(closed, stops)), (max(opened, goes_on), closed))
            if begin < until
        )


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
