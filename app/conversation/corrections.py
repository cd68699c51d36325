"""What a correction is about: 「いや、」 takes nothing back, "I meant fans, not pumps" changes the problem. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.conversation.slots import KNOWN, Grid, Slot
from app.understanding.facts import Challenge, Understanding
from app.understanding.normal import normalise
from app.understanding.stance import corrects_plainly
from app.understanding.team_size import team_size_put_right

_OTHER_WORDS = (
    re.compile(
        r"\b(?:i meant|i mean|make that|it's|it is|correction:?)\s+(?P<told>(?:the |our )?[^.,;:!?\n]{2,60}?,?"
        r" (?:and )?not (?:the |our )?(?P<old>[\w\-]{3,30}))(?=\s*(?:$|[.,;!?\n]))",
        re.I,
    ),
    re.compile(
        r"(?P<told>(?P<old>[一-鿿ァ-ヶーA-Za-z]{2,12})(?:じゃなくて?|ではなくて?|でなく)、?"
        r"[^。、!?\n0-9０-９]{2,30}?)(?=です|でした|のほう|の方|$|[。!\n])"
    ),
)
_MANY = re.compile(r"(?:es|s)$")


def with_what_was_meant(heard: Understanding, text: str, *, grid: Grid) -> Understanding:
    """Return what was heard; a problem that is told in other words stands before what was told of it.

    A new problem behind a mere 「いや、」 takes nothing back.
    """
    if not heard.corrects:
        return heard
    if heard.challenges:
        return heard if corrects_plainly(normalise(text).text) else replace(heard, corrects=False)
    before = grid.get("challenge", Slot())
    told = _other_words(text, tuple(before.normal.get("spans", ()))) if before.status in KNOWN else None
    if told is None:
        return heard
    categories = tuple(before.normal.get("categories", ()))
    spans = (told, *before.normal["spans"])
    return replace(heard, challenges=tuple(Challenge(span, categories) for span in spans), has_challenge=True)


def with_team_size_put_right(
    heard: Understanding, text: str, *, grid: Grid, earlier: Sequence[tuple[str, date]]
) -> Understanding:
    """Return what was heard with the number of users put right ("make that 14"); why it was wrong is no problem."""
    if grid.get("team_size", Slot()).status not in KNOWN or not earlier:
        return heard
    told = team_size_put_right(normalise(text).text, told_in=normalise(earlier[-1][0]).text)
    if told is None:
        return heard
    contact = replace(heard.contact, team_size=told)
    kept = tuple(one for one in heard.challenges if one.categories != ("other",))
    return replace(heard, contact=contact, corrects=True, challenges=kept, has_challenge=bool(kept))


def _other_words(text: str, spans: tuple[str, ...]) -> str | None:
    """Return "fans, not pumps" where a problem told before speaks of pumps."""
    for pattern in _OTHER_WORDS:
        for match in pattern.finditer(text):
            old = _MANY.sub("", match["old"].lower())
            if any(old in span.lower() for span in spans):
                return match["told"].strip()
    return None
