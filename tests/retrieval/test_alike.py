"""Passages that say the same, and questions that ask the same."""

from __future__ import annotations

from app.retrieval.alike import grouped, says_the_same
from app.retrieval.passages import Lang

ASKED: list[tuple[str, Lang]] = [
    ("漏水も検知できますか", "ja"),
    ("Does it integrate with SAP?", "en"),
    ("お世話になっております。ミナト商事の佐藤です。漏水の検知は可能でしょうか。", "ja"),
    ("SAPと連携できますか", "ja"),
    ("SAP integration", "en"),
    ("いくらですか", "ja"),
    ("価格を教えてください", "ja"),
    ("漏水検知", "ja"),
    ("", "ja"),
    ("初期費用を教えてください", "ja"),
]

NOTICE = "Support answers on working days from nine to six. Outside these hours the form of the site takes messages."


def test_questions_that_ask_the_same_in_one_language_are_together_and_the_largest_group_comes_first() -> None:
    assert grouped(ASKED) == [[0, 2, 7], [1, 4], [5, 6], [3], [8], [9]]


def test_thousands_of_questions_keep_one_group_per_matter() -> None:
    matters = [f"部品{n}番の在庫はありますか" for n in range(500)]
    texts: list[tuple[str, Lang]] = [(text, "ja") for text in matters * 3]
    groups = grouped(texts)
    assert len(groups) == 500
    assert {len(group) for group in groups} == {3}


def test_texts_that_differ_in_a_figure_or_in_what_was_asked_for_are_not_the_same() -> None:
    assert says_the_same(NOTICE, NOTICE.replace("answers", "Answers"))
    assert says_the_same(NOTICE, NOTICE + " Thanks.")
    assert not says_the_same(NOTICE + " Price list 2025.", NOTICE + " Price list 2026.")
    assert not says_the_same(NOTICE, NOTICE.replace("Support", "Osaka"), asked=frozenset({"osaka"}))
    assert not says_the_same(NOTICE, "Support answers on working days from nine to six.")
