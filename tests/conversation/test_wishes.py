"""What is wished of a quote stays as it was said last: a number that is changed stands instead of the first."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.conversation.wishes import more_of_a_quote, wishes
from app.understanding.understand import understand

MESSAGE = UUID(int=7)
QUOTE = {"quote": {"quantity": "40 sensors", "addressee": "Ferrule Ltd"}}


def wished(text: str, before: dict[str, Any]) -> dict[str, Any]:
    heard = understand(text, today=date(2026, 11, 24))
    heard = replace(heard, quote=heard.quote or more_of_a_quote(before, text))
    quote: dict[str, Any] = wishes(before, heard, None, message_id=MESSAGE).get("quote", {})
    return quote


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("sorry make it 45", "45 sensors"),
        ("actually 45, not 40", "45 sensors"),
        ("25台に変更してください", "25台"),
        ("あ、やっぱり30台で", "30台"),
        ("40台ではなく48台でした", "48台"),
        ("please change it to 12 units", "12 units"),
        ("Actually, 36 sensors will do.", "36 sensors"),
        ("make that 36 please", "36 sensors"),
        ("センサーは二十台に減らしてください", "二十台"),
        ("すみません、数を間違えました。\n24台でお願いします", "24台"),
        ("35台でお願いします", "35台"),
        ("Oops, a typo. It should be 35 sensors.", "35 sensors"),
        ("35 sensors please", "35 sensors"),
    ],
)
def test_a_changed_number_stands_instead_of_the_first(text: str, quantity: str) -> None:
    assert wished(text, QUOTE)["quantity"] == quantity
    assert wished(text, QUOTE)["addressee"] == "Ferrule Ltd"
    assert wished(text, {}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "make it 3pm",
        "actually 3:30 is better",
        "I meant 2027",
        "can we change to 60 later?",
        "後から40台に変更できますか",
        "やっぱり12月10日でお願いします",
        "将来50台に増やす予定です",
        "actually we have 45 pumps",
        "20台に変更は可能ですか",
        "Actually, 6 people will attend the meeting",
        "Actually, 2 lines stop on weekends",
        "actually 8 sensors failed at the last site",
        "打ち合わせの出席者は4名に変更してください",
        "やっぱり2ラインは土日も動いています",
        "見学は6人に増やしてください",
        "6名でお願いします",
        "I was wrong, 6 pumps failed",
        "6 people please",
    ],
)
def test_a_time_or_a_question_changes_no_number(text: str) -> None:
    assert wished(text, QUOTE) == {}


def test_a_bare_number_is_no_quantity_while_a_call_is_arranged() -> None:
    assert wished("make it 5", QUOTE | {"call": {"from": "15:00"}}) == {}
    assert wished("sorry, make it 9", QUOTE | {"acts": ["request_demo_meeting"]}) == {}
    assert wished("make it 50", QUOTE | {"acts": ["request_demo_meeting"]})["quantity"] == "50 sensors"


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("We need a quote for 18 gateways. Actually, 4 colleagues will attend the demo.", "18 gateways"),
        ("見学には6名で参加します。18台の見積もお願いします", "18台"),
        ("面談には16台の見積をご用意ください", "16台"),
        ("Two colleagues will attend the call, please bring a quote for 16 sensors.", "16 sensors"),
    ],
)
def test_who_takes_part_is_no_number_of_the_quote(text: str, quantity: str) -> None:
    assert wished(text, {})["quantity"] == quantity


@pytest.mark.parametrize(
    ("text", "quantity", "addressee"),
    [
        ("センサー20台！社名は株式会社麹屋本家", "20台", None),
        ("宛名は 有限会社むらさき染工 御中でおねがいします", None, "有限会社むらさき染工"),
        ("12 sensors please, made out to Ferrule Ltd", "12 sensors", "Ferrule Ltd"),
    ],
)
def test_what_is_told_later_of_a_quote_is_of_it(text: str, quantity: str | None, addressee: str | None) -> None:
    more = more_of_a_quote({"quote": {"message_id": "x"}}, text)
    assert more is not None
    assert (more.quantity, more.addressee) == (quantity, addressee)
    assert more_of_a_quote({}, text) is None


def test_how_many_machines_they_have_changes_no_quote() -> None:
    assert more_of_a_quote(QUOTE, "ポンプは12台あります") is None
    assert more_of_a_quote(QUOTE, "we have 12 pumps") is None
    assert more_of_a_quote({"quote": {"message_id": "x"}}, "ポンプが12台あって夜中に止まるんです") is None
