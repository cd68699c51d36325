"""Line breaks: no line too wide, nothing lost, no mark where Japanese typesetting forbids it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.wrapping import CELLS, NEVER_FIRST, NEVER_LAST, width, wrap
from app.understanding.facts import Lang

JAPANESE = st.text("料金は月額円税別あいうえおカタカナ、。「」（）ーっゃ1290,.A bcAPI％", max_size=200)
ENGLISH = st.lists(st.text("abcdefghij.,’“”-", min_size=1, max_size=14), max_size=60).map(" ".join)


@given(JAPANESE)
def test_a_japanese_line_has_at_most_35_full_width_characters_and_nothing_is_lost(text: str) -> None:
    wrapped = wrap(text, lang="ja")
    assert all(width(line) <= CELLS["ja"] for line in wrapped.split("\n"))
    assert "".join(wrapped.split()) == "".join(text.split())


@given(ENGLISH)
def test_english_is_broken_between_words(text: str) -> None:
    wrapped = wrap(text, lang="en")
    assert all(width(line, lang="en") <= CELLS["en"] for line in wrapped.split("\n"))
    assert wrapped.split() == text.split()


@given(JAPANESE, ENGLISH, st.sampled_from(["ja", "en"]))
def test_wrapping_again_changes_nothing(japanese: str, english: str, lang: Lang) -> None:
    wrapped = wrap(japanese if lang == "ja" else english, lang=lang)
    assert wrap(wrapped, lang=lang) == wrapped


@pytest.mark.parametrize("lead", range(40))
def test_marks_stand_where_japanese_typesetting_wants_them_and_figures_stay_whole(lead: int) -> None:
    said = "月額39,000円（税別）で、「予期せぬ停止が年11回から2回に」という結果です。AIアシスタントがお答えします。"
    lines = wrap("あ" * lead + said, lang="ja").split("\n")
    assert len(lines) > 1
    for line in lines:
        assert line[0] not in NEVER_FIRST
        assert line[-1] not in NEVER_LAST
    for whole in ("39,000円", "11回", "AIアシスタント"):
        assert sum(whole in line for line in lines) == 1, whole


def test_a_line_prefers_to_end_where_the_sentence_pauses() -> None:
    text = "スタータープランは初期費用180,000円、月額39,000円（税別）で、センサー10台から始められます。"
    assert wrap(text, lang="ja").split("\n")[0].endswith("で、")


@pytest.mark.parametrize("lead", range(60, 75))
def test_an_hour_is_not_parted_from_its_half_of_the_day(lead: int) -> None:
    assert "9:00 a.m.–6:00 p.m." in wrap("x" * lead + " Mon–Fri, 9:00 a.m.–6:00 p.m. (Japan time)", lang="en")


def test_an_address_is_never_cut_and_a_list_is_indented() -> None:
    address = "https://minamo.example/" + "a" * 90
    assert wrap(address, lang="ja") == address
    assert wrap(f"See {address} now", lang="en").split("\n") == ["See", address, "now"]
    assert wrap("1. " + "word " * 20, lang="en").split("\n")[1].startswith("   word")
