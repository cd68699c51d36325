"""Buyers who speak like others: with the money ready, haggling, on somebody's behalf, in courtesies, not knowing."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.situation_words import DISCOUNT
from app.understanding.facts import Asked, Understanding
from app.understanding.understand import understand

UNWELCOME = {"prompt_injection", "spam_or_sales_pitch", "job_application", "opt_out", "abusive", "complaint"}


def read(text: str, asked: Asked | None = None) -> Understanding:
    return understand(text, today=date(2026, 11, 24), asked=asked)


@pytest.mark.parametrize(
    "text",
    [
        "The budget has been approved and we need a supplier by spring",
        "We're looking for a provider, who can start fast?",
        "稟議は下りました。いまメーカーを選定しています",
        "予算は確保済みで、業者を探しています",
        "That sounds a bit steep, another vendor quoted us 60k",
        "他社さんは月6万円でした。もう少しなんとかなりますか",
        "社長の代理でご連絡しています。オンラインで製品のご説明をお願いできますか",
        "We are a design agency looking for sensors for our own workshop",
        "税別ですか？",
        "shift supervisor at a dairy",
        "I want to try it out",
    ],
)
def test_a_buyer_is_not_shut_out(text: str) -> None:
    heard = read(text)
    assert not UNWELCOME & set(heard.intents)
    assert "request_human" not in heard.intents
    assert not heard.asks_who


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We are an SEO agency and can double your traffic", "spam_or_sales_pitch"),
        ("成果報酬で御社の商談づくりを代行いたします", "spam_or_sales_pitch"),
        ("It's the third time I'm writing to you", "complaint"),
        ("問い合わせたのに、なしのつぶてです", "complaint"),
        ("おたくのセンサー、反応しないんですけど", "existing_customer_support"),
        ("契約中のセンサーを別の場所に移したいのですがどうすればいいですか", "existing_customer_support"),
    ],
)
def test_who_sells_complains_or_needs_help_is_heard_as_before(text: str, kind: str) -> None:
    assert kind in read(text).intents


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("いつもお世話になっております、北斗運輸です", None),
        ("申し遅れましたが、総務の者です", None),
        ("課題は現場の話なので、ここでは答えられません", "challenge"),
        ("それは現場に聞かないとわかりません", "challenge"),
        ("that's up to the plant", "challenge"),
        ("I really don't know when, I only handle the invoices", "challenge"),
        ("no time for questions, send me the order form", "challenge"),
    ],
)
def test_a_courtesy_or_not_knowing_is_no_problem(text: str, asked: Asked | None) -> None:
    assert not read(text, asked).has_challenge


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the press broke down again, third time this month", None),
        ("昨日またポンプが止まった もう2回目 早く何とかしたい", None),
        ("new drivers don't know what to check", "challenge"),
        ("bearings are swapped on the calendar, good or bad, and the money is wasted", None),
    ],
)
def test_a_problem_told_in_passing_is_one(text: str, asked: Asked | None) -> None:
    heard = read(text, asked)
    assert heard.has_challenge
    assert "complaint" not in heard.intents


@pytest.mark.parametrize(
    "text",
    ["来週 web meeting をお願いします", "He would like a short video call with your team", "zoom demo 希望です"],
)
def test_a_meeting_in_two_languages_is_wished_for(text: str) -> None:
    assert "request_demo_meeting" in read(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "御社のセンサーが壊れた場合、交換は無料ですか",
        "御社の製品は壊れにくいですか",
        "御社のセンサーは水に濡れて動かなくなったりしませんか",
        "他社で契約中のセンサーから乗り換えたいです",
        "契約中のセンサーメーカーが廃業するので御社を検討しています",
        "今使っている他社のセンサーが反応しない",
        "We are customers of a rival and want out by March",
    ],
)
def test_who_asks_how_ours_lasts_or_leaves_another_is_no_customer(text: str) -> None:
    heard = read(text)
    assert not heard.is_customer
    assert "existing_customer_support" not in heard.intents


@pytest.mark.parametrize(
    ("text", "haggles"),
    [
        ("他社は2万回転まで測れるそうですが、御社はどうですか", False),
        ("We heard the learning curve is steep", False),
        ("Another vendor quoted us 12 weeks", False),
        ("Another vendor quoted us 60k", True),
        ("他社さんは月6万円でした", True),
    ],
)
def test_what_others_ask_for_is_haggling_only_with_a_price(text: str, haggles: bool) -> None:
    assert (DISCOUNT.search(text) is not None) is haggles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I'm Angela Farmer from Oak Dairy", "Angela Farmer"),
        ("Rob Welder, rob@x.example", "Rob Welder"),
        ("Process Engineer here", None),
        ("Consultant here", None),
    ],
)
def test_a_trade_may_be_a_family_name(text: str, name: str | None) -> None:
    assert read(text, "contact").contact.name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("it seizes about once a month", "none"),
        ("the bearings fail twice a year", "none"),
        ("about a month", "range"),
        ("I join the company in May and want the sensors then", "range"),
        ("インターンを始める6月までに導入したい", "range"),
        ("I could start work in April", "none"),
    ],
)
def test_how_often_and_when_an_applicant_starts_is_no_window(text: str, kind: str) -> None:
    assert read(text, "timing").timing.kind == kind
