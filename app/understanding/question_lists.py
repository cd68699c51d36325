"""The points of a list that somebody asks about, and the words around the list that only announce it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

MARK = r"[(（]?[1-9１-９][.．)）、:：](?!\d)|[①-⑨]|[・•*●○■]|[-–—](?!\s?\d)|Q ?\d{1,2}[.．:：)]|[(（][1-9a-z][)）]"
"""What a point of a list begins with; a minus before a figure is none."""

LONGEST_POINT = 60
_POINT = re.compile(rf"^\s*(?:{MARK})\s*(?P<text>\S.*)")
_CIRCLED = re.compile(r"(?<=\S)\s*(?=[①-⑨])")  # begun behind a letter only, so that a run of spaces is read once
_NUMBERED = re.compile(r"(?<![\d.,])(?P<number>[1-9１-９])[.．)）、](?!\d)")
_TELLS = re.compile(
    r"(?:です|ます|でした|ました|ません|ている|ています|である|下さい|ください|たい|送付|希望|依頼)[。.!！]*$"
    r"|お願い|\bplease\b|\b(?:we|i|they|our|my|is|are|was|were|have|has|had)\b",
    re.I,
)
"""A point that tells something of theirs."""
_ANSWER = r"(?:教示|教え|おしえ|回答|お返事|知らせ|質問|伺|うかが|確認|お聞き|聞きた|聞かせ|知りた)"
_ANNOUNCES = re.compile(
    r"(?:下記|以下|次)(?:の?(?:点|件|内容|事項|項目|ご?質問|通り|とおり|[\d１-９一二三四五六]つ?)|について|に関して|につき|に|を|、|,)*"
    rf"[^。\n]{{0,12}}{_ANSWER}"
    r"|^\W*(?:(?:また|あと|それから|いくつか|何点か|少し|[\d一二三四五六]点|つ|ほど|お手数ですが|恐れ入りますが)、?)*"
    rf"ご?{_ANSWER}[^。\n]{{0,18}}[。:：]?\W*$"
    r"|\bquestions?\b|\b(?:answers?|advise|clarify|confirm|let (?:me|us) know|tell (?:me|us)|know|details|info\w*)\b"
    r"[^.?!\n]{0,30}:\s*$"
    r"|(?:following|below)(?! (?:machines?|equipment|assets?|lines?|sites?|plants?))\b[^.?!\n]{0,30}[:.?]?\s*$",
    re.I,
)
_CLOSES = re.compile(
    rf"^\W*(?:以上|上記)の?(?:[\d１-９一二三四五六][つ点件][^。\n]{{0,14}}(?:お願い|宜しく|よろしく)|[^。\n]{{0,14}}{_ANSWER})"
    r"|^\W*(?:please (?:answer|advise)|(?:could|can) you (?:answer|advise)|answers? (?:to|please))",
    re.I,
)
_ALL_OF_IT = re.compile(r"下記|以下|次の|上記|以上|\b(?:following|below|questions?)\b", re.I)
Span = tuple[int, int]


def in_lines(text: str) -> str:
    """Return a message with each point of a list on its own line, as far as their numbers show it."""
    apart = _CIRCLED.sub("\n", text)
    return "\n".join(_by_number(line) for line in apart.split("\n"))


def listed(text: str, *, asks: Callable[[str], bool]) -> tuple[dict[int, str], list[Span]]:
    """Return the points that ask in few words by their place, and where all stands that asks nothing further.

    Nothing further ask these points and the sentences that only announce them. A list of their own things is none: it
    has to be announced as questions, closed as such, or hold one.
    """
    points: dict[int, str] = {}
    passed: list[Span] = []
    lines = _lines(text)
    for is_list, block in groupby(enumerate(lines), key=lambda one: _POINT.match(one[1][1]) is not None):
        rows = list(block)
        if not is_list or len(rows) < 2:
            continue
        around = [lines[n] for n in (rows[0][0] - 1, rows[-1][0] + 1) if 0 <= n < len(lines)]
        frames = [one for one in around if (_ANNOUNCES if one[0] < rows[0][1][0] else _CLOSES).search(one[1])]
        if not frames and not any(asks(line) for _, (_, line) in rows):
            continue
        for _, (start, line) in rows:
            if not asks(line) and (point := _point(line)):
                points[start] = point
                passed.append((start, start + len(line)))
        passed += [span for frame in frames for span in _announcing(frame)]
    return points, passed


def _point(line: str) -> str | None:
    """Return what a point names, None where it tells or wishes something."""
    match = _POINT.match(line)
    named = match["text"].rstrip() if match else ""
    return named if 2 <= len(named) <= LONGEST_POINT and not _TELLS.search(named) else None


def _announcing(line: tuple[int, str]) -> list[Span]:
    """Return those sentences of a line that announce a list."""
    start, text = line
    found = list(re.finditer(r"[^。.?？!！]+[。.?？!！]*", text))
    told = [one for one in found if len(found) == 1 or _ANNOUNCES.search(one[0]) or _ALL_OF_IT.search(one[0])]
    return [(start + one.start(), start + one.end()) for one in told]


def _lines(text: str) -> Sequence[tuple[int, str]]:
    """Return the lines with words and where each begins."""
    found = [(match.start(), match.group()) for match in re.finditer(r"[^\n]+", text)]
    return [(start, line) for start, line in found if line.strip()]


def _by_number(line: str) -> str:
    """Put the points of a line apart that are counted from 1: "1. price 2. term"."""
    marks = list(_NUMBERED.finditer(line))
    counted = [mark for n, mark in enumerate(marks, 1) if int(mark["number"]) == n]
    if len(counted) < 2 or len(counted) < len(marks):
        return line
    ends = [0, *(mark.start() for mark in counted), len(line)]
    return "\n".join(part.strip() for a, b in pairwise(ends) if (part := line[a:b]).strip())
