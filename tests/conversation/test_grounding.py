"""A model's sentence stands on the passages it names, and its figures come from there."""

from __future__ import annotations

import pytest

from app.conversation.grounding import Ground

PRICES = "料金\nスターターは月額39,000円、スタンダードは月額98,000円（税別）です。2026年9月1日から有効です。"
RESULT = "Hokuto Foods\nNight picking took 42% less time after 3 months, with 6 robots at 2 sites."
MIRROR = "点検表の転記が大変とのこと、承知しました。"


@pytest.fixture
def ground() -> Ground:
    return Ground({1: PRICES, 2: RESULT}, free=[MIRROR, "いくらですか。50名の会社です。"])


def test_the_model_sees_marks_and_the_prospect_sees_the_passages_own_spelling(ground: Ground) -> None:
    shown = ground.masked(PRICES, sources=(1,))
    assert not any(figure in shown for figure in ("39,000", "98,000", "2026"))
    assert ground.filled(shown) == PRICES
    mark = shown[shown.index("スタンダードは月額") + len("スタンダードは月額") :].split("（")[0]
    assert ground.filled(f"スタンダードは月額{mark}です[1]。") == "スタンダードは月額98,000円です[1]。"


def test_the_same_figure_has_one_mark_wherever_it_stands(ground: Ground) -> None:
    mark = ground.masked("98,000円", sources=(1,))
    assert f"スタンダードは月額{mark}（税別）" in ground.masked(PRICES, sources=(1,))
    assert ground.masked("98,000円", sources=(2,)) == "98,000円"  # that passage says nothing of it


def test_a_mark_nobody_gave_stays_and_is_stopped_as_markup(ground: Ground) -> None:
    assert ground.filled("月額{{1z}}です[1]。") == "月額{{1z}}です[1]。"


@pytest.mark.parametrize(
    "sentence",
    [
        "点検表の転記が大変なのですね。",
        "スタンダードプランは月額98,000円（税別）です[1]。",
        "50名の会社でも、月額39,000円からです[1]。",
        "夜間のピッキング時間は42%短くなりました[2]。",
        "Night picking took 42% less time after 3 months [2].",
        "They run 6 robots at 2 sites [2].",
    ],
)
def test_what_stands_in_the_named_passage_may_be_said(ground: Ground, sentence: str) -> None:
    assert ground.lacks(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("月額98,000円です。", "unsourced"),
        ("スタンダードは月額89,000円です[1]。", "unsupported"),
        ("ピッキング時間は42%短くなりました[1]。", "unsupported"),
        ("保守員が全国の拠点を毎週訪問し、部品を無償で交換します[1]。", "unsupported"),
        ("SAP S4HANA とつながります[2]。", "unsupported"),
        ("スタータープランは月額98,000円です[1]。", "unsupported"),
        ("スターターは月額98,000円、スタンダードは月額39,000円です[1]。", "unsupported"),
        ("そのとおりです[7]。", "unsupported"),
    ],
)
def test_what_names_no_passage_or_the_wrong_one_is_stopped(ground: Ground, sentence: str, rule: str) -> None:
    assert ground.lacks(sentence) == rule


@pytest.mark.parametrize(
    "sentence",
    [
        "全国の拠点で保守員が毎週訪問し、部品を交換します。",
        "Our engineers visit every site weekly and replace worn parts.",
    ],
)
def test_what_no_passage_says_is_chatter_and_left_out(ground: Ground, sentence: str) -> None:
    assert ground.is_chatter(sentence)
    assert not ground.is_chatter(MIRROR)


def test_a_long_document_has_a_mark_for_each_of_its_figures() -> None:
    text = "\n".join(f"No. {n}: {n * 1000 + 7:,} yen" for n in range(1, 61))
    ground = Ground({1: text}, free=[])
    shown = ground.masked(text, sources=(1,))
    assert ground.filled(shown) == text
    assert not any(character.isdigit() for character in shown.replace("{{1", ""))
