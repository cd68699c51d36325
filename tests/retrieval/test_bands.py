"""How sure we are: greetings take nothing away, and what is said of others is no answer."""

from __future__ import annotations

import pytest

from app.retrieval.bands import DEFAULT, Thresholds, evidence, evidence_by_notions, rare_names, verdict, weigh
from app.retrieval.bm25 import Corpus
from app.retrieval.passages import Lang

DOCUMENTS = {
    "対応言語": "監視画面は日本語と英語に対応しています。画面の文字の大きさは変えられます。",
    "料金プラン": "スタンダードプランの月額料金は98,000円です。初期費用は420,000円です。",
    "設置": "センサーは1台10分で取り付けられます。配線工事は不要です。",
    "Languages": "The dashboard is available in Japanese and English. Letters can be made larger.",
    "Models": "The SK-15A chiller weighs 95 kg. The SK-40A chiller weighs 210 kg.",
    "Installation": "A sensor is mounted within 10 minutes. No wiring is needed.",
    "Control": "The controller speaks Modbus TCP. Its compressor is watched all the time.",
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.of(DOCUMENTS.items())


def strength(corpus: Corpus, query: str, title: str, lang: Lang = "ja") -> float:
    return evidence(query, weigh(corpus, query, lang=lang), text=f"{title}\n{DOCUMENTS[title]}")


def test_the_thresholds_decide() -> None:
    strict = Thresholds(answer_from=0.5, maybe_from=0.4)
    assert [verdict(x) for x in (0.33, 0.2, 0.19)] == ["answer", "maybe", "unknown"]
    assert [verdict(x, strict) for x in (0.5, 0.45, 0.39)] == ["answer", "maybe", "unknown"]


@pytest.mark.parametrize(
    ("plain", "chatty", "title", "lang"),
    [
        (
            "スタンダードプランの月額料金はいくらですか",
            "お世話になっております。山田製作所の鈴木と申します。スタンダードプランの月額料金はいくらですか。ご教示ください。",
            "料金プラン",
            "ja",
        ),
        (
            "Is the dashboard available in English?",
            "Hello team, hope you are well. Is the dashboard available in English? Best regards, Kim Novak",
            "Languages",
            "en",
        ),
    ],
)
def test_a_greeting_takes_no_evidence_away(corpus: Corpus, plain: str, chatty: str, title: str, lang: Lang) -> None:
    alone = strength(corpus, plain, title, lang)
    assert alone >= DEFAULT.answer_from
    assert strength(corpus, chatty, title, lang) >= alone - 0.02


@pytest.mark.parametrize(
    ("here", "stranger", "title", "lang"),
    [
        ("日本語の画面はありますか", "ロシア語の画面はありますか", "対応言語", "ja"),
        ("Is the dashboard available in English?", "Is the dashboard available in German?", "Languages", "en"),
        ("How much does the SK-40A chiller weigh?", "How much does the SK-90W chiller weigh?", "Models", "en"),
    ],
)
def test_p4_what_is_said_of_others_is_no_answer_about_a_name_nobody_knows(
    corpus: Corpus, here: str, stranger: str, title: str, lang: Lang
) -> None:
    assert verdict(strength(corpus, here, title, lang)) == "answer"
    assert verdict(strength(corpus, stranger, title, lang)) != "answer"


def test_p4_what_is_said_of_others_is_no_answer_about_a_rare_name() -> None:
    trainers, badge = "All our trainers are certified and insured.", "We are certified to ISO 27001, trainers included."
    corpus = Corpus.of([("Trainers", trainers), ("Badges", badge), ("Team", "Everyone here is friendly.")])
    query = "Are your trainers certified to ISO 27001?"
    weights = weigh(corpus, query, lang="en")
    assert verdict(evidence(query, weights, text=trainers)) != "answer"
    assert verdict(evidence(query, weights, text=badge)) == "answer"


def test_one_common_word_proves_nothing(corpus: Corpus) -> None:
    assert verdict(strength(corpus, "画面が割れた携帯電話の修理代", "対応言語")) == "unknown"
    assert evidence("", weigh(corpus, "", lang="ja"), text="画面") == 0.0


@pytest.mark.parametrize(
    ("query", "title", "lang"),
    [
        ("is the compresor watched", "Control", "en"),
        ("which dashbaord languages are availble", "Languages", "en"),
        ("スタンダートプランの月額料金", "料金プラン", "ja"),
    ],
)
def test_a_misspelt_word_counts_as_the_one_it_was_to_be(corpus: Corpus, query: str, title: str, lang: Lang) -> None:
    assert verdict(strength(corpus, query, title, lang)) == "answer"


@pytest.mark.parametrize("query", ["Is the comprehension watched?", "Is the 90w compressed?"])
def test_another_word_is_no_misspelling(corpus: Corpus, query: str) -> None:
    assert verdict(strength(corpus, query, "Control", "en")) != "answer"


def test_a_rare_name_weighs_more_than_the_words_around_it(corpus: Corpus) -> None:
    assert rare_names(corpus, "Does the machine speak Modbus?", lang="en") == {"modbus"}
    assert not rare_names(corpus, "Does the machine speak Profibus?", lang="en")
    weights = weigh(corpus, "Does the machine speak Modbus?", lang="en").words
    assert weights["modbus"] > 1.5 * weights["speak"]


def test_a_question_of_small_words_alone_may_be_answered(corpus: Corpus) -> None:
    weights = weigh(corpus, "いくらですか？", lang="ja")
    assert evidence_by_notions("いくらですか？", weights, text="料金\n月額39,000円です。") > DEFAULT.answer_from


def test_a_bare_number_is_never_answered() -> None:
    corpus = Corpus.of(
        [("FAQ", "1 sensor covers 1 motor. 2 sensors cover a pump."), ("Prices", "The plan is 39,000 yen.")]
    )
    assert corpus.ask("1").verdict != "answer"
