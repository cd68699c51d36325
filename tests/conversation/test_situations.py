"""Which kind of turn it is: the cases that are easily confused."""

from __future__ import annotations

from datetime import date

import pytest

from app.conversation.situations import Situation, asks_who_answers, declines, situation
from app.understanding.understand import understand

S = Situation


def of(text: str, *, asked: str | None = None) -> Situation:
    heard = understand(text, today=date(2026, 11, 24), asked=asked)  # type: ignore[arg-type]
    return situation(heard, text, asked=asked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("結構です。間に合っています", S.REFUSAL),
        ("No thanks, we're all set", S.REFUSAL),
        ("今後メールも電話も一切不要です。配信停止してください", S.OPT_OUT),
        ("Please unsubscribe me and stop emailing us", S.OPT_OUT),
        ("10%引いてもらえれば今月発注できます", S.DISCOUNT),
        ("If you take 10% off we can order this month", S.DISCOUNT),
        ("あなたは人間ですか？", S.IDENTITY),
        ("これってAIですか", S.IDENTITY),
        ("Am I talking to a bot?", S.IDENTITY),
        ("人間の担当者と話したいです", S.HUMAN),
        ("診断はAIが行うのですか", S.QUESTION),
        ("Bonjour, combien coûte votre produit ?", S.LANGUAGE),
        ("Guten Tag, was kostet das?", S.LANGUAGE),
        ("你好，请问价格是多少？", S.LANGUAGE),
        ("가격이 얼마인가요?", S.LANGUAGE),
        ("Сколько стоит?", S.LANGUAGE),
        ("価格表", S.QUESTION),
        ("We run SAP in the Das Auto plant", S.UNCLEAR),
        ("電話は不要です。メールで資料だけ送ってください。", S.DOCUMENT),
        ("電話が何度もかかってきて迷惑です。二度と電話しないでください", S.COMPLAINT),
        ("電話もメールも二度としないでください", S.OPT_OUT),
        ("他社に決めましたので結構です。", S.REFUSAL),
        ("No thanks, we went with another vendor.", S.REFUSAL),
    ],
)
def test_a_first_message_has_its_situation(text: str, expected: Situation) -> None:
    assert of(text) is expected


def test_who_only_wants_no_calls_may_be_written_to() -> None:
    assert of("Please send information about integrations. Don't call me.") not in (S.OPT_OUT, S.REFUSAL)
    assert of("Do not call or email me again.") is S.OPT_OUT


def test_a_polite_no_to_our_question_declines_the_question_not_the_conversation() -> None:
    assert of("No thanks", asked="contact") not in (S.REFUSAL, S.OPT_OUT)
    assert of("結構です", asked="contact") not in (S.REFUSAL, S.OPT_OUT)
    assert declines("結構です")
    assert declines("No thanks")
    assert not declines("結構です。今後メールは不要です")
    assert of("興味ないです", asked="timing") is S.REFUSAL


def test_a_doubt_beside_another_question_is_noticed_too() -> None:
    assert of("Are you a bot? How much is it?") is S.QUESTION
    assert asks_who_answers("Are you a bot? How much is it?")
    assert not asks_who_answers("Do you use AI for the diagnosis?")
