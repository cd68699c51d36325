"""Replies in our own words: order, paragraphs, source numbers, questions, the register of chat and mail."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from app.conversation.acts import Act, ActKind
from app.conversation.compose import LONGEST, Line, compose, join
from app.conversation.memory import Memory
from app.conversation.plan import Plan
from app.conversation.situations import Situation
from app.conversation.slots import Slot
from app.core.resources import folder
from app.core.templating import LANGS, load_texts
from app.retrieval.passages import CaseFacts, Passage
from app.understanding.facts import Asked, Lang
from tests.conversation.plans import turn

TEXTS = load_texts(folder("templates"))
LATER = ("act.hello",)  # not the first reply
FACTS = CaseFacts("食品", None, "停止が年11回から2回に", None, "株式会社ひかり食品")
TOLD = {"title": "t", "customer": "株式会社ひかり食品", "industry": "食品", "figure": "停止が年11回から2回に"}
PLACES = ("text", "title", "challenge", "customer", "industry", "figure", "when", "window", "asked", "addressee")


def passage(document: str, *, case: CaseFacts | None = None) -> Passage:
    return Passage(f"{document}-0", document, f"ja/{document}.md", document, None, None, "ja", "faq", "本文", 1.0, case)


def plan_of(*acts: Act, asks: tuple[Asked, ...] = ()) -> Plan:
    return Plan(Situation.QUESTION, acts, asks, None, Memory())


def said(*acts: Act, lang: Lang = "ja", asks: tuple[Asked, ...] = ()) -> str:
    return compose(plan_of(*acts, asks=asks), TEXTS, lang=lang, said=LATER).text


def test_an_answer_from_a_document_in_the_other_language_says_so() -> None:
    act = Act("answer", {"text": "24時間以内です。"}, (passage("窓口"),))
    assert said(act, lang="en") == "Our Japanese document “窓口” says: 24時間以内です。[1]"
    assert said(act) == "24時間以内です。[1]"


def test_sources_are_numbered_once_in_the_order_of_use_and_the_question_comes_last() -> None:
    price, case = passage("price"), passage("case", case=FACTS)
    plan = plan_of(Act("case", TOLD, (case,)), Act("answer", {"text": "月額です。"}, (price, case)), asks=("timing",))
    draft = compose(plan, TEXTS, lang="ja")
    assert [(c.n, c.passage.document_id) for c in draft.citations] == [(1, "case"), (2, "price")]
    assert draft.text.startswith("参考になりそうな事例として、株式会社ひかり食品様（食品）では")
    assert "月額です。[2][1]" in draft.text
    assert draft.text.endswith("\n\n導入の時期は、いつごろをお考えですか。")
    assert [line.kind for line in draft.lines] == ["case", "answer", "question"]
    assert next(button["id"] for button in draft.quick_replies) == "timing.asap"
    assert draft.said == ("act.case", "act.answer", "ask.timing")


def test_a_case_without_a_figure_is_only_named() -> None:
    text = said(Act("case", {"title": "夜間の停止"}, (passage("case"),)))
    assert "「夜間の停止」" in text
    assert "結果" not in text


def test_several_questions_are_answered_each_under_its_own_words() -> None:
    yes = Act("answer", {"text": "月額39,000円です。", "question": "料金はいくらですか"}, (passage("price"),))
    no = Act("dont_know", {"question": "海外でも使えますか」「年間契約はありますか"})
    first, second = said(yes, no).split("\n\n")
    assert first == "「料金はいくらですか」について：月額39,000円です。[1]"
    assert second.startswith("「海外でも使えますか」「年間契約はありますか」は、手元の資料では確認できませんでした。")
    assert "「" not in said(Act("dont_know", {"question": ""}))


@pytest.mark.parametrize(
    ("given", "ja", "en"),
    [
        (
            {"addressee": "東山精機", "quantity": "20台", "wanted_by": "11月30日（月）"},
            "。宛名：東山精機、数量：20台、ご希望日：11月30日（月）。",
            "made out to 東山精機; quantity: 20台; needed by 11月30日（月）.",
        ),
        ({"addressee": "", "quantity": "20台", "wanted_by": ""}, "。数量：20台。", ": quantity: 20台."),
    ],
)
def test_a_quote_is_taken_up_with_the_details_given(given: dict[str, str], ja: str, en: str) -> None:
    act = Act("quote_noted", given)
    assert ja in said(act)
    assert en in said(act, lang="en")


def test_a_call_outside_the_hours_names_both_times_and_one_without_a_time_none() -> None:
    when = "11月24日（火）9:00〜11:00"
    text = said(Act("call_outside", {"asked": "11月21日（土）10:00", "when": when}))
    assert "11月21日（土）10:00は営業時間外" in text
    assert when in text
    assert said(Act("call_outside", {"asked": "", "when": when})) == TEXTS("ja", "act.call_wanted")


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_reply_does_not_say_again_what_the_opener_has_said(lang: Lang) -> None:
    for kind in ("quote", "call_wanted", "complaint", "support", "refusal", "identity", "thanks_for_contact"):
        first = compose(plan_of(Act(kind)), TEXTS, lang=lang)
        assert first.said == (f"act.first.{kind}",)
        assert first.text != said(Act(kind), lang=lang)


@pytest.mark.parametrize("kind", sorted(set(get_args(ActKind)) - {"corrected", "welcome", "thanks", "answer", "pack"}))
@pytest.mark.parametrize("lang", LANGS)
def test_nobody_is_thanked_twice_in_a_first_reply(lang: Lang, kind: ActKind) -> None:
    plan = plan_of(Act(kind, dict.fromkeys(PLACES, "x")))
    for seed in "abcdefgh":
        assert not re.search("hank|ありがとう", compose(plan, TEXTS, lang=lang, seed=seed).text)


@pytest.mark.parametrize("lang", LANGS)
def test_who_is_handed_to_a_person_is_told_of_the_ai_and_not_offered_a_person(lang: Lang) -> None:
    asked = Act("identity")
    assert TEXTS(lang, "act.identity_told") in said(asked, Act("handoff"), lang=lang)
    assert TEXTS(lang, "act.identity") == said(asked, lang=lang)


def test_who_refuses_ai_is_not_invited_to_ask_it() -> None:
    refusing = replace(plan_of(Act("waiting")), memory=Memory(refused=("ai",)))
    assert compose(refusing, TEXTS, lang="en", said=LATER).said == ("act.waiting_only",)
    assert compose(plan_of(Act("waiting")), TEXTS, lang="en", said=LATER).said == ("act.waiting",)


def test_a_paper_that_goes_with_a_questionnaire_was_not_asked_for() -> None:
    paper = Act("document", {"title": "セキュリティシート"}, (passage("security"),))
    assert "あわせて" in said(Act("questionnaire"), paper)
    assert "あわせて" not in said(paper)


def test_no_sentence_ends_with_two_full_stops() -> None:
    for n in range(3):
        shut = Act("call_outside", {"asked": "tomorrow, Saturday, November 21, at 3:00 p.m.", "when": "Monday"})
        named = Act("quote_noted", {"addressee": "Kestrel Dairy Inc."})
        for act in (shut, named):
            assert ".." not in compose(plan_of(act), TEXTS, lang="en", seed=str(n)).text


def test_who_wishes_a_call_is_asked_for_a_number() -> None:
    assert "お電話番号" in said(Act("call_wanted"), asks=("contact",))
    assert "メールアドレス" in said(Act("quote"), asks=("contact",))


@pytest.mark.parametrize(("lang", "name"), [("ja", "お名前"), ("en", "name")])
def test_nobody_is_asked_for_a_name_we_know(lang: Lang, name: str) -> None:
    for act in (Act("handoff"), Act("call_wanted")):
        plan = plan_of(act, asks=("contact",))
        for seed in "abcdefgh":
            asked = compose(plan, TEXTS, lang=lang, seed=seed, said=LATER).lines[-1].text
            named = compose(replace(plan, named=True), TEXTS, lang=lang, seed=seed, said=LATER).lines[-1].text
            assert (name in named, named == asked) == (False, False)
    assert turn(Situation.HUMAN, grid={"name": Slot("known")}).named
    assert not turn(Situation.HUMAN).named


@pytest.mark.parametrize("lang", LANGS)
def test_the_memo_for_an_approval_is_marked_as_an_ai_draft_and_cites_its_effect(lang: Lang) -> None:
    data = {**TOLD, "challenge": "設備が夜間に止まる", "documents": "導入事例、セキュリティシート"}
    act = Act("pack", data, (passage("case", case=FACTS), passage("security")))
    head, memo = compose(plan_of(act), TEXTS, lang=lang).text.split("\n\n")
    rows = memo.split("\n")
    assert "AI" in head
    assert "AI" in rows[0]
    assert "設備が夜間に止まる" in rows[1]
    assert "停止が年11回から2回に" in rows[2]
    assert rows[2].endswith("[1]")
    assert rows[4].endswith("[1][2]")
    assert "円" not in memo
    assert len(head + memo) <= LONGEST["chat"][lang]


@pytest.mark.parametrize("lang", LANGS)
def test_a_memo_leaves_to_fill_in_what_is_not_known(lang: Lang) -> None:
    act = Act("pack", {"challenge": "", "customer": "", "figure": "", "documents": ""})
    text = compose(plan_of(act), TEXTS, lang=lang).text
    assert TEXTS(lang, "pack.challenge_untold") in text
    assert TEXTS(lang, "pack.effect_untold") in text
    assert TEXTS(lang, "pack.documents_untold") in text
    assert "「」" not in text
    assert "“”" not in text


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


@pytest.mark.parametrize("kind", get_args(ActKind))
@pytest.mark.parametrize("lang", LANGS)
def test_an_act_has_words_of_its_own_in_a_mail_or_those_of_the_chat(lang: Lang, kind: ActKind) -> None:
    act = Act(kind, dict.fromkeys(PLACES, "x"))
    mail = compose(plan_of(act), TEXTS, lang=lang, channel="email", said=LATER)
    chat = compose(plan_of(act), TEXTS, lang=lang, said=LATER)
    assert mail.text
    own = TEXTS.has(lang, f"act.mail.{kind}")
    assert (mail.said == chat.said) != own
    assert not own or mail.said == (f"act.mail.{kind}",)
    assert not chat.text.endswith((". .", "..", "。。"))
