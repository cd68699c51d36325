"""Tables and lists of definitions of a web page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.knowledge.reading import grid
from app.knowledge.reading.blocks import Block, Paragraph, refuse_swollen
from app.knowledge.reading.hidden import is_silent
from app.knowledge.reading.lines import ends_thought, glue

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode as Node

TextOf = Callable[["Node"], str]

_IN_CELLS = "table, h1, h2, h3, h4, h5, h6"
_MOST_SPANNED = 50


def table(node: Node, text_of: TextOf) -> list[Block] | None:
    """Return a table of data; None for one that only puts things beside each other."""
    if is_silent(node):
        return []
    if len(node.css(_IN_CELLS)) > 1:  # itself is one of them
        return None
    rows = [row for row in node.css("tr") if not is_silent(row)]
    cells = [[cell for cell in row.css("td, th") if not is_silent(cell)] for row in rows]
    header = 0
    while header < len(rows) and _is_header(cells[header], row=rows[header]):
        header += 1
    said = header or (0 if node.css_first("th") is not None else None)
    caption = node.css_first("caption")
    told: list[Block] = [Paragraph(text_of(caption))] if caption is not None else []
    return told + grid.as_blocks(_spread(cells, text_of), header_rows=said if said != len(rows) else None)


def _is_header(cells: list[Node], *, row: Node) -> bool:
    parent = row.parent
    return (parent is not None and parent.tag == "thead") or all(cell.tag == "th" for cell in cells)


def _spread(rows: list[list[Node]], text_of: TextOf) -> list[list[str]]:
    """Write a cell that spans several places into each of them."""
    spread: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    count = 0
    for cells in rows:
        row: list[str] = []
        for cell in cells:
            _fill_from_above(row, below)
            text = text_of(cell)
            deep = _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if deep > 1:
                    below[len(row)] = (deep - 1, text)
                row.append(text)
        _fill_from_above(row, below)
        spread.append(row)
        count += len(row)
        refuse_swollen(0, cells=count)
    return spread


def _fill_from_above(row: list[str], below: dict[int, tuple[int, str]]) -> None:
    while len(row) in below:
        left, text = below.pop(len(row))
        if left > 1:
            below[len(row)] = (left - 1, text)
        row.append(text)


def _span(cell: Node, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(int(value[:9]), _MOST_SPANNED) or 1 if value.isdecimal() else 1


def definitions(node: Node, text_of: TextOf) -> list[Block] | None:
    """Return names with their values as a table; None for questions with answers, which are read as paragraphs."""
    if is_silent(node):
        return []
    rows: list[list[str]] = []
    for part in node.css("dt, dd"):
        if part.tag == "dt":
            rows.append([text_of(part), ""])
        elif rows:
            rows[-1][1] = glue([rows[-1][1], text_of(part)])
    if not rows or any(ends_thought(name) or ends_thought(value) for name, value in rows):
        return None
    return grid.as_blocks(rows, header_rows=0)
