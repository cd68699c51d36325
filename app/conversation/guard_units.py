"""What of a text belongs together: its sentences, and each cell of a table with its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"(?<=[。!?！？])|(?<=[.;])\s")
_RULE = re.compile(r"[\s:-]+")
_ITEM = re.compile(r"\s*(?:[-*・•]|\d{1,2}[.)])\s")
_CLOSED = re.compile(r"[。.!?！？:：;|\d]\s*$")
LONGEST_HEADING = 40


class Piece(NamedTuple):
    """A sentence, or a cell as "row: column cell".

    `row` is the name of a cell's row and of what the rows are, `under` the headings above it, `before` the earlier
    sentences of its paragraph.
    """

    text: str
    row: str = ""
    under: str = ""
    before: str = ""


def units(text: str) -> list[str]:
    """Return the sentences of `text`; a table gives "row: column cell" for each of its cells."""
    return [piece.text for piece in pieces(text)]


def pieces(text: str) -> list[Piece]:
    """Return the same with what stands around each. A line without an end is a heading for all that follows."""
    found: list[Piece] = []
    title, section, before = "", "", ""
    for row, line in _lines(text):
        if not line.strip() or _ITEM.match(line) or row:
            before = ""
        if line.startswith("#"):
            section = line
        elif not row and not _ITEM.match(line) and len(line) <= LONGEST_HEADING and not _CLOSED.search(line):
            title = f"{title} {line}"
        for part in (one.strip() for one in _END.split(line)):
            if part:
                found.append(Piece(part, row, section, before))
                before = f"{before} {part}"
    return [one._replace(under=f"{title} {one.under}") for one in found]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line with the name of its row, if it is a cell of a table."""
    head: list[str] = []
    for line in text.splitlines():
        if not line.lstrip().startswith("|"):
            head = []
            yield "", line
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if all(_RULE.fullmatch(cell) for cell in cells):
            continue
        if not head:
            head = cells
            yield "|", " ".join(cells)
            continue
        names = [*head, *[""] * (len(cells) - len(head))]
        for name, cell in zip(names[1:], cells[1:], strict=False):
            yield f"{cells[0]} {head[0]}", f"{cells[0]}: {name} {cell}"
