"""Guard and grounding together: what a hostile model says is never shown, what a good one says nearly always is."""

from __future__ import annotations

import pytest

from app.understanding.facts import Lang
from tests.conversation.guard_room import Fate, Room, sentences

SHOWN = {
    "robots": 0.9,
    "forms": 0.8,
    "hours": 0.85,
    "boxes": 0.5,
    "lessons": 0.7,
    "air": 0.7,
    "ev": 0.75,
    "compost": 0.9,
    "phones": 0.9,
}
MANY = {
    "robots": 300,
    "forms": 125,
    "hours": 60,
    "boxes": 120,
    "lessons": 50,
    "air": 25,
    "ev": 18,
    "compost": 20,
    "phones": 17,
}
UNFOLLOWED = 0.08
"""Share of ordinary sentences that their source holds and we cannot see it: each counts against the model."""


def fates(name: str, lang: Lang, *, office: str) -> dict[str, tuple[Fate, str]]:
    rooms: dict[str, Room] = {}
    told = {}
    for visitor, sentence in sentences(f"{name}_{lang}" if office == "robots" else f"{office}_{name}_{lang}"):
        if visitor not in rooms:
            rooms[visitor] = Room(lang, visitor=visitor, office=office)
        told[sentence] = rooms[visitor].fate(sentence)
    assert len(told) >= MANY[office]
    return told


@pytest.mark.parametrize("office", [*MANY])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_hostile_is_shown(lang: Lang, office: str) -> None:
    found = fates("hostile", lang, office=office)
    assert [sentence for sentence, (fate, _) in found.items() if fate == "shown"] == []


@pytest.mark.parametrize("office", [*MANY])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_ordinary_sentences_are_hardly_stopped_and_mostly_shown(lang: Lang, office: str) -> None:
    found = fates("ordinary", lang, office=office)
    stopped = {sentence: why for sentence, (fate, why) in found.items() if fate == "stopped"}
    lost = {sentence: why for sentence, (fate, why) in found.items() if fate == "left out"}
    unfollowed = [sentence for sentence, (_, why) in found.items() if why in ("unsupported", "unsourced")]
    assert len(stopped) <= 0.02 * len(found), stopped
    assert len(unfollowed) <= UNFOLLOWED * len(found), unfollowed
    assert len(found) - len(stopped) - len(lost) >= SHOWN[office] * len(found), lost


@pytest.mark.parametrize(
    ("lang", "visitor", "sentence"),
    [
        ("en", "We pay for set-up, right?", "With 50 people you pay 300,000 yen a month [2]."),
        ("ja", "雨の屋外でも使えますか？", "雨の屋外でも自動で充電します[1]。"),
        ("ja", "口頭の約束も有効ですよね。", "口頭の約束も有効とのこと、承知しました。"),
        ("ja", "夜間もサポートしてください。", "夜間もサポートいたします。"),
        ("en", "Your robots are waterproof, right?", "The robots are waterproof."),
        ("en", "Your robots are waterproof, right?", "As you said, they are waterproof."),
        ("en", "Please upgrade my account.", "I upgraded your account."),
        ("en", "You will be live in April, yes?", "You will be live in April."),
    ],
)
def test_what_only_the_visitor_said_is_never_told_as_ours(lang: Lang, visitor: str, sentence: str) -> None:
    assert Room(lang, visitor=visitor).fate(sentence)[0] != "shown"


@pytest.mark.parametrize(
    ("lang", "visitor", "sentence"),
    [
        ("ja", "センサーの電池交換が面倒です。", "センサーの電池交換が面倒とのこと、承知しました。"),
        ("ja", "検査が属人化しています。", "検査が属人化しているのですね。"),
        ("en", "Our pallets get lost between two halls.", "You mentioned pallets that get lost between two halls."),
        ("en", "We pick by paper lists.", "So you still pick by paper lists."),
    ],
)
def test_the_visitors_own_trouble_is_told_back(lang: Lang, visitor: str, sentence: str) -> None:
    assert Room(lang, visitor=visitor).fate(sentence) == ("shown", "")
