"""Sentences leave the stream whole and early, in both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.conversation.guard_text import Sentences

TEXTS = [
    ("充電は自動です[1]。|最長8時間動きます。[2]|導入はいつごろですか？"),
    ("「すぐ欲しい。急ぎです。」とのこと。|承知しました。"),
    ("対応はNode.jsとv2.5です。|次に、OK?|はい。"),
    ("It charges by itself. [1]| It costs 3.5 kW, e.g. at night.| When?"),
    ('Mr. Sato said "yes."| Then Dr. Mori agreed!| No. 2 is next.'),
    ("1. Survey\n|2. Pilot\n|Done."),
]


def split(text: str, *, size: int) -> list[str]:
    sentences = Sentences()
    ready = [s for i in range(0, len(text), size) for s in sentences.feed(text[i : i + size])]
    return ready + sentences.flush()


@pytest.mark.parametrize("marked", TEXTS)
@pytest.mark.parametrize("size", [1, 3, 8, 500])
def test_sentences_are_the_same_however_the_stream_is_cut(marked: str, size: int) -> None:
    assert split(marked.replace("|", ""), size=size) == marked.split("|")


def test_a_sentence_is_given_as_soon_as_the_next_one_begins() -> None:
    sentences = Sentences()
    assert sentences.feed("充電は自動です。") == []
    assert sentences.feed("次") == ["充電は自動です。"]
    assert sentences.flush() == ["次"]


def test_text_without_an_end_is_given_up_after_a_while() -> None:
    assert [len(s) for s in Sentences().feed("あ" * 900)] == [900]


@settings(max_examples=200)
@given(st.text(alphabet="あい。！?. 「」[1]\nab", max_size=80), st.integers(1, 9))
def test_nothing_is_lost_or_changed(text: str, size: int) -> None:
    assert "".join(split(text, size=size)).rstrip() == text.rstrip()
