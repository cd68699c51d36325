"""A time told to a prospect, in the format of their language and on the clock of our calendar. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names, get_timezone_name

from app.routing.hours import ALL_DAY, BusinessHours
from app.understanding.facts import Lang, Timing

DAY = timedelta(days=1)
YEAR_NEEDED = timedelta(days=180)  # nearer than this, a date without its year can only be the next one

# CLDR date patterns: the date is always named, so that it is still true when a mail is read a day later.
PLAIN: Mapping[Lang, str] = {"ja": "M月d日（E）", "en": "EEEE, MMMM d"}
WITH_YEAR: Mapping[Lang, str] = {"ja": "yyyy年M月d日（E）", "en": "EEEE, MMMM d, yyyy"}
TODAY: Mapping[Lang, str] = {"ja": "'本日'M月d日（E）", "en": "'today', EEEE, MMMM d"}
TOMORROW: Mapping[Lang, str] = {"ja": "'明日'M月d日（E）", "en": "'tomorrow', EEEE, MMMM d"}
DATE: Mapping[Lang, str] = {"ja": "yyyy年M月d日", "en": "MMMM d, yyyy"}
MONTH: Mapping[Lang, str] = {"ja": "yyyy年M月", "en": "MMMM yyyy"}
YEAR: Mapping[Lang, str] = {"ja": "yyyy年", "en": "yyyy"}
Parts = Literal["months", "days"]
FULL: Mapping[Parts, Mapping[Lang, str]] = {"months": MONTH, "days": DATE}
INTERVAL: Mapping[tuple[Parts, str], Mapping[Lang, tuple[str, str]]] = {
    ("months", "none"): {"ja": ("yyyy年M月", "yyyy年M月"), "en": ("MMMM yyyy", "MMMM yyyy")},
    ("months", "year"): {"ja": ("yyyy年M月", "M月"), "en": ("MMMM", "MMMM yyyy")},
    ("days", "none"): {"ja": ("yyyy年M月d日", "yyyy年M月d日"), "en": ("MMMM d, yyyy", "MMMM d, yyyy")},
    ("days", "year"): {"ja": ("yyyy年M月d日", "M月d日"), "en": ("MMMM d", "MMMM d, yyyy")},
    ("days", "month"): {"ja": ("yyyy年M月d日", "d日"), "en": ("MMMM d", "d, yyyy")},
}  # of the first date and the last, by what they have in common
DASH: Mapping[Lang, str] = {"ja": "〜", "en": "–"}
SPAN: Mapping[Lang, str] = {"ja": "{day}{times}", "en": "{day}, {times}"}
MOMENT: Mapping[Lang, str] = {"ja": "{day}{times}", "en": "{day}, at {times}"}
WEEK: Mapping[Lang, str] = {"ja": "{day} {times}", "en": "{day}, {times}"}
SEPARATOR: Mapping[Lang, str] = {"ja": "、", "en": "; "}
LISTED: Mapping[Lang, str] = {"ja": "、", "en": "; "}
EITHER: Mapping[Lang, str] = {"ja": "{rest}か{last}", "en": "{rest}, or {last}"}
IN_ZONE: Mapping[Lang, str] = {"ja": "{span}（{zone}）", "en": "{span} ({zone})"}
HOME: Mapping[Lang, str] = {"ja": "Asia/Tokyo"}  # readers of this language take a bare time as one of this zone
MIDNIGHT: Mapping[Lang, str] = {"ja": "24:00", "en": "midnight"}  # at the end of a day
HALF_DAYS = (" a.m.", " p.m.")

BY: Mapping[Lang, str] = {"ja": "{end}まで", "en": "by {end}"}
BY_MONTH: Mapping[Lang, str] = {"ja": "{end}まで", "en": "by the end of {end}"}
BY_ABOUT: Mapping[Lang, str] = {"ja": "{end}ごろまで", "en": "by about {end}"}
FROM: Mapping[Lang, str] = {"ja": "{start}以降", "en": "from {start} on"}
CLOCK: Mapping[Lang, str] = {"ja": "{start}", "en": "at {start}"}  # times of a day that was not named
CLOCK_FROM: Mapping[Lang, str] = {"ja": "{start}以降", "en": "from {start} on"}
CLOCK_UNTIL: Mapping[Lang, str] = {"ja": "{end}まで", "en": "before {end}"}
CLOCK_SPAN: Mapping[Lang, str] = {"ja": "{start}〜{end}", "en": "between {start} and {end}"}
FEW_DAYS, FAR = timedelta(days=14), timedelta(days=60)  # told by the day; told by the month


def window(at: datetime, until: datetime, *, zone: str, lang: Lang, now: datetime) -> str:
    """Return the time from `at` to `until` as one phrase, such as 「11月24日（火）9:00〜11:00」 or
    "Tuesday, November 24, 9:00–11:00 a.m. (Japan time)"; a whole day is its name alone.
    """
    here = ZoneInfo(zone)
    start, end = at.astimezone(here), until.astimezone(here)
    first = _day(start, now=now, zone=zone, lang=lang)
    midnight = end.time() == time(0) and end.date() == start.date() + DAY
    if midnight and start.time() == time(0):
        return first
    if end.date() == start.date() or midnight:
        times = _from_to(start.time(), end.time(), lang=lang)
    else:
        named = format_date(end.date(), PLAIN[lang], locale=lang)
        last = SPAN[lang].format(day=named, times=clock(end.time(), lang=lang))
        times = f"{clock(start.time(), lang=lang)}{DASH[lang]}{last}"
    return _placed(SPAN[lang].format(day=first, times=times), zone=zone, lang=lang)


def moment(at: datetime, *, zone: str, lang: Lang, now: datetime) -> str:
    """Return one time as a phrase such as 「11月24日（火）15:00」 or "Tuesday, November 24, at 3:00 p.m. (Japan time)";
    midnight stands for a day without a time.
    """
    here = ZoneInfo(zone)
    local = at.astimezone(here)
    if local.time() == time(0):
        return day_name(local.date(), lang=lang, today=now.astimezone(here).date())
    day = _day(local, now=now, zone=zone, lang=lang)
    return _placed(MOMENT[lang].format(day=day, times=clock(local.time(), lang=lang)), zone=zone, lang=lang)


def times_alone(start: time | None, end: time | None, *, zone: str, lang: Lang) -> str:
    """Return times of no day in particular, a start alone as one time, such as "between 9:00 a.m. and noon"."""
    if start is None and end is None:
        return ""
    pattern = CLOCK_UNTIL if start is None else CLOCK if end is None else CLOCK_SPAN
    first, last = (clock(one, lang=lang) if one is not None else "" for one in (start, end))
    return _placed(pattern[lang].format(start=first, end=last), zone=zone, lang=lang)


def from_on(start: time, *, zone: str, lang: Lang) -> str:
    """Return a time from which on any other is as good: 「14:00以降」, "from 2:00 p.m. on (Japan time)"."""
    return _placed(CLOCK_FROM[lang].format(start=clock(start, lang=lang)), zone=zone, lang=lang)


def days(found: Sequence[date], *, lang: Lang, today: date) -> str:
    """Return days as one phrase: 「12月1日（火）か12月2日（水）」, "Tuesday, December 1, or Wednesday, December 2";
    three or more in a row, over a weekend too, by the first and the last.
    """
    if len(found) > 2 and all(_next_day(one, to=after) for one, after in pairwise(found)):
        return DASH[lang].join(day_name(day, lang=lang, today=today) for day in (found[0], found[-1]))
    named = [day_name(day, lang=lang, today=today) for day in found]
    return named[0] if len(named) == 1 else EITHER[lang].format(rest=LISTED[lang].join(named[:-1]), last=named[-1])


def _next_day(day: date, *, to: date) -> bool:
    return to - day == DAY or (day.weekday() == 4 and to - day == 3 * DAY)


def together(day: str, times: str, *, lang: Lang) -> str:
    """Return a day and times of it as one phrase; either may be ""."""
    return SPAN[lang].format(day=day, times=times) if day and times else day or times


def hours_of_day(start: time, end: time, *, lang: Lang) -> str:
    """Return two times of a day as one phrase: 13:00〜18:00; 1:00–6:00 p.m."""
    return _from_to(start, end, lang=lang)


def day_name(day: date, *, lang: Lang, today: date) -> str:
    """Return a date with its weekday, led by "today" or "tomorrow" where it is; the year only half a year away."""
    near = {today: TODAY, today + DAY: TOMORROW}.get(day)
    pattern = near or (WITH_YEAR if day - today > YEAR_NEEDED else PLAIN)
    return format_date(day, pattern[lang], locale=lang)


def span(timing: Timing, *, lang: Lang) -> str:
    """Return when somebody wants the product, such as 「2027年4月〜6月」 or "April–June 2027"; "" if that is open."""
    start, end = timing.earliest, timing.latest
    if start is None or end is None:
        only = start or end
        if only is None:
            return ""
        first = start is not None and start.day == 1
        last = end is not None and _ends_month(end)
        named = format_date(only, (MONTH if first or last else DATE)[lang], locale=lang)
        return (FROM if start else BY_MONTH if last else BY)[lang].format(start=named, end=named)
    if start.day == 1 and _ends_month(end):
        if (start.month, end.month, end.year) == (1, 12, start.year):
            return format_date(start, YEAR[lang], locale=lang)
        return _between(start, end.replace(day=1), parts="months", lang=lang)
    if end - start <= FEW_DAYS:
        return _between(start, end, parts="days", lang=lang)
    if _ends_month(end):
        return BY_MONTH[lang].format(end=format_date(end, MONTH[lang], locale=lang))
    if end - start > FAR:
        return BY_ABOUT[lang].format(end=format_date(end, MONTH[lang], locale=lang))
    return BY[lang].format(end=format_date(end, DATE[lang], locale=lang))


def clock(at: time, *, lang: Lang = "ja") -> str:
    """Return the time of day as business writes it: 9:00, 13:30; 9:00 a.m., noon, 1:30 p.m."""
    if lang == "ja":
        return f"{at.hour}:{at.minute:02d}"
    if at == time(12):
        return "noon"
    return f"{at.hour % 12 or 12}:{at.minute:02d}{HALF_DAYS[at.hour >= 12]}"


def zone_name(zone: str, *, lang: Lang) -> str:
    """Return a zone's everyday name: Japan time, 日本時間; UTC has no other."""
    if zone in ("UTC", "Etc/UTC"):
        return "UTC"
    return get_timezone_name(ZoneInfo(zone), width="long", locale=lang, zone_variant="generic").replace(
        " Time", " time"
    )


