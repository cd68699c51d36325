"""A figure with a unit meets the limit of the same kind, whatever stands around it; nothing else does."""

from __future__ import annotations

import pytest

from app.retrieval.measured import asked, bounds, of_yours, settles


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("Does it work at 60 °C?", {"temperature"}),
        ("-25C freezer", {"frost"}),
        ("Can we run it at minus 15 degrees?", {"frost"}),
        ("マイナス30度の倉庫で使えますか", {"frost"}),
        ("氷点下30度の倉庫に付きますか", {"frost"}),
        ("A kiln at 3 rpm, can you do that?", {"turns"}),
        ("60度くらいになる", {"temperature"}),
        ("表面が60度くらいになるのですが", {"temperature"}),
        ("摂氏９０℃でも大丈夫ですか", {"temperature"}),
        ("100 rpm drum, ok?", {"turns"}),
        ("毎分100回転でも測れますか", {"turns"}),
        ("圧力5MPaに対応していますか", {"pressure"}),
        ("The saw is full of sawdust, can it take that?", set()),
        ("Our saw is dusty, can it take that?", {"ingress"}),
        ("油や切粉が飛ぶ環境でも使えますか", {"ingress"}),
    ],
)
def test_what_a_thing_has_to_bear_is_heard(query: str, kinds: set[str]) -> None:
    assert asked(query) == kinds


@pytest.mark.parametrize(
    "query",
    [
        "How much is the 60 °C model?",
        "60度対応の機種はいくらですか",
        "Can we use 3 sensors?",
        "Does plan 2 C work for us?",
        "Is a 90 degree angle possible?",
        "90度回転させて設置できますか",
        "1度お電話をいただいても大丈夫ですか",
        "2度目の問い合わせですが大丈夫ですか",
        "うちのモーターは200Vです",
        "Our dryers are at 80 °C",
        "It was 35 degrees in Osaka today",
        "30%引きは可能ですか",
        "9時から18時まで対応していますか",
        "Can it monitor a coolant pump?",
        "集塵機のファンにも使えますか",
        "油漏れの検知は可能ですか",
        "オイルポンプに取り付けられますか",
        "Do you use oil suppliers in Osaka?",
    ],
)
def test_a_figure_that_nothing_has_to_bear_is_none(query: str) -> None:
    assert asked(query) == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Usable from −20 °C to 85 °C", {"temperature", "frost"}),
        ("使用温度：5〜40 ℃", {"temperature"}),
        ("表面が85 ℃を超える場所では使えません", {"temperature"}),
        ("Not for machines slower than 120 rpm", {"turns"}),
        ("毎分120回転以上の設備に使えます", {"turns"}),
        ("保護等級：IP54", {"ingress"}),
        ("It was tested at 25 °C", set()),
        ("The 920 MHz band", set()),
        ("接続は2.4 GHzです", set()),
        ("10 to 20 people, by 5 p.m.", set()),
        ("IP address and port 443", set()),
    ],
)
def test_a_range_or_a_limit_is_told_from_a_figure(text: str, kinds: set[str]) -> None:
    assert bounds(text) == kinds


def test_what_is_called_ours_is_known() -> None:
    assert of_yours("Does your chiller work at 60 °C?") == {"chiller"}
    assert of_yours("御社の冷却機は60度でも使えますか") == {"冷却", "機"}
    assert of_yours("Our chiller runs at 60 °C, ok?") == set()


@pytest.mark.parametrize(
    ("query", "text", "settled"),
    [
        ("90rpmでも測れますか", "毎分120回転より低い設備には使えません。", True),
        ("20 rpm mixer, ok?", "It cannot be used below 120 rpm.", True),
        ("毎分300回転でも使えますか", "毎分120回転以上の設備に使えます。", True),
        ("is 95C ok?", "Surfaces hotter than 85 °C are out.", True),
        ("-15℃でも使えますか", "−20 ℃から85 ℃までの場所で使えます。", True),
        ("1,200 rpm, does it work?", "Up to 1,800 rpm.", True),
        ("90rpmでも測れますか", "毎分120回転以上の設備に使えます。", False),
        ("200 rpm mixer, ok?", "It cannot be used below 120 rpm.", False),
        ("-25℃でも使えますか", "−20 ℃から85 ℃までの場所で使えます。", False),
        ("is 95C ok?", "At most 120 rpm.", False),
        ("is 95C ok?", "It was 95 °C when we measured.", False),
    ],
)
def test_a_limit_settles_the_figure_that_lies_on_its_side(query: str, text: str, settled: bool) -> None:
    assert settles(query, text) is settled
