"""A mail asks at most two questions, never for its own address, and gives a stranger's words to nobody."""

from __future__ import annotations

from typing import Any

import pytest

from app.conversation.memory import Memory
from app.conversation.plan import Plan, decide
from app.conversation.situations import Situation, with_choices
from app.conversation.slots import Slot
from app.conversation.turn_facts import Answered, TurnFacts
from app.retrieval.passages import Answer, Citation, Passage
from app.understanding.facts import Understanding
from tests.conversation.plans import kinds

BROCHURE = Passage("b-0", "b", "ja/b.md", "製品カタログ", None, None, "ja", "document", "本文", 1.0, None)
PRICE = Passage("p-0", "p", "ja/p.md", "料金", None, None, "ja", "pricing", "本文", 1.0, None)
ADDRESS = {"contact": Slot("known"), "email": Slot("known")}


def mail(situation: Situation, **more: Any) -> Plan:
    known: dict[str, Any] = {"grid": ADDRESS, "learned": frozenset(), "memory": Memory(), "channel": "email", **more}
    heard = known.pop("heard", Understanding("ja", ()))
    return decide(TurnFacts("ja", situation, heard, **known))


def test_a_first_mail_asks_both_questions_and_says_what_happens_next() -> None:
    plan = mail(Situation.INFORMATION)
    assert plan.asks == ("challenge", "timing")
    assert kinds(plan)[-1] == "waiting"
    assert plan.memory.last_asked == "challenge"


def test_a_request_for_material_gets_it_with_one_question_and_nothing_else() -> None:
    plan = mail(Situation.DOCUMENT, document=BROCHURE)
    assert (kinds(plan), plan.asks) == (["document"], ("challenge",))


def test_a_question_beside_a_ticked_box_is_answered_too() -> None:
    answer = Answer("月額です。", (Citation(1, PRICE),), "answer")
    heard = Understanding("ja", ("ask_price",))
    assert kinds(
        mail(Situation.DOCUMENT, heard=heard, document=BROCHURE, answers=(Answered("月額はいくらですか", answer),))
    ) == ["document", "answer"]


@pytest.mark.parametrize(("verified", "said"), [(True, "mirror"), (False, "thanks_for_answer")])
def test_nobodys_words_go_to_an_address_that_anybody_may_have_typed(verified: bool, said: str) -> None:
    grid = {**ADDRESS, "challenge": Slot("known", "x", {}, "夜間に設備が止まる")}
    plan = mail(Situation.INFORMATION, grid=grid, learned=frozenset({"challenge"}), verified=verified)
    assert kinds(plan)[0] == said
    assert verified or not any("夜間" in value for act in plan.acts for value in act.data.values())
    corrected = mail(
        Situation.INFORMATION,
        heard=Understanding("ja", (), corrects=True),
        grid={**grid, "challenge": Slot("corrected", "x", {}, "夜間に設備が止まる")},
        learned=frozenset({"challenge"}),
        verified=verified,
    )
    assert ("corrected" in kinds(corrected)) is verified


@pytest.mark.parametrize(
    ("found", "wants", "meant"),
    [
        (Situation.UNCLEAR, ("document",), Situation.DOCUMENT),
        (Situation.QUESTION, ("document", "quote"), Situation.QUOTE),
        (Situation.INFORMATION, ("meeting",), Situation.MEETING),
        (Situation.COMPLAINT, ("document",), Situation.COMPLAINT),
        (Situation.QUESTION, (), Situation.QUESTION),
        (Situation.QUESTION, ("something else",), Situation.QUESTION),
    ],
)
def test_what_was_chosen_in_a_form_counts_like_the_wish_in_words(
    found: Situation, wants: tuple[str, ...], meant: Situation
) -> None:
    assert with_choices(found, wants) is meant
