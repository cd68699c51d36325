"""Several days named as one: 「12/8〜12/11」「12月の第2週」 "December 8 to 11", "the second week of December"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.understanding.days import MONTH_EN, MONTHS_EN, days

DAY = timedelta(days=1)
_MOST = timedelta(days=13)  # a longer span is no choice of days
_TO = re.compile(r"\s*(?:\(.\)|\([a-z]{3,9}\))?\s*(?:から|~|-|–|to|through|until|till)\s*(?:the\s+)?", re.I)
_AND = re.compile(r"\s*and\s*(?:the\s+)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_UNTIL = r"\s?(?:-|–|to|through)\s?"
# The month is said once: 「12月8日〜11日」, "December 8-11", "8-11 December", "between December 8 and 11".
_IN_A_MONTH = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<!\d)(?P<month>1[0-2]|0?[1-9])(?:月\s?|/)(?P<a>{_DAY})日?(?:\(.\))?\s?(?:から|~|-|–)\s?(?P<b>{_DAY})"
        r"(?:日|(?![\d/月時:]))",
        rf"\bbetween (?:the )?(?P<month>{MONTH_EN})\.? (?:the )?(?P<a>{_DAY}){_TH} and (?:the )?"
        rf"(?P<b>{_DAY}){_TH}(?![\d:])",
        rf"\b(?P<month>{MONTH_EN})\.?\s+(?P<a>{_DAY}){_TH}{_UNTIL}(?P<b>{_DAY}){_TH}(?![\d:]| ?[ap]m)",
        rf"\b(?P<a>{_DAY}){_TH}{_UNTIL}(?P<b>{_DAY}){_TH}\s+(?:of\s+)?(?P<month>{MONTH_EN})\b",
    )
)
_ORDER = {
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "一": 0, "二": 1, "三": 2, "四": 3, "最終": -1, "最後の": -1,
    "first": 0, "second": 1, "third": 2, "fourth": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3, "last": -1,
}  # fmt: skip
_AHEAD = {"今月": 0, "来月": 1, "再来月": 2, "this month": 0, "the month": 0, "next month": 1}
_WEEK_OF = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?P<month>(?<!\d)(?:1[0-2]|[1-9])(?=月)|再来月|来月|今月)月?の?(?:第\s?(?P<n>[1-5一二三四])\s?週(?!間)|(?P<n2>[1-5一二三四])週目"
        r"|(?P<n3>最終|最後の)週)",
        r"\b(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) week (?:of|in) "
        rf"(?P<month>{MONTH_EN}\b|next month|this month|the month)",
    )
)
_WEEK_WITH = re.compile(r"\bweek (?:of|commencing|beginning|starting)(?: the)?\s*$|\bw/c\s*$", re.I)
_THAT_WEEK = re.compile(r"^(?:\(.\))?の?週(?![間末])")


@dataclass(frozen=True, slots=True)
class Span:
    """Days and where their words stand."""

    start: int
    end: int
    days: tuple[date, ...]


def day_spans(text: str, *, today: date) -> tuple[Span, ...]:
    """Return the working days of each span named, in reading order and none of them past."""
    found = [*_of_a_month(text, today=today), *_weeks(text, today=today), *_from_to(text, today=today)]
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        ahead = tuple(day for day in span.days if day >= today)
        if ahead and all(span.start >= other.end for other in kept):
            kept.append(Span(span.start, span.end, ahead))
    return tuple(kept)


def without_spans(text: str, *, today: date) -> str:
    """Return the text with blanks for the spans: the 8 to 11 of "December 8 to 11" are no hours."""
    for span in day_spans(text, today=today):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _of_a_month(text: str, *, today: date) -> Iterator[Span]:
    for match in (one for pattern in _IN_A_MONTH for one in pattern.finditer(text)):
        year, month = _month(match["month"], today)
        first, last = int(match["a"]), int(match["b"])
        if first < last <= monthrange(year, month)[1]:
            yield Span(match.start(), match.end(), _working(date(year, month, first), date(year, month, last)))


def _weeks(text: str, *, today: date) -> Iterator[Span]:
    for match in (one for pattern in _WEEK_OF for one in pattern.finditer(text)):
        order = next(value for name, value in match.groupdict().items() if name.startswith("n") and value)
        year, month = _month(match["month"], today)
        monday = _monday(year, month, order=_ORDER[order.lower()])
        own = tuple(day for day in _working(monday, monday + 4 * DAY) if day.month == month)
        yield Span(match.start(), match.end(), own)


def _from_to(text: str, *, today: date) -> Iterator[Span]:
    named = days(text, today=today)
    for first, last in pairwise(named):
        between = text[first.end : last.start]
        if _TO.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(text[: first.start])):
            yield Span(first.start, last.end, _working(first.day, last.day))
    for one in named:
        if _WEEK_WITH.search(text[: one.start]) or _THAT_WEEK.search(text[one.end :]):
            monday = one.day - timedelta(one.day.weekday())
            yield Span(one.start, one.end, _working(monday, monday + 4 * DAY))


def _month(named: str, today: date) -> tuple[int, int]:
    """Return year and month of 「12」「来月」, "December", "next month"."""
    word = named.lower()
    if word in _AHEAD:
        year, index = divmod(today.year * 12 + today.month - 1 + _AHEAD[word], 12)
        return year, index + 1
    month = int(word) if word.isdigit() else MONTHS_EN.index(word[:3]) + 1
    return today.year + (month < today.month), month


def _monday(year: int, month: int, *, order: int) -> date:
    """Return the Monday of a month's week; the first is that of its first working day, -1 that of its last day."""
    if order < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(last.weekday())
    first = date(year, month, 1)
    first += timedelta((7 - first.weekday()) if first.weekday() > 4 else 0)
    return first - timedelta(first.weekday()) + timedelta(7 * order)


def _working(first: date, last: date) -> tuple[date, ...]:
    """Return the days from the first to the last without weekends, unless it is one; none of a span too long."""
    if not first <= last <= first + _MOST:
        return ()
    every = [first + ahead * DAY for ahead in range((last - first).days + 1)]
    return tuple(day for day in every if day.weekday() < 5) or tuple(every)
