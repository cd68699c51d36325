"""A time as a prospect reads it: dated, on our clock, in their language."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.business_time import weekly_hours, window
from app.routing.hours import ALL_DAY, BusinessHours, Interval, weekdays_nine_to_six
from app.understanding.facts import Lang

TOKYO = "Asia/Tokyo"


def at(text: str, zone: str = TOKYO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def told(start: str, end: str, *, lang: Lang, now: str, zone: str = TOKYO) -> str:
    return window(at(start, zone), at(end, zone), zone=zone, lang=lang, now=at(now, zone))


@pytest.mark.parametrize(
    ("now", "ja", "en"),
    [
        ("2026-11-20 22:00", "11月24日（火）9:00〜10:00", "Tuesday 24 November, 9:00–10:00 (Japan time)"),
        ("2026-11-23 22:00", "明日11月24日（火）9:00〜10:00", "tomorrow, Tuesday 24 November, 9:00–10:00 (Japan time)"),
        ("2026-11-24 05:00", "本日11月24日（火）9:00〜10:00", "today, Tuesday 24 November, 9:00–10:00 (Japan time)"),
        ("2026-01-05 10:00", "2026年11月24日（火）9:00〜10:00", "Tuesday 24 November 2026, 9:00–10:00 (Japan time)"),
    ],
)
def test_a_window_names_its_date_and_helps_with_today_and_tomorrow(now: str, ja: str, en: str) -> None:
    assert told("2026-11-24 09:00", "2026-11-24 10:00", lang="ja", now=now) == ja
    assert told("2026-11-24 09:00", "2026-11-24 10:00", lang="en", now=now) == en


def test_a_window_over_the_turn_of_the_year_needs_no_year() -> None:
    assert told("2027-01-04 09:30", "2027-01-04 10:30", lang="ja", now="2026-12-28 19:00") == "1月4日（月）9:30〜10:30"


def test_a_window_that_ends_at_midnight_or_on_another_day_says_so() -> None:
    assert (
        told("2026-11-24 23:00", "2026-11-25 00:00", lang="ja", now="2026-11-20 22:00") == "11月24日（火）23:00〜24:00"
    )
    over = told("2026-11-24 23:30", "2026-11-25 00:30", lang="en", now="2026-11-20 22:00")
    assert over == "Tuesday 24 November, 23:30–Wednesday 25 November, 0:30 (Japan time)"


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
    assert f", {here.hour}:{here.minute:02d}–" in text
    assert f"{here:%A} {here.day} {here:%B}" in text
    assert text.startswith("today") == (here.date() == now.astimezone(ZoneInfo(zone)).date())


def test_the_ordinary_week_is_told_in_runs_of_equal_days() -> None:
    assert weekly_hours(weekdays_nine_to_six(), lang="ja") == "月〜金 9:00〜18:00"
    assert weekly_hours(weekdays_nine_to_six(), lang="en") == "Mon–Fri, 9:00–18:00 (Japan time)"
    split = (Interval(time(9), time(12)), Interval(time(13), time(0)))
    odd = BusinessHours({0: split, 1: split, 5: (Interval(time(10), time(15, 30)),)}, "UTC")
    assert weekly_hours(odd, lang="ja") == "月〜火 9:00〜12:00、13:00〜24:00、土 10:00〜15:30（UTC）"
    assert weekly_hours(BusinessHours({}), lang="en") == ""


def test_a_team_that_never_closes_names_no_hours() -> None:
    assert weekly_hours(BusinessHours(dict.fromkeys(range(7), ALL_DAY)), lang="ja") == ""
