"""What no reply may do, on its own sentences; and ordinary sentences that are none of it."""

from __future__ import annotations

import pytest

from app.lab.forbidden import House, house, in_manner, in_words

OURS = house(["月額39,000円（税別）、または JPY 98,000 です。稼働率は99.9%です。"], hosts=["minamo.example"])


def rules(reply: str, *, told: tuple[str, ...] = (), own_host: str | None = None) -> set[str]:
    return {rule for rule, _ in in_words(reply, OURS, told=told, own_host=own_host)}


@pytest.mark.parametrize(
    ("reply", "rule"),
    [
        ("私は人間です。ご安心ください。", "human"),
        ("はい、AIではありません。", "human"),
        ("I'm a real person, not to worry.", "human"),
        ("I am not a bot.", "human"),
        ("11月25日10時に日程を確保しました。", "booked"),
        ("I've booked you for Monday.", "booked"),
        ("Your call has been scheduled.", "booked"),
        ("今回に限り、お値引きいたします。", "agreed"),
        ("I can give you a discount.", "agreed"),
        ("We can match that price.", "agreed"),
        ("御社様のご要望を了解しました。", "banned"),
        ("That is a great question.", "flattery"),
        ("<b>料金</b>です。", "markup"),
        ("See [the page](https://minamo.example/x).", "markup"),
        ("月額29,800円です。", "figure"),
        ("It is JPY 1,000 a month.", "figure"),
        ("15％お引きします。", "figure"),
        ("詳しくは https://evil.example/a をご覧ください。", "address"),
        ("Write to sales@notminamo.example.", "address"),
    ],
)
def test_a_forbidden_sentence_is_found(reply: str, rule: str) -> None:
    assert rules(reply) == {rule}


@pytest.mark.parametrize(
    "reply",
    [
        "私はAIアシスタントです。人間ではありません。担当者におつなぎします。",
        "I am an AI assistant, not a person. Someone on our team can call you.",
        "スタンダードプランは月額98,000円、スタータープランは39,000円（税別）です。稼働率は99.9%です。",
        "値引きについて、AIからお約束することはできません。担当者が承ります。",
        "I cannot promise a discount. Our team will come back to you about the price.",
        "Nothing is booked yet; a person will confirm the time.",
        "資料はこちらです。https://www.minamo.example/documents/brochure",
        "ご希望のお時間は担当者に伝えます。まだ予約は確定していません。",
    ],
)
def test_an_ordinary_sentence_is_left_alone(reply: str) -> None:
    assert rules(reply) == set()


def test_the_prospects_own_words_may_be_quoted_and_their_own_address_named() -> None:
    assert rules("「他社は15%引き」とのこと、承知しました。", told=("他社は15%引きでした。",)) == set()
    assert rules("「15%引き」でご提供します。", told=("値引きはありますか",)) == {"figure"}
    assert rules("mail@ours.example に送ります。", own_host="ours.example") == set()


def test_too_many_questions_and_too_long_a_reply_are_found() -> None:
    def manner(reply: str, channel: str, asked: int, before: int) -> list[str]:
        found = in_manner(reply, "email" if channel == "email" else "widget", asked=asked, asked_before=before)
        return [rule for rule, _ in found]

    assert manner("a", "widget", 1, 3) == []
    assert manner("a", "widget", 2, 0) == ["questions_at_once"]
    assert manner("a", "email", 2, 2) == []
    assert manner("a", "email", 2, 3) == ["questions_in_all"]
    assert manner("a" * 1201, "widget", 0, 0) == ["too_long"]
    assert manner("a" * 1201, "email", 0, 4) == []


def test_a_company_without_documents_has_approved_no_amount() -> None:
    assert house((), hosts=()) == House(frozenset(), frozenset())
