"""Which case study fits a prospect, and why."""

from __future__ import annotations

from pathlib import Path

from app.knowledge.library import Library

ENGLISH_CASE = """---
title: Juniper Dairy cut spoilage by half
kind: case
industry: food
challenge: spoilage in the cold chain, and nobody who noticed
topics: [quality_defects]
---

Juniper Dairy lost milk when cold rooms warmed overnight. Alerts now come within minutes.
"""


def test_a_case_fits_by_challenge_industry_and_words_and_says_which(stocked: Library) -> None:
    fits = stocked.fitting_cases(
        "冷凍ラインが止まる", "ja", challenge_categories=["unplanned_downtime"], industry="食品製造業"
    )
    assert fits[0].passage.file == "ja/事例-食品.md"
    assert fits[0].by[:2] == (("challenge", "unplanned_downtime"), ("industry", "食品"))
    assert ("words", "冷凍") in fits[0].by
    assert "ja/事例-製紙.md" not in {fit.passage.file for fit in fits}


def test_an_industry_fits_in_either_language(library: Library, stocked: Library, tmp_path: Path) -> None:
    (tmp_path / "dairy.md").write_text(ENGLISH_CASE, "utf-8")
    library.add(tmp_path / "dairy.md")

    by_japanese = stocked.fitting_cases("相談です", "ja", industry="食品")
    by_english = stocked.fitting_cases("Hello", "en", industry="Food industry")
    assert {fit.passage.file for fit in by_japanese} == {"dairy.md", "ja/事例-食品.md"}
    assert {fit.passage.file for fit in by_english} == {"dairy.md", "ja/事例-食品.md"}
    assert by_english[0].passage.file == "dairy.md"
    case = by_english[0].passage.case
    assert case is not None
    assert case.challenge == "spoilage in the cold chain, and nobody who noticed"


def test_p4_a_stray_word_brings_no_case_of_another_industry(stocked: Library) -> None:
    assert stocked.fitting_cases("毎月の工場見学", "ja", challenge_categories=["pricing"], industry="金融") == ()
    assert stocked.best_case("毎月の工場見学", "ja", challenge_categories=["pricing"], industry="金融") is None


def test_what_makers_share_is_no_industry(stocked: Library) -> None:
    assert stocked.fitting_cases("相談です", "ja", industry="自動車製造業") == ()
