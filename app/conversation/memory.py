"""What a conversation remembers of its own turns, apart from what it knows of the lead. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.understanding.facts import Asked


@dataclass(frozen=True, slots=True)
class Memory:
    """What the plan of a conversation remembers between turns; stored as JSON.

    `told_until` is the end of the time at which, as we said, a person makes contact (ISO 8601).
    """

    asked: tuple[str, ...] = ()
    last_asked: Asked | None = None
    case_file: str | None = None
    acts: tuple[str, ...] = ()
    waiting_for_person: bool = False
    closed: bool = False
    replies: int = 0
    told_until: str | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Memory:
        """Return the memory of a stored plan; an empty one begins a conversation."""
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        for name in ("asked", "acts"):
            known[name] = tuple(known.get(name, ()))
        return cls(**known)

    def stored(self) -> dict[str, Any]:
        """Return the memory as JSON."""
        return {
            "asked": list(self.asked),
            "last_asked": self.last_asked,
            "case_file": self.case_file,
            "acts": list(self.acts),
            "waiting_for_person": self.waiting_for_person,
            "closed": self.closed,
            "replies": self.replies,
            "told_until": self.told_until,
        }
