"""What every kind of document is made of, and how it is written down as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.errors import Invalid

MOST_TEXT = 5_000_000
"""Characters of a document: five Bibles, or a small file that swells."""
MOST_CELLS = 50_000


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line break in `text` is one the reader sees."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `depth` counts from 0, `mark` is "-" or a number with its dot."""

    depth: int
    text: str
    mark: str = "-"


@dataclass(frozen=True, slots=True)
class Table:
    """`header` is as long as every row and has empty names where there are none."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text that is shown as it is typed."""

    text: str


Block = Heading | Paragraph | Item | Table | Code

_MARKS = re.compile(
    r"[*`\[|]|\\(?=[!-/:-@\[-`{-~\n]|$)|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|~(?=~)|(?<=~)~|(?<![^\W_])_|_(?![^\W_])"
)
_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|[-:][-:\s]*$|~~~)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_TICKS = re.compile(r"`{3,}")


def write(blocks: Iterable[Block]) -> str:
    """Return the blocks as Markdown; `markdown.blocks` reads the same blocks out of it.

    `Invalid` (knowledge_file_damaged) beyond `MOST_TEXT`.
    """
    parts: list[str] = []
    size = 0
    indents: list[int] = []
    """Of the item we are in and of those it is in: the column its text begins at."""
    for block in blocks:
        if not isinstance(block, Table) and not block.text.strip():
            continue
        gap = "\n\n"
        if isinstance(block, Item):
            if indents and block.mark:
                gap = "\n"
            indents, written = _item(block, indents)
        else:
            indents, written = [], _block(block)
        parts += [gap if parts else "", written]
        size += len(written)
        refuse_swollen(size)
    return "".join(parts)


def refuse_swollen(characters: int, *, cells: int = 0) -> None:
    """Refuse more text, or a table of more cells, than anybody has written."""
    if characters > MOST_TEXT:
        raise Invalid("knowledge_file_damaged", f"more than {MOST_TEXT // 1_000_000} million characters of text")
    if cells > MOST_CELLS:
        raise Invalid("knowledge_file_damaged", f"a table of more than {MOST_CELLS} cells")


def escape(line: str) -> str:
    """Return one line of plain text so that Markdown takes no character of it for a mark."""
    line = _MARKS.sub(r"\\\g<0>", line.strip())
    line = _LINE_START.sub(r"\\\g<0>", line, count=1) if _LINE_START.match(line) else line
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def one_line(text: str) -> str:
    """Return `text` without line breaks and doubled spaces."""
    return " ".join(text.split())


def _block(block: Heading | Paragraph | Table | Code) -> str:
    if isinstance(block, Heading):
        text = escape(one_line(block.text)).replace("#", "\\#").replace("\\\\#", "\\#")
        return f"{'#' * min(block.level, 6)} {text}"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Code):
        fence = max([*_TICKS.findall(block.text), "```"], key=len)
        fence += "`" if fence in block.text else ""
        return f"{fence}\n{block.text.strip(chr(10))}\n{fence}"
    return _lines(block.text, indent="")


def _item(item: Item, around: list[int]) -> tuple[list[int], str]:
    """Return an item and the columns of the lists it is in, after those of the item before."""
    if not item.mark and around:
        inner = around[: item.depth + 1]
        return inner, " " * inner[-1] + _lines(item.text, indent=" " * inner[-1])
    outer = around[: item.depth]
    column = outer[-1] if outer else 0
    mark = item.mark or "-"
    inside = column + len(mark) + 1
    return [*outer, inside], f"{' ' * column}{mark} {_lines(item.text, indent=' ' * inside)}"


def _lines(text: str, *, indent: str) -> str:
    return f"\\\n{indent}".join(escape(line) for line in text.splitlines() if line.strip())


def _table(table: Table) -> str:
    rows = [table.header, ("---",) * len(table.header), *table.rows]
    cells = ([cell if cell == "---" and row is rows[1] else escape(one_line(cell)) for cell in row] for row in rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)
