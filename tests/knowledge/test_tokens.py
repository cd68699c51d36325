"""The same words come out of a question and of the text that answers it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.knowledge.chunk import Piece
from app.knowledge.index_file import IndexedDocument
from app.knowledge.lexical import Lexical
from app.retrieval.tokens import detect_lang, grams, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾓｰﾀｰの故障", "モーターが故障した"),
        ("打合せ", "打ち合わせ"),
        ("センサーの取り付け", "センサーの取付"),
        ("1,200 prices", "1200 price"),
        ("The café's sensors", "cafe sensor"),
    ],
)
def test_spellings_of_one_thing_give_the_same_words(one: str, other: str) -> None:
    assert set(words(one)) & set(words(other)) == set(words(other))


def test_courtesies_leave_no_words() -> None:
    assert words("それについて教えていただけますか？") == ()
    assert words("Could you please tell me about it?") == ()


def test_grams_are_kanji_pairs_and_word_parts_but_no_hiragana_pairs() -> None:
    assert grams("振動の") == ("振", "動", "振動", "動の")
    assert grams("かかる") == ()
    assert grams("gears") == ("_gea", "gear", "ears", "ars_")


def test_the_language_is_seen_from_the_letters() -> None:
    assert [detect_lang(text) for text in ("料金は？", "Price of ABC-200?", "SLAとAPIについて", "")] == [
        "ja",
        "en",
        "ja",
        "en",
    ]


def test_many_threads_may_cut_words_at_once() -> None:
    results: list[tuple[str, ...]] = []
    threads = [threading.Thread(target=lambda n=n: results.append(words(f"振動センサー{n}台の設置"))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all("振動" in result for result in results)


def test_a_forgotten_document_leaves_nothing_in_the_index(tmp_path: Path) -> None:
    lexical = Lexical(tmp_path / "lexical.sqlite")
    lexical.create()
    piece = Piece(0, "見出し", "振動 sensor を測る。振動は1,200Hzまで。")
    document = IndexedDocument("d", 1, "f", "題名", None, "ja", "faq", ("topic",), None, None, (), (("c", piece),))
    lexical.replace([document])
    lexical.replace([document])
    assert lexical.weigh("ja", "words", terms=["振動"]).known == {"振動": 1}

    lexical.replace([], removed=["d"])

    assert lexical.weigh("ja", "words", terms=words(piece.text)).known == {}
    assert lexical.weigh("ja", "grams", terms=grams(piece.text)).known == {}
    assert lexical.weigh("ja", "titles", terms=words("題名 見出し topic")).known == {}
    assert lexical.size("ja") == 0
    lexical.close()
