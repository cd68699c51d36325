"""A Word file becomes blocks: headings by their style, lists, tables, notes where they belong."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from app.core.errors import Invalid
from app.knowledge.reading import grid
from app.knowledge.reading.blocks import Block, Heading, Item, Paragraph, one_line
from app.knowledge.reading.page import Page

MOST_UNPACKED = 100_000_000
MOST_PARTS = 5_000
_LOCKED = b"\xd0\xcf\x11\xe0"  # an OLE container: what Word makes of a file with a password
_TYPE_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\0!\0(?:D\0O\0C|E\0N\0T)|\0<\0!\0(?:D\0O\0C|E\0N\0T)", re.I)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_HEADING = re.compile(r"heading (\d)", re.I)
_CONTENTS = re.compile(r"toc ", re.I)
_UNSEEN = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "instrText", "txbxContent"))
_INSIDE = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_DEEPEST_LIST = 8


def read(content: bytes) -> Page:
    """Return title and blocks; `Invalid` (knowledge_file_locked, _no_text or _damaged) if there is nothing to read."""
    _refuse_bombs(content)
    document = import_module("docx").Document(io.BytesIO(content))
    found = list(_Reader(document).blocks(document.element.body))
    if not found:
        raise Invalid("knowledge_file_no_text", "no text in it, only pictures or nothing at all")
    title = one_line(document.core_properties.title or "")
    named = next((block.text for block in found if isinstance(block, Heading) and block.level == 1), None)
    return Page(named or title or None, found)


def _refuse_bombs(content: bytes) -> None:
    """Refuse what unpacks to more than any document, and XML with entities: Word writes none (ECMA-376-2 §6.2)."""
    if content.startswith(_LOCKED):
        raise Invalid("knowledge_file_locked", "it can only be read with a password, or is of an old kind of Word")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Invalid("knowledge_file_damaged", "it unpacks to more than a document holds")
            if any(part.flag_bits & 1 for part in parts):
                raise Invalid("knowledge_file_locked", "it can only be read with a password")
            texts = (packed.read(part) for part in parts if part.filename.lower().endswith((".xml", ".rels")))
            if any(_TYPE_DECLARATION.search(text) for text in texts):
                raise Invalid("knowledge_file_damaged", "its XML declares entities, which Word never does")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise Invalid("knowledge_file_damaged", "not a Word file, or a damaged one") from None


class _Reader:
    """Reads the parts of one document; `docx` knows its styles, its XML the rest."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {style.style_id: style for style in document.styles}
        self._notes = _notes(document)

    def blocks(self, container: Any) -> Iterator[Block]:
        for element in container:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in _INSIDE:
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        style = self._style(element)
        text = self._text(element)
        if text and not _CONTENTS.match(style.name if style is not None else ""):
            level, depth = _level(element, style), _depth(element, style)
            if level:
                yield Heading(level, one_line(text))
            elif depth is not None:
                yield Item(min(depth, _DEEPEST_LIST), text)
            else:
                yield Paragraph(text)
        for box in element.iter(f"{_W}txbxContent"):
            if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
                yield from self.blocks(box)

    def _table(self, element: Any) -> list[Block]:
        rows: list[list[str]] = []
        heads = 0
        above: dict[int, str] = {}
        for row in _own(element, f"{_W}tr"):
            cells: list[str] = []
            for cell in _own(row, f"{_W}tc"):
                text = self._cell(cell, above.get(len(cells), ""))
                cells += [text] * _whole(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            above = dict(enumerate(cells))
            heads += row.find(f"{_W}trPr/{_W}tblHeader") is not None and heads == len(rows)
            rows.append(cells)
        return grid.as_blocks(rows, header_rows=heads if 0 < heads < len(rows) else None)

    def _cell(self, cell: Any, above: str) -> str:
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
            return above
        return one_line(" ".join(self._text(paragraph) for paragraph in cell.iter(f"{_W}p")))

    def _style(self, element: Any) -> Any:
        style_id = element.find(f"{_W}pPr/{_W}pStyle")
        return None if style_id is None else self._styles.get(style_id.get(f"{_W}val"))

    def _text(self, element: Any) -> str:
        return "\n".join(" ".join(line.split()) for line in "".join(_pieces(element, self._notes)).split("\n")).strip()


def _own(around: Any, tag: str) -> Iterator[Any]:
    """Return the rows of a table or the cells of a row, not those of a table within it."""
    return (element for element in around.iter(tag) if next(element.iterancestors(around.tag)) is around)


def _pieces(element: Any, notes: dict[str, str]) -> Iterator[str]:
    """Return what is seen of an element: not what was deleted, hidden or struck out, nor readings above words."""
    for child in element:
        if child.tag in _UNSEEN or (child.tag == f"{_W}r" and _is_hidden(child)):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}footnoteReference" and (note := notes.get(child.get(f"{_W}id", ""))):
            yield f" ({note})"
        elif isinstance(child.tag, str) and not child.tag.endswith("}Fallback"):
            yield from _pieces(child, notes)


def _is_hidden(run: Any) -> bool:
    marks = (run.find(f"{_W}rPr/{_W}{name}") for name in ("vanish", "strike", "dstrike"))
    return any(mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off") for mark in marks)


def _notes(document: Any) -> dict[str, str]:
    """Return the footnotes by the id they are referred to with."""
    parts = [relation.target_part for relation in document.part.rels.values() if relation.reltype == _NOTES]
    if not parts:
        return {}
    root = import_module("docx.oxml").parse_xml(parts[0].blob)
    notes = root.iter(f"{_W}footnote")
    return {
        note.get(f"{_W}id"): one_line("".join(_pieces(note, {}))) for note in notes if note.get(f"{_W}type") is None
    }


def _level(element: Any, style: Any) -> int:
    """Return the level of a heading: said by the paragraph, its style or one that is based on; 0 for text."""
    own = element.find(f"{_W}pPr/{_W}outlineLvl")
    if own is not None and _whole(own, 9) < 9:
        return _whole(own, 9) + 1
    for one in _styles_of(style):
        if match := _HEADING.fullmatch(one.name or ""):
            return int(match[1])
        if (one.name or "").lower() == "title":
            return 1
        outline = one.element.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None and _whole(outline, 9) < 9:
            return _whole(outline, 9) + 1
    return 0


def _depth(element: Any, style: Any) -> int | None:
    """Return how deep in a list a paragraph is; None if it is in none."""
    for source in (element, *(one.element for one in _styles_of(style))):
        numbering = source.find(f"{_W}pPr/{_W}numPr")
        if numbering is not None:
            listed = _whole(numbering.find(f"{_W}numId"), 1)
            return _whole(numbering.find(f"{_W}ilvl"), 0) if listed else None
    return None


def _styles_of(style: Any) -> Iterator[Any]:
    for _ in range(10):  # styles may be based on each other in a circle
        if style is None:
            return
        yield style
        style = style.base_style


def _whole(element: Any, default: int) -> int:
    value = None if element is None else element.get(f"{_W}val")
    return int(value) if value is not None and value.isdecimal() else default
