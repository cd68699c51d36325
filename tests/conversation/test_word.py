"""What a model's sentence must be, what a model gets to see, and what is added to its words."""

from __future__ import annotations

import pytest

from app.conversation.compose import Line
from app.conversation.phrases import asks, has_kana, is_courtesy, is_whole
from app.conversation.transcript import Masked
from app.conversation.worded import Parts, untold

OPEN = Masked((), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "導入の時期はいつですか。",
        "ご予算はおいくらでしょうか？ ",
        "お困りのことを教えてください。",
        "お名前をお知らせいただけますと幸いです。",
        "詳しくお聞かせ願います。",
        "May I ask what you use today?",
        "Please tell us your budget.",
        "Let me know which plan suits you.",
        "I would like to know your timeline.",
    ],
)
def test_questions_and_requests_are_recognised(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "月額は39,000円です[1]。",
        "異常があるときだけ、Slack にお知らせが届きます[1]。",
        "「いつ止まりますか」と聞かれる場面が減りました[2]。",
        "当社からのお知らせは届きません。",
        "You can press Acknowledge right there [1].",
        "It took them what they expected to be a year [2].",
    ],
)
def test_statements_are_no_questions(sentence: str) -> None:
    assert not asks(sentence)


def test_a_heading_a_torn_end_and_a_list_item_are_no_whole_sentences() -> None:
    assert not any(map(is_whole, ["PLAN\n", "スタータープランは月額39,", "- 初期費用\n", "LANGUAGE English\n"]))
    assert all(map(is_whole, ["届きます。", "届きます[1]。", "届きます。[1]", "It arrives.[1] ", "「はい。」"]))


def test_a_bare_yes_or_thank_you_adds_nothing() -> None:
    assert all(
        map(
            is_courtesy,
            ["はい。", "承知いたしました。", "お問い合わせありがとうございます。", "Sure.", "Thank you for asking."],
        )
    )
    assert not any(
        map(
            is_courtesy, ["はい、Slackに対応しています[1]。", "夜間の停止とのこと、承知しました。", "Yes, it does [1]."]
        )
    )


def test_an_english_sentence_is_not_taken_for_japanese() -> None:
    assert not has_kana("One line.")
    assert has_kana("届きます。")


def test_the_model_words_what_answers_and_we_what_refuses_promises_or_asks() -> None:
    lines = [Line(kind, kind=kind) for kind in ("no_calls", "mirror", "dont_know", "answer", "waiting", "question")]
    parts = Parts(lines, OPEN, lang="ja")
    assert [line.kind for line in parts.before] == ["no_calls"]
    assert [line.kind for line in parts.free] == ["mirror", "answer"]
    assert [line.kind for line in parts.after] == ["dont_know", "waiting", "question"]


def test_a_mirror_that_holds_contact_data_is_not_given_to_the_model() -> None:
    lines = [Line("「佐々木です。止まって困っています」とのこと、承知しました。", kind="mirror")]
    assert Parts(lines, Masked((), ("佐々木",)), lang="ja").free == []


def test_in_another_language_the_model_words_only_what_a_document_says_and_begins() -> None:
    lines = [
        Line("One.", kind="mirror"),
        Line("Two.", sources=(1,), kind="answer"),
        Line("Three.", kind="language_answered"),
    ]
    parts = Parts(lines, OPEN, lang="en", spoken="fr")
    assert parts.before == []
    assert [line.kind for line in parts.free] == ["answer"]
    assert [line.kind for line in parts.after] == ["mirror", "language_answered"]


def test_a_sentence_of_a_document_that_was_told_is_not_said_again() -> None:
    quoted = "スタータープランは月額39,000円です。スタンダードプランは月額98,000円です。年額は12か月分です。"
    line = Line(quoted, sources=(1,), kind="answer", quoted=quoted)
    told = "スタータープランは月額39,000円です[1]。"
    rest = untold(line, told, foreign=False)
    assert rest is not None
    assert rest.text == "スタンダードプランは月額98,000円です。年額は12か月分です。"
    assert untold(line, "資料があります。", foreign=False) == line
    assert untold(line, quoted.replace("です。", "です[1]。"), foreign=False) is None
