"""While the team is closed the plan says when a person is back, once, and goes on asking and sending."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.plan import Plan, at_a_loss
from app.conversation.situations import Situation
from app.conversation.slots import Slot
from app.conversation.turn_facts import Answered, Opening, Phrased
from app.retrieval.passages import Answer, Passage
from app.understanding.facts import ContactData, Understanding
from tests.conversation import plans
from tests.conversation.plans import kinds

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
TUESDAY = Opening(NINE, NINE + timedelta(hours=1), "11月24日（火）9:00〜10:00")
WEDNESDAY = Opening(NINE + timedelta(days=1), NINE + timedelta(days=1, hours=1), "11月25日（水）9:00〜10:00")
BROCHURE = Passage("b-0", "b", "ja/b.md", "製品カタログ", None, None, "ja", "document", "本文", 1.0, None)


def turn(situation: Situation, **more: Any) -> Plan:
    return plans.turn(situation, **{"opening": TUESDAY, **more})


@pytest.mark.parametrize(
    ("situation", "acts"),
    [
        (Situation.HUMAN, ["handoff", "closed"]),
        (Situation.COMPLAINT, ["complaint", "closed"]),
        (Situation.SUPPORT, ["support", "closed"]),
        (Situation.QUOTE, ["quote", "closed"]),
        (Situation.MEETING, ["meeting", "closed"]),
        (Situation.DISCOUNT, ["no_discount", "closed"]),
    ],
)
def test_what_a_person_will_do_comes_with_the_time_people_are_back(situation: Situation, acts: list[str]) -> None:
    plan = turn(situation)
    assert kinds(plan) == acts
    assert plan.acts[-1].data == {"when": "11月24日（火）9:00〜10:00"}
    assert plan.opening == TUESDAY
    assert plan.memory.told_until == TUESDAY.until.isoformat()


def test_a_call_wished_at_once_is_noted_with_the_time_people_are_back_and_the_number_asked_for() -> None:
    plan = turn(Situation.CALL, call=CallWish(None, False, None))
    assert (kinds(plan), plan.asks, plan.handoff) == (["call_wanted", "closed"], ("contact",), "call")


def test_a_time_that_was_told_stays_the_one_that_is_told() -> None:
    window = (NINE, NINE + timedelta(hours=2))
    told = Phrased(call="11月24日（火）9:00〜11:00", call_asked="明日10:00")
    wish = turn(Situation.CALL, call=CallWish(NINE, False, window), phrased=told)
    assert kinds(wish) == ["call_outside"]
    later = {"memory": wish.memory, "phrased": Phrased(told=told.call)}
    assert "closed" not in kinds(turn(Situation.INFORMATION, **later))
    assert turn(Situation.HUMAN, **later).acts[-1].data == {"when": told.call}


@pytest.mark.parametrize("situation", [Situation.CRISIS, Situation.ABUSE, Situation.OPT_OUT, Situation.JOB])
def test_who_is_in_need_or_wants_nothing_from_sales_hears_nothing_of_office_hours(situation: Situation) -> None:
    assert "closed" not in kinds(turn(situation))
    assert turn(situation).opening is None


def test_in_business_hours_nothing_is_closed() -> None:
    assert kinds(turn(Situation.HUMAN, opening=None)) == ["handoff"]


def test_a_question_at_night_is_answered_and_the_material_sent_and_the_next_question_asked() -> None:
    plan = turn(Situation.QUESTION, answers=(Answered("電池は何年もちますか", Answer("", (), "unknown")),))
    assert kinds(plan) == ["dont_know", "closed"]
    assert plan.asks == ("contact",), "nobody can keep the promise without an address"
    heard = Understanding("ja", ("request_document",))
    plan = turn(Situation.DOCUMENT, heard=heard, document=BROCHURE)
    assert kinds(plan) == ["document"], "who asks for material is called by nobody unless they ask for that"
    assert plan.asks == ("challenge",)


def test_the_time_is_named_once_and_again_when_it_changes_or_a_person_is_asked_for() -> None:
    first = turn(Situation.INFORMATION)
    assert "closed" in kinds(first)
    again = turn(Situation.INFORMATION, memory=first.memory)
    assert "closed" not in kinds(again)
    next_night = turn(Situation.INFORMATION, memory=again.memory, opening=WEDNESDAY)
    assert next_night.acts[-1].data == {"when": WEDNESDAY.text}
    person = turn(Situation.HUMAN, memory=again.memory)
    assert kinds(person) == ["notice", "handoff", "closed"]
    assert kinds(turn(Situation.HUMAN, memory=person.memory)) == ["reminder", "closed"]


def test_instead_of_some_time_the_prospect_who_left_an_address_hears_when() -> None:
    asked = replace(Memory(), asked=("challenge", "timing", "contact"), last_asked="contact", replies=3)
    heard = Understanding("ja", ("give_contact",), contact=ContactData(email="tanaka@minato.example"))
    grid = {"contact": Slot("known")}
    by_day = turn(Situation.INFORMATION, memory=asked, heard=heard, grid=grid, learned={"contact"}, opening=None)
    by_night = turn(Situation.INFORMATION, memory=asked, heard=heard, grid=grid, learned={"contact"})
    assert kinds(by_day)[-1] == "waiting"
    assert kinds(by_night)[-1] == "closed"
    assert "waiting" not in kinds(by_night)


def test_at_a_loss_at_night_the_hand_over_is_honest_about_the_hour() -> None:
    assert kinds(at_a_loss(Memory(), TUESDAY)) == ["handoff", "closed"]
    assert kinds(at_a_loss(Memory(), None)) == ["handoff"]
