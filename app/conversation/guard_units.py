"""What of a text belongs together: its sentences, and each cell of a table with its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[。!?！？])|(?<=[.;])\s")
_RULE = re.compile(r"[\s:-]+")


def units(text: str) -> list[str]:
    """Return the sentences of `text`; a table gives "row: column cell" for each of its cells."""
    return [unit for line in _lines(text) for part in _END.split(line) if (unit := part.strip())]


def _lines(text: str) -> Iterator[str]:
    head: list[str] = []
    for line in text.splitlines():
        if not line.lstrip().startswith("|"):
            head = []
            yield line
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if all(_RULE.fullmatch(cell) for cell in cells):
            continue
        if not head:
            head = cells
            yield " ".join(cells)
            continue
        names = [*head, *[""] * (len(cells) - len(head))]
        yield from (f"{cells[0]}: {name} {cell}" for name, cell in zip(names[1:], cells[1:], strict=False))
