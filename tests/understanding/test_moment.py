"""Who asks for a moment says no more than that."""

from __future__ import annotations

from datetime import date

import pytest

from app.understanding.understand import understand

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "少々お待ちください",
        "ちょっと待ってください",
        "すみません、今調べてみますね",
        "確認しますので少々お待ちください",
        "あと5分ほどお待ちいただけますか",
        "hold on",
        "ok, one second",
        "Give me a minute please",
        "let me check",
        "brb",
    ],
)
def test_a_moment_is_no_complaint_no_wish_and_no_postponing(text: str) -> None:
    heard = understand(text, today=TODAY, asked="timing")
    assert (heard.asks_to_wait, heard.intents, heard.postpones) == (True, ("smalltalk",), False)


@pytest.mark.parametrize(
    "text",
    [
        "まだ待っています",
        "いつまで待てばいいですか",
        "社内で確認します",
        "導入は少し待ってください",
        "電話は待ってください",
        "ちょっと待って、それ違います",
        "待ち時間が長い",
        "1分",
        "one",
        "wait, how much is it?",
        "let me check with my boss",
        "hold on, that's wrong",
        "a minute of downtime costs us $500",
        "wait for my email",
    ],
)
def test_what_else_is_said_beside_it_counts(text: str) -> None:
    assert not understand(text, today=TODAY, asked="timing").asks_to_wait
