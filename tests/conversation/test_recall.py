"""What is looked up in the knowledge for a turn."""

from __future__ import annotations

import pytest

from app.conversation.recall import questions
from app.understanding.facts import Lang


@pytest.mark.parametrize(
    ("text", "lang", "asked"),
    [
        ("How long is the minimum contract? We need it by January.", "en", "How long is the minimum contract?"),
        ("1月から始めたいです。料金はいくらですか？", "ja", "料金はいくらですか？"),
    ],
)
def test_a_date_told_beside_a_question_does_not_keep_it_from_being_looked_up(text: str, lang: Lang, asked: str) -> None:
    assert questions(text, lang=lang) == asked
