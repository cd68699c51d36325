"""How many of something a price is asked for."""

from __future__ import annotations

import pytest

from app.conversation.counted import is_counted, is_only_a_number, without_counts


@pytest.mark.parametrize(
    "text",
    [
        "20台",
        "あ、ちがう、１２台",
        "じゃあ60台だと?",
        "だいたい30台くらいです",
        "15台の場合は？",
        "30台お願いします",
        "for 12 sensors",
        "And 45?",
        "What about 120 sensors?",
        "sorry, 12 machines",
        "let's say 30 pumps",
        "200 units in total",
        "twenty machines",
    ],
)
def test_a_number_of_things_alone_says_nothing_else(text: str) -> None:
    assert is_only_a_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "45",
        "はい",
        "3月",
        "20日",
        "10時に電話ください",
        "ポンプが20台止まりました",
        "20台導入済みです",
        "at 3 p.m.?",
        "in 3 months",
        "2 weeks",
        "12/5",
        "+1 312 555 0100",
        "what about 100 rpm?",
        "we have 12 pumps and they keep failing",
        "for 12 sensors and 4 gateways",
    ],
)
def test_a_time_an_address_or_a_story_is_no_number_of_things(text: str) -> None:
    assert not is_only_a_number(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("センサー15台の費用", "の費用"),
        ("How much is it for 45 machines?", "How much is it for ?"),
        ("センサーを1台追加するといくらですか", "センサーを1台追加するといくらですか"),
        ("how much for 2 more gateways", "how much for 2 more gateways"),
    ],
)
def test_what_is_counted_is_not_what_the_price_is_of_unless_there_is_more_of_it(text: str, left: str) -> None:
    assert without_counts(text) == left
    assert is_counted(text) is (text != left)
