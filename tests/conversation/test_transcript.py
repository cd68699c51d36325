"""What a model may see of a conversation, however the prospect writes."""

from __future__ import annotations

from time import thread_time

import pytest

from app.conversation.transcript import private


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("メールはtanaka@example.com です", "メールは[[email]] です"),
        ("連絡先：tanakaアットマークexampleドットcom。", "連絡先:[[email]]。"),
        ("田中@例え.example にください", "田中[[email]] にください"),
        ("müller@werk.example", "[[email]]"),
        ("アットホームな会社です", "アットホームな会社です"),
    ],
)
def test_an_address_is_found_in_unspaced_text(text: str, masked: str) -> None:
    assert private(text, names=()) == masked


@pytest.mark.parametrize(("unit", "length"), [("あ", 4000), ("アット", 200)])
def test_ten_times_the_text_is_about_ten_times_the_work(unit: str, length: int) -> None:
    def work(characters: int) -> float:
        text = (unit * characters)[:characters]
        spans = []
        for _ in range(3):
            begun = thread_time()
            private(text, names=("林", "Kate"))
            spans.append(thread_time() - begun)
        return min(spans)

    assert work(10 * length) < 40 * work(length), "a square would be a hundred times"
