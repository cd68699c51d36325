"""Whom a letter addresses: what was typed, in the form a business letter has, and nothing for an unverified address."""

from __future__ import annotations

import pytest

from app.conversation.salutation import Addressee, company_in_full, salutation, short_company


@pytest.mark.parametrize(
    ("addressee", "lines"),
    [
        (
            Addressee("山田 太郎", "株式会社ひかり食品", "製造部", "部長"),
            ("株式会社ひかり食品", "製造部 部長", "山田 太郎 様"),
        ),
        (Addressee("山田　太郎", "ひかり食品株式会社"), ("ひかり食品株式会社", "山田 太郎 様")),
        (Addressee("田中"), ("田中様",)),
        (Addressee("田中様"), ("田中様",)),
        (Addressee("田中", "㈱ひかり"), ("株式会社ひかり", "田中様")),
        (Addressee("田中", role="部長"), ("部長 田中様",)),
        (Addressee("田中部長"), ("部長 田中様",)),
        (Addressee("田中 太郎", role="製造部 課長"), ("製造部 課長", "田中 太郎 様")),
        (Addressee("佐藤", role="情報システム部"), ("情報システム部", "佐藤様")),
        (Addressee("服部"), ("服部様",)),
        (Addressee(company="(株)ひかり"), ("株式会社ひかり 御中",)),
        (Addressee(company="ひかり（株）", department="製造部"), ("ひかり株式会社", "製造部 御中")),
        (Addressee(company="株式会社ひかり 御中", name="田中"), ("株式会社ひかり", "田中様")),
        (Addressee("Smith John", "Hikari Foods, Inc."), ("Hikari Foods, Inc.", "Smith John 様")),
        (Addressee(), ("ご担当者様",)),
        (None, ("ご担当者様",)),
    ],
)
def test_a_japanese_letter_addresses_a_person_or_a_company(addressee: Addressee, lines: tuple[str, ...]) -> None:
    assert salutation(addressee, lang="ja") == lines
    assert not ("様" in "".join(lines) and "御中" in "".join(lines))


@pytest.mark.parametrize(
    ("addressee", "line"),
    [
        (Addressee("Tanaka Taro", "Hikari Foods"), "Dear Tanaka Taro,"),
        (Addressee("Ms. Jane Roe"), "Dear Jane Roe,"),
        (Addressee("Dr. Jane Roe"), "Dear Dr. Jane Roe,"),
        (Addressee("Missy Mrsic"), "Dear Missy Mrsic,"),
        (Addressee(company="Hikari Foods"), "Dear Hikari Foods team,"),
        (Addressee(), "Hello,"),
        (None, "Hello,"),
    ],
)
def test_an_english_letter_keeps_the_typed_order_and_guesses_no_gender(addressee: Addressee, line: str) -> None:
    assert salutation(addressee, lang="en") == (line,)


@pytest.mark.parametrize(
    "typed",
    [
        *("http://evil.example", "田中\nBcc: a@b.example", "あ" * 61, "win at casino.com", "\u202e田中", "  "),
        *(
            "casino．win",
            "casino。win",
            "casino｡win",
            "casino․win",
            "ｃａｓｉｎｏ.ｗｉｎ",
            "casino.ltd.win",
            "０３-１２３４-５６７８",
        ),
    ],
)
def test_a_typed_name_that_is_no_name_is_left_out(typed: str) -> None:
    assert salutation(Addressee(typed, typed, typed, typed), lang="ja") == ("ご担当者様",)
    assert salutation(Addressee(typed, typed), lang="en") == ("Hello,",)


@pytest.mark.parametrize("typed", ["田中 3号", "田" * 41, "Anna 4u"])
def test_what_a_company_may_have_in_its_name_a_person_may_not(typed: str) -> None:
    assert salutation(Addressee(typed, "3M Japan Co.,Ltd."), lang="ja") == ("3M Japan Co.,Ltd. 御中",)


def test_signs_that_names_have_do_not_cost_the_salutation() -> None:
    assert salutation(Addressee("髙橋 神奈", "㈱ひかり", "第2製造部"), lang="ja")[-1] == "髙橋 神奈 様"
    assert salutation(Addressee("J.R. O'Neil-Sato", "Hikari Co.Ltd"), lang="en") == ("Dear J.R. O'Neil-Sato,",)


@pytest.mark.parametrize(
    ("typed", "full", "short"),
    [
        ("㈱ミナモ計測", "株式会社ミナモ計測", "ミナモ計測"),
        ("ミナモ計測 (株)", "ミナモ計測株式会社", "ミナモ計測"),
        ("（有）ミナモ", "有限会社ミナモ", "ミナモ"),
        ("(同) ミナモ", "合同会社ミナモ", "ミナモ"),
        ("株式会社", "株式会社", "株式会社"),
        ("Minamo Sensing Co., Ltd.", "Minamo Sensing Co., Ltd.", "Minamo Sensing"),
        ("Minamo Inc.", "Minamo Inc.", "Minamo"),
    ],
)
def test_a_legal_form_is_written_out_where_it_stood_and_left_out_of_a_short_name(
    typed: str, full: str, short: str
) -> None:
    assert company_in_full(typed) == full
    assert short_company(typed) == short
