"""Who asks for work or writes for the press is no prospect; a rude buyer, and one who wants no spam, still is."""

from datetime import date

import pytest

from app.conversation.business_words import HIRES, PRESS, TRADE, WRONG_PLACE
from app.conversation.situations import Situation, situation
from app.leads.score import ScoreFacts, score
from app.understanding.understand import understand

S = Situation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据付の作業員さんって募集してますか?", S.JOB),
        ("サービスエンジニアの方、募集中でしょうか", S.JOB),
        ("are you taking on fitters at the moment?", S.JOB),
        ("月刊プラントの編集部の森です。保全特集で御社を取り上げたいのですが", S.BUSINESS),
        ("弊誌の5月号で貴社製品を紹介したく、ご連絡しました", S.BUSINESS),
        ("We'd like to feature your company in our spring issue", S.BUSINESS),
        ("I'm with the editorial team of Maintenance Weekly", S.BUSINESS),
        ("Ken Lowe, k@lowe.example, and don't spam me", S.INFORMATION),
        ("kondo@abc.example です。営業メールは送らないでくださいね", S.INFORMATION),
        ("don't spam me", S.OPT_OUT),
        ("配信停止してください k@lowe.example", S.OPT_OUT),
        ("Remove k@lowe.example from your list, no spam", S.OPT_OUT),
        ("Agents for your line? As dealers for your sensors in Oman we sell forty a year", S.BUSINESS),
        ("貴社の販売店をさせていただけませんか", S.BUSINESS),
        ("弊社は測定器の特約店になります。倉庫用に8台の見積をお願いします", S.QUOTE),
        ("Our dealer would not sell your sensors to us. Please quote 12 of them", S.QUOTE),
        ("Which company is the reseller of your sensors near Kobe?", S.QUESTION),
        ("Can we incorporate your sensors into the line we make crates on?", S.QUESTION),
        ("We learned of you on the maintenance podcast. What do the sensors cost?", S.QUESTION),
        ("番組で御社が取り上げられていました。料金はいくらですか", S.QUESTION),
        ("実績があるのは旅館ですか", S.QUESTION),
        ("Is this a school edition or can mills use it?", S.QUESTION),
        ("若葉歯科ですか", S.OFF_TOPIC),
        ("Is this the dental clinic?", S.OFF_TOPIC),
        ("is the vibration feature included in the plan?", S.QUESTION),
    ],
)
def test_what_somebody_wants_who_may_not_buy(text: str, expected: Situation) -> None:
    heard = understand(text, today=date(2026, 11, 24), asked="contact")
    assert situation(heard, text, asked="contact") is expected


def test_the_press_buys_nothing_whatever_it_asks() -> None:
    facts = ScoreFacts(today=date(2026, 11, 24), kind="press", has_email=True, timing_kind="asap", challenge=True)
    assert score(facts).band == "cold"


def test_a_dealer_is_not_the_press() -> None:
    assert PRESS.search("We would like to distribute your sensors in Chile") is None


@pytest.mark.parametrize(
    "text",
    [
        "保全の人を募集していますが来ません。点検を自動にしたいです",
        "I am trying to reach our availability goal. Fans by May.",
        "雑誌の取材を受けて、対策を急いでいます",
        "Does a dealer near Nagoya carry your range?",
    ],
)
def test_a_buyer_who_names_a_dealer_a_magazine_or_a_goal_is_a_buyer(text: str) -> None:
    assert not any(words.search(text) for words in (HIRES, PRESS, TRADE, WRONG_PLACE))
