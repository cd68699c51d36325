"""When a prospect wants it in use."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.understanding.facts import Timing
from app.understanding.understand import understand

TODAY = date(2026, 11, 22)


def answer(text: str) -> Timing:
    return understand(text, today=TODAY, asked="timing").timing


def unasked(text: str) -> Timing:
    return understand(text, today=TODAY).timing


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("３月上旬", "2027-03-01", "2027-03-10"),
        ("年内には", "2026-11-22", "2026-12-31"),
        ("GW明け", "2027-05-06", "2027-05-31"),
        ("来年の秋くらいですかね", "2027-09-01", "2027-11-30"),
        ("らいねんのはるごろ", "2027-03-01", "2027-05-31"),
        ("今期は無理なので来期かな", "2027-04-01", "2028-03-31"),
        ("R9.4を目標に", "2027-04-01", "2027-04-30"),
        ("うちは12月決算なので来期から", "2027-01-01", "2027-12-31"),
        ("2〜3ヶ月後くらい", "2027-01-22", "2027-02-22"),
        ("4月以降", "2027-04-01", None),
        ("4月から6月の間", "2027-04-01", "2027-06-30"),
        ("5月ではなく7月", "2027-07-01", "2027-07-31"),
        ("契約更新が6月なのでそれまでに乗り換えたい", "2026-11-22", "2027-06-30"),
        ("mid March", "2027-03-11", "2027-03-20"),
        ("in may i think", "2027-05-01", "2027-05-31"),
        ("not before June", "2027-06-01", None),
        ("April is too soon, more like June", "2027-06-01", "2027-06-30"),
        ("second half of next year", "2027-07-01", "2027-12-31"),
        ("contract is up for renewal in March", "2026-11-22", "2027-03-31"),
        ("febuary", "2027-02-01", "2027-02-28"),
        ("our fiscal year ends in June, so this fiscal year", "2026-11-22", "2027-06-30"),
    ],
)
def test_an_answer_becomes_a_window(text: str, earliest: str, latest: str | None) -> None:
    timing = answer(text)
    assert timing.kind == "range"
    assert timing.earliest == date.fromisoformat(earliest)
    assert timing.latest == (date.fromisoformat(latest) if latest else None)


def test_the_go_live_wins_over_decision_and_budget() -> None:
    timing = unasked("budget in Feb, decision in March, go-live June")
    assert (timing.earliest, timing.latest) == (date(2027, 6, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    "text", ["なるはやで🙏", "一日でも早く", "至急導入したい", "yesterday!", "the sooner the better"]
)
def test_hurry_is_asap(text: str) -> None:
    assert answer(text).kind == "asap"


@pytest.mark.parametrize(
    "text",
    ["まだ決まっていません", "特に決めてないです笑", "急いではないです", "TBD", "no rush", "depends on the board"],
)
def test_no_date_yet_is_undecided(text: str) -> None:
    assert answer(text).kind == "undecided"


def test_a_condition_is_undecided_and_quoted() -> None:
    timing = unasked("稟議が通り次第すぐに始めたいです。")
    assert timing.kind == "undecided"
    assert timing.condition == "稟議が通り次第"


@pytest.mark.parametrize(
    "text",
    [
        "来週デモをお願いできますか",
        "5分以内に返信できていますか",
        "至急資料をください",
        "4月に入社しました",
        "May I ask who you are?",
        "call me tomorrow at 3",
        "do you have a 30 day trial?",
    ],
)
def test_other_dates_are_none(text: str) -> None:
    assert unasked(text).kind == "none"


@pytest.mark.parametrize("text", ["3", "え、何の時期ですか?", "答えたくないです", "We have 12 reps"])
def test_an_answer_without_a_date_is_none(text: str) -> None:
    assert answer(text).kind == "none"


@settings(max_examples=60)
@given(
    st.dates(date(2025, 1, 1), date(2031, 12, 31)),
    st.sampled_from(
        [
            "来月",
            "3月",
            "今期",
            "下期",
            "Q3",
            "年内",
            "来春",
            "お盆明け",
            "半年後",
            "next quarter",
            "by May",
            "EOY",
            "early next year",
            "in 6 weeks",
            "2月29日",
            "お盆までに",
            "GWの改装前に",
            "11月の棚卸の前に",
            "なつになるまえに",
            "寒くなる前に",
            "before Golden Week",
            "after Obon",
            "before the new year shutdown",
            "before the audit, so like 3 weeks",
        ]
    ),
)
def test_a_window_never_begins_in_the_past_nor_runs_backwards(today: date, text: str) -> None:
    timing = understand(text, today=today, asked="timing").timing
    assert timing.kind == "range" or text == "2月29日"
    if timing.earliest is not None and timing.latest is not None:
        assert today <= timing.earliest <= timing.latest <= today + timedelta(366 * 2 + 45)
