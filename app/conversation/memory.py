"""What a conversation remembers of its own turns, apart from what it knows of the lead. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

from app.understanding.facts import Asked

State = Literal["open", "waiting", "parked", "ended"]
UNITED = ("asked", "acts", "said", "refused")
TUPLES = (*UNITED, "last_acts")
ONCE_SO = ("case_file", "told_from", "told_until", "noticed_at", "spoken", "hurry", "waiting_for_person")
TROUBLE = re.compile(
    r"\.(?:cancellation|complaint|emergency|support|sympathy)(?:\.|$)"
)  # in the id of a text that was said


@dataclass(frozen=True, slots=True)
class Memory:
    """What the plan of a conversation remembers between turns; stored as JSON.

    `state`: `waiting` for a person who takes over, `parked` while the next step is the prospect's (their approval),
    `ended` by a no. `waiting_for_person`: a person was told, whatever the state. `acts` are buying acts, `last_acts`
    the kinds of what the last reply said, `said` the ids of the texts used. `refused` names what the prospect will not
    have: slots, "ai", "messages" (opted out). `failures` counts the last turns in a row that were not understood.
    `told_from` and `told_until` bound the time at which, as we said, a person makes contact; all times are ISO 8601.
    `spoken` is the language they wrote in, if it is none of ours. `hurry`: they have no time for questions.
    """

    asked: tuple[str, ...] = ()
    last_asked: Asked | None = None
    case_file: str | None = None
    acts: tuple[str, ...] = ()
    waiting_for_person: bool = False
    state: State = "open"
    replies: int = 0
    told_from: str | None = None
    told_until: str | None = None
    said: tuple[str, ...] = ()
    last_acts: tuple[str, ...] = ()
    failures: int = 0
    noticed_at: str | None = None
    refused: tuple[str, ...] = ()
    spoken: str | None = None
    hurry: bool = False

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Memory:
        """Return the memory of a stored plan; an empty one begins a conversation."""
        known = {name: stored[name] for name in cls.__dataclass_fields__ if stored.get(name) is not None}
        for name in TUPLES:
            known[name] = tuple(known.get(name, ()))
        if known.get("state") not in get_args(State):
            known["state"] = _state_before(stored)
        return cls(**known)

    @property
    def draft_lacks_problem(self) -> bool:
        """Say whether the draft for their approval that we gave last does not name their problem."""
        drafts = [one for one in self.said if one.startswith("pack.challenge")]
        return bool(drafts) and drafts[-1].startswith("pack.challenge_untold")

    @property
    def in_trouble(self) -> bool:
        """Say whether they complained, or told of trouble with what they have: they wait for help, not for an offer."""
        return any(TROUBLE.search(one) for one in self.said)

    def refusing(self, what: str) -> Memory:
        """Return this memory with one more thing that the prospect will not have."""
        return self if what in self.refused else replace(self, refused=(*self.refused, what))

    def joined(self, other: Memory) -> Memory:
        """Return this memory with what another turn has remembered meanwhile: what was said, asked or refused stays."""
        united: dict[str, Any] = {
            name: tuple(dict.fromkeys((*getattr(other, name), *getattr(self, name)))) for name in UNITED
        }
        kept = {name: getattr(self, name) or getattr(other, name) for name in ONCE_SO}
        state = "ended" if other.state == "ended" else self.state
        return replace(self, **united, **kept, state=state, replies=max(self.replies, other.replies))

    def stored(self) -> dict[str, Any]:
        """Return the memory as JSON."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def _state_before(stored: Mapping[str, Any]) -> State:
    """Return the state of a memory written before there were states."""
    if stored.get("closed"):
        return "ended"
    return "waiting" if stored.get("waiting_for_person") else "open"
