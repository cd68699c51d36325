"""Replies in our own words: order, paragraphs, source numbers, questions, the register of chat and mail."""

from __future__ import annotations

from typing import get_args

import pytest

from app.conversation.compose import MAIL_WORDS, Line, compose, join
from app.conversation.memory import Memory
from app.conversation.plan import Act, ActKind, Plan
from app.conversation.situations import Situation
from app.core.resources import folder
from app.core.templating import load_texts
from app.retrieval.passages import CaseFacts, Passage
from app.understanding.facts import Asked, Lang

TEXTS = load_texts(folder("templates"))
FACTS = CaseFacts("食品", None, "停止が年11回から2回に", None, "株式会社ひかり食品")


def passage(document: str, *, case: CaseFacts | None = None) -> Passage:
    return Passage(f"{document}-0", document, f"ja/{document}.md", document, None, None, "ja", "faq", "本文", 1.0, case)


def plan_of(*acts: Act, asks: tuple[Asked, ...] = ()) -> Plan:
    return Plan(Situation.QUESTION, acts, asks, None, Memory())


def test_an_answer_from_a_document_in_the_other_language_says_so() -> None:
    plan = plan_of(Act("answer", {"text": "24時間以内です。"}, (passage("窓口"),)))
    assert compose(plan, TEXTS, lang="en").text == "Our Japanese document “窓口” says: 24時間以内です。[1]"
    assert compose(plan, TEXTS, lang="ja").text == "24時間以内です。[1]"


def test_sources_are_numbered_once_in_the_order_of_use_and_the_question_comes_last() -> None:
    price, case = passage("price"), passage("case", case=FACTS)
    data = {"title": "t", "customer": "株式会社ひかり食品", "industry": "食品", "figure": "停止が年11回から2回に"}
    plan = plan_of(Act("case", data, (case,)), Act("answer", {"text": "月額です。"}, (price, case)), asks=("timing",))
    draft = compose(plan, TEXTS, lang="ja")
    assert [(c.n, c.passage.document_id) for c in draft.citations] == [(1, "case"), (2, "price")]
    assert draft.text.startswith("参考になりそうな事例として、株式会社ひかり食品様（食品）では")
    assert "月額です。[2][1]" in draft.text
    assert draft.text.endswith("\n\n導入の時期は、いつごろをお考えですか。")
    assert [line.kind for line in draft.lines] == ["case", "answer", "question"]
    assert next(button["id"] for button in draft.quick_replies) == "timing.asap"


def test_a_case_without_a_figure_is_only_named() -> None:
    draft = compose(plan_of(Act("case", {"title": "夜間の停止"}, (passage("case"),))), TEXTS, lang="ja")
    assert "「夜間の停止」" in draft.text
    assert "結果" not in draft.text


def test_japanese_sentences_run_on_and_english_ones_are_spaced_also_after_a_source_number() -> None:
    assert join([Line("はい。", (1,)), Line("そうです。")]) == "はい。[1]そうです。"
    assert join([Line("Yes.", (1,)), Line("It is.")]) == "Yes.[1] It is."
    assert join([Line("Yes."), Line("And?", paragraph=True)]) == "Yes.\n\nAnd?"


def test_a_mail_asks_in_one_list_and_then_says_what_happens_next() -> None:
    plan = plan_of(
        Act("answer", {"text": "月額です。"}, (passage("price"),)), Act("waiting"), asks=("challenge", "timing")
    )
    draft = compose(plan, TEXTS, lang="ja", channel="email")
    assert [line.kind for line in draft.lines] == ["answer", "question", "waiting"]
    answer, asked, waiting = draft.text.split("\n\n")
    assert answer == "月額です。[1]"
    assert [row[:2] for row in asked.split("\n")[1:]] == ["1.", "2."]
    assert waiting == TEXTS("ja", "act.mail.waiting")
    assert draft.quick_replies == ()


def test_a_mail_asks_a_single_question_without_numbers() -> None:
    draft = compose(plan_of(asks=("timing",)), TEXTS, lang="en", channel="email")
    lead, only = draft.text.split("\n")
    assert only.startswith("- When ")
    assert lead == TEXTS("en", "ask.mail.one")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_act_with_words_of_its_own_for_mail_is_said_in_them_and_every_other_as_in_the_chat(lang: Lang) -> None:
    own = {text_id.removeprefix("act.mail.") for text_id in TEXTS.catalogues[lang]._catalog if "act.mail." in text_id}
    assert own == MAIL_WORDS
    for kind in get_args(ActKind):
        act = Act(kind, dict.fromkeys(("text", "title", "challenge", "customer", "industry", "figure", "when"), "x"))
        mail = compose(plan_of(act), TEXTS, lang=lang, channel="email").text
        chat = compose(plan_of(act), TEXTS, lang=lang).text
        assert (mail == chat) == (kind not in MAIL_WORDS), kind


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_our_words_never_shout_flatter_or_address_a_company_in_chat(lang: Lang) -> None:
    file = folder("templates") / "texts" / f"reply.{lang}.po"
    said = "\n".join(line for line in file.read_text("utf-8").splitlines() if line.startswith("msgstr"))
    for never in (
        "!",
        "！",
        "御社",
        "貴社",
        "了解しました",
        "ご苦労様",
        "なるほどですね",
        "よろしかったでしょうか",
        "enquiry",
    ):
        assert never not in said, never
    assert said.count("させていただ") <= 1
    assert "great question" not in said.casefold()
