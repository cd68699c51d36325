"""What is known when a turn is decided. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.situations import Reading, Situation
from app.conversation.slots import Grid
from app.retrieval.passages import Answer, Passage
from app.understanding.facts import Lang, Understanding

Channel = Literal["chat", "email"]


@dataclass(frozen=True, slots=True)
class Opening:
    """When a closed team is back and until when it will have made contact; `text` says so to the prospect."""

    at: datetime
    until: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One question of the turn and what the documents say to it; `question` is the prospect's own sentence."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Phrased:
    """Times and dates of the turn as the prospect reads them; "" where there is none.

    `call` is the window of the call wished for, `call_asked` the time they named for it, `call_not` when they want
    none, `told` the time already told to them and still to come, `timing` when they want the product, `paper_by` when
    they want a quote or another paper, `meeting` when they would like to meet.
    """

    call: str = ""
    call_asked: str = ""
    call_not: str = ""
    told: str = ""
    timing: str = ""
    paper_by: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """All a decision may look at. `grid` already holds what this turn taught us (`learned` names those cells).

    `verified`: the prospect has shown that the address we answer to is theirs. `opening` is None while the team is
    open. `notice_due`: it is time to say again that software answers. `lead_kind` is what the lead was before this
    turn, `spoken` the code of the language of the turn if it is none of ours. `unavailable`: the documents could not
    be read. `answer_by` is when a paper is answered at the latest, as our documents have it. `before` is what was said
    last before this turn, by both.
    """

    lang: Lang
    situation: Situation
    heard: Understanding
    grid: Grid
    learned: frozenset[str]
    memory: Memory
    answers: tuple[Answered, ...] = ()
    case: Passage | None = None
    document: Passage | None = None
    unavailable: bool = False
    text: str = ""
    before: str = ""
    channel: Channel = "chat"
    verified: bool = True
    opening: Opening | None = None
    beside: frozenset[Situation] = frozenset()
    call: CallWish | None = None
    answer_by: datetime | None = None
    notice_due: bool = False
    lead_kind: str = "prospect"
    spoken: str | None = None
    phrased: Phrased = field(default_factory=Phrased)
    now: datetime | None = None

    @property
    def reading(self) -> Reading:
        """Return what the turn is about."""
        return Reading(self.situation, self.beside)
