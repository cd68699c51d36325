"""Questions that name nothing but us and our help."""

from __future__ import annotations

import pytest

from app.conversation.general_questions import asks_only_for_help
from app.conversation.situations import Situation
from app.conversation.slots import Slot
from app.conversation.turn_facts import Answered
from app.retrieval.passages import Answer, Citation
from app.understanding.facts import Understanding
from tests.conversation.plans import answered, kinds, passage, turn

GENERAL = """
御社のセンサーで対応できますか|御社の製品で解決できますでしょうか。|こういう場合でも対応可能ですか|なんとかなりませんか
ご相談できますか|相談に乗っていただけますか|御社のサービスで改善できるでしょうか|助けていただけませんか
何か良い方法はありませんか|どうすればいいですか|うちでも対応できますか|御社で対応可能でしょうか。
can you help?|Can you help us with this?|Could your sensors help?|Is this something you can help with?
is that something you guys do|Would your system be able to prevent this?|Do you have anything for that?
So can you help us out?|Any ideas?|what would you recommend|Can Minamo Sense help with our problem?
"""
OF_SOMETHING = """
ベアリングの故障は検知できますか|-20℃の冷凍庫でも対応できますか|防爆エリアに対応できますか|Modbusに対応できますか
英語で対応できますか|御社のセンサーで温度は測れますか|サポートはありますか|何の製品ですか|どのような課題を解決できますか
Can you help with installation?|Could your sensors detect cavitation?|Do you have a solution for explosive areas?
What do you recommend for gearboxes?|Can you support MQTT?|what products do you have|What problems do you solve?
what do you do?|How does it help?|can it do that|Is this something we can rent?
"""


def rows(table: str) -> list[str]:
    return [one for line in table.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", rows(GENERAL))
def test_what_names_only_us_and_our_help_is_of_the_problem_beside_it(text: str) -> None:
    assert asks_only_for_help(text)


@pytest.mark.parametrize("text", rows(OF_SOMETHING))
def test_what_names_a_thing_is_a_question_of_its_own(text: str) -> None:
    assert not asks_only_for_help(text)


def test_who_asks_only_for_help_is_invited_to_go_on_and_hears_of_no_lack() -> None:
    assert kinds(turn(Situation.QUESTION, text="ご相談できますか")) == ["hello"]
    told = {"grid": {"challenge": Slot("known", "x", {}, "夜間に設備が止まる")}, "learned": frozenset({"challenge"})}
    assert kinds(turn(Situation.QUESTION, text="夜間に設備が止まる。対応できますか", **told)) == ["mirror"]


def test_a_question_beside_a_document_is_answered_or_admitted_and_the_document_named_once() -> None:
    heard = Understanding("ja", ("request_document", "ask_product"))
    sheet, text = passage("仕様"), "資料をください。防爆エリアで使えますか"
    beside = {"heard": heard, "text": text, "document": sheet}
    plan = turn(Situation.DOCUMENT, answers=(answered("防爆エリアで使えますか", "使えません。"),), **beside)
    assert kinds(plan)[:2] == ["document", "answer"]
    unknown = Answered("防爆エリアで使えますか", Answer("", (), "unknown"))
    assert kinds(turn(Situation.DOCUMENT, answers=(unknown,), **beside))[:2] == ["document", "dont_know"]
    half = Answered("防爆エリアで使えますか", Answer("", (Citation(1, sheet),), "maybe"))
    assert kinds(turn(Situation.DOCUMENT, answers=(half,), **beside)) == ["document"]
