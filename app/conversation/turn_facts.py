"""What is known when a turn is decided. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.conversation.memory import Memory
from app.conversation.situations import Situation
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
class TurnFacts:
    """All a decision may look at. `grid` already holds what this turn taught us (`learned` names those cells).

    `verified`: the prospect has shown that the address we answer to is theirs. `opening` is None while the
    team is open.
    """

    lang: Lang
    situation: Situation
    heard: Understanding
    grid: Grid
    learned: frozenset[str]
    memory: Memory
    answer: Answer | None = None
    case: Passage | None = None
    document: Passage | None = None
    asks_who_answers: bool = False
    text: str = ""
    channel: Channel = "chat"
    verified: bool = True
    opening: Opening | None = None
