"""English expressions of time and the windows they mean."""

import re
from datetime import date, timedelta

from app.understanding import distances_en, festivals, periods, timing_holidays_en, timing_ja
from app.understanding.found import Rule, Scene
from app.understanding.periods import Window

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = {
    "early": "early", "beginning of": "early", "start of": "early", "first week of": "early", "top of": "early",
    "first half of": "first", "1st half of": "first",
    "second half of": "second", "2nd half of": "second", "back half of": "second",
    "early in": "early", "early part of": "early", "first thing in": "early", "late in": "late",
    "mid": "mid", "mid-": "mid", "middle of": "mid",
    "late": "late", "end of": "late", "the end of": "late", "later in": "late", "last week of": "late",
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4}

# "may" and "march" are verbs, "mar" is a name: these need a word of time before them or nothing around.
_SAFE = (
    r"january|janurary|jan|february|febuary|feburary|feb|mar(?=\s?\d|$|\W*$)|april|apr(?!\w)|june|jun|july"
    r"|jul|august|aug|"
    r"september|septmber|setpember|sept|sep|october|ocotber|oct|november|novemeber|nov|december|decmber|dec"
)
_PREPOSITION = (
    r"(?:in|by|until|till|before|after|from|next|this|coming|of|since|around|about|for|during|through"
    r"|between|starting|start|begin|mid)"
)
_LINK = (
    r"(?:it's|be|hopefully|ideally|likely|roughly|sometime|realistically|around|or|to|and|but|not"
    r"|maybe|probably|say|possibly|perhaps|then|like|so|actually|meant|mean)"
)
_MONTH = rf"(?P<month>(?<![\w@.])(?:{_SAFE})(?![\w@]))\.?"
_RISKY = r"(?<![\w@.])(?P<month>may|march|marhc)(?![\w@])"
_NOT_VERB = (
    r"(?!\s+(?:i|we|you|it|be|not|have|need|want|also|well|ahead|on|into|out|get|take|require|help"
    r"|consider|as|never|still|already|only|use|go|there|this|that|they|he|she)\b)"
)
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>20\d\d|'\d\d|next year|this year))?"
_PART = r"(?:(?P<part>" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")[\s-]*(?:(?:the|this|next|coming)\s+)*)?"


def _year(text: str, today: date) -> int:
    word = text.lower()
    if word in ("next year", "this year"):
        return today.year + (word == "next year")
    digits = int(word.lstrip("'"))
    return digits + 2000 if digits < 100 else digits


def _cut(window: Window, match: re.Match[str]) -> Window:
    part = match.groupdict().get("part")
    return periods.part(window, _PARTS[part.lower().strip()]) if part else window


def _month(match: re.Match[str], scene: Scene) -> Window:
    month = _MONTHS.index(match["month"].lower()[:3].replace("set", "sep")) + 1
    year = match.groupdict().get("year")
    window = periods.span(_year(year, scene.today), month) if year else periods.next_span(scene.today, month)
    return _cut(window, match)


def _day(match: re.Match[str], scene: Scene) -> Window | None:
    words = match.groupdict()
    month = int(words["mm"]) if words.get("mm") else _MONTHS.index(match["month"].lower()[:3]) + 1
    year = words.get("year")
    try:
        day = date(_year(year, scene.today) if year else scene.today.year, month, int(match["dd"]))
        if not year and day < scene.today:
            day = day.replace(year=day.year + 1)
    except ValueError:
        return None
    return Window(day, day)


