"""A decided reply as a letter: order, register, links, subject, and what never goes to an unverified address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.compose import compose
from app.conversation.letter import (
    LONGEST_SUBJECT,
    QUIET,
    LetterFacts,
    LetterName,
    Source,
    Stationery,
    letter_name,
    subject,
    write_letter,
)
from app.conversation.memory import Memory
from app.conversation.plan import Act, Plan
from app.conversation.salutation import Addressee
from app.conversation.situations import Situation
from app.conversation.wrapping import CELLS, width
from app.core.resources import folder
from app.core.templating import load_texts
from app.retrieval.passages import CaseFacts, Passage
from app.understanding.facts import Lang

TEMPLATES = folder("templates")
TEXTS = load_texts(TEMPLATES)
STATIONERY = Stationery(TEMPLATES, TEXTS)
SITE = "https://minamo.example"
KNOWN = Addressee("山田 太郎", "㈱ひかり食品", "製造部", "課長")
ANSWER: dict[Lang, str] = {
    "ja": "スタータープランは初期費用180,000円、月額39,000円（税別）で、センサー10台から始められます。",
    "en": "The Starter plan is JPY 180,000 up front and JPY 39,000 per month, excluding tax, and covers 10 sensors.",
}
CASE: dict[Lang, CaseFacts] = {
    "ja": CaseFacts("食品", None, "予期せぬ停止が年11回から2回に", None, "株式会社タナベフーズ"),
    "en": CaseFacts("food", None, "unplanned stops down from 11 a year to 2", None, "Tanabe Foods"),
}


def passage(name: str, lang: Lang) -> Passage:
    return Passage(f"{name}-0", name, f"{name}.md", name, None, f"{SITE}/{name}", lang, "faq", "", 1.0, None)


def first_letter(lang: Lang = "ja", *, answer: str | None = None) -> LetterFacts:
    """Return the answer to a form that asked for the price, composed as the assistant does."""
    case = CASE[lang]
    told = {"customer": case.customer or "", "industry": case.industry or "", "figure": case.figure or ""}
    price, story = passage("pricing", lang), passage("story", lang)
    acts = (Act("answer", {"text": answer or ANSWER[lang]}, (price,)), Act("case", told, (story,)), Act("waiting"))
    draft = compose(
        Plan(Situation.QUESTION, acts, ("challenge", "timing"), None, Memory()), TEXTS, lang=lang, channel="email"
    )
    company = {"ja": "株式会社ミナモ計測", "en": "Minamo Sensing Co., Ltd."}[lang]
    return LetterFacts(
        lang=lang,
        company=company,
        body=draft.text,
        acts=tuple(act.kind for act in acts),
        opener=TEXTS(lang, "opener.mail.ask_price", company=company),
        topic_of=("ask_price",),
        sources=tuple(Source(c.n, c.passage.title, c.passage.url) for c in draft.citations),
        signature=("〒392-0000 長野県諏訪市水面町2-14-6", "TEL 03-5550-0142"),
        hours="月〜金 9:00〜18:00" if lang == "ja" else "Mon–Fri, 9:00 a.m.–6:00 p.m. (Japan time)",
        privacy_url=f"{SITE}/privacy",
    )


def later(facts: LetterFacts) -> LetterFacts:
    return replace(facts, opener=None, parent_subject="RE: 料金について", addressee=KNOWN)


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        (
            "ja",
            "ご担当者様 ありがとうございます AIアシスタント 39,000円 参考ページ 1. 2. 担当者より 9:00 担当者希望 ―――",
        ),
        ("en", "Hello, Thank assistant 39,000 Read 1. 2. Someone 9:00 agent Minamo Automatic"),
    ],
)
def test_a_letter_says_everything_in_the_order_of_a_business_letter(lang: Lang, order: str) -> None:
    text, at = write_letter(first_letter(lang), STATIONERY).text, 0
    for part in order.split():
        at = text.index(part, at)
    assert f"{SITE}/privacy" in text[at:]


@pytest.mark.parametrize("times", [1, 12])
def test_a_letter_has_the_length_that_is_read_however_long_the_document(times: int) -> None:
    def words(lang: Lang, between: str) -> str:
        facts = first_letter(lang, answer=between.join([ANSWER[lang]] * times))
        text = write_letter(facts, STATIONERY).text
        return re.sub(r"https?://\S+", "", text.split("―" * 20 if lang == "ja" else "\n-- ")[0])

    assert 250 <= len("".join(words("ja", "").split())) <= 450
    assert 80 <= len(words("en", " ").split()) <= 150


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_letter_has_two_links_at_most_and_no_bare_source_number(lang: Lang) -> None:
    body = "A。[1]\n\nB。[2][3]\n\nC？"
    sources = [Source(n, f"Title {n}", f"{SITE}/{n}") for n in (1, 2, 3, 4)]
    letter = write_letter(replace(first_letter(lang), body=body, sources=sources), STATIONERY)
    assert re.findall(r"https?://\S+/(\w+)", letter.text) == ["1", "3", "privacy"]
    assert letter.html.count("<a ") == 3
    assert "[" not in letter.text
    assert letter.text.index("B。") < letter.text.index("Title 1") < letter.text.index("C？")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_lines_fit_a_mail_and_both_parts_are_small(lang: Lang) -> None:
    letter = write_letter(first_letter(lang), STATIONERY)
    assert all(width(line, lang=lang) <= CELLS[lang] for line in letter.text.split("\n") if "://" not in line)
    assert len((letter.text + letter.html).encode()) <= 20_000


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_html_says_what_the_text_says_and_loads_nothing(lang: Lang) -> None:
    letter = write_letter(first_letter(lang), STATIONERY)
    shown = re.sub(r"<[^>]+>", "", letter.html.split("<body")[1].partition(">")[2])
    plain = re.sub(r"https?://\S+|―{20}|^-- $", "", letter.text, flags=re.MULTILINE)
    assert "".join(shown.split()) == "".join(plain.split())
    assert f'<html lang="{lang}">' in letter.html
    assert not re.search(r"<(?:img|script|link|iframe|style)|\bsrc=|url\(", letter.html)


def test_words_from_outside_stay_words_in_both_parts() -> None:
    body = "<b>太字</b> & {{ company }}"
    letter = write_letter(replace(first_letter(), body=body), STATIONERY)
    assert body in letter.text
    assert "&lt;b&gt;太字&lt;/b&gt; &amp; {{ company }}" in letter.html


def test_an_unverified_address_gets_none_of_what_was_typed_and_may_ignore_the_mail() -> None:
    unverified = write_letter(first_letter(), STATIONERY).text
    assert "お心当たりのない場合は" in unverified
    assert "お世話になって" not in unverified
    known = write_letter(later(first_letter()), STATIONERY).text
    assert known.startswith("株式会社ひかり食品\n製造部 課長\n山田 太郎 様\n\nお世話になっております。")
    assert "お心当たり" not in known


@pytest.mark.parametrize("act", sorted(QUIET))
def test_after_a_no_or_in_a_crisis_nothing_is_offered(act: str) -> None:
    letter = write_letter(replace(first_letter(), body="承知しました。", acts=(act,)), STATIONERY)
    assert "担当者希望" not in letter.text
    assert "ありがとう" not in letter.subject
    assert "AI自動応答" in letter.text


def test_who_already_has_a_person_is_not_told_to_ask_for_one() -> None:
    text = write_letter(replace(later(first_letter()), acts=("handoff",)), STATIONERY).text
    assert "担当者希望" not in text
    assert "担当者も拝見いたします" in text


def test_a_letter_that_names_the_time_does_not_tell_the_hours_beside_it() -> None:
    body = TEXTS("ja", "act.mail.closed", when="11月24日（火）9:00〜10:00")
    text = write_letter(replace(first_letter(), body=body, acts=("closed",)), STATIONERY).text
    assert "対応時間" not in text
    assert text.count("11月24日（火）9:00〜10:00") == 1


def test_a_documents_letter_lists_what_it_sends() -> None:
    facts = replace(first_letter(), acts=("document", "case"))
    letter = write_letter(facts, STATIONERY)
    assert f"■送付資料\npricing\n{SITE}/pricing\n" in letter.text
    assert letter.subject == "【株式会社ミナモ計測】資料送付のご案内"
    assert write_letter(replace(later(facts), parent_subject="資料請求"), STATIONERY).subject == "Re: 資料請求"


@pytest.mark.parametrize(
    ("lang", "greeting"), [("ja", "株式会社ミナモ計測の佐藤 美咲です。"), ("en", "This is 佐藤 美咲 of")]
)
def test_a_persons_own_letter_is_signed_by_them_and_not_by_the_ai(lang: Lang, greeting: str) -> None:
    facts = replace(later(first_letter(lang)), body="Own words [1].", rep="佐藤 美咲", acts=(), sources=())
    text = write_letter(facts, STATIONERY).text
    assert greeting in text
    assert "Own words [1]." in text
    assert not re.search(r"AI|agent|担当者希望", text)
    own = write_letter(
        replace(facts, body="山田様\n\nお世話になっております。" if lang == "ja" else "Hi Taro,\n\nYes."), STATIONERY
    )
    assert own.text.startswith(("山田様\n", "Hi Taro,\n"))


def test_a_signature_names_the_company_once() -> None:
    facts = replace(first_letter(), company="ミナモ計測", signature=("株式会社ミナモ計測", "TEL 03-5550-0142"))
    signed = write_letter(facts, STATIONERY).text.split("―" * 20)[1]
    assert signed.startswith("\n株式会社ミナモ計測\nTEL 03-5550-0142\n")


def test_an_apology_has_its_own_subject_only_outside_a_thread() -> None:
    facts = replace(first_letter(), body="申し訳ございません。", acts=("apology",), opener=None)
    assert subject(facts, STATIONERY) == "【株式会社ミナモ計測】ご連絡が遅れていることのお詫び"
    assert "お世話になって" not in write_letter(later(facts), STATIONERY).text


@pytest.mark.parametrize("prefix", ["", "Re: ", "RE：", "Re[2]: ", "Re: Re: ", "返信: ", "Ｒｅ："])
def test_an_answer_keeps_the_subject_with_one_re(prefix: str) -> None:
    assert (
        subject(replace(later(first_letter()), parent_subject=f"{prefix}料金について"), STATIONERY)
        == "Re: 料金について"
    )


@pytest.mark.parametrize("spam", ["料金の件", "evil．example", "evil․example", "evil dot com", "ゼロサン ニイチ", " "])
def test_an_unverified_sender_gets_no_word_of_theirs_as_our_subject(spam: str) -> None:
    unverified = replace(first_letter(), parent_subject=spam)
    assert subject(unverified, STATIONERY) == "【ミナモ計測】お問い合わせありがとうございます（料金の件）"


@given(
    st.sampled_from(["ja", "en"]),
    st.text("株式会社ミナモ計測MinamoCo., Ltd", max_size=70),
    st.sampled_from(["ask_price", "ask_security", "document", "meeting", "smalltalk", ""]),
    st.sampled_from(["waiting", "document", "apology", "crisis"]),
)
def test_our_own_subject_is_never_cut_on_a_phone(lang: Lang, company: str, topic: str, act: str) -> None:
    facts = replace(first_letter(lang), company=company, topic_of=(topic,), acts=(act,))
    assert 8 <= len(subject(facts, STATIONERY)) <= LONGEST_SUBJECT[lang]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_kind_of_letter_has_its_templates(lang: Lang) -> None:
    folders = {path.parent.parent.name for path in (TEMPLATES / "email").glob(f"*/{lang}/body.txt")} - {"frame"}
    assert folders == set(get_args(LetterName))
    made = {
        letter_name(replace(first_letter(), **change))
        for change in ({}, {"rep": "佐藤"}, {"acts": ("apology",)}, {"acts": ("document",)}, {"parent_subject": "x"})
    }
    assert made == folders


def test_no_letter_has_a_word_that_business_letters_avoid() -> None:
    files = [*(TEMPLATES / "email").rglob("*.txt")]
    said = "\n".join(path.read_text("utf-8") for path in files)
    assert len(files) > 20
    for never in (
        *("御社", "了解", "ご苦労様", "なるほど", "よろしかった", "取り急ぎ", "取急ぎ", "！", "させていただ", "幸甚"),
        *("Great", "enquiry", "delighted", "excited", "Sir", "Madam", "do not hesitate"),
    ):
        assert never not in said, never
    assert not re.search(r"[A-Za-z]!", said)
