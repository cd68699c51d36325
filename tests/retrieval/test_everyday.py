"""Everyday phrases are heard as what they mean, and not where the same words mean something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.retrieval import everyday
from app.retrieval.everyday import notions, said
from app.retrieval.passages import Lang

LINES = Path(everyday.__file__).with_name("everyday.txt").read_text("utf-8").splitlines()
ROWS = [line for line in LINES if line and not line.startswith("#")]


def test_every_notion_has_a_line_for_questions_and_one_for_each_language_and_none_repeats_a_phrase() -> None:
    assert [line.split(" ")[0].rstrip("!") for line in ROWS] == ["?", "ja", "en"] * (len(ROWS) // 3)
    phrases = [line.split(" ", 1)[1].split(", ") for line in ROWS]
    assert [line for line in phrases if len(set(line)) < len(line) or any(part != part.strip() for part in line)] == []


@pytest.mark.parametrize(
    ("query", "lang", "word"),
    [
        ("Some suppliers show up twice in our file.", "en", "duplic"),
        ("Has anybody outside tried to break into it?", "en", "penetr"),
        ("What if I walk away from my screen?", "en", "timeout"),
        ("We want to walk away after a year.", "en", "cancel"),
        ("Could we put it on hold over the winter?", "en", "paus"),
        ("The line drops now and then, what if it goes down?", "en", "offlin"),
        ("誰に見られますか", "ja", "権限"),
        ("冬のあいだ一時的に止められますか", "ja", "休止"),
        ("うっかり消したら戻せますか", "ja", "復元"),
    ],
)
def test_a_spoken_phrase_is_heard_as_what_documents_call_it(query: str, lang: Lang, word: str) -> None:
    assert word in said(notions(query, lang))


@pytest.mark.parametrize(
    ("query", "lang", "word"),
    [
        ("How long is the lunch break?", "en", "penetr"),
        ("What if I walk away from my screen?", "en", "cancel"),
        ("Does it come in a quiet season colour?", "en", "nois"),
        ("障害のある社員も使えますか", "ja", "復旧"),
    ],
)
def test_the_same_words_are_not_heard_where_they_mean_something_else(query: str, lang: Lang, word: str) -> None:
    assert word not in said(notions(query, lang))


@pytest.mark.parametrize(
    ("query", "lang", "limits"),
    [
        ("Do you ship to the US?", "en", True),
        ("Can we use it at our plant in Mexico?", "en", True),
        ("アメリカの工場でも使えますか", "ja", True),
        ("Could you send it to us by Friday?", "en", False),
        ("中国地方の工場でも使えますか", "ja", False),
        ("リマインドはできますか", "ja", False),
        ("インドの工場でも使えますか", "ja", True),
    ],
)
def test_whether_it_can_be_had_abroad_limits_what_may_answer(query: str, lang: Lang, limits: bool) -> None:
    assert any(notion.limits for notion in notions(query, lang)) is limits