def weekly_hours(hours: BusinessHours, *, lang: Lang) -> str:
    """Return the ordinary week of a calendar, such as 「月〜金 9:00〜18:00」; "" if it never opens or never closes."""
    if all(hours.weekly.get(day) == ALL_DAY for day in range(7)):
        return ""
    runs: list[tuple[int, int, str]] = []
    for day in range(7):
        times = SEPARATOR[lang].join(
            _from_to(each.start, each.end, lang=lang) for each in sorted(hours.weekly.get(day, ()))
        )
        if runs and runs[-1][1:] == (day - 1, times):
            runs[-1] = (runs[-1][0], day, times)
        else:
            runs.append((day, day, times))
    names = get_day_names("abbreviated", locale=lang)
    told = SEPARATOR[lang].join(
        WEEK[lang].format(
            day=names[first] if first == last else f"{names[first]}{DASH[lang]}{names[last]}", times=times
        )
        for first, last, times in runs
        if times
    )
    return _placed(told, zone=hours.timezone, lang=lang) if told else ""


def _day(local: datetime, *, now: datetime, zone: str, lang: Lang) -> str:
    """Return the day of a time; where its zone has to be named, "tomorrow" may be another day for the reader."""
    today = now.astimezone(local.tzinfo).date()
    if HOME.get(lang) == zone:
        return day_name(local.date(), lang=lang, today=today)
    far = local.date() - today > YEAR_NEEDED
    return format_date(local.date(), (WITH_YEAR if far else PLAIN)[lang], locale=lang)


