"""Whom a letter is for is no wish to speak with them; who wants a person is heard behind any salutation."""

from __future__ import annotations

from datetime import date

import pytest

from app.understanding.salutations import without_salutation
from app.understanding.understand import understand


def wants_a_person(text: str) -> bool:
    return "request_human" in understand(text, today=date(2026, 11, 24)).intents


@pytest.mark.parametrize(
    "text",
    [
        "株式会社みずほ計器\nご担当者様\n\n初めてご連絡いたします。東野製紙の岡と申します。資料をお送りください。",
        "営業ご担当者様\n突然のご連絡をお許しください。",
        "担当者様へ\n\n導入費用についてご相談させてください。",
        "ご担当者様 はじめてご連絡差し上げます。西浜水産です。",
        "責任者様\n\n初めてご連絡します。",
        "社内の担当者に説明したいので、カタログをください",
        "課長からの依頼で、ファンの監視についてご相談です",
        "To the person in charge,\n\nwe would like to know the price of 12 sensors.",
        "Dear Sales Manager,\n\nI hope you can help us with our pumps.",
        "Dear person in charge\nCould you tell us about the battery?",
    ],
)
def test_a_salutation_asks_for_nobody(text: str) -> None:
    assert not wants_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "ご担当者様\n\n一度、担当の方と直接お話しさせてください。",
        "担当者様につないでください",
        "担当者様お願いします",
        "責任者の方を出してください",
        "Dear Sales Manager,\n\nplease connect me with a person.",
        "Hi there\nI would rather talk to a human",
    ],
)
def test_who_wants_a_person_is_heard(text: str) -> None:
    assert wants_a_person(text)


@pytest.mark.parametrize("text", ["ご担当者様", "Dear Sirs,", "Hello,\n", "", "様\n御中\n"])
def test_a_salutation_alone_stays(text: str) -> None:
    assert without_salutation(text) == text
