"""However much somebody writes, what is looked for is bounded."""

from __future__ import annotations

import pytest

from app.knowledge.find import MAX_QUERY, shortened
from app.knowledge.library import Library


@pytest.mark.parametrize("text", ["価" * 60_000, "あ" * 60_000, "\ufdfa" * 3_000, "1万" * 30_000, "word " * 30_000])
def test_a_huge_message_is_cut_before_it_is_looked_for(stocked: Library, text: str) -> None:
    assert len(shortened(text)) <= MAX_QUERY
    stocked.is_strange(text, lang="ja")
    stocked.fitting_cases(text, "ja")
    assert stocked.search(text, lang="ja").query == text[:MAX_QUERY]