def _from_to(start: time, end: time, *, lang: Lang) -> str:
    """Return two times of one day; an end at 0:00 is that of the day, and a half of the day is named once."""
    first = clock(start, lang=lang)
    last = MIDNIGHT[lang] if end == time(0) else clock(end, lang=lang)
    half = next((each for each in HALF_DAYS if first.endswith(each) and last.endswith(each)), "")
    return f"{first.removesuffix(half)}{DASH[lang]}{last}"


def _between(start: date, end: date, *, parts: Parts, lang: Lang) -> str:
    """Return two dates by `parts` (year, month, day); what both have in common is said once."""
    if start == end:
        return format_date(start, FULL[parts][lang], locale=lang)
    same = "year" if start.year == end.year else "none"
    if parts == "days" and (start.year, start.month) == (end.year, end.month):
        same = "month"
    first, last = INTERVAL[parts, same][lang]
    return f"{format_date(start, first, locale=lang)}{DASH[lang]}{format_date(end, last, locale=lang)}"


def _ends_month(day: date) -> bool:
    return (day + DAY).day == 1


def _placed(span: str, *, zone: str, lang: Lang) -> str:
    return span if HOME.get(lang) == zone else IN_ZONE[lang].format(span=span, zone=zone_name(zone, lang=lang))
