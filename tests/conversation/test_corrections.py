"""What a correction changes: only a known thing that is told otherwise."""

from datetime import date

import pytest

from app.conversation.corrections import with_what_was_meant
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
