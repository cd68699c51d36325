"""What one turn changes in the grid: answers in any order, corrections, and refusals of what nobody asked."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.slots import Slot, learn
from app.understanding.facts import Asked, Understanding
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)


def heard(text: str, *, asked: Asked | None = None) -> Understanding:
    return understand(text, today=TODAY, asked=asked)


@pytest.mark.parametrize(
    ("text", "asked", "declined"),
    [
        ("連絡先は言いたくないです", None, {"contact"}),
        ("連絡先は言いたくないです", "timing", {"contact"}),
        ("I'd rather not share my email", "timing", {"contact"}),
        ("それはお答えできません", "timing", {"timing"}),
        ("それはお答えできません", None, set()),
        ("導入の時期も人数もまだ言えません", "challenge", {"timing", "team_size"}),
    ],
)
def test_a_refusal_counts_for_what_it_names_and_else_for_what_was_asked(
    text: str, asked: Asked | None, declined: set[str]
) -> None:
    changes = learn({}, heard(text, asked=asked), asked=asked)
    assert {name for name, slot in changes.items() if slot.status == "declined"} == declined


def test_what_is_known_is_not_lost_by_a_refusal() -> None:
    grid = {"contact": Slot("known")}
    assert learn(grid, heard("連絡先は言いたくないです"), asked=None) == {}


def test_a_message_that_refuses_the_phone_and_gives_an_address_gives_contact() -> None:
    changes = learn({}, heard("電話番号は出せません。メールなら sato@minato.example です"), asked="contact")
    assert changes["contact"].status == "known"
    assert changes["email"].status == "known"


def test_answers_come_in_any_order_and_a_second_problem_is_added() -> None:
    grid = learn({}, heard("夜間の返信が遅くて困っています。4月から使いたいです"), asked="contact")
    assert {name for name, slot in grid.items() if slot.status == "known"} == {"challenge", "timing"}
    more = learn(grid, heard("入力も手作業で大変です"), asked="timing")
    assert len(more["challenge"].normal["spans"]) == 2


def test_a_correction_replaces_what_was_known() -> None:
    grid = learn({}, heard("4月から使いたいです"), asked="timing")
    changes = learn(grid, heard("すみません間違えました、6月からです", asked="timing"), asked="timing")
    assert (changes["timing"].status, changes["timing"].normal["earliest"]) == ("corrected", "2027-06-01")


def test_the_wanted_date_of_a_quote_is_not_the_timing() -> None:
    assert "timing" not in learn({}, heard("20台の見積を12月10日までにください"), asked=None)


@pytest.mark.parametrize(
    ("first", "then", "earliest", "latest"),
    [
        ("再来年の5月に入れたいです", "訂正します、8月です", "2028-08-01", "2028-08-31"),
        ("We want it live in May 2028", "sorry, I meant August", "2028-08-01", "2028-08-31"),
        ("We want it live in May 2028", "sorry, typo, I meant 2029", "2029-05-01", "2029-05-31"),
        ("We want it live in January 2028", "oops, I meant 2029", "2029-01-01", "2029-01-31"),
        ("We want it live in 2028", "sorry, I meant 2029", "2029-01-01", "2029-12-31"),
        ("2028年1月に入れたいです", "訂正します、2029年です", "2029-01-01", "2029-01-31"),
        ("2028年3月に入れたいです", "やっぱり8月にします", "2028-08-01", "2028-08-31"),
        ("We want it live in Q2 2028", "sorry, Q3", "2028-07-01", "2028-09-30"),
        ("2028年3月に入れたいです", "すみません、6月です", "2028-06-01", "2028-06-30"),
        ("5月に入れたいです", "すみません、5月じゃなくて8月でした", "2027-08-01", "2027-08-31"),
        ("We want it live in May 2028", "correction: August 2027", "2027-08-01", "2027-08-31"),
    ],
)
def test_a_month_put_right_stays_in_its_year_and_a_year_keeps_its_month(
    first: str, then: str, earliest: str, latest: str
) -> None:
    timing = learn(learn({}, heard(first), asked=None), heard(then), asked="challenge")["timing"]
    assert (timing.normal["earliest"], timing.normal["latest"]) == (earliest, latest)
