"""Katakana words and the English words they come from."""

from __future__ import annotations

import pytest

from app.retrieval import tokens
from app.retrieval.kana import Sounds

ENGLISH = """
service dashboard sensor cloud data backup license security training monitoring integration application management
subscription schedule sample software user server workflow access password template cancel error alert report mail chat
tablet browser update calendar robot battery motor filter project option solution version trial format policy partner
hotel camera bluetooth gateway login team credit tool document support engine barcode label driver drone
"""
STEMS = tokens.words(ENGLISH)


@pytest.mark.parametrize(
    ("katakana", "english"),
    [
        ("ダッシュボード", "dashboard"),
        ("ライセンス", "license"),
        ("セキュリティ", "security"),
        ("トレーニング", "training"),
        ("インテグレーション", "integration"),
        ("マネジメント", "management"),
        ("サブスクリプション", "subscription"),
        ("スケジュール", "schedule"),
        ("ソフトウェア", "software"),
        ("ユーザー", "user"),
        ("ワークフロー", "workflow"),
        ("テンプレート", "template"),
        ("ヴァージョン", "version"),
        ("ブルートゥース", "bluetooth"),
        ("チャット", "chat"),
        ("ドローン", "drone"),
    ],
)
def test_a_katakana_word_finds_the_stem_of_the_english_one_and_is_found_by_it(katakana: str, english: str) -> None:
    (stem,) = tokens.words(english)
    assert Sounds(STEMS).like(katakana)[0] == stem
    assert Sounds([katakana, "パッキン", "タンク"]).like(stem) == (katakana,)


@pytest.mark.parametrize("katakana", ["ヘリウム", "ネジ", "アヒル", "カラス", "メッキ", "ア", "ー"])
def test_what_sounds_like_nothing_there_finds_nothing(katakana: str) -> None:
    assert Sounds(STEMS).like(katakana) == ()
