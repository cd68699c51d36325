"""Where a sentence ends, in Japanese and English, and what can be read out alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORT = ("[A-Z]", "Mr", "Ms", "Mrs", "Dr", "St", "No", "Co", "Inc", "Ltd")
_ABBREVIATION = "".join(rf"(?<!\b{word}[.])" for word in _SHORT)
_END = re.compile(
    r"(?<=[。！？])(?![」』）)])\s*"
    r"|\n+"
    rf"|(?:(?<=[.!?]){_ABBREVIATION}|(?<=[.!?][\"'”’)]))(?<!\b[ap]\.m\.)\s+(?=[A-Z0-9\"'“‘(])"
)
THOUGHT_END = re.compile(r"[。．！？!?\n;；:：]+|(?<=[a-z])\.\s")
"""Where a message goes on to something else."""
CLAUSE_END = re.compile(rf"{THOUGHT_END.pattern}|、|,\s")
"""Where a part of it ends that may be a question of its own."""

_LIST_MARK = re.compile(r"^\s*(?:[-*+]\s+|[・•]\s*|\d+[.)]\s+|[①-⑳]\s*)")
_JUST_YES = re.compile(r"(?:yes|no|はい|いいえ|可能です|できます)[.!。]?", re.I)
_LEANS = re.compile(
    r"(?:これ|それ|この|その|こう|そう|ここ|そこ|ただし|しかし|一方|初回|直近|前者|後者|内訳|そのため|したがって|よって|同じ|同様)"
    r"|(?:it|its|this|these|that|those|they|their|he|she|his|her|but|and|or|so|then|however|therefore|otherwise"
    r"|in addition|for this|for that|as a result|such)\b",
    re.I,
)
_POINTS = re.compile(
    r"上記|下記|前述|後述|[上下右左次前]の[例表図]|(?:example|table|figure|list|section)s? (?:above|below)|as above",
    re.I,
)
_ASKS = re.compile(r"^(?:Q\d*|質問|問)\s*[.:：．、]\s*|[?？]$")
_REPLIES = re.compile(r"^(?:A\d*|回答|答)\s*[.:：．、]\s*")
_LEADS_IN = re.compile(r"[:：]$|(?:次|以下)の[^。]{0,24}。$|(?:following|as follows)[^.]{0,24}\.$")
_SAYS_SOMETHING = re.compile(r"[\d:：;；/—]")
_STOPS = ("。", "！", "？", ".", "!", "?", "」", "）", ")", "”", '"')

LIST_MAX = 240
"""Characters up to which a list is read out as a whole; of a longer one, the items that were asked for."""
HEADLINE_MAX = 40
LABEL_WORDS, LABEL_BYTES = 5, 36
"""A label is no longer: five English words or a dozen Japanese characters."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that can be read out; `about` is what it answers or stands below, and is not read out with it."""

    text: str
    about: str = ""


def statements(text: str) -> list[Statement]:
    """Return what `text` says, in order: sentences, answers without their "Q.", lists with what leads to them."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: list[Statement] = []
    about, at = "", 0
    while at < len(lines):
        items = _items(lines, after=at)
        if at + 1 < len(lines) and _introduces(lines[at], lines[at + 1]):
            about, at = f"{about}\n{lines[at]}" if about else lines[at], at + 1
            continue
        if items:
            *before, lead = sentences(lines[at])
            found += [Statement(sentence) for sentence in before]
            found += _listed(lead, items, about=about)
        else:
            first, *rest = _with_label(sentences(_REPLIES.sub("", lines[at]))) or [lines[at]]
            found += [Statement(first, about), *(Statement(sentence) for sentence in rest)]
        about, at = "", at + 1 + len(items)
    return found


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
    return not sentence.endswith(_STOPS)


def _with_label(told: list[str]) -> list[str]:
    """Keep a label at the start of a line with what it stands for: "Refrigerants. We use R-454C."."""
    if len(told) < 2 or len(told[0].split()) > LABEL_WORDS or len(told[0].encode()) > LABEL_BYTES:
        return told
    gap = " " if told[0].endswith(".") else ""
    return [f"{told[0]}{gap}{told[1]}", *told[2:]]


def _introduces(line: str, following: str) -> bool:
    """Return whether a line is a question or a headline, and so says nothing without what follows."""
    if _ASKS.search(line):
        return len(sentences(line)) <= 2
    bare = not line.endswith(_STOPS) and not _LIST_MARK.match(line) and not _SAYS_SOMETHING.search(line)
    return bare and len(line) <= HEADLINE_MAX and following.endswith(_STOPS)


def _items(lines: Sequence[str], *, after: int) -> list[str]:
    """Return the list items that the line leads to."""
    if not _LEADS_IN.search(lines[after]) or _LIST_MARK.match(lines[after]):
        return []
    return list(_while_listed(lines[after + 1 :]))


def _while_listed(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if not _LIST_MARK.match(line):
            return
        yield _LIST_MARK.sub("", line)


def _listed(lead: str, items: Sequence[str], *, about: str) -> list[Statement]:
    whole = "\n".join([lead, *items])
    if len(whole) <= LIST_MAX:
        return [Statement(whole, about)]
    return [Statement(f"{lead}\n{item}", about) for item in items]
