"""A price list is told as a whole, and to whoever has a number with what lies between two plans."""

from __future__ import annotations

import pytest

from app.retrieval.passages import Passage
from app.retrieval.price_list import price_list, price_list_for_many
from app.retrieval.tokens import detect_lang

PLANS_JA = (
    "スターター：10台、月額 39,000円\nスタンダード：30台、月額 98,000円\n"
    "エンタープライズ：100台から、月額 個別お見積もり\n"
    "スタータープランは月額39,000円で、センサー10台から始められます。スタンダードプランは月額98,000円で、センサー30台を含みます。"
    "いずれも税別です。"
)
PLANS_EN = "Light: 10 sensors, USD 300 a month\nFull: 30 sensors, USD 800 a month\nLarge: 100 and up, individual quote"
MORE_JA = "ゲートウェイの追加：1台あたり月額6,000円\nセンサーの追加：1台あたり月額3,500円\n夜間診断：月額30,000円"
MORE_EN = "Additional display: USD 5 per month each\nAdditional sensor: USD 20 per month each"


def passage(text: str, *, document: str = "prices") -> Passage:
    return Passage(
        f"{document}-0", document, f"{document}.md", "Prices", None, None, detect_lang(text), "pricing", text, 1, None
    )


def told(text: str, more: str | None = None, *, document: str = "prices") -> str:
    if more is None:
        found = price_list([passage(text)])
    else:
        found = price_list_for_many([passage(text)], [passage(more, document=document)])
    assert found is not None
    return found.text


def test_every_plan_is_told_and_no_row_that_a_sentence_says_in_full() -> None:
    assert told(PLANS_JA) == (
        "スタータープランは月額39,000円で、センサー10台から始められます。スタンダードプランは月額98,000円で、センサー30台を含みます。"
    )
    assert told(PLANS_EN).splitlines() == ["Light: 10 sensors, USD 300 a month", "Full: 30 sensors, USD 800 a month"]


def test_for_a_number_the_plan_on_request_and_one_unit_more_stand_beside_the_plans() -> None:
    assert told(PLANS_JA, MORE_JA).endswith(
        "センサー30台を含みます。エンタープライズ：100台から、月額 個別お見積もり\nセンサーの追加：1台あたり月額3,500円"
    )
    assert told(PLANS_EN, MORE_EN).splitlines()[-2:] == [
        "Large: 100 and up, individual quote",
        "Additional sensor: USD 20 per month each",
    ]


@pytest.mark.parametrize(
    ("query", "totals"),
    [
        ("料金を教えてください", False),
        ("How much is it per month?", False),
        ("初期費用はいくらですか", False),
        ("初年度の合計はいくらですか", True),
        ("年間でいくらかかりますか", True),
        ("What is the total for the first year?", True),
        ("How much is it a year?", True),
    ],
)
def test_a_total_is_told_to_whoever_asks_for_one(query: str, totals: bool) -> None:
    ja = passage(f"{PLANS_JA}初年度の合計は、スターターが468,000円、スタンダードが1,176,000円です。")
    en = passage(f"{PLANS_EN}\nThe first-year total is USD 3,600 for Light.")
    told_ja, told_en = (price_list([one], query=query) for one in (ja, en))
    assert told_ja is not None
    assert told_en is not None
    assert ("468,000円" in told_ja.text, "3,600" in told_en.text) == (totals, totals)


def test_a_yearly_price_and_a_total_that_stands_alone_are_prices() -> None:
    assert told("The licence is USD 900 per year.") == "The licence is USD 900 per year."
    assert told("The total is USD 900.") == "The total is USD 900."


def test_what_one_unit_of_something_else_costs_is_left_out() -> None:
    assert "6,000" not in told(PLANS_JA, MORE_JA.splitlines()[0])


@pytest.mark.parametrize(
    ("query", "on_request", "total"),
    [
        ("30台だと年間いくらですか", False, True),
        ("45台だといくらですか", False, False),
        ("150台だといくらですか", True, False),
        ("だいたいの総額は？", True, True),
    ],
)
def test_for_a_number_a_plan_for_more_is_left_out_and_a_total_told_where_asked_for(
    query: str, on_request: bool, total: bool
) -> None:
    yearly = f"{PLANS_JA}初年度の合計は、スターターが468,000円です。"
    found = price_list_for_many([passage(yearly)], [passage(MORE_JA)], query=query)
    assert found is not None
    assert ("個別お見積もり" in found.text, "初年度の合計" in found.text) == (on_request, total)


def test_a_price_from_a_second_document_is_cited() -> None:
    found = price_list_for_many([passage(PLANS_EN)], [passage(MORE_EN, document="options")])
    assert found is not None
    assert [(one.n, one.passage.document_id) for one in found.citations] == [(1, "prices"), (2, "options")]


def test_without_a_price_there_is_no_list() -> None:
    assert price_list([]) is None
    assert price_list([passage("We have two plans.")]) is None
    assert price_list_for_many([passage("We have two plans.")], [passage(MORE_EN)]) is None
