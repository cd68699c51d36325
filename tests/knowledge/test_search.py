"""Finding, judging and answering."""

from __future__ import annotations

from datetime import timedelta
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


def test_a_langchain_vector_store_gives_only_what_may_be_said(
    stocked: Library, clock: FixedClock, tmp_path: Path
) -> None:
    (tmp_path / "dated.md").write_text("---\nvalid_until: 2026-11-24\n---\nThe zeppelin price is 900 dollars.", "utf-8")
    stocked.add(tmp_path / "dated.md")
    store = stocked.vector_store("en")

    nearest = store.similarity_search("zeppelin price", k=5)
    assert nearest[0].metadata["file"] == "dated.md"
    assert nearest[0].page_content == "The zeppelin price is 900 dollars."
    assert store.as_retriever().invoke("zeppelin price")[0].id == nearest[0].id

    clock.advance(timedelta(days=1))
    assert "dated.md" not in {document.metadata["file"] for document in store.similarity_search("zeppelin price")}
    with pytest.raises(TypeError):
        store.from_texts(["a price nobody approved"], store.embeddings)


@pytest.mark.parametrize(
    ("query", "file"),
    [
        ("お金はどのくらいかかる？", "ja/料金.md"),
        ("いつでもやめられますか", "ja/料金.md"),
        ("ケーブルは引きますか", "ja/仕組み.md"),
    ],
)
def test_everyday_words_find_what_documents_say_in_other_words(stocked: Library, query: str, file: str) -> None:
    found = stocked.search(query)
    assert (found.passages[0].file, found.verdict != "unknown") == (file, True)


TWINS = {
    "ja/faq.md": "# よくある質問\n\n取り付けは磁石で行います。",
    "en/faq.md": (
        "---\nglossary: [{ja: 見学, en: visit}, {ja: 工場, en: plant}]\n---\n\nA visit to our plant takes two hours."
    ),
    "en/tour.md": "A visit to our plant takes two hours.",
}


def test_a_document_that_is_there_in_the_prospects_language_is_never_shown_in_the_other(
    library: Library, tmp_path: Path
) -> None:
    root = tmp_path / "twins"
    for name in ("ja/faq.md", "en/faq.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TWINS[name], "utf-8")
    library.add(root)
    assert "en" not in {passage.lang for passage in library.search("工場見学", lang="ja").passages}

    (root / "en/tour.md").write_text(TWINS["en/tour.md"], "utf-8")
    (root / "en/faq.md").write_text(TWINS["en/faq.md"].replace("visit to our plant", "magnet"), "utf-8")
    library.add(root)
    found = library.search("工場見学", lang="ja")
    assert [passage.file for passage in found.passages] == ["en/tour.md"]
    assert found.verdict == "answer"


def test_what_fits_in_the_own_language_stays_above_the_other_language(library: Library, tmp_path: Path) -> None:
    (tmp_path / "ja.md").write_text("見学は月曜にご案内しています。", "utf-8")
    (tmp_path / "en.md").write_text(TWINS["en/faq.md"], "utf-8")
    library.add(tmp_path / "ja.md")
    library.add(tmp_path / "en.md")
    found = library.search("工場の見学", lang="ja")
    assert found.passages[0].lang == "ja"


def test_an_answer_can_be_read_alone(library: Library, tmp_path: Path) -> None:
    (tmp_path / "battery.md").write_text(
        "# Battery\n\nThe sensor has a lithium cell. It lasts five years. In the table above the cell lasts longer.\n\n"
        "| Item | Value |\n|---|---|\n| Battery life | 5 years |\n",
        "utf-8",
    )
    library.add(tmp_path / "battery.md")
    text = library.ask("How many years does the cell last?").text
    assert text.startswith("The sensor has a lithium cell. It lasts five years.")
    assert "above" not in text
    assert " / " not in text
