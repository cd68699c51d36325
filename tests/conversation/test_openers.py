"""Our first sentence, in the chat and in a mail."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.openers import MIRRORED, opener
from app.conversation.situations import Situation
from app.core.resources import folder
from app.core.templating import LANGS, load_texts
from app.understanding.facts import Challenge, Lang, Understanding
from app.understanding.understand import understand

TEXTS = load_texts(folder("templates"))
COMPANY: dict[Lang, str] = {"ja": "㈱ミナモ計測", "en": "Minamo Sensing Co., Ltd."}
AI: dict[Lang, str] = {"ja": "AIアシスタント", "en": "AI assistant"}


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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("which", [*(each.value for each in Situation), *MIRRORED, "challenge", "trial"])
def test_every_opener_has_two_wordings_or_more_in_chat_and_mail_and_names_the_ai(which: str, lang: Lang) -> None:
    for text_id in (f"opener.{which}", f"opener.mail.{which}"):
        ways = TEXTS.variants(lang, text_id)
        said = [TEXTS(lang, name) for name in (text_id, *(f"{text_id}.{n}" for n in range(2, ways + 1)))]
        assert len(set(said)) >= 2
        assert all(AI[lang] in text for text in said)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("situation", Situation)
def test_the_situation_has_its_own_opener_and_the_seed_chooses_the_wording(situation: Situation, lang: Lang) -> None:
    heard = Understanding(lang, ())
    assert opener(TEXTS, heard, situation) == TEXTS(lang, f"opener.{situation}")
    assert len({opener(TEXTS, heard, situation, seed=str(n)) for n in range(12)}) >= 2


def test_the_opener_of_a_mail_names_the_topic_in_our_words() -> None:
    assert first_words("料金を教えてください", Situation.QUESTION, lang="ja").startswith("料金について")
    assert "pricing" in first_words("What does it cost?", Situation.QUESTION, lang="en")
    assert first_words("資料をください", Situation.DOCUMENT, lang="ja").startswith("資料をご請求いただき")


@pytest.mark.parametrize(
    "situation", [Situation.COMPLAINT, Situation.SUPPORT, Situation.THREAT, Situation.ABUSE, Situation.OPT_OUT]
)
def test_nobody_is_thanked_for_a_complaint_an_insult_or_a_no(situation: Situation) -> None:
    assert "ありがとう" not in first_words("壊れています", situation, lang="ja")
    assert "hank" not in first_words("It is broken", situation, lang="en")


def test_a_told_problem_is_acknowledged_before_its_topic() -> None:
    heard = Understanding("ja", ("ask_price",), challenges=(Challenge("手間がかかる", ()),), has_challenge=True)
    assert opener(TEXTS, heard, Situation.QUESTION) == TEXTS("ja", "opener.challenge")
    assert opener(TEXTS, heard, Situation.QUOTE) == TEXTS("ja", "opener.quote")


def test_the_chat_keeps_its_opener() -> None:
    heard = understand("料金を教えてください", today=date(2026, 11, 20), lang="ja", categories={})
    assert opener(TEXTS, heard, Situation.QUESTION) == TEXTS("ja", "opener.ask_price")


@pytest.mark.parametrize(("text", "lang"), [("トライアルを申し込みたいです", "ja"), ("I'd like a free trial", "en")])
def test_who_wishes_a_trial_is_thanked_for_that_and_not_for_a_question_about_prices(text: str, lang: Lang) -> None:
    heard = Understanding(lang, ("ask_price",))
    openers = {TEXTS(lang, "opener.trial"), TEXTS(lang, "opener.trial.2")}
    for situation in (Situation.QUESTION, Situation.MEETING, Situation.UNCLEAR):
        assert opener(TEXTS, heard, situation, seed=text) in openers
    assert opener(TEXTS, heard, Situation.COMPLAINT, seed=text) not in openers
    assert opener(TEXTS, heard, Situation.QUESTION, seed="Is the trial free?") not in openers
