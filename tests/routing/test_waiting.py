"""The order and the limits of leads that wait for the opening, and the time we tell them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.routing.hours import BusinessHours, Interval, weekdays_nine_to_six
from app.routing.waiting import Waiting, contact_window, in_order

TOKYO = ZoneInfo("Asia/Tokyo")
OFFICE = weekdays_nine_to_six()
BANDS = st.sampled_from(["hot", "warm", "cold"])


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def lead(number: int, band: str, score: int, minutes: int) -> Waiting:
    return Waiting(UUID(int=number), band, score, at("2026-11-20 18:30") + timedelta(minutes=minutes))


def test_the_hottest_goes_first_then_the_highest_score_then_the_longest_wait() -> None:
    leads = [lead(1, "cold", 90, 0), lead(2, "hot", 40, 9), lead(3, "hot", 40, 5), lead(4, "warm", 50, 1)]
    assert [one.lead_id.int for one in in_order([*leads, lead(5, "hot", 70, 20)])] == [5, 3, 2, 4, 1]


@given(st.lists(st.tuples(BANDS, st.integers(0, 100), st.integers(0, 900)), max_size=12), st.randoms())
def test_the_order_does_not_depend_on_how_the_leads_came(rows: list[tuple[str, int, int]], chance: object) -> None:
    leads = [lead(number, *row) for number, row in enumerate(rows)]
    mixed = list(leads)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert in_order(mixed) == in_order(leads)


def test_a_friday_night_lead_is_handed_out_within_minutes_of_the_opening_after_the_long_weekend() -> None:
    assert lead(1, "hot", 0, 0).at_the_latest(OFFICE) == at("2026-11-24 09:15")  # Monday the 23rd is a holiday
    assert lead(1, "warm", 0, 0).at_the_latest(OFFICE) == at("2026-11-24 09:45")


def told(now: str, *, minutes: int = 60) -> tuple[datetime, datetime] | None:
    return contact_window(OFFICE, at(now), within=timedelta(minutes=minutes))


def test_the_time_told_leaves_a_rep_the_whole_time_for_contact_after_the_last_hand_out() -> None:
    assert told("2026-11-20 18:30") == (at("2026-11-24 09:00"), at("2026-11-24 11:00"))
    assert told("2026-12-28 20:00") == (at("2027-01-04 09:00"), at("2027-01-04 11:00"))
    assert told("2026-11-24 17:30") == (at("2026-11-24 17:30"), at("2026-11-25 11:00"))
    assert told("2026-11-20 18:30", minutes=15) == (at("2026-11-24 09:00"), at("2026-11-24 10:00"))


def test_a_calendar_that_never_opens_has_no_time_to_tell() -> None:
    assert contact_window(BusinessHours({}), at("2026-11-24 10:00"), within=timedelta(hours=1)) is None


@given(st.integers(0, 400 * 24 * 60))
def test_no_time_is_ever_told_that_begins_before_the_next_opening_or_lies_outside_the_hours(minutes: int) -> None:
    hours = BusinessHours(
        dict.fromkeys(range(5), (Interval(time(9), time(12)), Interval(time(13), time(18)))), country="JP"
    )
    now = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    times = contact_window(hours, now, within=timedelta(minutes=60))
    assert times is not None
    begin, end = times
    assert end >= hours.add(begin, timedelta(minutes=105))
    assert now <= hours.next_opening(now) == begin < end
    assert hours.contains(begin)
    assert hours.contains(end - timedelta(seconds=1))
