"""When a slot counts as read right: half a window, a part of the company's name, every letter of an address."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.lab.persona import Slots
from app.lab.slots import is_right, looked_at

TODAY = date(2026, 11, 24)
YEAR = {"kind": "range", "latest": "2026-12-31"}
FEBRUARY = {"kind": "range", "earliest": "2027-02-01", "latest": "2027-02-28"}


def right(slot: str, wanted: Any, got: Any) -> bool:
    return is_right(slot, Slots.model_validate({slot: wanted} if wanted is not None else {}), got, today=TODAY)


@pytest.mark.parametrize(
    ("wanted", "got", "expected"),
    [
        (FEBRUARY, FEBRUARY, True),
        (FEBRUARY, {**FEBRUARY, "latest": "2027-03-10"}, True),  # 28 of 38 days
        (FEBRUARY, {**FEBRUARY, "latest": "2027-06-30"}, False),
        (FEBRUARY, {"kind": "asap"}, False),
        (FEBRUARY, None, False),
        ({**FEBRUARY, "or": [{"kind": "undecided"}]}, {"kind": "undecided"}, True),
        (None, None, True),
        (None, {"kind": "none"}, True),
        (None, FEBRUARY, False),
        ({"kind": "range", "earliest": "2027-01-01"}, {"kind": "range", "earliest": "2027-01-20"}, True),  # both open
        (YEAR, {**YEAR, "earliest": "2026-11-01"}, True),
    ],
)  # fmt: skip
def test_a_window_is_right_if_it_is_of_the_kind_and_half_of_it_is_shared(wanted: Any, got: Any, expected: bool) -> None:
    assert right("timing", wanted, got) is expected


@pytest.mark.parametrize(
    ("slot", "wanted", "got", "expected"),
    [
        ("company", "みやま製作所", "有限会社みやま製作所", True),
        ("company", "みやま製作所", "みなと製作所", False),
        ("role", "I run the warehouse", "run the warehouse", True),
        ("name", "Wen Sato", "WEN SATO", True),
        ("name", "Wen Sato", "Wen", False),
        ("email", "a@b.example", "a@b.example.org", False),
        ("team_size", 14, 14, True),
        ("team_size", 14, None, False),
        ("name", None, "right", False),
        ("challenges", ["fails without warning"], ["our pump fails without warning twice a year"], True),
        ("challenges", ["fails without warning", "no spare"], ["no spare parts"], True),
        ("challenges", None, ["Sorry"], False),
        ("challenges", ["cost"], [], False),
    ],
)
def test_words_are_right_in_part_where_a_part_is_enough(slot: str, wanted: Any, got: Any, expected: bool) -> None:
    assert right(slot, wanted, got) is expected


def test_decision_and_tool_count_only_where_a_persona_names_them() -> None:
    assert "authority" not in looked_at(Slots())
    assert "authority" in looked_at(Slots(authority="ringi"))
    assert not is_right("authority", Slots(authority="ringi"), "self", today=TODAY)
