"""What a correction changes: only a known thing that is told otherwise."""

from datetime import date

import pytest

from app.conversation.corrections import with_team_size_put_right, with_what_was_meant
from app.conversation.slots import Grid, Slot, learn
from app.understanding.understand import understand

TOLD: Grid = {
    "challenge": Slot(
        "known", "pumps keep failing", {"spans": ["pumps keep failing", "ポンプが止まる"], "categories": ["other"]}
    )
}


def spans(text: str, grid: Grid = TOLD) -> list[str]:
    heard = with_what_was_meant(understand(text, today=date(2026, 11, 24)), text, grid=grid)
    changed = learn(grid, heard, asked=None).get("challenge")
    return list(changed.normal["spans"]) if changed and changed.status == "corrected" else []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sorry, I meant blowers, not pumps", "blowers, not pumps"),
        ("I meant the cooling fans not the pumps", "the cooling fans not the pumps"),
        ("訂正です。ポンプではなくコンプレッサーです", "ポンプではなくコンプレッサー"),
    ],
)
def test_a_problem_told_in_other_words_stands_first_and_loses_nothing(text: str, first: str) -> None:
    assert spans(text) == [first, *TOLD["challenge"].normal["spans"]]


@pytest.mark.parametrize(
    "text",
    [
        "I meant June, not May",
        "sorry, I meant ann@x.example, not anna@x.example",
        "ポンプではなくコンプレッサーも見られますか",
        "it's the blowers, not the gears",
        "いや、巡回の人手も足りなくて困っています",
    ],
)
def test_what_speaks_of_nothing_told_corrects_no_problem(text: str) -> None:
    assert spans(text) == []
    assert spans("I meant blowers, not pumps", {}) == []


@pytest.mark.parametrize(
    ("text", "corrects"),
    [
        ("すみません、0266-55-5018 でした", True),
        ("ごめん番号ちがった 0266-55-5019", True),
        ("25台に変更してください", True),
        ("it should be ann@x.example", True),
        ("The quotation should be addressed to Ferrule Ltd", False),
        ("it should be possible to use it outdoors", False),
        ("the sensors should be delivered by May", False),
        ("すみません、料金はいくらでしたか", False),
        ("25台に変更できますか", False),
    ],
)
def test_an_order_or_a_wish_takes_nothing_back(text: str, corrects: bool) -> None:
    assert understand(text, today=date(2026, 11, 24)).corrects is corrects


@pytest.mark.parametrize(
    ("text", "before", "size"),
    [
        ("sorry, make it 15", "8 of us would use it", 15),
        ("oops, should be eleven", "8 of us would use it", 11),
        ("no wait, 9 people", "we'd start in May", None),
        ("make that 9 people", "we'd start in May", 9),
        ("make that 9", "we'd start in May", None),
        ("make that 14", "8 of us would use it, with 20 sensors", None),
        ("make that 14 sensors", "8 of us would use it", None),
        ("make that 11:30", "8 of us would use it", None),
        ("やっぱり14人で", "使うのは8人です", 14),
        ("すみません、10名でした", "使うのは8人です", 10),
        ("やっぱり14台で", "使うのは8人です", None),
        ("すみません、3月でした", "使うのは8人です", None),
        ("デモはやっぱり3人で参加", "使うのは8人です", None),
    ],
)
def test_the_number_of_users_is_put_right_and_no_other_number(text: str, before: str, size: int | None) -> None:
    heard = understand(text, today=date(2026, 11, 24))
    told = {"team_size": Slot("known", "8", {"value": 8})}
    earlier = [(before, date(2026, 11, 24))]
    after = with_team_size_put_right(heard, text, grid=told, earlier=earlier)
    assert (after.contact.team_size, after.corrects) == (size, True) if size else after == heard
    assert with_team_size_put_right(heard, text, grid={}, earlier=earlier) == heard
