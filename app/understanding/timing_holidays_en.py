"""Holidays in English and the days they mean, as a time and as a limit."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from app.understanding.found import Rule, Scene
from app.understanding.periods import Window


def _easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _before_christmas(match: re.Match[str], scene: Scene) -> Window:
    year = scene.today.year + (scene.today >= date(scene.today.year, 12, 24))
    return Window(scene.today, date(year, 12, 24))


def _next_day(month: int, day: int, scene: Scene) -> date:
    found = date(scene.today.year, month, day)
    return found if found > scene.today else found.replace(year=found.year + 1)


def _japanese_holiday(match: re.Match[str], scene: Scene) -> Window:
    """ "after Golden Week", "before Obon", "in Golden Week"."""
    begins, ends, over = ((4, 29), (5, 5), (5, 31)) if match["name"][0] in "gG" else ((8, 13), (8, 16), (8, 31))
    if match["when"] is None:
        first = _next_day(*begins, scene)
        return Window(first, first.replace(month=ends[0], day=ends[1]))
    if match["when"].lower() in ("after", "post", "once"):
        last = _next_day(*over, scene)
        return Window(last.replace(month=ends[0], day=ends[1]) + timedelta(1), last)
    return Window(scene.today, _next_day(*begins, scene) - timedelta(1))


def _thanksgiving(year: int) -> date:
    first = calendar.weekday(year, 11, 1)
    return date(year, 11, 1 + (3 - first) % 7 + 21)


def _monday(year: int, month: int) -> date:
    """Return the first Monday of a month."""
    return date(year, month, 1 + -calendar.weekday(year, month, 1) % 7)


# A holiday of one day, and the day of a year.
_ONE_DAY: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"thanksgiving", _thanksgiving),
    (r"black friday", lambda year: _thanksgiving(year) + timedelta(1)),
    (r"cyber monday", lambda year: _thanksgiving(year) + timedelta(4)),
    (r"easter", _easter),
    (r"(?:the )?(?:july 4th|4th of july|fourth of july|independence day)", lambda year: date(year, 7, 4)),
    (r"memorial day", lambda year: _monday(year, 6) - timedelta(7)),
    (r"labou?r day", lambda year: _monday(year, 9)),
    (r"(?:pongal|makar sankranti)", lambda year: date(year, 1, 15)),
    (r"republic day", lambda year: date(year, 1, 26)),
    (r"(?:xmas|christmas) eve", lambda year: date(year, 12, 24)),
    (r"xmas|christmas|the holidays", lambda year: date(year, 12, 25)),
)


def _one_day(words: str, day_in: Callable[[int], date]) -> Rule:
    def build(match: re.Match[str], scene: Scene) -> Window:
        year = scene.today.year
        day = next(day for day in (day_in(year), day_in(year + 1)) if day >= scene.today)
        return Window(day, day)

    return Rule(rf"\b(?:{words})\b", build)


RULES = (
    Rule(
        (
            r"\b(?:before|by|ahead of|prior to|in time for|this side of|till|until) (?:the )?(?:xmas"
            r"|christmas|holidays|holiday season|holiday break)\b"
        ),
        _before_christmas,
        settled=True,
    ),
    *(_one_day(*row) for row in _ONE_DAY),
    Rule(
        r"\b(?:before|by|ahead of|prior to|in time for) (?:the |our )?(?:new year(?:'?s)?|turn of the year)"
        r" (?:shut-?down|break|holidays?|closure|stop|rush|peak|sales?)\b",
        lambda m, s: Window(s.today, date(s.today.year, 12, 31)),
        settled=True,
    ),
    Rule(
        (
            r"\b(?:(?P<when>after|post|once|before|by|ahead of|prior to|in time for) )?(?:the |our )?"
            r"(?P<name>golden week|obon)\b(?: (?:is over|break|holidays?))*"
        ),
        _japanese_holiday,
        settled=True,
    ),
)
