"""A PDF becomes blocks: its lines without what is printed on every page, put together to paragraphs under headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

from app.core.errors import Invalid
from app.knowledge.reading.blocks import Block, Heading, Paragraph, one_line
from app.knowledge.reading.lines import begins_thought, ends_thought, gap, is_japanese, width
from app.knowledge.reading.page import Page
from app.knowledge.reading.pdf_lines import Line, lines_of

MOST_PAGES = 5_000
_WRONG_PASSWORD, _UNKNOWN_LOCK = 4, 5  # as FPDF_GetLastError has them
_NO_TITLE = re.compile(
    r"untitled|無題|microsoft |.*\.(?:docx?|pptx?|xlsx?|indd|ai|pdf|tex|dvi)$|(?:slide|スライド)\s*\d*$", re.I
)
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08]")
_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|\.)?\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*(?:ページ|頁)?\s*[-–—]?", re.I
)
_EDGE_LINES = 2
_LARGER = 1.15
_LONGEST_HEADING = 80
_HEADING_LEVELS = 3
_NARROWEST = 30
"""Columns below which a line is short because its author ended it."""


def read(content: bytes) -> Page:
    """Return title and blocks; `Invalid` (knowledge_file_locked, _no_text or _damaged) if there is nothing to read."""
    document = _open(content)
    if not 0 < len(document) <= MOST_PAGES:
        raise Invalid("knowledge_file_damaged", f"it says that it has {len(document)} pages")
    pages = [list(lines_of(document, number)) for number in range(len(document))]
    text = "".join(line.text for lines in pages for line in lines)
    if len(_UNREADABLE.findall(text)) * 4 >= len(text):
        raise Invalid("knowledge_file_no_text", "no text in it, only pictures: probably a scan")
    named = {_squeezed(bookmark.get_title()): bookmark.level + 1 for bookmark in document.get_toc(max_depth=3)}
    body = _body_size(pages)
    found = list(_blocks(_without_edges(pages, body=body), named=named, body=body))
    title = one_line(document.get_metadata_value("Title"))
    has_heading = any(isinstance(block, Heading) for block in found)
    return Page(None if has_heading or _NO_TITLE.match(title) else title or None, found)


def _open(content: bytes) -> Any:
    pdfium = import_module("pypdfium2")
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (_WRONG_PASSWORD, _UNKNOWN_LOCK):
            raise Invalid("knowledge_file_locked", "it can only be read with a password") from None
        raise Invalid("knowledge_file_damaged", "not a PDF, or a damaged one") from None


def _without_edges(pages: Sequence[list[Line]], *, body: float) -> list[list[Line]]:
    """Take away page numbers, and first and last lines that most pages have in common."""
    edges = Counter(text for lines in pages for text in {_alike(line, body=body) for line in _edge(lines)})
    printed = {text for text, times in edges.items() if times >= max(2, len(pages) // 2)} if len(pages) > 2 else set()
    return [list(_inner(lines, printed, body=body)) for lines in pages]


def _inner(lines: Sequence[Line], printed: set[str], *, body: float) -> Iterator[Line]:
    edge = _edge(lines)
    for line in lines:
        on_edge = any(line is one for one in edge)
        if not (on_edge and (_alike(line, body=body) in printed or _PAGE_NUMBER.fullmatch(line.text))):
            yield line


def _edge(lines: Sequence[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page."""
    by_height = sorted(lines, key=lambda line: -line.top)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _alike(line: Line, *, body: float) -> str:
    """Return what a line has in common with others: in all but headings, everything except the number of the page."""
    text = _squeezed(line.text)
    return text if line.size >= body * _LARGER else re.sub(rf"(?<!\d){line.page + 1}(?!\d)", "#", text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _blocks(pages: Sequence[Sequence[Line]], *, named: dict[str, int], body: float) -> Iterator[Block]:
    sizes = sorted({line.size for lines in pages for line in lines if line.size >= body * _LARGER}, reverse=True)
    group: list[Line] = []
    level = 0
    for line in (line for lines in pages for line in lines):
        before, level = level, _level(line, sizes=sizes, named=named)
        if group and (level != before or not _goes_on(group, line)):
            yield _block(before, group)
            group = []
        group.append(line)
    if group:
        yield _block(level, group)


def _block(level: int, group: Sequence[Line]) -> Block:
    text = _joined(group)
    return Heading(level, one_line(text)) if level else Paragraph(text)


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size most of the text is printed in."""
    letters: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0]


def _level(line: Line, *, sizes: Sequence[float], named: dict[str, int]) -> int:
    """Return the level of a heading, known by its bookmark or by its size; 0 for text."""
    if level := named.get(_squeezed(line.text)):
        return level
    if line.size in sizes and len(line.text) <= _LONGEST_HEADING and any(letter.isalpha() for letter in line.text):
        return min(sizes.index(line.size) + 1, _HEADING_LEVELS)
    return 0


def _goes_on(paragraph: Sequence[Line], line: Line) -> bool:
    """Return whether a line stands directly below the last one, or goes on with its sentence on the next page."""
    last = paragraph[-1]
    if last.page != line.page or line.top > last.top:
        return not ends_thought(last.text) and _is_full(last, line, right=max(one.right for one in paragraph))
    return last.bottom - line.top < last.size


def _joined(paragraph: Sequence[Line]) -> str:
    right = max(line.right for line in paragraph)
    parts = [paragraph[0].text]
    for last, line in pairwise(paragraph):
        if last.hyphen:
            between = ""
        elif _is_full(last, line, right=right) and not begins_thought(line.text):
            between = gap(last.text, line.text)
        else:
            between = "\n"
        parts += [between, line.text]
    return "".join(parts)


def _is_full(line: Line, following: Line, *, right: float) -> bool:
    """Return whether what follows had no room at the end of the line."""
    if width(line.text) < _NARROWEST:
        return False
    if is_japanese(line.text):
        return line.right >= right - 2.5 * line.size
    first_word = following.text.split(" ", 1)[0]
    return line.right + (min(len(first_word), 30) + 1) * line.size / 2 > right
