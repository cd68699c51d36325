"""Single days named in a message: 「明日」「来週の金曜」「12/10」 "next Tuesday", "by the end of the week"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.understanding.normal import any_of

_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_EN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_IN_DAYS_JA = {
    "今日": 0,
    "本日": 0,
    "きょう": 0,
    "明日": 1,
    "あした": 1,
    "あす": 1,
    "明後日": 2,
    "あさって": 2,
    "翌日": 1,
}
_IN_DAYS_EN = {"today": 0, "tonight": 0, "this afternoon": 0, "this morning": 0, "tomorrow": 1, "tmrw": 1}


@dataclass(frozen=True, slots=True)
class Named:
    """A day and where its words stand."""

    start: int
    end: int
    day: date


# 「来週の火曜か水曜」 "next Tuesday or Thursday": the second day is in the same week.
_CARRIED = re.compile(
    r"(?P<near>再来週|さ来週|来週|翌週|next)(?: week)?(?:の|\s)?(?:[月火水木金土日]曜?日?|(?:mon|tue|wed|thu|fri|sat"
    r"|sun)[a-z]*)"
    r"(?:の?(?:午前|午後)中?)?\s?(?:か|と|や|、|・|/|,|または|もしくは|or|and)\s?(?:on )?$"
    r"|(?P<week>再来週|さ来週|来週|翌週|next week)(?:で|に|なら|だと|の)?\W{0,3}(?:(?:できれば|出来れば"
    r"|可能(?:なら|であれば)|例えば|たとえば|希望は|もし可能なら"
    r"|ideally|preferably|maybe|perhaps|say|probably|possibly|if possible|best"
    r"|like|either|hopefully|for example)\W{0,2})+(?:on |the )*$",
    re.I,
)
Builder = Callable[[re.Match[str], date], date | None]


def days(text: str, *, today: date) -> tuple[Named, ...]:
    """Return the days named, in reading order, none of them past; a weekday is its next one."""
    found: list[Named] = []
    for pattern, build in _RULES:
        for match in any_of(pattern).finditer(text):
            day = build(match, today)
            if (
                day is not None
                and day >= today
                and all(match.end() <= f.start or match.start() >= f.end for f in found)
            ):
                found.append(Named(match.start(), match.end(), day))
    return tuple(sorted(found, key=lambda named: named.start))


def _calendar(year: int | None, month: int, day: int, *, today: date) -> date | None:
    try:
        found = date(year or today.year, month, day)
        return found.replace(year=found.year + 1) if year is None and found < today else found
    except ValueError:
        return None


def _numeric(match: re.Match[str], today: date) -> date | None:
    year = match.groupdict().get("y")
    return _calendar(int(year) if year else None, int(match["m"]), int(match["d"]), today=today)


def _of_month(match: re.Match[str], today: date) -> date | None:
    """「15日」: of this month, or of the next once it is over."""
    day = int(match["d"])
    first = today.replace(day=1)
    if day < today.day:
        first = (first + timedelta(32)).replace(day=1)
    return _calendar(first.year, first.month, day, today=today)


def _named_en(match: re.Match[str], today: date) -> date | None:
    return _calendar(None, MONTHS_EN.index(match["month"].lower()[:3]) + 1, int(match["d"]), today=today)


def _weekday(match: re.Match[str], today: date) -> date | None:
    japanese = match["wd"] in _WEEKDAYS_JA
    index = _WEEKDAYS_JA.index(match["wd"]) if japanese else _WEEKDAYS_EN.index(match["wd"].lower()[:3])
    monday = today - timedelta(today.weekday())
    near = (match.groupdict().get("late") or match["near"] or "").strip(" ,").lower()
    if not near and (carried := _CARRIED.search(match.string[: match.start()])):
        near = (carried["near"] or carried["week"]).lower()
    if near.startswith(("再来", "さ来")):
        return monday + timedelta(14 + index)
    if near.startswith(("来", "翌", "next")):
        return monday + timedelta(7 + index)
    ahead = (index - today.weekday()) % 7
    return today + timedelta(ahead or 7)


def _in_days(match: re.Match[str], today: date) -> date:
    word = match.group().lower()
    return today + timedelta(_IN_DAYS_JA.get(word, _IN_DAYS_EN.get(word, 0)))


def _week_end(match: re.Match[str], today: date) -> date:
    """Friday: the end of the working week."""
    ahead = 7 if match.groupdict().get("next") else 0
    return today - timedelta(today.weekday()) + timedelta(4 + ahead)


def _end_of(match: re.Match[str], today: date) -> date:
    """「12月末」 "the end of December"."""
    name = match["month"]
    month = int(match["m"]) if match["m"] else MONTHS_EN.index(name.lower()[:3]) + 1
    year = today.year + (month < today.month)
    return date(year, month, monthrange(year, month)[1])


def _month_end(match: re.Match[str], today: date) -> date:
    first = today.replace(day=1)
    if match["next"]:
        first = (first + timedelta(32)).replace(day=1)
    return first.replace(day=monthrange(first.year, first.month)[1])


_RULES: tuple[tuple[str, Builder], ...] = (
    (r"(?P<y>20\d\d)[年/.\-](?P<m>\d{1,2})[月/.\-](?P<d>\d{1,2})日?(?!\d)", _numeric),
    (r"(?<!\d)(?P<m>1[0-2]|0?[1-9])月\s?(?P<d>[12]\d|3[01]|0?[1-9])日", _numeric),
    (r"(?<![\d/])(?P<m>1[0-2]|0?[1-9])/(?P<d>[12]\d|3[01]|0?[1-9])(?![\d/])", _numeric),
    (rf"\b(?P<month>{MONTH_EN})\.?\s+(?:the\s+)?(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:])", _named_en),
    (rf"\b(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH_EN})\b", _named_en),
    (
        (
            r"(?P<near>再来週|さ来週|来週|翌週|今週|今度"
            r"|次)?の?(?<![0-9一二三四五六七八九十])(?P<wd>[月火水木金土日])曜日?"
        ),
        _weekday,
    ),
    (r"(?P<near>再来週|さ来週|来週|翌週|今週)の?(?P<wd>[月火水木金土日])(?![曜内末中]|\d)", _weekday),
    (
        (
            r"\b(?P<near>next week(?: on)?|next|this|this coming|coming|on)?\s*\b(?P<wd>mon|tues?|wed(?:nes)?"
            r"|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?s?\b(?P<late>,? next week\b)?(?!\s+to\b)"
        ),
        _weekday,
    ),
    (r"明後日|あさって|明日|あした|あす(?![ぁ-ん])|今日|本日|きょう|翌日", _in_days),
    (r"\b(?:today|tonight|this (?:afternoon|morning)|tomorrow|tmrw)\b", _in_days),
    (r"(?P<n>\d{1,2})日後|\bin (?P<n2>\d{1,2}) days\b", lambda m, t: t + timedelta(int(m["n"] or m["n2"]))),
    (r"今週(?:中|末(?!尾)|いっぱい)|\b(?:end of (?:the|this) week|this week|eow)\b", _week_end),
    (
        r"(?P<next>来週)(?:中|末|いっぱい)|\b(?:by |end of )(?P<next2>next week)\b",
        lambda m, t: t - timedelta(t.weekday()) + timedelta(11),
    ),
    (r"週明け", lambda m, t: t - timedelta(t.weekday()) + timedelta(7)),
    (rf"(?<!\d)(?P<m>1[0-2]|0?[1-9])月末|\bend of (?P<month>{MONTH_EN})\b", _end_of),
    (
        (
            r"(?P<next>来月末)|(?<!来)(?:今月末|今月中|月内|(?<![\d月今来])月末)|\b(?:end of (?:the"
            r"|this) month|month[- ]end|eom)\b"
        ),
        _month_end,
    ),
    (r"(?<![\d月/])(?P<d>[12]\d|3[01]|[1-9])日(?!間|後|前|以内|で|も|くらい|ぐらい|ほど|かか|本)", _of_month),
)
