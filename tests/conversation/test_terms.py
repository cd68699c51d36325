"""What documents tell of what a person takes up otherwise, and by what means is paid."""

import pytest

from app.conversation.situation_words import NEEDS_NONE
from app.conversation.terms import COSTS_OR_LEAST, WOULD_LIKE_TO, asks_about_quotes, asks_how_to_pay


@pytest.mark.parametrize(
    "text",
    [
        "How long does a quotation take?",
        "Which details do you need for an estimate?",
        "Is a quote free?",
        "見積書は何日くらいで届きますか",
        "お見積りには何が必要ですか",
        "見積もりは無料ですか",
    ],
)
def test_how_quotes_are_made_is_a_question_and_no_order(text: str) -> None:
    assert asks_about_quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please quote for 12 sensors.",
        "Can you send us a quote?",
        "お見積りをお願いします",
        "見積もりをもらえますか",
        "見積書が必要です",
    ],
)
def test_a_wish_for_a_quote_is_no_question_about_quotes(text: str) -> None:
    assert not asks_about_quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do you accept credit cards?",
        "Could we pay by invoice?",
        "What payment methods are there?",
        "カードで払えますか",
        "支払い方法は？",
    ],
)
def test_the_means_of_payment_are_no_price(text: str) -> None:
    assert asks_how_to_pay(text)


@pytest.mark.parametrize(
    "text",
    [
        "How much would we pay by card each month?",
        "What do we pay per month?",
        "月々いくら払えばいいですか",
        "What does it cost?",
    ],
)
def test_a_sum_is_a_price(text: str) -> None:
    assert not asks_how_to_pay(text)


def test_the_least_that_is_sold_is_told_by_the_price_list() -> None:
    assert COSTS_OR_LEAST.search("3台だけで始められますか")
    assert not COSTS_OR_LEAST.search("3台を監視できますか")


@pytest.mark.parametrize("text", ["we'd like to read it from our PLC", "自動で止めたいのですが"])
def test_a_wish_may_be_one_that_documents_tell_of(text: str) -> None:
    assert WOULD_LIKE_TO.search(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Skip the demo, just the price", True),
        ("never mind about the call", True),
        ("打ち合わせはいいので、価格を教えて", True),
        ("Don't forget the quantity", False),
        ("デモはいいですね", False),
    ],
)
def test_what_is_waved_aside_is_not_wished_for(text: str, named: bool) -> None:
    assert (NEEDS_NONE.search(text) is not None) is named
