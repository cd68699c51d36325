"""Finding, judging and answering."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.db import Database
from app.knowledge.library import Library
from app.knowledge.retriever import LibraryRetriever


@pytest.mark.parametrize(
    ("query", "file"),
    [
        ("スタンダードプランの料金はいくらですか？", "ja/料金.md"),
        ("お世話になっております。ミナト商事の佐藤です。解約の違約金について教えていただけますか。", "ja/料金.md"),
        ("ｾﾝｻｰの配線は要る？", "ja/仕組み.md"),
        ("Hi! How often are the encryption keys rotated?", "en/security.md"),
        ("how long is teh retenton period of raw data", "en/security.md"),
    ],
)
def test_a_question_finds_its_document_however_it_is_put(stocked: Library, query: str, file: str) -> None:
    found = stocked.search(query)
    assert found.passages[0].file == file
    assert found.verdict != "unknown"


def test_an_answer_is_word_for_word_from_the_passages_it_cites(stocked: Library) -> None:
    answer = stocked.ask("スタンダードプランの月額料金はいくらですか？")

    assert answer.verdict == "answer"
    assert "月額料金は98,000円です。" in answer.text
    assert [citation.n for citation in answer.citations] == [1]
    assert answer.citations[0].passage.url == "/pricing"
    for sentence in answer.text.split("。")[:-1]:
        assert sentence in answer.citations[0].passage.text


@pytest.mark.parametrize(
    "query", ["明日の大阪の天気は？", "Who won the football cup in 1998?", "", "???", "\"' OR * NEAR("]
)
def test_p4_what_the_documents_do_not_say_is_not_answered(stocked: Library, query: str) -> None:
    answer = stocked.ask(query)
    assert (answer.verdict, answer.text, answer.citations) == ("unknown", "", ())


def test_the_glossary_finds_a_document_in_the_other_language_and_says_which(stocked: Library) -> None:
    to_english = stocked.search("暗号化と保存期間", lang="ja")
    to_japanese = stocked.search("cancellation", lang="en")

    assert (to_english.passages[0].file, to_english.passages[0].lang) == ("en/security.md", "en")
    assert (to_japanese.passages[0].file, to_japanese.passages[0].lang) == ("ja/料金.md", "ja")
    assert "retention period" in stocked.answer(to_english).text


def test_p4_one_translated_word_does_not_make_an_answer(stocked: Library) -> None:
    assert stocked.search("pricing of zeppelins in France", lang="en").verdict == "unknown"


def test_a_short_question_that_is_a_headline_is_answered(stocked: Library) -> None:
    assert stocked.search("料金はいくらですか").verdict == "answer"


def test_a_follow_up_is_helped_by_the_turn_before(stocked: Library) -> None:
    alone = stocked.search("それはいつまでにすればいいですか")
    after = stocked.search("それはいつまでにすればいいですか", previous="解約の違約金について")
    assert alone.verdict == "unknown"
    assert (after.verdict, after.passages[0].heading) == ("answer", "解約について")


def test_kinds_narrow_the_search(stocked: Library) -> None:
    found = stocked.search("停止 料金 点検", kinds=["case"])
    assert {passage.kind for passage in found.passages} == {"case"}


def test_the_case_study_fits_challenge_industry_or_words(stocked: Library) -> None:
    by_challenge = stocked.best_case("相談です", "ja", challenge_categories=["inspection_workload"])
    by_industry = stocked.best_case("相談です", "ja", industry="食品製造業")
    by_words = stocked.best_case("冷凍ラインがよく止まる", "ja")

    assert by_challenge is not None
    assert by_challenge.file == "ja/事例-製紙.md"
    assert by_industry is not None
    assert by_industry.case is not None
    assert by_industry.case.figure == "停止が年11回から2回に"
    assert by_words is not None
    assert by_words.file == "ja/事例-食品.md"
    assert stocked.best_case("こんにちは", "ja") is None


def test_a_langchain_chain_can_use_the_library(stocked: Library) -> None:
    documents = LibraryRetriever(library=stocked, k=1).invoke("月額料金はいくらですか")
    assert [document.metadata["file"] for document in documents] == ["ja/料金.md"]
    assert LibraryRetriever(library=stocked).invoke("明日の大阪の天気は？") == []


class Opposites:
    """An embedder that knows what words do not say."""

    name = "opposites"
    weight = 1.0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [1.0, 0.0] if "fee" in text or "cost nothing" in text else [0.0, 1.0]


def test_an_embedder_with_weight_finds_what_shares_no_word(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    (tmp_path / "trial.md").write_text("The first month will cost nothing.", "utf-8")
    (tmp_path / "other.md").write_text("Sensors are glued.", "utf-8")
    library = Library(database, tmp_path / "index", clock=clock, embedder=Opposites())
    library.add(tmp_path / "trial.md")
    library.add(tmp_path / "other.md")
    assert library.search("is there any fee").passages[0].file == "trial.md"
    library.close()
