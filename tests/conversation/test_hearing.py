"""Several short answers in one mail are each heard, and none of them becomes somebody's name."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.hearing import hear, without_a_purchase, without_guesses
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.facts import Asked, Challenge, ContactData, Lang, Timing, Understanding
from app.understanding.punctuation import punctuated

TODAY = date(2026, 11, 24)


def heard(text: str, *, asked: Asked, lang: Lang = "ja") -> Understanding:
    waiting: tuple[Asked, ...] = ("timing", "challenge")
    return hear(text, today=TODAY, asked=asked, waiting=waiting, lang=lang, categories=DEFAULT_CATEGORIES)


def test_who_does_not_buy_is_remembered_by_name_and_by_nothing_of_a_purchase() -> None:
    contact = ContactData(name="森", email="mori@sora.example", role="部長", team_size=3)
    told = Understanding("ja", (), Timing("asap"), (Challenge("止まる", ()),), has_challenge=True, contact=contact)
    kept = without_a_purchase(told)
    assert kept.contact == ContactData(name="森", email="mori@sora.example")
    assert (kept.timing, kept.challenges, kept.has_challenge) == (Timing(), (), False)


@pytest.mark.parametrize(
    ("text", "asked", "lang", "challenge"),
    [
        ("3か月以内、ポンプの突発停止です。", "timing", "ja", "突発停止"),
        ("3か月以内です。夜間の突発停止が課題です。", "challenge", "ja", "突発停止"),
        ("1. 3か月以内\n2. ポンプの故障", "timing", "ja", "故障"),
        ("来年度です。夜間にポンプが止まって困っています", "challenge", "ja", "止まって"),
        ("Within 3 months. Unplanned stops.", "timing", "en", "stops"),
        ("1. Within 3 months\n2. Pump failures", "challenge", "en", "failures"),
    ],
)
def test_both_answers_of_one_mail_are_heard(text: str, asked: Asked, lang: Lang, challenge: str) -> None:
    found = heard(text, asked=asked, lang=lang)
    assert found.timing.kind == "range"
    assert [challenge in one.span for one in found.challenges] == [True]
    assert found.has_challenge


def test_what_nobody_asked_is_not_looked_for_in_pieces() -> None:
    found = hear(
        "1. 3か月以内\n2. ポンプの点検", today=TODAY, asked=None, waiting=(), lang="ja", categories=DEFAULT_CATEGORIES
    )
    assert (found.timing.kind, found.challenges) == ("none", ())


def test_a_name_from_the_form_is_changed_by_a_correction_only() -> None:
    guessed = Understanding("ja", (), contact=ContactData(name="突発停止", company="ポンプ", phone="+81312345678"))
    known = frozenset({"name", "company"})
    assert without_guesses(guessed, known=known).contact == ContactData(phone="+81312345678")
    assert without_guesses(guessed, known=frozenset()).contact.name == "突発停止"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("ポンプがよく止まって困ってます 20台だといくら?", "ポンプがよく止まって困ってます"),
        ("ﾎﾟﾝﾌﾟがよく止まって困ってます😥 20台だといくら?", "ﾎﾟﾝﾌﾟがよく止まって困ってます"),
        ("モーターの故障が多くて困っています　資料ください", "モーターの故障が多くて困っています"),
        ("ラインが急に止まるのが悩み 月いくらですか", "ラインが急に止まる"),
        ("コンプレッサーがすぐ壊れる😓🙏料金教えてください", "コンプレッサーがすぐ壊れる"),
        ("Pumps keep failing 😥 how much for 20?", "Pumps keep failing"),
        (
            "our compressor broke down twice this month 🙏 price for 12 sensors?",
            "our compressor broke down twice this month",
        ),
    ],
)
def test_a_face_or_a_space_ends_a_sentence_as_a_full_stop_does(text: str, trouble: str) -> None:
    lang: Lang = "en" if text.isascii() or "how" in text or "price" in text else "ja"
    plain = punctuated(text)
    found = hear(plain, today=TODAY, asked=None, waiting=(), lang=lang, categories=DEFAULT_CATEGORIES)
    assert [one.span for one in found.challenges] == [trouble]
    assert (len(plain), trouble in text) == (len(text), True)


@pytest.mark.parametrize(
    "text",
    [
        "岡本食品 生産技術課 岡本です okamoto@okf.example",
        "たかはし まさるです",
        "センサー MS-200 の仕様を教えてください",
        "番号は 090-5555-6666、村上",
        "Pumps keep failing, how much for 20?",
        "Mike Dunn 555-201-3344",
    ],
)
def test_a_space_within_a_sentence_or_a_name_stays_one(text: str) -> None:
    assert punctuated(text).replace("。", " ").count(" ") == text.count(" ")
    assert "。" not in punctuated(text).rstrip("。") or "です。okamoto" in punctuated(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("In February, please.\n\nMira", "en"), ("2月からです。\n東野", "ja"), ("2月からです。佐藤", "ja")],
)
def test_the_name_under_a_mail_answers_no_question(text: str, lang: Lang) -> None:
    told = heard(text, asked="timing", lang=lang)
    assert (told.timing.kind, told.challenges) == ("range", ())
