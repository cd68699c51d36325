"""What a model may see of a conversation, however the prospect writes."""

from __future__ import annotations

import pytest

from app.conversation.transcript import LONGEST, Masked, address
from app.understanding.facts import Lang


def test_a_prompt_gets_the_newest_messages_whole_as_far_back_as_it_has_room() -> None:
    history = [("visitor", f"{n} " + "x" * 900) for n in range(12)]
    text = Masked(history, ()).text
    assert len(text) <= LONGEST
    shown = [line.split()[1] for line in text.splitlines()]
    assert shown == ["6", "7", "8", "9", "10", "11"]
    assert all(line.startswith("visitor: ") and len(line) > 900 for line in text.splitlines())


def test_of_a_long_message_its_beginning_and_its_end_are_shown() -> None:
    text = Masked([("assistant", "Yes."), ("visitor", "How much? " + "x" * 9000 + " By Friday?")], ()).text
    assert text.startswith("assistant: Yes.\nvisitor: How much?")
    assert text.endswith("By Friday?")
    assert len(text) <= LONGEST


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
    assert Masked((), ("佐々木",), "佐々木健様、").addressed(sentence) == shown


def test_who_may_not_be_named_is_addressed_by_nobody() -> None:
    assert Masked((), ()).addressed("Dear [[name]], the battery lasts five years [1].") == (
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
