"""A reply of a length that is read: what documents say is cut at the end of a sentence, what we say is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.acts import Act
from app.conversation.compose import LONGEST, Draft, compose
from app.conversation.lines import Line, join, shortened
from app.conversation.memory import Memory
from app.conversation.plan import Plan
from app.conversation.situations import Situation
from app.conversation.turn_facts import Channel
from app.core.resources import folder
from app.core.templating import LANGS, load_texts
from app.retrieval.passages import Passage
from app.understanding.facts import Asked, Lang

TEXTS = load_texts(folder("templates"))
SENTENCE: dict[Lang, str] = {
    "ja": "センサーは一台ずつ後から追加でき、設置はお客様ご自身で行えます。",
    "en": "Sensors can be added one at a time, and your own staff can install them. ",
}


def passage(name: str, lang: Lang) -> Passage:
    return Passage(name, name, f"{name}.md", name, None, f"https://minamo.example/{name}", lang, "faq", "", 1.0, None)


def reply(
    answers: list[str], *, lang: Lang, channel: Channel = "chat", mirror: int = 30, asks: tuple[Asked, ...] = ()
) -> Draft:
    """Return the reply to a told problem with one act for each answer, while the team is closed."""
    acts = [Act("mirror", {"challenge": "在" * mirror})]
    several = len(answers) > 1
    for n, text in enumerate(answers):
        data = {"text": text, "question": f"question {n}" if several else ""}
        acts.append(Act("answer", data, (passage(f"page{n}", lang),)))
    acts.append(Act("closed", {"when": "Tuesday, November 24, 9:00–10:00 a.m. (Japan time)"}))
    plan = Plan(Situation.QUESTION, tuple(acts), asks, None, Memory())
    return compose(plan, TEXTS, lang=lang, channel=channel)


@pytest.mark.parametrize("lang", LANGS)
def test_a_long_answer_ends_with_a_sentence_and_says_where_the_rest_is(lang: Lang) -> None:
    draft = reply([SENTENCE[lang] * 20], lang=lang, asks=("challenge",))
    line = next(line for line in draft.lines if line.kind == "answer")
    assert len(draft.text) <= LONGEST["chat"][lang]
    assert line.quoted.endswith(SENTENCE[lang].strip())
    assert line.text.endswith(TEXTS(lang, "act.answer_more"))
    assert "[1]" in draft.text
    assert TEXTS(lang, "ask.challenge") in draft.text


def test_after_the_row_of_a_list_the_rest_is_named_on_a_line_of_its_own() -> None:
    draft = reply(["Sensor: JPY 3,500\n" * 60], lang="en")
    assert f"\nSensor: JPY 3,500\n{TEXTS('en', 'act.answer_more')}[1]" in draft.text


def test_a_mail_names_no_rest_on_a_page_that_it_does_not_link() -> None:
    draft = reply([SENTENCE["ja"] * 9] * 3, lang="ja", channel="email")
    assert [name.startswith("act.answer_more") for name in draft.said].count(True) == 2
    assert draft.lines[2].text.endswith("お客様ご自身で行えます。")


def test_a_short_answer_is_left_as_it_is() -> None:
    draft = reply([SENTENCE["ja"]], lang="ja")
    assert SENTENCE["ja"] in draft.text
    assert "act.answer_more" not in draft.said


def test_an_answer_without_a_short_first_sentence_names_its_document_instead() -> None:
    draft = reply(["とても" * 200 + "。"], lang="ja")
    assert TEXTS("ja", "act.answer_elsewhere", title="page0") in draft.text
    assert len(draft.text) <= 400


def test_a_list_without_its_entries_is_not_announced() -> None:
    listed = "料金は月額です。\n内訳は次のとおりです：\nスタータープラン 39,000円\n"
    assert shortened(listed, 24) == "料金は月額です。"
    assert shortened(listed, 60) == listed.strip()
    collected = "お問い合わせの多い項目をまとめました。センサーは社内ネットワークにつながりません。"
    assert shortened(collected, 30) == "", "nothing follows"
    assert shortened(collected, 60) == collected


@given(
    st.lists(st.integers(1, 25), min_size=1, max_size=3),
    st.sampled_from(LANGS),
    st.sampled_from(["chat", "email"]),
    st.integers(5, 100),
)
def test_however_much_the_documents_say_the_reply_has_its_length(
    sentences: list[int], lang: Lang, channel: Channel, mirror: int
) -> None:
    draft = reply([SENTENCE[lang] * n for n in sentences], lang=lang, channel=channel, mirror=mirror)
    ours = join([Line(line.text.replace(line.quoted, ""), line.sources, line.paragraph) for line in draft.lines])
    limit = LONGEST[channel][lang]
    assert len(draft.text) <= limit or len(ours) > limit / 2
    assert {line.kind for line in draft.lines} == {"mirror", "answer", "closed"}
