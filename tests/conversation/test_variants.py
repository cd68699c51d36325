"""No line twice in a conversation, while there is another way to say it."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.acts import BY_A_PERSON, Act, ActKind
from app.conversation.compose import compose
from app.conversation.memory import Memory
from app.conversation.plan import Plan
from app.conversation.situations import Situation
from app.conversation.turn_facts import Channel
from app.conversation.variants import pick
from app.core.resources import folder
from app.core.templating import LANGS, load_texts
from app.understanding.facts import Lang

TEXTS = load_texts(folder("templates"))
PLACES = ("text", "title", "challenge", "customer", "industry", "figure", "when", "window", "documents")
GIVEN = {**dict.fromkeys(PLACES, "x"), "asked": "y", "addressee": "z", "question": ""}
KINDS = get_args(ActKind)
SELDOM = frozenset({"answer", "pack", "hello", "opt_out"})  # a document's words, or said once in a conversation


def test_a_variant_is_not_repeated_before_all_have_been_said() -> None:
    said: list[str] = []
    for _ in range(7):
        said.append(pick(3, said=said, text_id="act.x", seed="any"))
    assert set(said[:3]) == {"act.x", "act.x.2", "act.x.3"}
    assert said[:3] == said[3:6]
    assert said[6] == said[0]


def test_without_a_seed_variants_come_in_order_and_a_seed_always_chooses_the_same() -> None:
    assert pick(3, said=(), text_id="act.x", seed="") == "act.x"
    assert pick(3, said=("act.x",), text_id="act.x", seed="") == "act.x.2"
    chosen = {pick(3, said=(), text_id="act.x", seed=f"message {n}") for n in range(20)}
    assert chosen == {"act.x", "act.x.2", "act.x.3"}
    assert len({pick(3, said=(), text_id="act.x", seed="message") for _ in range(5)}) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_may_be_said_again_can_be_said_in_three_ways(kind: ActKind) -> None:
    text_id = f"act.{kind}"
    if kind in SELDOM:
        assert kind == "pack" or TEXTS.has("ja", text_id)
        return
    for each in (text_id, f"{text_id}_of", f"act.mail.{kind}"):
        ways = TEXTS.variants("ja", each)
        assert ways >= 3 or (each != text_id and ways == 0), each


@pytest.mark.parametrize("text_id", ["ask.challenge", "ask.timing", "ask.contact", "ask.contact_call", "ask.mail.one"])
def test_a_question_has_more_than_one_wording(text_id: str) -> None:
    assert TEXTS.variants("ja", text_id) >= 2
    assert TEXTS.variants("en", text_id) >= 2


@given(
    st.lists(st.sampled_from([kind for kind in KINDS if kind not in SELDOM]), max_size=25).filter(
        lambda kinds: all(kinds.count(kind) <= 3 for kind in kinds)
    ),
    st.sampled_from(LANGS),
    st.sampled_from(["chat", "email"]),
    st.text(max_size=5),
)
def test_no_line_is_said_twice_in_a_conversation(kinds: list[ActKind], lang: Lang, channel: Channel, seed: str) -> None:
    said: tuple[str, ...] = ()
    lines: list[str] = []
    for kind in kinds:
        plan = Plan(Situation.QUESTION, (Act(kind, GIVEN),), (), None, Memory())
        draft = compose(plan, TEXTS, lang=lang, channel=channel, seed=seed, said=said)
        said += draft.said
        lines += [line.text for line in draft.lines]
    assert len(lines) == len(set(lines))
    assert len([name for name in said if name.startswith("act.")]) == len(kinds)


@pytest.mark.parametrize("kind", sorted(BY_A_PERSON))
def test_whatever_a_person_is_to_do_has_its_words_in_the_briefing(kind: ActKind) -> None:
    assert TEXTS.has("ja", f"briefing.told.{kind}")
    assert TEXTS.has("en", f"briefing.told.{kind}")
