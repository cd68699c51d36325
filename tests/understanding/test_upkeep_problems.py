"""Trouble with upkeep told plainly is a problem; a slip put right, a wish when it is fitted and a fact are none."""

from datetime import date

import pytest

from app.understanding.facts import Asked
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("asked", [None, "challenge"])
@pytest.mark.parametrize(
    "text",
    [
        # it costs more and more
        "外注費が毎年かさんでいます",
        "修理代が去年の倍になりました",
        "spare parts costs have crept up year on year",
        "repairs swallow half our budget",
        # nothing watches
        "監視の仕組みがまったくありません",
        "振動は測れていません",
        "right now there's nothing at all on those motors",
        "there is no monitoring on any of the fans",
        "presently no monitoring is there",
        # by guess, or not before it breaks
        "なんとなくで分解しています",
        "壊れるまで使ってます",
        "we change them on a hunch",
        "we just wait until it breaks",
        # what is lost
        "ブロワが止まれば菌が死んでしまいます",
        "ポンプがこけると一晩分やり直しです",
        "if the chiller falls over we bin the lot",
        # what is heard
        "コンプレッサーのうなりが大きくなってきた",
        "ギヤがカンカンいうようになりました",
        "there's a pump that's rumbling",
        "we've got a fan that's screaming",
        # done for
        "ファンが逝きました",
        "減速機がイカれまして",
        "our hoist motor cooked itself",
        "the drive went pop last month",
        "belt's toast",
        "ファンがうるさいんです",
        # not known when it fails: that is the trouble
        "いつ壊れるか分からない",
        "no idea why it trips",
        # not monitored, as it is said in India; growth with a trouble beside it
        "we are not having any monitoring system in our plant as of now",
        "at present we're not having any vibration sensors",
        "注文が増えて困っています",
        "売上が伸びていないです",
        "Sales are growing every year but quality drops",
    ],
)
def test_plain_words_of_upkeep_tell_a_problem(text: str, asked: Asked | None) -> None:
    assert understand(text, today=TODAY, asked=asked).has_challenge


@pytest.mark.parametrize("asked", [None, "challenge"])
@pytest.mark.parametrize(
    "text",
    [
        # a slip put right
        "ドットが抜けていました",
        "数字がひとつ足りませんでした",
        "夜勤の人を忘れてました。12名です",
        "make that 20, forgot the spare line",
        "oops, missed a letter in the email",
        "the hyphen was missing",
        # when it would best be fitted
        "夏休みに取り付けられたら嬉しい",
        "定修のときに付けられるといいなと",
        "ideally installed before Easter",
        # a number
        "ten",
        # they do not know when they begin
        "no idea when",
        "いつになるか分かりません",
        # facts, questions, figures of speech
        "どうなっていますか",
        "何も付けずに使えますか",
        "I have a fan of 30 kW",
        "that sounds good",
        "we have nothing to add",
        "is there no monitoring fee?",
        "we are not having any sensors from you yet",
        # business that grows
        "売上は順調に伸びています",
        "おかげさまで受注が増えています",
        "our orders have been growing every year",
        # asked of the product
        "If the network goes down, will the readings be lost?",
        "when the gateway loses power, does it keep the data?",
        "センサーが切れたとき、復帰しますか？",
        # denied
        "not much wrong honestly",
        "there's nothing really wrong here",
        "特に悪いところはないです",
    ],
)
def test_a_slip_a_wish_and_a_fact_tell_none(text: str, asked: Asked | None) -> None:
    assert not understand(text, today=TODAY, asked=asked).has_challenge


def test_a_long_text_of_words_of_upkeep_is_read_at_once() -> None:
    text = "if the costs of the pump that is really now " * 500
    assert not understand(text, today=TODAY).has_challenge
