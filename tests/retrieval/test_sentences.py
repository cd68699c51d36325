"""Sentences end where a reader says so."""

from __future__ import annotations

from app.retrieval.sentences import sentences


def test_sentences_end_where_a_reader_says_so() -> None:
    assert sentences("「行く。」と答えた。次です！\n- 一つ目") == ["「行く。」と答えた。", "次です！", "一つ目"]
    assert sentences('It costs $3.50, Mr. Ito. He said "Go." Then we left.') == [
        "It costs $3.50, Mr. Ito.",
        'He said "Go."',
        "Then we left.",
    ]
