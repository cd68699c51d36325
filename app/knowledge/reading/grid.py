"""Rows of cells, as pages and Word files have them, become a table that knows its column names."""

from __future__ import annotations

from collections.abc import Sequence

from app.knowledge.reading.blocks import Block, Paragraph, Table, refuse_swollen


def as_blocks(rows: Sequence[Sequence[str]], *, header_rows: int | None) -> list[Block]:
    """Return a table, or paragraphs where there is but one column; `header_rows` is None if the file does not say.

    Unsaid, the first row of three and more columns names them if it is full, says nothing twice and has no figure. Two
    columns are taken for names and values: "Founded | 2009" must not become the head of "President | A. Sato".
    """
    filled = [row for row in rows if any(row)]
    columns = max((len(row) for row in filled), default=0)
    if columns < 2:
        return [Paragraph(cell) for row in filled for cell in row]
    refuse_swollen(sum(len(cell) for row in filled for cell in row), cells=columns * len(filled))
    padded = [(*row, *("",) * (columns - len(row))) for row in filled]
    if header_rows is None:
        header_rows = int(columns > 2 and len(padded) > 1 and _names_columns(padded[0]))
    heads = padded[:header_rows]
    names = tuple(" ".join(dict.fromkeys(name for name in column if name)) for column in zip(*heads, strict=True))
    return [Table(names or ("",) * columns, tuple(padded[header_rows:]))]


def _names_columns(row: Sequence[str]) -> bool:
    return all(row) and len(set(row)) == len(row) and not any(character.isdigit() for character in "".join(row))
