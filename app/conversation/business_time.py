"""A time told to a prospect, in the format of their language and on the clock of our calendar. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names, get_timezone_name

from app.routing.hours import ALL_DAY, BusinessHours, Interval
from app.understanding.facts import Lang

DAY = timedelta(days=1)
YEAR_NEEDED = timedelta(days=180)  # nearer than this, a date without its year can only be the next one

# CLDR date patterns: the date is always named, so that it is still true when a mail is read a day later.
PLAIN: Mapping[Lang, str] = {"ja": "M月d日（E）", "en": "EEEE d MMMM"}
WITH_YEAR: Mapping[Lang, str] = {"ja": "yyyy年M月d日（E）", "en": "EEEE d MMMM yyyy"}
TODAY: Mapping[Lang, str] = {"ja": "'本日'M月d日（E）", "en": "'today', EEEE d MMMM"}
TOMORROW: Mapping[Lang, str] = {"ja": "'明日'M月d日（E）", "en": "'tomorrow', EEEE d MMMM"}
DASH: Mapping[Lang, str] = {"ja": "〜", "en": "–"}
SPAN: Mapping[Lang, str] = {"ja": "{day}{times}", "en": "{day}, {times}"}
WEEK: Mapping[Lang, str] = {"ja": "{day} {times}", "en": "{day}, {times}"}
SEPARATOR: Mapping[Lang, str] = {"ja": "、", "en": "; "}
IN_ZONE: Mapping[Lang, str] = {"ja": "{span}（{zone}）", "en": "{span} ({zone})"}
HOME: Mapping[Lang, str] = {"ja": "Asia/Tokyo"}  # readers of this language take a bare time as one of this zone


def window(at: datetime, until: datetime, *, zone: str, lang: Lang, now: datetime) -> str:
    """Return the time from `at` to `until` as one phrase, such as 「11月24日（火）9:00〜11:00」 or
    "Tuesday 24 November, 9:00–11:00 (Japan time)".
    """
    here = ZoneInfo(zone)
    start, end = at.astimezone(here), until.astimezone(here)
    first = day_name(start.date(), lang=lang, today=now.astimezone(here).date())
    last = clock(end.time())
    if end.date() != start.date():
        midnight = end.time() == time(0) and end.date() == start.date() + DAY
        named = format_date(end.date(), PLAIN[lang], locale=lang)
        last = "24:00" if midnight else SPAN[lang].format(day=named, times=last)
    span = SPAN[lang].format(day=first, times=f"{clock(start.time())}{DASH[lang]}{last}")
    return span if HOME.get(lang) == zone else IN_ZONE[lang].format(span=span, zone=zone_name(zone, lang=lang))


def day_name(day: date, *, lang: Lang, today: date) -> str:
    """Return a date with its weekday, led by "today" or "tomorrow" where it is; the year only half a year away."""
    near = {today: TODAY, today + DAY: TOMORROW}.get(day)
    pattern = near or (WITH_YEAR if day - today > YEAR_NEEDED else PLAIN)
    return format_date(day, pattern[lang], locale=lang)


def clock(at: time) -> str:
    """Return the time of day as both languages write it in business: 9:00, 13:30."""
    return f"{at.hour}:{at.minute:02d}"


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
        times = SEPARATOR[lang].join(_span(each, lang=lang) for each in sorted(hours.weekly.get(day, ())))
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
    if not told or HOME.get(lang) == hours.timezone:
        return told
    return IN_ZONE[lang].format(span=told, zone=zone_name(hours.timezone, lang=lang))


def _span(interval: Interval, *, lang: Lang) -> str:
    end = "24:00" if interval.end == time(0) else clock(interval.end)
    return f"{clock(interval.start)}{DASH[lang]}{end}"
