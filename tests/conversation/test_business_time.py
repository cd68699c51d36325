"""A time as a prospect reads it: dated, on our clock, in their language."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.business_time import days, moment, span, together, weekly_hours, window
from app.routing.hours import ALL_DAY, BusinessHours, Interval, weekdays_nine_to_six
from app.understanding.facts import Lang, Timing

TOKYO = "Asia/Tokyo"


def at(text: str, zone: str = TOKYO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def told(start: str, end: str, *, lang: Lang, now: str, zone: str = TOKYO) -> str:
    return window(at(start, zone), at(end, zone), zone=zone, lang=lang, now=at(now, zone))


@pytest.mark.parametrize(("lang", "named"), [("ja", "11月27日（金）"), ("en", "Friday, November 27")])
def test_a_whole_day_is_told_by_its_name_alone(lang: Lang, named: str) -> None:
    assert told("2026-11-27 00:00", "2026-11-28 00:00", lang=lang, now="2026-11-24 10:00") == named
    assert told("2026-11-27 00:00", "2026-11-27 18:00", lang=lang, now="2026-11-24 10:00") != named


@pytest.mark.parametrize(
    ("now", "ja", "en"),
    [
        ("2026-11-20 22:00", "11月24日（火）9:00〜10:00", "Tuesday, November 24, 9:00–10:00 a.m. (Japan time)"),
        (
            "2026-11-23 22:00",
            "明日11月24日（火）9:00〜10:00",
            "Tuesday, November 24, 9:00–10:00 a.m. (Japan time)",
        ),
        (
            "2026-11-24 05:00",
            "本日11月24日（火）9:00〜10:00",
            "Tuesday, November 24, 9:00–10:00 a.m. (Japan time)",
        ),
        (
            "2026-01-05 10:00",
            "2026年11月24日（火）9:00〜10:00",
            "Tuesday, November 24, 2026, 9:00–10:00 a.m. (Japan time)",
        ),
    ],
)
def test_a_window_names_its_date_and_helps_with_today_and_tomorrow_where_the_zone_is_the_readers(
    now: str, ja: str, en: str
) -> None:
    assert told("2026-11-24 09:00", "2026-11-24 10:00", lang="ja", now=now) == ja
    assert told("2026-11-24 09:00", "2026-11-24 10:00", lang="en", now=now) == en


def test_a_window_over_the_turn_of_the_year_needs_no_year() -> None:
    assert told("2027-01-04 09:30", "2027-01-04 10:30", lang="ja", now="2026-12-28 19:00") == "1月4日（月）9:30〜10:30"


def test_a_window_that_ends_at_midnight_or_on_another_day_says_so() -> None:
    assert (
        told("2026-11-24 23:00", "2026-11-25 00:00", lang="ja", now="2026-11-20 22:00") == "11月24日（火）23:00〜24:00"
    )
    over = told("2026-11-24 23:30", "2026-11-25 00:30", lang="en", now="2026-11-20 22:00")
    assert over == "Tuesday, November 24, 11:30 p.m.–Wednesday, November 25, 12:30 a.m. (Japan time)"


@pytest.mark.parametrize(
    ("zone", "ja", "en"),
    [
        ("America/New_York", "（アメリカ東部時間）", "(Eastern time)"),
        ("Europe/Berlin", "（中央ヨーロッパ時間）", "(Central European time)"),
        ("UTC", "（UTC）", "(UTC)"),
    ],
)
def test_a_foreign_clock_is_named(zone: str, ja: str, en: str) -> None:
    for lang, name in (("ja", ja), ("en", en)):
        text = told("2026-11-24 09:00", "2026-11-24 10:00", lang=lang, now="2026-11-20 22:00", zone=zone)  # type: ignore[arg-type]
        assert text.endswith(name)


@given(
    minutes=st.integers(0, 4 * 366 * 24 * 60),
    hours=st.integers(0, 400 * 24),
    zone=st.sampled_from([TOKYO, "America/New_York", "Europe/London"]),
)
def test_the_hour_told_is_the_hour_on_the_clock_of_the_zone(minutes: int, hours: int, zone: str) -> None:
    now = at("2026-01-01 00:00", "UTC") + timedelta(minutes=minutes)
    start = now + timedelta(hours=hours)
    text = window(start, start + timedelta(hours=1), zone=zone, lang="en", now=now)
    here = start.astimezone(ZoneInfo(zone))
    hour = "noon" if (here.hour, here.minute) == (12, 0) else f"{here.hour % 12 or 12}:{here.minute:02d}"
    assert re.search(rf", {hour}(?: [ap]\.m\.)?–", text)
    assert f"{here:%A}, {here:%B} {here.day}" in text
    assert not re.search("today|tomorrow", text), "beside a zone that is named, the reader's day may be another"


def test_the_ordinary_week_is_told_in_runs_of_equal_days() -> None:
    assert weekly_hours(weekdays_nine_to_six(), lang="ja") == "月〜金 9:00〜18:00"
    assert weekly_hours(weekdays_nine_to_six(), lang="en") == "Mon–Fri, 9:00 a.m.–6:00 p.m. (Japan time)"
    split = (Interval(time(9), time(12)), Interval(time(13), time(0)))
    odd = BusinessHours({0: split, 1: split, 5: (Interval(time(10), time(15, 30)),)}, "UTC")
    assert weekly_hours(odd, lang="ja") == "月〜火 9:00〜12:00、13:00〜24:00、土 10:00〜15:30（UTC）"
    assert weekly_hours(BusinessHours({}), lang="en") == ""


def test_a_team_that_never_closes_names_no_hours() -> None:
    assert weekly_hours(BusinessHours(dict.fromkeys(range(7), ALL_DAY)), lang="ja") == ""


@pytest.mark.parametrize(
    ("start", "end", "en"),
    [
        ("09:00", "10:30", "9:00–10:30 a.m."),
        ("11:00", "13:00", "11:00 a.m.–1:00 p.m."),
        ("11:00", "12:00", "11:00 a.m.–noon"),
        ("12:00", "13:30", "noon–1:30 p.m."),
        ("13:00", "17:00", "1:00–5:00 p.m."),
    ],
)
def test_americans_read_the_half_of_the_day_once_where_it_is_the_same(start: str, end: str, en: str) -> None:
    text = told(f"2026-11-24 {start}", f"2026-11-24 {end}", lang="en", now="2026-11-20 22:00")
    assert text == f"Tuesday, November 24, {en} (Japan time)"


def test_a_single_time_is_told_with_its_day_and_midnight_is_a_day_without_a_time() -> None:
    now = at("2026-11-20 15:30")
    saturday = at("2026-11-21 15:00")
    assert moment(saturday, zone=TOKYO, lang="en", now=now) == "Saturday, November 21, at 3:00 p.m. (Japan time)"
    assert moment(saturday, zone=TOKYO, lang="ja", now=now) == "明日11月21日（土）15:00"
    assert moment(at("2026-11-24 00:00"), zone=TOKYO, lang="ja", now=now) == "11月24日（火）"
    eastern = moment(saturday, zone="America/New_York", lang="en", now=now)
    assert eastern == "Saturday, November 21, at 1:00 a.m. (Eastern time)"


def test_days_are_told_with_an_or_before_the_last() -> None:
    found, today = [date(2026, 12, 1), date(2026, 12, 2)], date(2026, 11, 24)
    assert days(found, lang="ja", today=today) == "12月1日（火）か12月2日（水）"
    assert days(found, lang="en", today=today) == "Tuesday, December 1, or Wednesday, December 2"
    week = [date(2026, 12, day) for day in range(7, 12)]
    assert days(week, lang="ja", today=today) == "12月7日（月）〜12月11日（金）"
    assert together(days(found[:1], lang="ja", today=today), "13:00〜18:00", lang="ja") == "12月1日（火）13:00〜18:00"


@pytest.mark.parametrize(
    ("earliest", "latest", "ja", "en"),
    [
        ("2027-04-01", "2027-04-30", "2027年4月", "April 2027"),
        ("2027-04-01", "2027-06-30", "2027年4月〜6月", "April–June 2027"),
        ("2026-12-01", "2027-02-28", "2026年12月〜2027年2月", "December 2026–February 2027"),
        ("2027-01-01", "2027-12-31", "2027年", "2027"),
        ("2026-11-20", "2026-12-31", "2026年12月まで", "by the end of December 2026"),
        ("2026-11-20", "2027-02-20", "2027年2月ごろまで", "by about February 2027"),
        ("2026-11-20", "2026-12-15", "2026年12月15日まで", "by December 15, 2026"),
        ("2026-11-23", "2026-11-29", "2026年11月23日〜29日", "November 23–29, 2026"),
        ("2026-12-28", "2027-01-08", "2026年12月28日〜2027年1月8日", "December 28, 2026–January 8, 2027"),
        ("2026-12-04", "2026-12-04", "2026年12月4日", "December 4, 2026"),
        ("2027-04-01", None, "2027年4月以降", "from April 2027 on"),
        (None, "2027-03-31", "2027年3月まで", "by the end of March 2027"),
        (None, None, "", ""),
    ],
)
def test_a_wished_time_is_said_as_a_calendar_has_it(earliest: str | None, latest: str | None, ja: str, en: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    timing = Timing("range", first, last)
    assert span(timing, lang="ja") == ja
    assert span(timing, lang="en") == en


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 12, 7), date(2026, 12, 11), "12月7日（月）〜12月11日（金）"),
        (date(2026, 12, 10), date(2026, 12, 15), "12月10日（木）〜12月15日（火）"),
    ],
)
def test_working_days_in_a_row_are_told_by_the_first_and_the_last(first: date, last: date, said: str) -> None:
    every = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    found = [day for day in every if day.weekday() < 5]
    assert days(found, lang="ja", today=date(2026, 11, 24)) == said
