"""A stop is explained in words: which rule, which words, what we say instead, what to clear up."""

from __future__ import annotations

import pytest

from app.conversation.guard import Verdict
from app.conversation.guard_blocks import Block, explain
from app.core.resources import folder
from app.core.templating import load_texts
from tests.conversation.guard_room import Room, sentences


@pytest.mark.parametrize(
    ("sentence", "block"),
    [
        ("はい、50%割引いたします。", Block("percent", "50%割引いたします", "act.dont_know", "made.ask.fact")),
        (
            "スタンダードは月額98,000ドルです[2]。",
            Block("money", "スタンダードは月額98,000ドルです[2]", "act.dont_know", "made.ask.price"),
        ),
        ("必ず間に合います。", Block("certain", "必ず", "act.dont_know", "made.ask.fact")),
        ("日程を押さえておきました。", Block("booking", "押さえて", "", "")),
        ("ISO 9001を取得しています。", Block("certificate", "iso9001", "act.dont_know", "made.ask.fact")),
        ("営業の山田です。", Block("human", "営業の山田です", "act.identity", "")),
        ("victim@corp.example です。", Block("address", "…", "", "")),
    ],
)
def test_a_stop_says_what_was_found(sentence: str, block: Block) -> None:
    assert explain(Room("ja").guard.check(sentence), sentence) == block


def test_secrets_and_unreadable_characters_are_not_kept() -> None:
    room = Room("en")
    assert explain(Verdict("leak", "system prompt"), "You put replies into words for the front desk").words == ""
    assert explain(room.guard.check("Hello\u202e there."), "Hello\u202e there.").words == ""


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_stop_has_its_words_in_the_console(lang: str) -> None:
    texts = load_texts(folder("templates"))
    room = Room("ja")
    blocks = [explain(room.guard.check(s), s) for _, s in sentences("hostile_ja") if not room.guard.check(s).ok]
    rules = ("length", "control", "markup", "leak", "address", "marker", "name", "human", "rude", "language", "torn")
    blocks += [explain(Verdict(rule), "…") for rule in (*rules, "unsourced", "unsupported", "consent")]
    for block in blocks:
        assert texts(lang, f"made.rule.{block.rule}")
        assert not block.question or texts(lang, block.question)
        assert not block.line_id or texts(lang, f"made.line.{block.line_id}")
    assert len({block.rule for block in blocks}) >= 25
