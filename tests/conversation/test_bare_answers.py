"""Asked for their problem, people may answer with it, or with something else."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.bare_answers import without_asides, without_other_answers
from app.conversation.hearing import hear
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.facts import Lang

TODAY = date(2026, 11, 24)


def problems(text: str, lang: Lang) -> list[str]:
    found = hear(text, today=TODAY, asked="challenge", waiting=(), lang=lang, categories=DEFAULT_CATEGORIES)
    kept = without_other_answers(without_asides(found, text), text, asked="challenge", today=TODAY, lang=lang)
    return [one.span for one in kept.challenges]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("By the way, how many sensors are in a box?", "en"),
        ("do you ship to Peru?", "en"),
        ("No need to call.", "en"),
        ("When can we talk? Thursday afternoon works", "en"),
        ("工事は不要ですか？", "ja"),
        ("電話は不要です", "ja"),
        ("our roll turns at 100 rpm, does that work", "en"),
        ("低速のロールで毎分100回転です。使えますか", "ja"),
    ],
)
def test_a_question_a_refusal_and_a_time_are_no_problem(text: str, lang: Lang) -> None:
    assert problems(text, lang) == []


def test_what_names_trouble_counts_before_what_describes_them() -> None:
    text = "製造業で工場が3つあります。設備の停止が多くて困っています"
    assert ["停止が多くて" in one for one in problems(text, "ja")] == [True]


def test_a_bare_noun_answers_where_nothing_else_does() -> None:
    assert problems("コスト", "ja") == ["コスト"]
    assert problems("属人化です。料金はいくらですか", "ja") == ["属人化"]
    assert problems("Energy costs", "en") == ["Energy costs"]
