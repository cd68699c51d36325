"""English distances in time: "within 3 months", "in half a year", "2-3 years"."""

import re
from datetime import timedelta

from app.understanding import periods
from app.understanding.found import Rule, Scene
from app.understanding.periods import Window

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "a couple": 2, "couple of": 2, "couple": 2,
}  # fmt: skip
_NUMBER = r"(?:\d{1,2}(?:\.5)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|a few|few|several)"
_UNIT = r"(?P<unit>month|mth|mo|week|wk|year|yr|day|quarter|fortnight)s?\b"
_COUNT = rf"(?<![\d.$])(?P<n>{_NUMBER})\s*(?:(?:-|to|or|~)\s*(?P<m>{_NUMBER}))?[\s-]*{_UNIT}"
_ABOUT = r"(?:about|around|roughly|approximately|approx\.?|maybe|probably|like|another|~|say|at most|up to|or so)?\s*"


def _number(text: str) -> float:
    word = text.lower()
    return _NUMBERS[word] if word in _NUMBERS else float(word)


def _is_few(text: str) -> bool:
    return text.lower() in ("a few", "few", "several")


def _length(match: re.Match[str]) -> tuple[float, float] | None:
    """Return low and high in months; None for days and weeks."""
    scale = {"month": 1, "mth": 1, "mo": 1, "year": 12, "yr": 12, "quarter": 3}.get(match["unit"].lower())
    if scale is None:
        return None
    if _is_few(match["n"]):
        return 2 * scale, 4 * scale
    low = _number(match["n"])
    high = _number(match["m"]) if match["m"] and not _is_few(match["m"]) else low
    extra = 0.5 * scale if (match.groupdict().get("half") or "") else 0
    return low * scale + extra, high * scale + extra


def _days(match: re.Match[str]) -> tuple[int, int]:
    scale = {"day": 1, "fortnight": 14}.get(match["unit"].lower(), 7)
    if _is_few(match["n"]):
        return 2 * scale, 4 * scale
    low = _number(match["n"])
    high = _number(match["m"]) if match["m"] and not _is_few(match["m"]) else low
    return int(low * scale), int(high * scale)


def _later(match: re.Match[str], scene: Scene) -> Window:
    months = _length(match)
    if months is None:
        low, high = _days(match)
        if low == high:
            return periods.days_around(scene.today, low)
        return Window(scene.today + timedelta(low), scene.today + timedelta(high))
    if months[0] == months[1]:
        return periods.around(scene.today, months[0])
    return periods.months_ahead(scene.today, *months)


def _within(match: re.Match[str], scene: Scene) -> Window:
    months = _length(match)
    if months is None:
        return Window(scene.today, scene.today + timedelta(_days(match)[1]))
    return Window(scene.today, periods.months_ahead(scene.today, 0, months[1]).latest)


def _beyond(match: re.Match[str], scene: Scene) -> Window:
    months = _length(match)
    low = (
        scene.today + timedelta(_days(match)[0]) if months is None else periods.add_months(scene.today, int(months[0]))
    )
    return Window(low, None)


RULES = (
    Rule(
        (
            rf"\b(?:within|inside|in under|in less than|under|less than|no more than|max(?:imum)?)\s+(?:the\s+)?"
            rf"(?:next\s+)?{_ABOUT}{_COUNT}"
        ),
        _within,
        settled=True,
    ),
    Rule(
        (
            rf"{_ABOUT}{_COUNT}\s*(?:tops|max(?:imum)?|at (?:the )?(?:very )?(?:most|latest|outside)"
            rf"|or (?:less|sooner|under))\b"
        ),
        _within,
        settled=True,
    ),
    Rule(rf"\b(?:in|over|during|within|for)?\s*(?:the\s+)?(?:next|coming)\s+{_ABOUT}{_COUNT}", _within, settled=True),
    Rule(rf"\bin\s+{_ABOUT}{_COUNT}(?:\s+and a (?P<half>half))?(?:'?\s*time)?", _later, settled=True),
    Rule(
        (
            rf"{_COUNT}(?:\s+and a (?P<half>half))?\s+(?:or so\s+)?(?:from now|from today|out|away|down the (?:line"
            rf"|road)|later|hence)\b"
        ),
        _later,
        settled=True,
    ),
    Rule(rf"\b(?:at least|not for(?: another)?|more than|after)\s+{_COUNT}", _beyond, settled=True),
    Rule(
        (
            rf"(?<!every )(?<!per )(?<!once )(?<!twice )(?<!times ){_ABOUT}{_COUNT}"
            rf"(?!\s*(?:ago|free|trial|old|of |ago|contract|a |per|in a row|now"
            rf"|to (?:set|go|get|reply|answer|respond)|each|straight|later))"
            rf"(?=\s*(?:or so|ish|max|ideally|give or take|plus or minus|-?ish|from signing"
            rf"|after (?:approval|signing)|hopefully|realistically|roughly|approx\w*|at best|at least"
            rf"|i suppose|tbh|would|is (?:fine|ideal|ok)|works|probably|maybe|i guess|i think|i'd say"
            rf"|,|\.|!|\?|$|if|depending|timeline"
            rf"|timeframe|horizon|window|at most))"
        ),
        _later,
        bare=True,
    ),
)