def _near(match: re.Match[str], scene: Scene) -> Window | None:
    today, unit = scene.today, match["unit"].lower()
    ahead = 0 if match["near"].lower() in ("this", "current", "the current") else 1
    if unit == "month":
        return _cut(periods.span(today.year, today.month + ahead), match)
    if unit == "week":
        return periods.week(today, ahead)
    if unit == "quarter":
        return _cut(periods.span(today.year, (today.month - 1) // 3 * 3 + 1 + 3 * ahead, 3), match)
    if unit in ("fiscal year", "financial year", "fy", "budget year", "budget cycle", "fiscal"):
        return _cut(periods.fiscal_year(today, ahead, closing=scene.closing), match)
    if not ahead and _PARTS.get((match["part"] or "").lower().strip()) == "late":
        return Window(today, date(today.year, 12, 31))
    return _cut(periods.span(today.year + ahead, 1, 12), match)


def _quarter(match: re.Match[str], scene: Scene) -> Window:
    words = match.groupdict()
    index = int(words["q"]) if words.get("q") else _ORDINALS[match["ordinal"].lower()]
    year = words.get("year") or words.get("year2")
    first = 3 * index - 2
    window = periods.span(_year(year, scene.today), first, 3) if year else periods.next_span(scene.today, first, 3)
    return _cut(window, match)


def _half(match: re.Match[str], scene: Scene) -> Window:
    words = match.groupdict()
    index = int(words["h"]) if words.get("h") else _ORDINALS[match["ordinal"].lower()]
    first, year = 6 * index - 5, words.get("year") or words.get("year2")
    return periods.span(_year(year, scene.today), first, 6) if year else periods.next_span(scene.today, first, 6)


def _whole_year(match: re.Match[str], scene: Scene) -> Window:
    return _cut(periods.span(_year(match["y"], scene.today), 1, 12), match)


def _named_fiscal(match: re.Match[str], scene: Scene) -> Window:
    return periods.named_fiscal_year(_year(match["y"], scene.today), closing=scene.closing)


def _rest_of_year(match: re.Match[str], scene: Scene) -> Window:
    return Window(scene.today, date(scene.today.year, 12, 31))


def _rest_of(match: re.Match[str], scene: Scene) -> Window:
    """ "within the quarter": from today to its end."""
    today = scene.today
    if match["unit"] == "year":
        return Window(today, date(today.year, 12, 31))
    first, length = (today.month, 1) if match["unit"] == "month" else ((today.month - 1) // 3 * 3 + 1, 3)
    return Window(today, periods.span(today.year, first, length).latest)


def _end_of(match: re.Match[str], scene: Scene) -> Window:
    """ "end of the quarter": from today to its last day."""
    today = scene.today
    month = (match["unit"] or match["unit2"] or "").lower() == "month" or match["short"] in ("m", "M")
    first, length = (today.month, 1) if month else ((today.month - 1) // 3 * 3 + 1, 3)
    return Window(today, periods.span(today.year, first, length).latest)


def _fiscal_start(match: re.Match[str], scene: Scene) -> Window:
    return periods.slice_of(periods.fiscal_year(scene.today, 1, closing=scene.closing), 0, months=1)


def _day_of_month(match: re.Match[str], scene: Scene) -> Window | None:
    day = int(match["dd"])
    first = periods.span(scene.today.year, scene.today.month + int(day < scene.today.day)).earliest
    try:
        found = first.replace(day=day)
    except ValueError:
        return None
    return Window(found, found)


def _weekday(match: re.Match[str], scene: Scene) -> Window:
    index = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun").index(match["wd"].lower())
    weeks = 1 if (match["near"] or "").lower().startswith("next") else int(index <= scene.today.weekday())
    day = periods.week(scene.today, weeks).earliest + timedelta(index)
    return Window(day, day)


def _fiscal_end(match: re.Match[str], scene: Scene) -> Window:
    return Window(scene.today, periods.fiscal_year(scene.today, 0, closing=scene.closing).latest)


def _season(match: re.Match[str], scene: Scene) -> Window:
    first = _SEASONS[match["season"].lower()]
    year = match.groupdict().get("year")
    window = periods.span(_year(year, scene.today), first, 3) if year else periods.next_season(scene.today, first)
    return _cut(window, match)


def _half_year(match: re.Match[str], scene: Scene) -> Window:
    if match["within"]:
        return Window(scene.today, periods.months_ahead(scene.today, 0, 6).latest)
    return periods.around(scene.today, 6)


def _in_days(match: re.Match[str], scene: Scene) -> Window:
    day = scene.today + timedelta({"today": 0, "tonight": 0, "tomorrow": 1}[match.group().lower()])
    return Window(day, day)


RULES = (
    Rule(rf"{_PART}{_MONTH}{_YEAR}", _month),
    timing_ja.MONTH_OF_YEAR,
    Rule(rf"\b{_PART.removesuffix('?')}{_RISKY}{_YEAR}", _month),
    Rule(rf"\b{_PREPOSITION}\s+(?:the\s+)?(?P<core>{_RISKY}{_YEAR})", _month),
    Rule(rf"(?:\b{_LINK}\s+|^\W*|[,\-/]\s*)(?P<core>{_RISKY}{_NOT_VERB}{_YEAR})", _month),
    Rule(rf"{_PART}(?P<month>\b(?:may|march))\s+(?P<year>20\d\d)", _month),
    Rule(r"(?P<year>20\d\d)[-/](?P<mm>\d{1,2})[-/](?P<dd>\d{1,2})(?!\d)", _day),
    Rule(r"(?<![\d/])(?P<mm>1[0-2]|0?[1-9])/(?P<dd>[12]\d|3[01]|0?[1-9])(?:/(?P<year>20\d\d))?(?![\d/])", _day),
    Rule(
        (
            rf"\b(?P<month>{_SAFE}|may|march)\.?\s+(?P<dd>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
            rf"(?:,?\s+(?P<year>20\d\d))?"
        ),
        _day,
    ),
    Rule(
        (
            rf"\b(?P<dd>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_SAFE}|may|march)\b"
            rf"(?:,?\s+(?P<year>20\d\d))?"
        ),
        _day,
    ),
    Rule(
        (
            rf"\b{_PART}(?P<near>this|next|nxt|the coming|coming|the current|current|the next|following)[\s-]+"
            rf"(?P<unit>month|week|quarter|year|fiscal year|financial year|fy|budget year|budget cycle|fiscal)\b"
        ),
        _near,
    ),
    Rule(
        rf"\b{_PART}q\s?(?P<q>[1-4])(?!\d)(?:\s*(?:of\s+|,\s*|/|-)?(?P<year>20\d\d|'\d\d|next year|this year))?",
        _quarter,
    ),
    Rule(r"\b(?P<q>[1-4])q\b(?:\s*(?P<year>20\d\d|'\d\d|next year|this year))?(?P<part>(?!))?", _quarter),
    Rule(r"(?P<year2>20\d\d)\s?-?q(?P<q>[1-4])\b", _quarter),
    Rule(
        (
            rf"\b{_PART}(?:the\s+)?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last) quarter"
            rf"(?:\s+of\s+(?:the year|(?P<year>20\d\d|next year|this year)))?"
        ),
        _quarter,
    ),
    Rule(r"\bh(?P<h>[12])\b(?:\s*(?:of\s+)?(?P<year>20\d\d|'\d\d|next year|this year))?", _half),
    Rule(r"\b(?P<ordinal>first|second|1st|2nd) half(?: of (?:the year|(?P<year>20\d\d|next year|this year)))", _half),
    Rule(rf"\b{_PART}(?P<y>20\d\d)\b(?!\s?-?q\d|[-/]\d)", _whole_year),
    Rule(r"\b(?:fy|fiscal(?: year)?)\s?(?P<y>20\d\d|\d\d)\b", _named_fiscal),
    Rule(
        (
            r"\b(?:eoy|year[\s-]?end|end of (?:the |this )?(?:calendar )?year|(?:the )?year is (?:out|over)"
            r"|years? end|later this year|late this year|rest of the year)\b"
        ),
        _rest_of_year,
        settled=True,
    ),
    Rule(
        (
            r"\b(?:after|once|past|following|when) (?:the |this |our )?(?:end of (?:the |this "
            r"|our )?(?:fiscal|financial|budget) year|(?:fiscal|financial) year[\s-]?(?:end|close)s?"
            r"|eofy)"
        ),
        lambda m, s: Window(periods.fiscal_year(s.today, 1, closing=s.closing).earliest, None),
        settled=True,
    ),
    Rule(
        r"\b(?:end of (?:the |this |our )?(?:fiscal|financial|budget) year|fiscal year[\s-]end|eofy)\b",
        _fiscal_end,
        settled=True,
    ),
    Rule(r"\b(?P<ordinal>first|second|1st|2nd) half\b(?! of)(?! (?:hour|day))", _half),
    Rule(
        (
            r"\b(?:(?:the )?end of (?:the |this )?(?P<unit>month|quarter)|eo(?P<short>q|m)"
            r"|(?P<unit2>quarter|month)[- ]end)\b"
        ),
        _end_of,
        settled=True,
    ),
    Rule(
        (
            r"\b(?:not (?:before|until)|no (?:earlier|sooner) than) (?:the |our |a )?new (?:fiscal|financial"
            r"|budget) year\b"
        ),
        lambda m, s: Window(periods.fiscal_year(s.today, 1, closing=s.closing).earliest, None),
        settled=True,
    ),
    Rule(
        r"\b(?:beginning|start) of (?:the|our|next|a new|the new|the next) (?:new )?(?:fiscal|financial|budget) year\b",
        _fiscal_start,
        settled=True,
    ),
    Rule(
        (
            rf"\b(?:{_PREPOSITION})\s+the\s+(?P<core>(?P<dd>[12]\d|3[01]|[1-9])(?:st|nd|rd"
            rf"|th))(?!\s+(?:of\b|floor|quarter|time|half|{_SAFE}))"
        ),
        _day_of_month,
    ),
    Rule(
        (
            r"\b(?:by|before|until|from|starting|on)\s+(?P<near>next\s+|this\s+)?(?P<core>(?P<wd>mon"
            r"|tues|wednes|thurs|fri|satur|sun)day)\b"
        ),
        _weekday,
    ),
    Rule(
        r"\b(?:within|during|inside|before the end of|in the course of) (?:the|this) (?P<unit>month|quarter|year)\b",
        _rest_of,
        settled=True,
    ),
    Rule(
        (
            r"\b(?:new year(?:'?s)?|turn of the year)\b"
            r"|(?:after|post|once|past) (?:the )?(?:xmas|christmas|holidays?)(?: season| break)?(?: are over)?\b"
        ),
        lambda m, s: periods.next_span(s.today, 1),
        settled=True,
    ),
    Rule(
        (
            rf"\b{_PART}(?:(?:this|the|next|coming)\s+)?(?P<season>spring|summer|fall|autumn|winter)\b"
            rf"(?!\s+(?:behind|short|for|through|off|apart|into|sale|intern|back|in love|under))"
            rf"(?:\s+(?:of\s+)?(?P<year>20\d\d|next year))?"
        ),
        _season,
    ),
    Rule(r"\b(?:start|beginning|top) of the year\b(?! [12])", lambda m, s: periods.next_span(s.today, 1)),
    *timing_holidays_en.RULES,
    *festivals.RULES,
    Rule(
        (
            r"\bnot this (?P<unit>month|quarter|year|fiscal year|fy)\b,?\s*(?:but )?(?:the )?(?P<near>next)"
            r"(?: one)?(?P<part>(?!))?"
        ),
        _near,
    ),
    *distances_en.RULES,
    Rule(
        (
            r"(?P<within>\b(?:within|inside|in under|less than) (?:about )?(?:half a year|six months))"
            r"|\b(?:in|about|around|roughly)\s+(?:about\s+|around\s+)?(?:half a year|a half year)"
            r"|\bhalf a year\b(?: from now)?"
        ),
        _half_year,
    ),
    Rule(r"\b(?:a month or (?:two|so))\b", lambda m, s: periods.months_ahead(s.today, 1, 2)),
    Rule(r"\b(?:today|tonight|tomorrow)\b", _in_days),
)
