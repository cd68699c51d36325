"""The same words come out of a question and of the text that answers it."""

from __future__ import annotations

import threading

import pytest

from app.retrieval.tokens import detect_lang, grams, models, named, placed, plain, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾓｰﾀｰの故障", "モーターが故障した"),
        ("打合せ", "打ち合わせ"),
        ("センサーの取り付け", "センサーの取付"),
        ("1,200 prices", "1200 price"),
        ("The café's sensors", "cafe sensor"),
        ("sub\u00adscrip\u200btion\ufeff 1\u2060,200", "subscription 1200"),
        ("\u202e料\u200d金\u200eの葛\U000e0100", "料金の葛"),
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


def test_names_are_told_from_words() -> None:
    assert named("横浜でロシア語の画面は使えますか") == {"横浜", "ロシア"}
    assert named("Is the dashboard available in German?") == {"german"}
    assert models("How loud is the SK-90W at 500 kW?") == {"90w"}


def test_a_text_longer_than_the_tokenizer_takes_is_read_in_pieces() -> None:
    assert set(words("価格" * 12_000)) == {"価格"}
    assert named("価格" * 12_000) == frozenset()


def test_places_are_those_of_the_plain_text_whatever_characters_nobody_sees() -> None:
    text = "モデ\u00adル\u200bの ser\u200bial\ufeff num\u00adber"
    seen = plain(text)
    assert {seen[start:end] for _, start, end in placed(text)} == {"モデル", "serial", "number"}
    assert named("we ask Ber\u00adlin") == {"berlin"}


def test_half_width_kana_are_japanese() -> None:
    assert detect_lang("ﾘｮｳｷﾝﾊｲｸﾗﾃﾞｽｶ") == "ja"
