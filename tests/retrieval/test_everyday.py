"""Everyday phrases are heard as what they mean, and not where the same words mean something else."""

from __future__ import annotations

import pytest

from app.retrieval.everyday import notions, said, written
from app.retrieval.passages import Lang


def test_every_notion_has_a_line_for_questions_and_one_for_each_language_and_none_repeats_a_phrase() -> None:
    rows = written()
    assert [mark.rstrip("!") for mark, _ in rows] == ["?", "ja", "en"] * (len(rows) // 3)
    phrases = [row for _, row in rows]
    assert [row for row in phrases if len(set(row)) < len(row) or any(part != part.strip() for part in row)] == []


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
        ("What happens after the trial?", "en", "convert"),
        ("Does it carry on by itself once our free trial is over?", "en", "convert"),
        ("お試しが終わったらどうなるのでしょう", "ja", "有料"),
        ("無料期間のあと勝手に課金されませんか", "ja", "有料"),
        ("The line gets hosed down every night.", "en", "ip67"),
        ("Flour dust is everywhere in the mill.", "en", "ip67"),
        ("粉じんの舞う倉庫です", "ja", "ip65"),
        ("水しぶきがかかる所でも平気ですか", "ja", "防水"),
        ("How long does one wait for support?", "en", "respond"),
        ("サポートの返答は早いですか", "ja", "回答"),
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
        ("After the trial run of our new line we start.", "en", "convert"),
        ("How do I get a trial?", "en", "convert"),
        ("トライアルの後半に説明会はありますか", "ja", "有料"),
        ("What happens after the contract?", "en", "convert"),
        ("Can you spray paint our logo on it?", "en", "ip67"),
        ("It runs on a dust collector and an oil pump.", "en", "ip67"),
        ("粉末冶金の会社です", "ja", "ip65"),
        ("切削油のメーカーです", "ja", "ip65"),
        ("How long do we wait for delivery?", "en", "respond"),
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
        ("Does it need our Wi-Fi?", "en", True),
        ("Wi-Fiは必要ですか", "ja", True),
        ("Does it disturb our Wi-Fi?", "en", False),
        ("工場のWi-Fiに影響しませんか", "ja", False),
        ("Do you sell Wi-Fi routers?", "en", False),
    ],
)
def test_whether_it_can_be_had_abroad_limits_what_may_answer(query: str, lang: Lang, limits: bool) -> None:
    assert any(notion.limits for notion in notions(query, lang)) is limits
