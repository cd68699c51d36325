"""The next thing a scripted prospect writes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.lab.persona import Turn


class Prospect:
    """Answers what it was asked, if it has an answer left; otherwise goes on in the order of its script."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._left = list(turns)

    def next(self, asked: str | None) -> Turn | None:
        """Return the next turn, None at the end. A turn that moves the clock is never drawn forward."""
        return self._left.pop(self._answer_to(asked)) if self._left else None

    def _answer_to(self, asked: str | None) -> int:
        for place, turn in enumerate(self._left):
            if asked is None or turn.at is not None:
                break
            if turn.if_asked == asked:
                return place
        return 0
