"""The plan never asks what it must not ask, whatever the prospect says in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.conversation.asking import MOST_ASKS, NO_QUESTIONS
from app.conversation.memory import Memory
from app.conversation.plan import decide, left_open
from app.conversation.situations import Situation
from app.conversation.slots import SETTLED, Slot
from app.conversation.turn_facts import TurnFacts
from app.retrieval.passages import Answer, Citation, Passage, Verdict
from app.understanding.facts import Understanding

SLOTS = ("challenge", "timing", "contact")
STATUS = st.sampled_from(["unknown", "asked", "known", "declined", "corrected"])
GRID = st.dictionaries(st.sampled_from(SLOTS), STATUS.map(lambda status: Slot(status, "x", {}, "x")))
HEARD = st.builds(
    Understanding,
    lang=st.sampled_from(["ja", "en"]),
    intents=st.lists(st.sampled_from(["ask_price", "give_contact", "request_demo_meeting"]), max_size=2).map(tuple),
    hurry=st.booleans(),
)
TURNS = st.lists(st.tuples(st.sampled_from(list(Situation)), GRID, HEARD), min_size=1, max_size=10)


@given(TURNS)
@settings(max_examples=300, derandomize=True)
def test_no_slot_is_asked_twice_when_settled_or_after_a_refusal(
    turns: list[tuple[Situation, dict, Understanding]],
) -> None:  # type: ignore[type-arg]
    memory = Memory()
    for situation, grid, heard in turns:
        plan = decide(TurnFacts("ja", situation, heard, grid, frozenset(), memory))
        assert len(plan.asks) <= 1
        for slot in plan.asks:
            assert slot not in memory.asked
            assert grid.get(slot, Slot()).status not in SETTLED
            assert not any(slot.status == "declined" for slot in grid.values())
            assert not heard.hurry
            assert situation not in NO_QUESTIONS
        memory = plan.memory
    assert len(memory.asked) <= MOST_ASKS
    assert len(set(memory.asked)) == len(memory.asked)


@given(TURNS)
@settings(max_examples=200, derandomize=True)
def test_every_turn_says_something_and_remembers_itself(turns: list[tuple[Situation, dict, Understanding]]) -> None:  # type: ignore[type-arg]
    memory = Memory()
    for situation, grid, heard in turns:
        plan = decide(TurnFacts("en", situation, heard, grid, frozenset(), memory))
        assert plan.acts
        assert Memory.read(plan.memory.stored()) == plan.memory
        memory = plan.memory


@pytest.mark.parametrize(
    ("situation", "verdict", "learned", "kept"),
    [
        (Situation.UNCLEAR, "maybe", False, "maybe"),
        (Situation.UNCLEAR, "maybe", True, None),
        (Situation.UNCLEAR, "unknown", False, None),
        (Situation.QUOTE, "maybe", True, "maybe"),
        (Situation.QUESTION, "maybe", False, "maybe"),
        (Situation.QUESTION, "unknown", False, "unknown"),
        (Situation.QUESTION, "answer", False, None),
    ],
)
def test_what_a_reply_leaves_open_is_kept_whatever_it_says_instead(
    situation: Situation, verdict: Verdict, learned: bool, kept: str | None
) -> None:
    near = Passage("1", "1", "a.md", "Pumps", None, None, "en", "document", "We watch pumps.", 1.0, None)
    cited = () if verdict == "unknown" else (Citation(1, near),)
    answer = Answer("We watch pumps.", cited, verdict)
    told = frozenset({"timing"} if learned else set[str]())
    facts = TurnFacts("en", situation, Understanding("en", ()), {}, told, Memory(), answer=answer, text="pumps?")
    assert left_open(facts, decide(facts)) == kept
