"""Due times of a policy, and a clock that never eases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.routing.hours import DAY, weekdays_nine_to_six
from app.routing.sla import DEFAULTS, Policy, due_at, sooner, tighten

OFFICE = weekdays_nine_to_six()
TUESDAY_10 = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TUESDAY_1755 = datetime(2026, 11, 24, 8, 55, tzinfo=UTC)
FRIDAY_20 = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)


def contact_due(policy: Policy, since: datetime) -> datetime | None:
    return due_at(policy.escalate_after, policy, hours=OFFICE, since=since)


def test_the_default_promises_are_ten_minutes_an_hour_and_the_next_business_day() -> None:
    assert contact_due(DEFAULTS["hot"], TUESDAY_10) == TUESDAY_10 + timedelta(minutes=10)
    assert contact_due(DEFAULTS["warm"], TUESDAY_10) == TUESDAY_10 + timedelta(minutes=60)
    assert contact_due(DEFAULTS["cold"], TUESDAY_10) == datetime(2026, 11, 25, 9, 0, tzinfo=UTC)  # 18:00 in Tokyo


def test_only_a_hot_lead_is_passed_on_after_five_minutes() -> None:
    assert DEFAULTS["hot"].reassign_after == timedelta(minutes=5)
    assert DEFAULTS["warm"].reassign_after is None
    assert due_at(None, DEFAULTS["warm"], hours=OFFICE, since=TUESDAY_10) is None


def test_minutes_are_business_minutes() -> None:
    assert contact_due(DEFAULTS["hot"], TUESDAY_1755) == datetime(2026, 11, 25, 0, 5, tzinfo=UTC)


def test_a_policy_round_the_clock_does_not_wait_for_the_opening() -> None:
    policy = Policy(timedelta(seconds=30), timedelta(seconds=60), business_hours_only=False)
    assert contact_due(policy, FRIDAY_20) == FRIDAY_20 + timedelta(seconds=60)


SPANS = st.none() | st.integers(0, 600).map(lambda minutes: timedelta(minutes=minutes)) | st.just(DAY)
POLICIES = st.builds(Policy, SPANS, SPANS, st.integers(0, 3), st.booleans())


@settings(derandomize=True)
@given(running=POLICIES, wanted=POLICIES)
def test_a_band_change_never_eases_a_policy(running: Policy, wanted: Policy) -> None:
    both = tighten(running, wanted)
    assert sooner(both.reassign_after, running.reassign_after) == both.reassign_after
    assert sooner(both.escalate_after, running.escalate_after) == both.escalate_after
    assert running.business_hours_only or not both.business_hours_only


@settings(derandomize=True)
@given(policy=POLICIES)
def test_a_clock_keeps_its_policy_as_it_was(policy: Policy) -> None:
    assert Policy.from_json(policy.as_json()) == policy
