"""What is said about the talk itself: who made it, an apology, a goodbye; a trial; and what comes after an opt-out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.conversation.acts import Act, ActKind
from app.conversation.compose import compose
from app.conversation.memory import Memory
from app.conversation.situations import Situation
from app.conversation.slots import Slot
from app.conversation.turn_facts import Channel
from app.core.resources import folder
from app.core.templating import load_texts
from app.retrieval.passages import CaseFacts
from app.understanding.facts import Callback, Lang, Understanding
from tests.conversation.plans import answered, kinds, passage, turn, unknown

S = Situation
TEXTS = load_texts(folder("templates"))
CASE = CaseFacts(industry="食品", figure="廃棄が減少", customer="海辺の氷株式会社")
INSULTED = Memory(said=("opener.abuse", "act.abuse"), last_acts=("abuse",), state="waiting", replies=1)
OPTED_OUT = Memory(refused=("messages",), state="ended", replies=2)
COMPLAINED = Memory(said=("act.complaint",), state="waiting", waiting_for_person=True, replies=2)
RECEIVED: tuple[ActKind, ...] = (
    "approval",
    "thanks_for_contact",
    "no_calls",
    "timing_noted",
    "corrected",
    "mirror",
    "no_need",
)
WHO_MADE_IT = (
    "このチャット、どこの会社のシステムですか",
    "このチャットってどこの会社が作ってるの?",
    "このボットは何というソフトですか",
    "who makes this chat",
    "And who built this chat thing anyway?",
    "What company is behind this chatbot?",
)
TRIALS = (
    "じゃあトライアル申し込みたいです",
    "お試しをお願いします",
    "一度試してみたいです",
    "could we try it before the end of the year",
    "ok sign me up for the trial, you can mail me about that and only that",
    "We want a free trial.",
    "I'd like a free trial",
    "Could we have a trial?",
)


@pytest.mark.parametrize("text", WHO_MADE_IT)
@pytest.mark.parametrize("situation", [S.QUESTION, S.IDENTITY, S.UNCLEAR, S.SMALLTALK])
def test_whoever_asks_who_made_the_chat_hears_that_and_nothing_else(text: str, situation: Situation) -> None:
    plan = turn(situation, text=text, answers=(answered("", "30日間無料です"),))
    assert (kinds(plan), plan.asks, plan.handoff) == (["maker"], (), None)


@pytest.mark.parametrize("text", ["いや、チャットを作ってる会社です", "no, not Minamo, the chat software"])
def test_asked_again_it_is_said_again(text: str) -> None:
    assert kinds(turn(S.UNCLEAR, text=text, memory=Memory(last_acts=("identity",), replies=1))) == ["maker"]
    assert "maker" not in kinds(turn(S.UNCLEAR, text=text, memory=Memory(replies=1)))


ELSE = ("どの会社のセンサーとつながりますか", "Who makes your sensors?", "AIはどこの会社と連携していますか")


@pytest.mark.parametrize("text", ELSE)
def test_who_makes_anything_else_is_a_question_like_others(text: str) -> None:
    assert kinds(turn(S.QUESTION, text=text, answers=(answered("", "自社製です"),))) == ["answer"]


def test_beside_another_question_it_is_said_last_and_not_looked_up() -> None:
    seen, made = "前もって分かりますか?", "このチャットってどこの会社が作ってるの?"
    plan = turn(S.QUESTION, text=seen + made, answers=(answered(seen, "23日前に分かります"), unknown(made)))
    assert kinds(plan) == ["answer", "maker"]
    assert not plan.acts[0].data["question"], "one question is left, so none is named"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("channel", ["chat", "email"])
def test_the_software_is_named_with_who_runs_it(lang: Lang, channel: Channel) -> None:
    plan = replace(turn(S.IDENTITY), acts=(Act("maker"),), asks=())
    for seed in "abcdefgh":
        text = compose(plan, TEXTS, lang=lang, channel=channel, seed=seed).text
        assert "Sokuo" in text
        assert "AI" in text
        assert ("当社" in text) if lang == "ja" else ("ourselves" in text or "our own" in text)


@pytest.mark.parametrize("text", ["…すみません、気が立ってました", "sorry, I'm stressed", "That was uncalled for."])
def test_an_apology_after_an_insult_is_taken_kindly_once(text: str) -> None:
    plan = turn(S.UNCLEAR, text=text, memory=INSULTED)
    assert kinds(plan)[0] == "no_harm"
    assert "reminder" not in kinds(plan)
    again = turn(S.UNCLEAR, text=text, memory=replace(INSULTED, said=("act.abuse", "act.no_harm.2")))
    assert "no_harm" not in kinds(again)


def test_what_is_told_beside_an_apology_is_heard_without_the_mood() -> None:
    grid = {"challenge": Slot("known", "x", {}, "ブロワーがまた止まって気が立ってました")}
    text = "すみません、言い過ぎました。ブロワーがまた止まって気が立ってました"
    plan = turn(S.INFORMATION, text=text, memory=INSULTED, grid=grid, learned=frozenset({"challenge"}))
    assert kinds(plan)[:2] == ["no_harm", "mirror"]
    assert plan.acts[1].data["challenge"] == "ブロワーがまた止まって"


def test_sorry_without_an_insult_is_no_apology() -> None:
    for text in ("すみません、木曜でお願いします", "sorry, make that Thursday"):
        assert "no_harm" not in kinds(turn(S.INFORMATION, text=text, memory=Memory(replies=1)))


@pytest.mark.parametrize("text", ["社長に聞かないと何とも言えん。今日はこのへんで", "My boss decides. talk later"])
def test_whoever_leaves_is_let_go_without_a_question(text: str) -> None:
    grid = {"authority": Slot("known", "superior", {"value": "superior"})}
    for situation in (S.INFORMATION, S.UNCLEAR, S.LATER):
        plan = turn(situation, text=text, grid=grid, learned=frozenset({"authority"}), memory=Memory(replies=2))
        assert (kinds(plan), plan.asks) == (["approval", "later", "offer_pack"], ())
        assert (plan.state, plan.handoff) == ("parked", None)


@pytest.mark.parametrize("text", TRIALS)
def test_a_trial_is_no_meeting(text: str) -> None:
    for situation in (S.MEETING, S.QUESTION, S.INFORMATION, S.UNCLEAR):
        plan = turn(situation, text=text)
        assert (kinds(plan), plan.handoff, plan.reason) == (["trial"], "trial", "trial")
        assert plan.asks == ("contact",)


@pytest.mark.parametrize("text", TRIALS)
def test_a_trial_after_an_opt_out_is_passed_on_and_answered_in_the_chat(text: str) -> None:
    for situation in (S.MEETING, S.INFORMATION, S.UNCLEAR, S.THANKS):
        chat = turn(situation, text=text, memory=OPTED_OUT)
        assert (kinds(chat), chat.handoff, chat.silent) == (["trial_only"], "after_opt_out", False)
        mail = turn(situation, text=text, memory=OPTED_OUT, channel="email")
        assert (mail.silent, mail.handoff) == (True, "after_opt_out")


def test_what_is_told_after_an_opt_out_gets_a_word_and_a_person() -> None:
    told: tuple[dict[str, Any], ...] = (
        {"learned": frozenset({"name"})},
        {"heard": Understanding("en", (), callback=Callback(method="email"))},
    )
    for more in told:
        plan = turn(S.UNCLEAR, text="Jess Pruitt, mail is fine", memory=OPTED_OUT, **more)
        assert plan.acts
        assert plan.handoff == "after_opt_out"
    assert turn(S.UNCLEAR, text="はい、それで結構です", memory=OPTED_OUT).silent


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_whoever_complained_and_asks_when_hears_that_we_are_sorry(lang: Lang) -> None:
    plan = replace(turn(S.WHEN, memory=COMPLAINED), asks=())
    assert (kinds(plan), plan.handoff) == (["when_open"], "when")
    for seed in "abcdefgh":
        text = compose(plan, TEXTS, lang=lang, seed=seed, said=("act.complaint",)).text
        assert any(word in text.lower() for word in ("申し訳", "お詫び", "sorry"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_that_a_person_is_told_is_said_by_one_act_of_a_reply(lang: Lang) -> None:
    data = {"challenge": "x", "window": "x"}
    acts = [Act(kind, data) for kind in RECEIVED] + [Act("thanks_for_contact", {"name": "x"})]
    for act in acts:
        plan = replace(turn(S.INFORMATION), acts=(act,), asks=())
        for seed in "abcdefgh":
            text = compose(plan, TEXTS, lang=lang, seed=seed, said=("x",)).text
            assert not any(word in text for word in ("担当者に", "申し送", "our team")), text


def test_a_customers_story_does_not_answer_what_was_only_told() -> None:
    told = answered("", "廃棄は年3.1トンになりました")
    passage = replace(told.answer.citations[0].passage, case=CASE)
    told = replace(told, answer=replace(told.answer, citations=(replace(told.answer.citations[0], passage=passage),)))
    memory = Memory(state="waiting", replies=2)
    assert kinds(turn(S.UNCLEAR, text="古い圧縮機が8月に壊れた", answers=(told,), memory=memory)) == ["reminder"]
    assert "answer" in kinds(turn(S.UNCLEAR, text="圧縮機は?", answers=(told,), memory=memory))


@pytest.mark.parametrize("text", ["Sign me up. Nora Bell", "じゃあ申し込みます", "ぜひお願いします"])
def test_who_goes_for_the_trial_spoken_of_before_hears_that_a_person_sees_to_it(text: str) -> None:
    plan = turn(S.INFORMATION, text=text, before="トライアルは30日間、無料です。", memory=Memory(replies=1))
    assert (kinds(plan), plan.handoff) == (["trial"], "trial")
    assert turn(S.INFORMATION, text=text, before="電池は5年です。", memory=Memory(replies=1)).handoff is None


@pytest.mark.parametrize("text", ["Do you have a free trial?", "トライアルは無料ですか", "How does the trial work?"])
def test_a_question_about_the_trial_is_answered(text: str) -> None:
    plan = turn(S.QUESTION, text=text, answers=(answered("", "30日間無料です"),))
    assert (kinds(plan), plan.handoff) == (["answer"], None)


ABOUT_IT = (
    "It's a video call, right?",
    "Who will be on the call?",
    "how long will the demo be",
    "is it online?",
    "Can you send me the invite",
    "打ち合わせはオンラインですか",
    "当日は誰が参加しますか",
    "デモは何分くらいですか",
    "Zoomですか?",
)
NOT_ABOUT_IT = (
    "Does it work with Microsoft Teams?",
    "Does it call me at night?",
    "How long is the battery life?",
    "電話での問い合わせはできますか",
    "Slackに通知できますか",
    "センサーは屋外でも使えますか",
    "設置は誰が対応しますか",
    "データはオンラインですか",
    "Can I use it online?",
    "What does the call quality monitoring cost?",
)


@pytest.mark.parametrize("text", ABOUT_IT)
@pytest.mark.parametrize("wish", ["request_demo_meeting", "call"])
def test_how_the_meeting_goes_is_left_to_who_arranges_it(text: str, wish: str) -> None:
    wished = Memory(acts=(wish,), replies=2)
    plan = turn(S.QUESTION, text=text, memory=wished, answers=(answered("", "夜間の呼び出しが減りました"),))
    assert (kinds(plan), plan.reason) == (["meeting_open"], "about_the_meeting")
    assert kinds(turn(S.QUESTION, text=text, answers=(answered("", "30分です"),))) == ["answer"]


@pytest.mark.parametrize("text", NOT_ABOUT_IT)
def test_a_question_about_the_product_is_answered_beside_a_meeting(text: str) -> None:
    wished = Memory(acts=("request_demo_meeting",), replies=2)
    assert "answer" in kinds(turn(S.QUESTION, text=text, memory=wished, answers=(answered("", "できます"),)))


@pytest.mark.parametrize("text", ["Hi, do you support English?", "英語で対応できますか", "Can we switch to Japanese?"])
def test_who_wonders_about_the_language_hears_which_ones_there_are(text: str) -> None:
    for memory in (Memory(), Memory(replies=1)):
        assert kinds(turn(S.SMALLTALK, text=text, memory=memory)) == ["both_languages"]
    assert kinds(turn(S.SMALLTALK, text="こんにちは")) == ["hello"]


@pytest.mark.parametrize("text", ["ok", "sure", "👍", "はい"])
def test_a_small_yes_to_our_offer_of_a_person_is_one(text: str) -> None:
    offered = Memory(last_acts=("offer_person",), failures=2, replies=3)
    for situation in (S.UNCLEAR, S.SMALLTALK):
        assert turn(situation, text=text, memory=offered).handoff == "human"
    assert turn(S.SMALLTALK, text=text, memory=Memory(replies=3)).handoff is None


def test_a_correction_of_what_no_slot_holds_is_not_asked_to_be_clearer() -> None:
    heard = Understanding("ja", ("unclear",), corrects=True)
    assert "unclear" not in kinds(turn(S.UNCLEAR, text="30台じゃなくて20台でした", heard=heard))


@pytest.mark.parametrize("situation", [S.JOB, S.PITCH, S.COMPETITOR, S.OFF_TOPIC, S.UNCLEAR])
def test_whatever_is_asked_after_an_opt_out_gets_a_word_in_the_chat_once(situation: S) -> None:
    asked = "価格を教えてください"
    plan = turn(situation, text=asked, memory=OPTED_OUT)
    assert (kinds(plan), plan.asks, plan.handoff) == (["unclear"], (), None)
    assert turn(situation, text=asked, memory=plan.memory).silent
    assert turn(situation, text=asked, memory=OPTED_OUT, channel="email").silent
    for told in ("はい、それで結構です", "もう送らないでください"):
        assert turn(situation, text=told, memory=OPTED_OUT).silent


def test_no_success_is_told_to_who_has_trouble_or_waits_unless_they_ask_for_one() -> None:
    story = passage("case", case=CASE)
    told = answered("", "夜間の呼び出しが月1回になりました")
    told = replace(told, answer=replace(told.answer, citations=(replace(told.answer.citations[0], passage=story),)))
    waiting = Memory(state="waiting", waiting_for_person=True, replies=1)
    asks = Understanding("ja", ("ask_case_study",))
    for memory, more in ((COMPLAINED, {}), (waiting, {}), (Memory(replies=1), {"lead_kind": "customer"})):
        plan = turn(S.QUESTION, text="電池は?", memory=memory, case=story, answers=(answered("", "5年です"),), **more)
        assert kinds(plan) == ["answer"]
        assert "case" in kinds(turn(S.QUESTION, text="事例は?", memory=memory, case=story, heard=asks)) or more
    assert "answer" not in kinds(turn(S.QUESTION, text="誰が来ますか", memory=COMPLAINED, answers=(told,)))
    assert "case" in kinds(turn(S.QUESTION, text="電池は?", case=story, answers=(answered("", "5年です"),)))
