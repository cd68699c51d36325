"""Lines that were broken only to fit a page are put together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_JAPANESE = re.compile("[\u3000-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60々]")
_IN_NUMBER = re.compile(r"[\d,.]")
_STOP = re.compile("[。．！？!?.:：;；]$")
_NEW_THOUGHT = re.compile(r"[-+*・•●○■□◆◇▼▲※★☆【［\[①-⑳]|\d+[.)．）、]|[QA][.:：．]|[QA]\d")
_NARROWEST = 40
"""Columns below which a line is short because its author ended it: addresses, lists, verses."""
_SLACK = 4
"""Columns that stay free where Japanese rules forbid a character at the start of a line."""


def join(lines: Sequence[str]) -> str:
    """Return the lines of one paragraph; a line break stays where its author meant it.

    A break was forced by the width if the next word had no room in the widest line of the paragraph.
    """
    stripped = [line.strip() for line in lines]
    if len(stripped) == 1:
        return stripped[0]
    widest = max((width(line) for line in stripped), default=0)
    parts = stripped[:1]
    for line, following in pairwise(stripped):
        forced = _was_forced(line, following, widest=widest)
        parts += [gap(line, following) if forced else "\n", following]
    return "".join(parts)


def gap(before: str, after: str) -> str:
    """Return what stands between two parts of a line: a space, or nothing beside Japanese and within its numbers."""
    if not before or not after or _JAPANESE.match(before[-1]) or _JAPANESE.match(after[0]):
        return ""
    split_number = _IN_NUMBER.match(before[-1]) and after[0].isdigit()
    return "" if split_number and is_japanese(before[-_NARROWEST:] + after[:_NARROWEST]) else " "


def glue(parts: Sequence[str]) -> str:
    """Return parts of one line as that line."""
    filled = [part for part in parts if part]
    return "".join([*filled[:1], *(gap(one, other) + other for one, other in pairwise(filled))])


def ends_thought(line: str) -> bool:
    """Return whether a line ends as sentences and introductions do."""
    return _STOP.search(line) is not None


def begins_thought(line: str) -> bool:
    """Return whether a line begins as list items and questions do."""
    return _NEW_THOUGHT.match(line) is not None


def is_japanese(line: str) -> bool:
    """Return whether there is Japanese in a line: it may be broken within a word."""
    return _JAPANESE.search(line) is not None


def width(line: str) -> int:
    """Return the columns a line takes in a fixed-width font."""
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)


def _was_forced(line: str, following: str, *, widest: int) -> bool:
    if width(line) < _NARROWEST or ends_thought(line) or begins_thought(following):
        return False
    if is_japanese(line):
        return width(line) >= widest - _SLACK
    first_word = following.split(" ", 1)[0]
    return not following[:1].isupper() and width(line) + 1 + width(first_word) > widest
