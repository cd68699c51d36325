"""Our first sentence, in the chat and in a mail."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.openers import opener
from app.conversation.situations import Situation
from app.core.resources import folder
from app.core.templating import load_texts
from app.understanding.facts import Lang
from app.understanding.understand import understand

TEXTS = load_texts(folder("templates"))
COMPANY: dict[Lang, str] = {"ja": "㈱ミナモ計測", "en": "Minamo Sensing Co., Ltd."}


def first_words(text: str, situation: Situation, *, lang: Lang) -> str:
    heard = understand(text, today=date(2026, 11, 20), lang=lang, categories={})
    return opener(TEXTS, heard, situation, channel="email", company=COMPANY[lang])


@pytest.mark.parametrize("situation", Situation)
def test_the_opener_of_a_mail_says_that_the_ai_assistant_of_the_company_writes(situation: Situation) -> None:
    japanese = first_words("料金を教えてください", situation, lang="ja")
    english = first_words("What does it cost?", situation, lang="en")
    assert "株式会社ミナモ計測のAIアシスタント" in japanese
    assert "AI assistant of Minamo Sensing" in english
    assert not english.endswith("..")


def test_the_opener_of_a_mail_names_the_topic_in_our_words() -> None:
    assert first_words("料金を教えてください", Situation.QUESTION, lang="ja").startswith("料金について")
    assert "pricing" in first_words("What does it cost?", Situation.QUESTION, lang="en")
    assert first_words("資料をください", Situation.DOCUMENT, lang="ja").startswith("資料をご請求いただき")
    assert "ありがとう" not in first_words("壊れています", Situation.COMPLAINT, lang="ja")


def test_the_chat_keeps_its_opener() -> None:
    heard = understand("料金を教えてください", today=date(2026, 11, 20), lang="ja", categories={})
    assert opener(TEXTS, heard, Situation.QUESTION) == TEXTS("ja", "opener.ask_price")
