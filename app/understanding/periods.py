"""Calendar windows: months, fiscal years, halves, quarters, seasons and distances, all inclusive."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

MARCH = 3


class Window(NamedTuple):
    """An inclusive span of days; `latest` None is open."""

    earliest: date
    latest: date | None


def add_months(day: date, months: int) -> date:
    """Return the same day of a later (or earlier) month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span(year: int, month: int, length: int = 1) -> Window:
    """Return `length` whole months from `month` (1-based, may run past 12)."""
    start = add_months(date(year, 1, 1), month - 1)
    return Window(start, add_months(start, length) - timedelta(1))


def next_span(today: date, month: int, length: int = 1) -> Window:
    """Return the running or next occurrence of these months."""
    for year in (today.year - 1, today.year):
        window = span(year, month, length)
        if window.latest is not None and window.latest >= today:
            return window
    return span(today.year + 1, month, length)


def next_season(today: date, month: int) -> Window:
    """Return the three months from `month`; a season in its last month is over for a plan, the next one is meant."""
    window = next_span(today, month, 3)
    if window.latest is not None and (window.latest - today).days < 30:
        return span(window.earliest.year + 1, month, 3)
    return window


def part(window: Window, which: str) -> Window:
    """Return the `early` (1-10), `mid` (11-20) or `late` (21-end) part of a month, or thirds and halves of more."""
    start, end = window
    if end is None:
        return window
    if (end - start).days > 31:
        return _part_of_months(window, which)
    cut = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day), "first": (1, 15), "second": (16, end.day)}
    low, high = cut.get(which, (start.day, end.day))
    return Window(start.replace(day=low), start.replace(day=high))


def _part_of_months(window: Window, which: str) -> Window:
    start, end = window
    months = 0 if end is None else round((end - start).days / 30.4)
    quarter, third, half = max(1, months // 4), max(1, months // 3), max(1, months // 2)
    offset, length = {
        "early": (0, quarter),
        "mid": (third, months - 2 * third),
        "late": (months - quarter, quarter),
        "first": (0, half),
        "second": (half, months - half),
    }.get(which, (0, months))
    return span(start.year, start.month + offset, length)


def fiscal_year(today: date, offset: int, *, closing: int = MARCH) -> Window:
    """Return the running fiscal year (offset 0) or one after it; `closing` is its last month."""
    first = closing % 12 + 1
    year = today.year if today.month >= first else today.year - 1
    return span(year + offset, first, 12)


def named_fiscal_year(year: int, *, closing: int = MARCH) -> Window:
    """Return the fiscal year that begins in `year` (2027年度 = April 2027 to March 2028)."""
    return span(year, closing % 12 + 1, 12)


def slice_of(year: Window, index: int, *, months: int) -> Window:
    """Return the `index`-th (from 0) block of `months` months of a twelve-month window."""
    return span(year.earliest.year, year.earliest.month + index * months, months)


def running_or_next(today: date, index: int, *, months: int, closing: int) -> Window:
    """Return this half or quarter of the running fiscal year, or of the next one once it is over."""
    window = slice_of(fiscal_year(today, 0, closing=closing), index, months=months)
    if window.latest is not None and window.latest < today:
        return slice_of(fiscal_year(today, 1, closing=closing), index, months=months)
    return window


def week(today: date, offset: int) -> Window:
    """Return Monday to Sunday of this week (0) or a later one."""
    monday = today - timedelta(today.weekday()) + timedelta(weeks=offset)
    return Window(monday, monday + timedelta(6))


def around(today: date, months: float) -> Window:
    """Return N months from today with the tolerance of its distance: 15, 30 or 45 days."""
    whole, rest = divmod(months, 1)
    day = add_months(today, int(whole)) + timedelta(round(rest * 30))
    slack = timedelta(15 if months < 4 else 30 if months < 12 else 45)
    return Window(max(today, day - slack), day + slack)


def months_ahead(today: date, low: float, high: float) -> Window:
    """Return today + low months to today + high months."""
    start, end = (add_months(today, int(n)) + timedelta(round(n % 1 * 30)) for n in (low, high))
    return Window(start, end)


def days_around(today: date, days: int) -> Window:
    """Return N days from today with the tolerance of its distance."""
    slack = timedelta(1 if days < 7 else 5 if days < 28 else 10)
    day = today + timedelta(days)
    return Window(max(today, day - slack), day + slack)


def hull(first: Window, second: Window) -> Window:
    """Return the window from the start of `first` to the end of `second`, a year later if it would lie before."""
    if second.latest is not None and second.latest < first.earliest:
        second = Window(add_months(second.earliest, 12), add_months(second.latest, 12))
    ends = (first.latest, second.latest)
    latest = None if None in ends else max(end for end in ends if end is not None)
    return Window(min(first.earliest, second.earliest), latest)
