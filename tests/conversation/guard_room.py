"""One reply of a fictional company, its facts, and what becomes of a sentence a model would add to it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.conversation.grounding import Ground
from app.conversation.guard import Guard, GuardFacts
from app.conversation.phrases import asks, is_courtesy
from app.core.resources import folder
from app.llm.prompts import Prompts
from app.understanding.facts import Lang
from tests.conversation import (
    guard_air,
    guard_boxes,
    guard_compost,
    guard_ev,
    guard_forms,
    guard_hours,
    guard_lessons,
    guard_phones,
)
from tests.conversation.test_guard_ordinary import APPROVED_EN, APPROVED_JA, VISITOR_EN, VISITOR_JA

Fate = Literal["shown", "left out", "stopped"]
SENTENCES = Path(__file__).with_name("guard_sentences")
OUR_LINES = (6, 7)  # of the robot maker's approved texts, those that are lines of the plan and no passage
_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")


def sentences(name: str) -> list[tuple[str, str]]:
    """Return (visitor, sentence) of each row of a file; "{a|b}" stands for one sentence with each."""
    rows = (SENTENCES / f"{name}.txt").read_text("utf-8").splitlines()
    told = [row for row in rows if row and not row.startswith("#")]
    return [each for row in told for each in _spread(row)]


def _spread(row: str) -> list[tuple[str, str]]:
    visitor, _, sentence = row.rpartition(" => ")
    parts = _CHOICE.split(sentence)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return [(visitor, "".join(chosen)) for chosen in itertools.product(*choices)]


@dataclass(frozen=True)
class Office:
    """What a company approved: its passages, and the lines of its plan; and who writes to it."""

    passages: tuple[str, ...]
    ours: tuple[str, ...]
    visitor: str


def _robots(approved: tuple[str, ...], visitor: str) -> Office:
    ours = tuple(approved[n - 1] for n in OUR_LINES)
    return Office(tuple(text for text in approved if text not in ours), ours, visitor)


OFFICES: dict[tuple[str, Lang], Office] = {
    ("robots", "ja"): _robots(APPROVED_JA, VISITOR_JA),
    ("robots", "en"): _robots(APPROVED_EN, VISITOR_EN),
    ("forms", "ja"): Office(guard_forms.PASSAGES_JA, guard_forms.OURS_JA, guard_forms.VISITOR_JA),
    ("forms", "en"): Office(guard_forms.PASSAGES_EN, guard_forms.OURS_EN, guard_forms.VISITOR_EN),
    ("hours", "ja"): Office(guard_hours.PASSAGES_JA, guard_hours.OURS_JA, guard_hours.VISITOR_JA),
    ("hours", "en"): Office(guard_hours.PASSAGES_EN, guard_hours.OURS_EN, guard_hours.VISITOR_EN),
    ("air", "ja"): Office(guard_air.PASSAGES_JA, guard_air.OURS_JA, guard_air.VISITOR_JA),
    ("air", "en"): Office(guard_air.PASSAGES_EN, guard_air.OURS_EN, guard_air.VISITOR_EN),
    ("ev", "ja"): Office(guard_ev.PASSAGES_JA, guard_ev.OURS_JA, guard_ev.VISITOR_JA),
    ("ev", "en"): Office(guard_ev.PASSAGES_EN, guard_ev.OURS_EN, guard_ev.VISITOR_EN),
    ("boxes", "ja"): Office(guard_boxes.PASSAGES_JA, guard_boxes.OURS_JA, guard_boxes.VISITOR_JA),
    ("boxes", "en"): Office(guard_boxes.PASSAGES_EN, guard_boxes.OURS_EN, guard_boxes.VISITOR_EN),
    ("compost", "ja"): Office(guard_compost.PASSAGES_JA, guard_compost.OURS_JA, guard_compost.VISITOR_JA),
    ("compost", "en"): Office(guard_compost.PASSAGES_EN, guard_compost.OURS_EN, guard_compost.VISITOR_EN),
    ("phones", "ja"): Office(guard_phones.PASSAGES_JA, guard_phones.OURS_JA, guard_phones.VISITOR_JA),
    ("phones", "en"): Office(guard_phones.PASSAGES_EN, guard_phones.OURS_EN, guard_phones.VISITOR_EN),
    ("lessons", "ja"): Office(guard_lessons.PASSAGES_JA, guard_lessons.OURS_JA, guard_lessons.VISITOR_JA),
    ("lessons", "en"): Office(guard_lessons.PASSAGES_EN, guard_lessons.OURS_EN, guard_lessons.VISITOR_EN),
}


class Room:
    """What guard and grounding know while one reply is worded."""

    def __init__(self, lang: Lang, *, visitor: str = "", office: str = "robots") -> None:
        facts = OFFICES[office, lang]
        visitor = visitor or facts.visitor
        numbers = [1, 2, 3, 4, 5, 8] if office == "robots" else range(1, len(facts.passages) + 1)
        prompt = Prompts(folder("prompts")).render(
            "reply", {"lang": lang, "channel": "chat", "acts": [], "before": "", "after": "", "transcript": "hello"}
        )
        approved = (*facts.passages, *facts.ours)
        hosts = frozenset({"hakobi.example"})
        self.guard = Guard(GuardFacts(lang, prompt.system, prompt.canary, approved, visitor, hosts, citations=8))
        self.ground = Ground(dict(zip(numbers, facts.passages, strict=True)), free=facts.ours, visitor=visitor)

    def fate(self, sentence: str) -> tuple[Fate, str]:
        """Return what becomes of the sentence, and by which rule."""
        verdict = self.guard.check(sentence)
        if not verdict.ok:
            return "stopped", f"{verdict.rule} {verdict.found}"
        if asks(sentence) or is_courtesy(sentence):
            return "left out", "ours"
        if self.ground.is_chatter(sentence):
            return "left out", "chatter"
        rule = self.ground.lacks(sentence)
        return ("left out", rule) if rule else ("shown", "")
