"""Terms in both languages, figures with units, and the bridge they make."""

from __future__ import annotations

import pytest

from app.retrieval import fuse, tokens
from app.retrieval.bilingual import Glossary
from app.retrieval.bm25 import Corpus
from app.retrieval.bridge import Bridge, across, reworded
from app.retrieval.figures import figures
from app.retrieval.passages import Lang
from app.retrieval.small_talk import to_the_point

ENGLISH = {
    "Returns": "Unused parts can be returned within 30 days. A restocking fee of JPY 2,500 applies.",
    "Portal": "The dashboard shows every subscription. Single sign-on uses SAML and needs the Business plan.",
    "Support": "The hotline answers around the clock, 24 hours a day. The minimum contract period is three months.",
}
JAPANESE = {
    "返品": "未使用の部品は30日以内なら返品できます。手数料は2,500円です。",
    "ポータル": "ダッシュボードで契約中のサブスクリプションを確認できます。シングルサインオンはSAMLに対応しています。",
    "サポート": "ホットラインは24時間受け付けます。最低契約期間は3か月です。",
}
GLOSSARY = Glossary([("巡視", "inspection round")])


def bridge(query: str, lang: Lang, corpus: Corpus) -> Bridge:
    texts = "\n".join((ENGLISH if lang == "ja" else JAPANESE).values())
    vocabulary = frozenset(tokens.words(texts))
    return across(query, lang, glossary=GLOSSARY, vocabulary=vocabulary, statistics=corpus)


@pytest.mark.parametrize(
    ("query", "lang", "title"),
    [
        ("30日以内なら返品できますか", "ja", "Returns"),
        ("2,500円の手数料とは何ですか", "ja", "Returns"),
        ("ダッシュボードはありますか", "ja", "Portal"),
        ("SAMLは使えますか", "ja", "Portal"),
        ("最低契約期間は3か月ですか", "ja", "Support"),
        ("Can I send parts back after 30 days?", "en", "返品"),
        ("Is there a dashboard for my subscriptions?", "en", "ポータル"),
        ("What is the minimum contract period?", "en", "サポート"),
        ("Is your hotline there 24 hours?", "en", "サポート"),
    ],
)
def test_a_question_finds_the_text_in_the_other_language(query: str, lang: Lang, title: str) -> None:
    texts = ENGLISH if lang == "ja" else JAPANESE
    corpus = Corpus.of(texts.items())
    asked = bridge(query, lang, corpus)
    scores = fuse.bridged_scores(corpus, asked)

    assert list(texts)[max(scores, key=lambda n: scores[n])] == title
    evidence = {name: asked.evidence(f"{name}\n{text}") for name, text in texts.items()}
    assert max(evidence, key=lambda name: evidence[name]) == title


def test_what_cannot_be_translated_counts_against_a_text() -> None:
    corpus = Corpus.of(ENGLISH.items())
    text = ENGLISH["Support"]
    known = bridge("最低契約期間は", "ja", corpus).evidence(text)
    assert known > 0.25
    assert bridge("飛行船ツェッペリンの模型の最低契約期間は", "ja", corpus).evidence(text) < known / 2


def test_a_question_finds_what_its_own_language_calls_otherwise() -> None:
    corpus = Corpus.of([("Terms", "Availability is 99.9 percent a month."), ("Paper", "Invoices come by post.")])
    asked = reworded("What uptime do you promise?", "en", glossary=GLOSSARY, statistics=corpus)
    assert list(fuse.bridged_scores(corpus, asked)) == [0]


def test_terms_are_found_longest_first_and_in_any_form() -> None:
    assert "inspection round" in GLOSSARY.translate("巡視の回数", lang="ja").text
    assert "巡視" in GLOSSARY.translate("two inspection rounds", lang="en").text
    query = "無料トライアル"
    spans = {query[match.start : match.end] for match in GLOSSARY.matches(query, lang="ja", to="en")}
    assert "無料トライアル" in spans


@pytest.mark.parametrize(
    ("query", "lang", "options"),
    [
        ("納期は3か月ですか", "ja", ("3 month", "three month")),
        ("1.5万円です", "ja", ("15000",)),
        ("9万8千円", "ja", ("98000",)),
        ("1億2000万円", "ja", ("120000000",)),
        ("24時間", "ja", ("24 hour",)),
        ("3割です", "ja", ("30 percent",)),
        ("within five years", "en", ("5年",)),
        ("a 30-day trial", "en", ("30日",)),
        ("20% off", "en", ("20%",)),
    ],
)
def test_a_figure_keeps_its_unit(query: str, lang: Lang, options: tuple[str, ...]) -> None:
    assert [found for _, _, found in figures(query, lang)][-1] == options


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("お世話になっております。みなと商事の田村と申します。違約金はありますか。", "違約金はありますか。"),
        ("はじめまして、資料を拝見しました。防水ですか？よろしくお願いします。", "防水ですか？"),
        ("Hi there, I'm Ann from Acme. I read your brochure. Is it waterproof? Thanks!", "Is it waterproof?"),
        ("よろしくお願いします", "よろしくお願いします"),
        ("突然停止することが多いのですが", "突然停止することが多いのですが"),
    ],
)
def test_small_talk_is_not_looked_for(message: str, question: str) -> None:
    assert to_the_point(message) == question


@pytest.mark.parametrize("unit", ["1" + "万" * 1000, "1" * 2000, "1万1" * 500, "1.1" * 700])
def test_a_number_nobody_would_write_costs_no_time(unit: str) -> None:
    """A nested quantifier took minutes at 24 characters; what takes exponential time never ends here."""
    assert not list(figures(f"センサーは{unit}ほど使えますか", "ja"))
