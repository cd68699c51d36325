"""The bundled notions of business are many, well formed and not ambiguous."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from app.retrieval import bilingual

NOTION = re.compile(r"[^|,]+(, [^|,]+)* \| [^|,]+(, [^|,]+)*")
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")
LINES = Path(bilingual.__file__).with_name("business_words.txt").read_text("utf-8").splitlines()
NOTIONS = [line for line in LINES if line and not line.startswith("#")]


def terms(notion: str) -> tuple[list[str], list[str]]:
    """Return the Japanese and the English terms of a line, in lower case."""
    ja, en = notion.lower().split(" | ")
    return ja.split(", "), en.split(", ")


def test_there_are_more_than_twenty_eight_hundred_notions_and_every_line_reads_as_one() -> None:
    assert len(NOTIONS) >= 2_800
    assert [line for line in NOTIONS if not NOTION.fullmatch(line)] == []
    assert [line for line in NOTIONS if any(term != term.strip() for side in terms(line) for term in side)] == []


def test_no_line_comes_twice_and_no_line_repeats_a_term() -> None:
    assert [line for line, count in Counter(NOTIONS).items() if count > 1] == []
    assert [line for line in NOTIONS if any(len(set(side)) < len(side) for side in terms(line))] == []


def test_no_term_stands_for_more_than_three_notions() -> None:
    for side in (0, 1):
        lines = Counter(term for line in NOTIONS for term in terms(line)[side])
        assert {term: count for term, count in lines.items() if count > 3} == {}


def test_the_left_side_is_japanese_and_the_right_side_is_ascii() -> None:
    assert [line for line in NOTIONS if not any(JAPANESE.search(term) for term in terms(line)[0])] == []
    assert [line for line in NOTIONS if not line.split(" | ")[1].isascii()] == []
