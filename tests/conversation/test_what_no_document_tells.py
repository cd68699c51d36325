"""What is asked that no document of ours answers, and whose story answers it: nobody else's, unless it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from app.conversation.recall import _search
from app.conversation.situations import Situation
from app.conversation.terms import ENDS_A_CONTRACT, OF_OUR_OWN_TERMS, OF_THIS_TALK, WHO_WE_ARE
from app.conversation.wanted import Wanted
from app.knowledge.library import Library
from app.retrieval.passages import Answer, CaseFacts, Citation, Found, Kind, Passage, Verdict
from app.understanding.facts import Lang
from tests.conversation.plans import passage

STORY = replace(
    passage("story"), kind="case", case=CaseFacts(customer="株式会社青葉フーズ"), text="It cost them JPY 61."
)
OTHER = replace(passage("other"), kind="case", case=CaseFacts(customer="北川工業株式会社"), text="Of others.")
OURS = replace(passage("ours"), kind="faq", text="No network is needed.")


@dataclass
class Shelf:
    """Documents in order, of which the first is told; `own` is the verdict without stories."""

    passages: tuple[Passage, ...] = (STORY, OURS)
    own: Verdict = "answer"
    strange: bool = False
    asked: list[str] = field(default_factory=list)

    def search(self, query: str, *, lang: Lang, kinds: tuple[Kind, ...] | None = None, **_: Any) -> Found:
        self.asked.append(query)
        found = tuple(one for one in self.passages if kinds is None or one.kind in kinds)
        verdict = "answer" if kinds is None else self.own
        return Found(verdict, found, 0.5 if verdict == "answer" else 0.1, query, lang)

    def answer(self, found: Found) -> Answer:
        if found.verdict == "unknown" or not found.passages:
            return Answer("", (), "unknown")
        return Answer(found.passages[0].text, (Citation(1, found.passages[0]),), found.verdict)

    def is_strange(self, _query: str, *, lang: Lang) -> bool:
        return self.strange

    def best_case(self, *_: Any, **__: Any) -> Passage:
        return STORY


def told(shelf: Shelf, text: str, *intents: str) -> list[str]:
    lang: Lang = "en" if text.isascii() else "ja"
    wanted = Wanted(text, lang, Situation.QUESTION, intents or ("ask_product",))
    return [one.answer.text for one in _search(cast(Library, shelf), wanted).answers]


@pytest.mark.parametrize("text", ["工場にネット環境がないのですが使えますか", "Does it work without a network?"])
def test_our_own_document_comes_before_a_customers_story(text: str) -> None:
    assert told(Shelf(), text) == [OURS.text]


def test_a_story_is_told_where_only_it_says_so() -> None:
    assert told(Shelf(own="unknown"), "Does it work with ventilation ducts?") == [STORY.text]
    assert told(Shelf(), "Which customers have ventilation ducts?", "ask_case_study") == [STORY.text]


@pytest.mark.parametrize(
    "text", ["何のために必要なんでしょうか、この装置は", "Why is the gateway needed?", "How is a pump shipped?"]
)
def test_no_story_tells_what_is_needed_why_or_how_it_is_sent(text: str) -> None:
    assert told(Shelf(own="unknown"), text) == [""]


def test_of_a_customer_that_is_named_only_its_own_story_is_told() -> None:
    shelf = Shelf((OTHER, OURS, STORY))
    assert told(shelf, "青葉フーズさんは何台で導入したんですか", "ask_case_study") == [STORY.text]


def test_where_no_document_has_a_word_of_the_industry_there_is_no_story() -> None:
    shelf = Shelf(strange=True)
    found = _search(cast(Library, shelf), Wanted("病院での事例は？", "ja", Situation.QUESTION, ("ask_case_study",)))
    assert [one.answer.text for one in found.answers] == [""]
    assert found.case is None


@pytest.mark.parametrize("text", ["必要ですか？", "Is it possible?", "why do you ask?", "なぜそんなこと聞くんですか？"])
def test_a_question_without_a_thing_or_about_this_talk_is_not_looked_up(text: str) -> None:
    shelf = Shelf((OURS,))
    assert told(shelf, text) == [""]
    assert shelf.asked == []


@pytest.mark.parametrize(
    ("text", "of_this_talk"),
    [
        ("why do you ask?", True),
        ("Why do you need to know that?", True),
        ("なんで電話番号を教えないといけないの", True),
        ("なぜ聞くんですか", True),
        ("Why do you need an LTE connection?", False),
        ("why should we switch?", False),
        ("Why do you recommend two sensors?", False),
        ("なぜ故障が分かるんですか", False),
        ("どうして14日かかるのですか", False),
        ("なんでゲートウェイが必要なんですか", False),
    ],
)
def test_why_we_ask_is_no_question_about_the_product(text: str, of_this_talk: bool) -> None:
    assert (OF_THIS_TALK.search(text) is not None) is of_this_talk


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Who are you exactly", True),
        ("who is this?", True),
        ("あなたは誰ですか", True),
        ("Who are your customers?", False),
        ("Who are you working with, integrators or makers?", False),
        ("Who is responsible for repairs?", False),
        ("担当は誰ですか", False),
    ],
)
def test_who_we_are_is_answered_by_us(text: str, who: bool) -> None:
    assert (WHO_WE_ARE.search(text) is not None) is who


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("途中解約したらいくらかかる", True),
        ("what does it cost to cancel early?", True),
        ("契約はいくらからですか", False),
        ("How much is a return on investment?", False),
    ],
)
def test_what_leaving_costs_is_no_price_of_a_plan(text: str, ends: bool) -> None:
    assert (ENDS_A_CONTRACT.search(text) is not None) is ends


def test_what_is_ours_to_say_is_told_from_what_a_story_may_tell() -> None:
    assert all(map(OF_OUR_OWN_TERMS.search, ["費用は？", "送料は？", "Do we need Wi-Fi?"]))
    assert not any(map(OF_OUR_OWN_TERMS.search, ["ファンにも使えますか", "Does it find bearing wear?"]))
