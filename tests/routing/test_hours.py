"""The business calendar: weekends, holidays, lunch, midnight, clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.routing.hours import ALL_DAY, BusinessHours, Interval, NeverOpens, weekdays_nine_to_six

OFFICE = weekdays_nine_to_six()
WITH_LUNCH = (Interval(time(9), time(12)), Interval(time(13), time(18)))


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Tokyo"))


def new_york(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York"), fold=fold)


def test_a_friday_night_lead_waits_for_the_end_of_the_long_weekend() -> None:
    assert OFFICE.next_opening(tokyo("2026-11-20 18:30")) == tokyo("2026-11-24 09:00")  # Monday 23rd is a holiday


def test_ten_minutes_before_closing_the_rest_is_counted_on_the_next_business_day() -> None:
    assert OFFICE.add(tokyo("2026-11-20 17:55"), timedelta(minutes=10)) == tokyo("2026-11-24 09:05")


def test_the_minute_of_closing_is_reached_but_no_longer_open() -> None:
    assert OFFICE.add(tokyo("2026-11-20 17:50"), timedelta(minutes=10)) == tokyo("2026-11-20 18:00")
    assert OFFICE.contains(tokyo("2026-11-20 17:59"))
    assert not OFFICE.contains(tokyo("2026-11-20 18:00"))


def test_an_open_calendar_opens_now() -> None:
    assert OFFICE.next_opening(tokyo("2026-11-24 10:00")) == tokyo("2026-11-24 10:00")


def test_lunch_is_not_business_time() -> None:
    hours = BusinessHours(dict.fromkeys(range(5), WITH_LUNCH), country="JP")
    assert not hours.contains(tokyo("2026-11-24 12:30"))
    assert hours.add(tokyo("2026-11-24 11:58"), timedelta(minutes=5)) == tokyo("2026-11-24 13:03")


def test_japan_is_closed_from_29_december_to_3_january() -> None:
    opens = OFFICE.next_opening(tokyo("2026-12-28 18:00"))
    assert opens == tokyo("2027-01-04 09:00")


def test_an_exception_opens_a_holiday_and_an_empty_one_closes_a_weekday() -> None:
    hours = BusinessHours(
        OFFICE.weekly,
        country="JP",
        exceptions={date(2026, 11, 23): (Interval(time(10), time(12)),), date(2026, 11, 24): ()},
    )
    assert hours.next_opening(tokyo("2026-11-20 19:00")) == tokyo("2026-11-23 10:00")
    assert hours.next_opening(tokyo("2026-11-23 12:00")) == tokyo("2026-11-25 09:00")


def test_a_night_shift_reaches_into_the_next_day() -> None:
    hours = BusinessHours({4: (Interval(time(22), time(2)),)})
    assert hours.contains(tokyo("2026-11-21 01:59"))
    assert not hours.contains(tokyo("2026-11-21 02:00"))
    assert hours.add(tokyo("2026-11-20 23:00"), timedelta(hours=3)) == tokyo("2026-11-21 02:00")


def test_midnight_to_midnight_is_open_all_day() -> None:
    hours = BusinessHours(dict.fromkeys(range(7), ALL_DAY))
    assert hours.add(tokyo("2026-11-20 23:50"), timedelta(hours=1)) == tokyo("2026-11-21 00:50")


def test_a_skipped_hour_is_not_business_time() -> None:
    hours = BusinessHours({6: (Interval(time(1), time(4)),)}, "America/New_York")
    assert hours.add(new_york("2026-03-08 01:30"), timedelta(hours=1)) == new_york("2026-03-08 03:30")


def test_a_repeated_hour_is_open_twice() -> None:
    hours = BusinessHours({6: (Interval(time(1), time(2)),)}, "America/New_York")
    assert hours.contains(new_york("2026-11-01 01:30", fold=0))
    assert hours.contains(new_york("2026-11-01 01:30", fold=1))
    assert hours.add(new_york("2026-11-01 01:00"), timedelta(hours=2)) == datetime(2026, 11, 1, 7, tzinfo=UTC)


def test_the_opening_keeps_its_wall_time_over_a_clock_change() -> None:
    hours = weekdays_nine_to_six("America/New_York", "US")
    assert hours.next_opening(new_york("2026-10-30 19:00")) == new_york("2026-11-02 09:00")


def test_the_next_business_day_ends_with_its_closing_time() -> None:
    assert OFFICE.add_days(tokyo("2026-11-20 10:00"), 1) == tokyo("2026-11-24 18:00")


def test_a_calendar_that_never_opens_says_so() -> None:
    with pytest.raises(NeverOpens):
        BusinessHours({}).next_opening(tokyo("2026-11-24 10:00"))


def test_an_unknown_country_has_no_holidays() -> None:
    assert weekdays_nine_to_six(country="XX").contains(tokyo("2026-11-23 10:00"))


ZONES = ["Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"]
TIMES = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
INTERVALS = st.builds(Interval, TIMES, TIMES)
WEEKS = st.dictionaries(st.integers(0, 6), st.lists(INTERVALS, min_size=1, max_size=3).map(tuple), min_size=1)
CALENDARS = st.builds(BusinessHours, WEEKS, st.sampled_from(ZONES), st.sampled_from([None, "JP", "US"]))
MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
CALMLY = settings(max_examples=60)
SPANS = st.integers(1, 5000).map(lambda minutes: timedelta(minutes=minutes))


@CALMLY
@given(hours=CALENDARS, at=MOMENTS, first=SPANS, second=SPANS)
def test_business_time_adds_up_in_steps_or_at_once(
    hours: BusinessHours, at: datetime, first: timedelta, second: timedelta
) -> None:
    assert hours.add(hours.add(at, first), second) == hours.add(at, first + second)


@CALMLY
@given(hours=CALENDARS, at=MOMENTS)
def test_the_next_opening_is_open_and_nothing_before_it_is(hours: BusinessHours, at: datetime) -> None:
    opens = hours.next_opening(at)
    assert hours.contains(opens)
    before = [at + (opens - at) * part / 7 for part in range(7)]
    assert not any(hours.contains(moment) for moment in before if moment < opens)


@CALMLY
@given(hours=CALENDARS, at=MOMENTS, span=SPANS)
def test_as_much_open_time_passes_as_was_added(hours: BusinessHours, at: datetime, span: timedelta) -> None:
    due = hours.add(at, span)
    assume(due - at <= timedelta(days=4))
    minutes = int((due - at) / timedelta(minutes=1))
    assert (
        sum(hours.contains(at + timedelta(minutes=minute)) for minute in range(minutes)) * timedelta(minutes=1) == span
    )
