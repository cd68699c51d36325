"""One scripted conversation, from the first message to the last."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.lab.persona import Persona, Turn
from app.lab.prospect import Prospect

Row = Mapping[str, Any]
Speak = Callable[[Row], Awaitable[Row]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the prospect wrote and what came back; `reasked` are topics asked for although given or refused."""

    turn: Turn
    answer: Row
    seconds: float
    reasked: tuple[str, ...]

    @property
    def reply(self) -> str:
        return str(self.answer.get("reply") or "")

    @property
    def asked(self) -> tuple[str, ...]:
        return tuple(self.answer.get("asked") or ())


@dataclass(frozen=True, slots=True)
class Run:
    """A whole conversation, in its order."""

    persona: Persona
    exchanges: tuple[Exchange, ...]

    @property
    def last(self) -> Row:
        """Return the state after the last exchange that was taken."""
        return next((one.answer for one in reversed(self.exchanges) if "error" not in one.answer), {})


async def drive(persona: Persona, speak: Speak, *, monotonic: Callable[[], float]) -> Run:
    """Have the persona write everything it has to say.

    `speak` takes a row of `sokuo chat --jsonl` and returns its answer; `monotonic` measures the time between.
    """
    prospect = Prospect(persona.turns)
    known = {"contact"} if (persona.form or {}).get("email") else set()
    exchanges: list[Exchange] = []
    asked: str | None = None
    while (turn := prospect.next(asked)) is not None:
        known.update(turn.gives)
        began = monotonic()
        answer = await speak(_row(persona, turn, first=not exchanges))
        asks = tuple(answer.get("asked") or ())
        reasked = tuple(topic for topic in asks if topic in known)
        exchanges.append(Exchange(turn, answer, monotonic() - began, reasked))
        asked = asks[0] if asks else None
    return Run(persona, tuple(exchanges))


def _row(persona: Persona, turn: Turn, *, first: bool) -> Row:
    row: dict[str, Any] = {"text": turn.say}
    at = persona.now if first else turn.at
    if at is not None:
        row["at"] = (turn.at or at).isoformat()
    if first:
        row["channel"] = turn.channel or persona.channel
        if persona.page_views:
            row["page_views"] = list(persona.page_views)
        if persona.form:
            row["form"] = dict(persona.form)
    elif turn.channel:
        row["channel"] = turn.channel
    return row
