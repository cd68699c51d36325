"""What a model may see of a conversation, however the prospect writes."""

from __future__ import annotations

from time import thread_time

import pytest

from app.conversation.transcript import Masked, address, private
from app.understanding.facts import Lang


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("メールはtanaka@example.com です", "メールは[[email]] です"),
        ("連絡先：tanakaアットマークexampleドットcom。", "連絡先:[[email]]。"),
        ("田中@例え.example にください", "田中[[email]] にください"),
        ("müller@werk.example", "[[email]]"),
        ("アットホームな会社です", "アットホームな会社です"),
    ],
)
def test_an_address_is_found_in_unspaced_text(text: str, masked: str) -> None:
    assert private(text, names=()) == masked


@pytest.mark.parametrize(("unit", "length"), [("あ", 4000), ("アット", 200)])
def test_ten_times_the_text_is_about_ten_times_the_work(unit: str, length: int) -> None:
    def work(characters: int) -> float:
        text = (unit * characters)[:characters]
        spans = []
        for _ in range(3):
            begun = thread_time()
            private(text, names=("林", "Kate"))
            spans.append(thread_time() - begun)
        return min(spans)

    assert work(10 * length) < 40 * work(length), "a square would be a hundred times"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("[[name]]様、夜間の停止とのこと、承知しました。", ("佐々木健様、", "夜間の停止とのこと、承知しました。")),
        ("[[name]]さん、月額39,000円です[1]。", ("佐々木健様、", "月額39,000円です[1]。")),
        ("[[name]]様の現場では止まります。", ("", "[[name]]様の現場では止まります。")),
        ("宛先は[[email]]です。", ("", "宛先は[[email]]です。")),
    ],
)
def test_a_name_is_put_back_only_where_a_sentence_addresses_somebody(sentence: str, shown: tuple[str, str]) -> None:
    assert Masked("", ("佐々木",), "佐々木健様、").addressed(sentence) == shown


def test_who_may_not_be_named_is_addressed_by_nobody() -> None:
    assert Masked("", ()).addressed("Dear [[name]], the battery lasts five years [1].") == (
        "",
        "The battery lasts five years [1].",
    )


@pytest.mark.parametrize(
    ("name", "lang", "head"),
    [
        ("佐々木健", "ja", "佐々木健様、"),
        ("Kate Miller", "en", "Kate Miller, "),
        ("www.evil.example", "ja", ""),
        ("0312345678", "en", ""),
        ("佐藤部長", "ja", ""),
        (None, "en", ""),
    ],
)
def test_a_name_that_could_carry_anything_else_is_not_spoken(name: str | None, lang: Lang, head: str) -> None:
    assert address(name, lang=lang) == head
