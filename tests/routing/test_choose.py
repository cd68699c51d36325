"""Who gets a lead, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.routing.choose import AssignmentRule, choose
from app.routing.eligibility import LeadFacts, RepFacts, after_miss, against

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TEAM = UUID(int=99)
AOI, BEN, CHIE = (UUID(int=number) for number in (1, 2, 3))
LEAD = LeadFacts(id=UUID(int=50), team_id=TEAM, lang="ja", band="hot", source="widget", region="kanto")


def rep(rep_id: UUID, **facts: Any) -> RepFacts:
    return RepFacts(id=rep_id, **facts)


def chosen(*reps: RepFacts, lead: LeadFacts = LEAD, rules: tuple[AssignmentRule, ...] = ()) -> UUID | None:
    return choose(lead, reps, rules=rules, now=NOW).rep


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"on_shift": False}, "off_shift"),
        ({"on_duty": False}, "off_duty"),
        ({"away_until": NOW + timedelta(minutes=1)}, "away"),
        ({"langs": ("en",)}, "language"),
        ({"load": 8, "capacity": 8}, "full"),
    ],
)
def test_nobody_is_given_a_lead_they_cannot_take_and_the_code_says_why(facts: dict[str, Any], code: str) -> None:
    assert against(rep(AOI, **facts), LEAD, now=NOW) == (code,)
    assert chosen(rep(AOI, **facts)) is None


def test_a_lead_does_not_come_back_to_the_rep_who_missed_it() -> None:
    assert chosen(rep(AOI), rep(BEN), lead=replace(LEAD, had_by=frozenset({AOI}))) == BEN


def test_being_away_ends_by_itself() -> None:
    assert chosen(rep(AOI, away_until=NOW)) == AOI


def test_the_free_come_first_and_a_quiet_desk_is_better_than_nobody() -> None:
    quiet = rep(AOI, last_seen_at=NOW - timedelta(hours=2))
    busy_but_there = rep(BEN, last_seen_at=NOW, turn_at=NOW)
    assert chosen(quiet, busy_but_there) == BEN
    assert chosen(quiet) == AOI


def test_round_robin_asks_whoever_waited_longest() -> None:
    assert chosen(rep(AOI, turn_at=NOW), rep(BEN, turn_at=NOW - timedelta(hours=1))) == BEN
    assert chosen(rep(AOI, turn_at=NOW), rep(CHIE)) == CHIE


def test_least_loaded_counts_leads_against_capacity() -> None:
    rule = AssignmentRule("even", order="least_loaded")
    assert chosen(rep(AOI, load=2, capacity=4), rep(BEN, load=3, capacity=10), rules=(rule,)) == BEN


def test_the_first_rule_that_applies_and_has_somebody_decides() -> None:
    west = AssignmentRule("west", {"region": ("kansai",)}, frozenset({AOI}))
    east = AssignmentRule("east", {"region": ("kanto",), "band": ("hot", "warm")}, frozenset({CHIE}))
    choice = choose(LEAD, (rep(AOI), rep(BEN), rep(CHIE)), rules=(west, east), now=NOW)
    assert choice.rep == CHIE
    assert choice.because[0].values == {"rule": "east", "matched": {"region": "kanto", "band": "hot"}}


def test_a_narrow_rule_never_leaves_a_lead_alone() -> None:
    east = AssignmentRule("east", {"region": ("kanto",)}, frozenset({CHIE}))
    assert chosen(rep(AOI), rep(CHIE, on_shift=False), rules=(east,)) == AOI


def test_the_rep_of_the_company_goes_first_if_they_are_there() -> None:
    ours = replace(LEAD, account_owner_id=BEN)
    assert chosen(rep(AOI), rep(BEN, turn_at=NOW), lead=ours) == BEN
    assert chosen(rep(AOI), rep(BEN, on_shift=False), lead=ours) == AOI


def test_a_choice_explains_itself() -> None:
    reps = (rep(AOI, langs=("ja",)), rep(BEN), rep(CHIE, on_duty=False, load=8))
    kept = choose(LEAD, reps, rules=(), now=NOW).as_json()
    assert kept == {
        "reasons": [
            {"code": "language", "lang": "ja"},
            {"code": "free", "count": 2},
            {"code": "round_robin", "turn_at": None},
        ],
        "against": {str(CHIE): ["off_duty", "full"]},
    }


def test_two_misses_in_a_row_put_a_rep_away_for_half_an_hour() -> None:
    assert after_miss(0, now=NOW) == (1, None)
    assert after_miss(1, now=NOW) == (0, NOW + timedelta(minutes=30))
