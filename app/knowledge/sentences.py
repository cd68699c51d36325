"""Where a sentence ends, in Japanese and English."""

from __future__ import annotations

import re

_SHORT = ("[A-Z]", "Mr", "Ms", "Mrs", "Dr", "St", "No", "Co", "Inc", "Ltd")
_ABBREVIATION = "".join(rf"(?<!\b{word}[.])" for word in _SHORT)
_END = re.compile(
    r"(?<=[。！？])(?![」』）)])\s*"
    r"|\n+"
    rf"|(?:(?<=[.!?]){_ABBREVIATION}|(?<=[.!?][\"'”’)]))\s+(?=[A-Z0-9\"'“‘(])"
)
_LIST_MARK = re.compile(r"^\s*(?:[-*+・•]|\d+[.)])\s+")


def sentences(text: str) -> list[str]:
    """Return the sentences and list items of `text` in order, without list marks."""
    return [part for piece in _END.split(text) if (part := _LIST_MARK.sub("", piece).strip())]
