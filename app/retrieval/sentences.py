"""Where a sentence ends, in Japanese and English, and whether it can be read alone."""

from __future__ import annotations

import re

_SHORT = ("[A-Z]", "Mr", "Ms", "Mrs", "Dr", "St", "No", "Co", "Inc", "Ltd")
_ABBREVIATION = "".join(rf"(?<!\b{word}[.])" for word in _SHORT)
_END = re.compile(
    r"(?<=[。！？])(?![」』）)])\s*"
    r"|\n+"
    rf"|(?:(?<=[.!?]){_ABBREVIATION}|(?<=[.!?][\"'”’)]))(?<!\b[ap]\.m\.)\s+(?=[A-Z0-9\"'“‘(])"
)
_LIST_MARK = re.compile(r"^\s*(?:[-*+・•]|\d+[.)])\s+")
_JUST_YES = re.compile(r"(?:yes|no|はい|いいえ|可能です|できます)[.!。]?", re.I)
_LEANS = re.compile(
    r"(?:これ|それ|この|その|こう|そう|ここ|そこ|また|ただし|しかし|さらに|なお|一方|そのため|したがって|よって|同じ|同様|次に|続いて)"
    r"|(?:it|its|this|these|that|those|they|their|he|she|his|her|but|and|or|so|also|then|however|therefore|otherwise"
    r"|in addition|for this|for that|as a result|such)\b",
    re.I,
)
_POINTS = re.compile(
    r"上記|下記|前述|後述|[上下右左次前]の[例表図]|(?:example|table|figure|list|section)s? (?:above|below)|as above",
    re.I,
)
CELLS = " / "
_STOPS = ("。", "！", "？", ".", "!", "?", "」", "）", ")", "”", '"')


def sentences(text: str) -> list[str]:
    """Return the sentences and list items of `text` in order, without list marks; "Yes." stays with what it begins."""
    found: list[str] = []
    start = 0
    ends = [(match.start(), match.end()) for match in _END.finditer(text)] + [(len(text), len(text))]
    for end, after in ends:
        part = _LIST_MARK.sub("", text[start:end]).strip()
        if part and not (_JUST_YES.fullmatch(part) and end < len(text) and "\n" not in text[end:after]):
            found.append(part)
            start = after
        elif not part:
            start = after
    return found


def leans(sentence: str) -> bool:
    """Return whether a sentence needs the one before it: "This…", "ただし…"."""
    return _LEANS.match(sentence) is not None


def points_elsewhere(sentence: str) -> bool:
    """Return whether a sentence speaks of something a listener cannot see: "in the table above"."""
    return _POINTS.search(sentence) is not None


def is_crumb(sentence: str) -> bool:
    """Return whether this is a table row or a list item rather than a sentence."""
    return CELLS in sentence or not sentence.endswith(_STOPS)


def is_header(sentence: str) -> bool:
    """Return whether this looks like the names of a table's columns: cells, and no figure in any."""
    return CELLS in sentence and not any(character.isdigit() for character in sentence)
