"""One reply of a fictional robot maker, its facts, and what becomes of a sentence a model would add to it."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Literal

from app.conversation.grounding import Ground
from app.conversation.guard import Guard, GuardFacts
from app.conversation.phrases import asks, is_courtesy
from app.core.resources import folder
from app.llm.prompts import Prompts
from app.understanding.facts import Lang
from tests.conversation.test_guard_ordinary import APPROVED_EN, APPROVED_JA, VISITOR_EN, VISITOR_JA

Fate = Literal["shown", "left out", "stopped"]
SENTENCES = Path(__file__).with_name("guard_sentences")
APPROVED = {"ja": APPROVED_JA, "en": APPROVED_EN}
VISITOR = {"ja": VISITOR_JA, "en": VISITOR_EN}
OUR_LINES = (6, 7)  # of the approved texts, those that are lines of the plan and no passage
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


class Room:
    """What guard and grounding know while one reply is worded."""

    def __init__(self, lang: Lang, *, visitor: str = "") -> None:
        visitor = visitor or VISITOR[lang]
        texts = dict(enumerate(APPROVED[lang], start=1))
        ours = [texts.pop(n) for n in OUR_LINES]
        prompt = Prompts(folder("prompts")).render(
            "reply", {"lang": lang, "channel": "chat", "acts": [], "before": "", "after": "", "transcript": "hello"}
        )
        hosts = frozenset({"hakobi.example"})
        self.guard = Guard(GuardFacts(lang, prompt.system, prompt.canary, APPROVED[lang], visitor, hosts, citations=8))
        self.ground = Ground(texts, free=ours, visitor=visitor)

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
        return ("stopped", rule) if rule else ("shown", "")
