"""A table's rows as lines that make sense alone: each value says which column it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from app.knowledge.reading.blocks import Table
from app.retrieval.passages import Lang
from app.retrieval.tokens import detect_lang

_SAYS_NOTHING = frozenset(
    [
        "",
        "項目",
        "内容",
        "詳細",
        "説明",
        "仕様",
        "値",
        "item",
        "items",
        "detail",
        "details",
        "description",
        "specification",
        "specifications",
        "value",
        "values",
    ]
)
"""Column names that only say that there is something in the column."""


def lines(table: Table, *, under: str) -> list[str]:
    """Return one line a row; the first column's name is left out where `under`, the headings above, has it.

    "Starter — Sensors: 10; Monthly fee: JPY 39,000", 「スターター：センサー 10台、月額 39,000円」; with two columns of
    which the second has no name of its own "Battery life: 5 years", 「電池寿命：約5年」.
    """
    if not table.rows:
        return [_row(table.header, ("",) * len(table.header), lang="en", under="")]
    everything = " ".join(cell for row in (table.header, *table.rows) for cell in row)
    lang = detect_lang(everything)
    header = [name if name.casefold() not in _SAYS_NOTHING else "" for name in table.header]
    return [line for row in table.rows if (line := _row(row, header, lang=lang, under=under.casefold()))]


def _row(row: Sequence[str], header: Sequence[str], *, lang: Lang, under: str) -> str:
    cells = [(name, cell) for name, cell in zip(header, row, strict=True) if cell]
    if len({cell for _, cell in cells}) == 1:  # a cell as wide as the table
        return cells[0][1]
    if not cells:
        return ""
    colon, dash, stop, comma = ("：", "：", "。", "、") if lang == "ja" else (": ", " — ", ".", "; ")
    subject = "" if not row[0] else _subject(*cells.pop(0), lang=lang, under=under)
    values = [_labelled(name, cell, lang=lang) for name, cell in cells]
    told = comma.join([*(value.removesuffix(stop) for value in values[:-1]), values[-1]])
    if not subject:
        return told
    bare = len(cells) == 1 and not cells[0][0] and colon not in subject
    return f"{subject}{colon if bare else dash}{told}"


def _subject(name: str, cell: str, *, lang: Lang, under: str) -> str:
    """Name the column of a number, and the one that no heading names."""
    known = name.casefold() in under or name.casefold() in cell.casefold()
    return cell if known and not cell[0].isdigit() else _labelled(name, cell, lang=lang)


def _labelled(name: str, cell: str, *, lang: Lang) -> str:
    if not name:
        return cell
    return f"{name} {cell}" if lang == "ja" else f"{name}: {cell}"
