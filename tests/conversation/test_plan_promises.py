"""What is said to be done by a person can be done: somebody is told, and somebody can be reached."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.conversation.acts import BY_A_PERSON
from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.plan import left_open
from app.conversation.situations import Situation
from app.conversation.slots import Slot
from app.conversation.special_words import HOW_LONG
from app.conversation.turn_facts import Phrased, TurnFacts
from app.understanding.facts import Callback, ContactData, Timing, Understanding
from tests.conversation.plans import kinds, passage, turn

S = Situation
HURRY = Understanding("ja", (), hurry=True)
OPTED_OUT = Memory(refused=("messages",), state="ended", replies=1)
CALLED = Memory(acts=("call",), last_acts=("call_noted",), replies=1)
REACHABLE = {"contact": Slot("known")}
TOLD = {"challenge": Slot("known", "x", {}, "夜間に設備が止まる")}


@pytest.mark.parametrize("wish", [S.QUOTE, S.MEETING, S.CALL, S.QUESTIONNAIRE, S.CUSTOMER, S.DISCOUNT, S.DOCUMENT])
def test_whoever_wishes_something_after_an_opt_out_is_passed_on_and_hears_that_one_thing(wish: Situation) -> None:
    chat = turn(wish, memory=OPTED_OUT, call=CallWish(None, True, None))
    assert (len(chat.acts), chat.handoff, chat.state) == (1, "after_opt_out", "ended")
    assert chat.acts[0].kind in BY_A_PERSON
    assert chat.asks == ("contact",), "nobody can keep it without an address"
    again = turn(wish, memory=chat.memory, call=CallWish(None, True, None))
    assert len(again.acts) == 1
    mail = turn(wish, memory=OPTED_OUT, channel="email")
    assert (mail.silent, mail.handoff, mail.reason) == (True, "after_opt_out", "after_opt_out_wish")


@pytest.mark.parametrize("slot", ["challenge", "timing", "contact"])
@pytest.mark.parametrize("channel", ["chat", "email"])
def test_what_tells_of_a_purchase_after_an_opt_out_is_passed_on(slot: str, channel: Any) -> None:
    grid = {slot: Slot("known", "x", {}, "x")}
    plan = turn(S.INFORMATION, memory=OPTED_OUT, grid=grid, learned=frozenset({slot}), channel=channel)
    assert (plan.handoff, plan.silent) == ("after_opt_out", channel == "email")
    assert "messages" in plan.memory.refused


def test_an_opt_out_holds_beside_an_insult_and_beside_despair() -> None:
    too = frozenset({S.OPT_OUT})
    insult = turn(S.ABUSE, beside=too)
    assert (kinds(insult), insult.state, insult.memory.refused) == (["opt_out"], "ended", ("messages",))
    need = turn(S.CRISIS, beside=too)
    assert (kinds(need), need.handoff, need.memory.refused) == (["crisis"], "crisis", ("messages",))


def test_an_opt_out_that_also_needs_a_person_has_one() -> None:
    assert turn(S.OPT_OUT).handoff is None
    for beside in (S.THREAT, S.HUMAN, S.CALL):
        plan = turn(S.OPT_OUT, beside=frozenset({beside}))
        assert (kinds(plan), plan.handoff, plan.memory.refused) == (["opt_out"], "after_opt_out", ("messages",))


@pytest.mark.parametrize("situation", [S.HUMAN, S.COMPLAINT, S.THREAT, S.NO_AI, S.LANGUAGE, S.MEETING, S.QUESTION])
def test_whoever_hurries_is_asked_for_the_address_a_person_needs_and_for_nothing_else(situation: Situation) -> None:
    first = turn(situation, heard=HURRY)
    assert first.asks == ("contact",)
    assert turn(situation, heard=HURRY, memory=first.memory).asks == (), "once"
    assert turn(situation, heard=HURRY, grid=REACHABLE).asks == ()
    assert turn(situation, heard=HURRY, channel="email").asks == ()
    assert turn(situation, heard=HURRY, grid={"timing": Slot("declined")}).asks == ()


def test_whoever_wants_the_product_at_once_is_asked_where_to_reach_them() -> None:
    heard = Understanding("ja", ("give_timing",), timing=Timing("asap"), hurry=True)
    plan = turn(S.INFORMATION, heard=heard, grid={"timing": Slot("known", normal={"kind": "asap"})}, learned={"timing"})
    assert plan.asks == ("contact",)


def test_a_hurry_about_this_talk_is_remembered_and_one_about_the_purchase_is_none() -> None:
    assert turn(S.QUESTION, heard=HURRY).memory.hurry
    assert not turn(S.INFORMATION, heard=replace(HURRY, timing=Timing("asap"))).memory.hurry


@pytest.mark.parametrize(
    ("lead", "said", "by_a_person"), [("prospect", "not_now", True), ("student", "try_later", False)]
)
def test_documents_that_cannot_be_read_are_not_said_to_lack_an_answer(lead: str, said: str, by_a_person: bool) -> None:
    plan = turn(S.QUESTION, unavailable=True, lead_kind=lead, text="料金はいくらですか")
    assert kinds(plan) == [said]
    assert (said in BY_A_PERSON) is by_a_person
    facts = TurnFacts("ja", S.QUESTION, Understanding("ja", ()), {}, frozenset(), Memory(), text="料金はいくらですか")
    assert left_open(facts, plan) == (), "the documents lack nothing"


def test_whoever_thinks_it_over_hears_what_stays_and_is_asked_nothing() -> None:
    plan = turn(S.LATER)
    assert (kinds(plan), plan.asks, plan.state, plan.handoff) == (["later"], (), "parked", None)
    waits = turn(S.HUMAN).memory
    assert turn(S.LATER, memory=waits).state == "waiting"
    assert turn(S.LATER, memory=turn(S.REFUSAL).memory).state == "ended"


def test_whoever_asks_inside_is_offered_a_draft_memo_once() -> None:
    inside = {"authority": Slot("known", "ringi", {"value": "ringi"})}
    memory = Memory(replies=1)
    plan = turn(S.LATER, memory=memory, grid=inside, learned=frozenset({"authority"}))
    assert kinds(plan) == ["approval", "later", "offer_pack"]
    assert kinds(turn(S.LATER, memory=memory)) == ["later", "offer_document"]
    for text in ("社内で検討します", "Let me check with my boss"):
        assert kinds(turn(S.LATER, memory=memory, text=text)) == ["later", "offer_pack"]
    offered = replace(memory, said=("act.offer_pack.2",))
    assert kinds(turn(S.LATER, memory=offered, grid=inside)) == ["later"]
    told = turn(S.INFORMATION, memory=replace(memory, asked=("challenge", "timing", "contact", "tool")), grid=inside)
    assert kinds(told)[-1] == "offer_pack", "no dead end"


@pytest.mark.parametrize(("method", "said"), [("email", "mail_instead"), ("none", "call_dropped")])
def test_whoever_takes_back_the_call_hears_that_nobody_calls_and_the_rep_does_too(method: Any, said: str) -> None:
    heard = Understanding(
        "ja", ("give_contact",), callback=Callback(method=method), contact=ContactData(email="a@b.example")
    )
    plan = turn(S.INFORMATION, memory=CALLED, heard=heard, grid=REACHABLE, learned=frozenset({"contact"}))
    assert kinds(plan) == ["thanks_for_contact", said]
    assert plan.handoff == "no_call_any_more"
    assert said not in kinds(turn(S.INFORMATION, memory=plan.memory, heard=heard, grid=REACHABLE))
    assert said not in kinds(turn(S.INFORMATION, heard=heard, grid=REACHABLE)), "no call was wished for"


def test_days_named_for_a_meeting_and_for_a_paper_are_said_back_but_not_to_a_stranger() -> None:
    days = Phrased(meeting="12月1日（火）か12月2日（水）13:00〜18:00", paper_by="12月4日（金）")
    for situation, said in ((S.MEETING, "meeting_noted"), (S.QUESTIONNAIRE, "questionnaire_noted")):
        assert kinds(turn(situation, phrased=days)) == [said]
        stranger = turn(situation, phrased=days, verified=False, channel="email")
        assert not any("12月" in value for act in stranger.acts for value in act.data.values())
    moved = turn(S.MEETING, phrased=Phrased(meeting="12月3日（木）10:00"), memory=turn(S.MEETING, phrased=days).memory)
    assert [act.data.get("when") for act in moved.acts] == ["12月3日（木）10:00"]


@pytest.mark.parametrize(
    "text",
    [
        "予約は取れましたか？",
        "デモの日程は決まりましたか",
        "Is my demo confirmed?",
        "Has the meeting been scheduled yet?",
    ],
)
@pytest.mark.parametrize("situation", [S.WHEN, S.QUESTION, S.MEETING])
def test_nobody_is_told_that_a_meeting_stands_that_nobody_has_confirmed(text: str, situation: Situation) -> None:
    plan = turn(situation, text=text, memory=turn(S.MEETING).memory)
    assert (kinds(plan), plan.handoff) == (["not_fixed"], "when")


@pytest.mark.parametrize("text", ["When will I get the quote?", "見積書はいつもらえますか"])
def test_whoever_asks_when_the_quote_comes_is_not_answered_as_if_they_wished_for_one(text: str) -> None:
    first = turn(S.QUOTE, text=text)
    assert kinds(first) == ["quote"]
    later = replace(first.memory, last_acts=("thanks",))
    assert (kinds(turn(S.QUOTE, text=text, memory=later)), turn(S.QUOTE, text=text).handoff) == (["when_open"], "quote")
    assert kinds(turn(S.QUOTE, text="見積もりを30台でお願いします", memory=later)) == ["quote"]


@pytest.mark.parametrize("text", ["いつもらえますか？", "見積書はいつ届きますか", "And when will I get it?"])
def test_whoever_was_promised_something_asks_for_it_in_few_words(text: str) -> None:
    assert HOW_LONG.match(text)
    assert not HOW_LONG.match("いつから使えますか")


@pytest.mark.parametrize("text", ["いつから使えますか", "What time is the office open?", "日程を相談したいです"])
def test_other_questions_about_time_are_not_taken_for_that_one(text: str) -> None:
    assert turn(S.QUESTION, text=text).reason == "question"


@pytest.mark.parametrize(
    "text", ["もう解約します。", "Useless. Cancel our contract.", "please terminate the agreement"]
)
def test_whoever_cancels_hears_regret_and_that_a_person_goes_through_it(text: str) -> None:
    for situation in (S.SUPPORT, S.COMPLAINT, S.CUSTOMER, S.QUESTION):
        plan = turn(situation, text=text)
        assert (kinds(plan), plan.handoff, plan.state) == (["cancellation"], "cancellation", "waiting")


@pytest.mark.parametrize(
    "text", ["解約はいつでもできますか", "Can we cancel the plan at any time?", "最低契約期間は？"]
)
def test_a_question_about_cancelling_is_a_question(text: str) -> None:
    assert turn(S.QUESTION, text=text).reason == "question"


def test_a_name_without_an_address_is_thanked_for_and_says_what_is_missing() -> None:
    asked = Memory(asked=("contact",), last_asked="contact", replies=2)
    heard = Understanding("ja", ("give_contact",), contact=ContactData(name="高木"))
    plan = turn(S.INFORMATION, memory=asked, heard=heard, grid={"name": Slot("known")}, learned=frozenset({"name"}))
    assert [(act.kind, act.data) for act in plan.acts] == [("name_only", {"name": "高木様"})]


def test_an_address_is_thanked_for_by_name_in_a_chat() -> None:
    contact = ContactData(name="Dana Ruiz", email="dana@larch.example")
    gave: dict[str, Any] = {"grid": REACHABLE, "learned": frozenset({"contact", "name"})}
    plan = turn(S.INFORMATION, heard=Understanding("en", (), contact=contact), lang="en", **gave)
    assert plan.acts[0].data == {"name": "Dana"}
    odd = ContactData(name="win at casino.example", email="x@y.example")
    assert turn(S.INFORMATION, heard=Understanding("ja", (), contact=odd), **gave).acts[0].data == {}


def test_the_draft_memo_is_given_again_when_the_problem_becomes_known() -> None:
    memory = Memory(replies=1, state="parked", said=("pack.head", "pack.challenge_untold"))
    plan = turn(S.INFORMATION, memory=memory, grid=TOLD, learned=frozenset({"challenge"}), case=passage("case"))
    assert kinds(plan) == ["mirror", "pack"]
    assert plan.acts[1].data["challenge"] == "夜間に設備が止まる"
    filled = replace(memory, said=(*memory.said, "pack.head_again", "pack.challenge"))
    assert "pack" not in kinds(turn(S.INFORMATION, memory=filled, grid=TOLD, learned=frozenset({"challenge"})))
