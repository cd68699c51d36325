"""A time expression found in a message, before anybody asked what it is about."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.understanding.facts import Lang
from app.understanding.normal import any_of
from app.understanding.periods import MARCH, Window


@dataclass(frozen=True, slots=True)
class Scene:
    """What the meaning of a date depends on."""

    today: date
    lang: Lang
    closing: int = MARCH


@dataclass(frozen=True, slots=True)
class Found:
    """`settled`: the words already say by/after/within; `bare`: a length of time that may be anything."""

    start: int
    end: int
    window: Window
    settled: bool = False
    bare: bool = False


Builder = Callable[[re.Match[str], Scene], Window | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the window its words mean; None from the builder: not a date after all."""

    pattern: str
    build: Builder
    settled: bool = False
    bare: bool = False


def scan(text: str, scene: Scene, *, rules: Iterable[Rule]) -> list[Found]:
    """Return the expressions in reading order; of overlapping ones the longer wins."""
    hits: list[Found] = []
    for rule in rules:
        for match in any_of(rule.pattern).finditer(text):
            window = rule.build(match, scene)
            if window is not None and (window.latest is None or window.latest >= window.earliest):
                start = match.start("core") if "core" in match.re.groupindex else match.start()
                hits.append(Found(start, match.end(), window, settled=rule.settled, bare=rule.bare))
    hits.sort(key=lambda f: (f.start - f.end, f.start))
    kept: list[Found] = []
    for hit in hits:
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda f: f.start)
