"""The lines of a PDF page, with where they stand and how large they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from app.core.errors import Invalid

_HYPHEN = "\ufffe"
"""What pdfium puts in the place of a hyphen and the line break behind it."""
_LINE = re.compile(f"([^\r\n{_HYPHEN}]+)([\r\n{_HYPHEN}]*)")
_WIDE_GAP = re.compile(r"[ \u3000\t]+")
_BETWEEN_JAPANESE = re.compile(r"(?<=[\u3041-\u30ff\u4e00-\u9fff、。]) (?=[\u3041-\u30ff\u4e00-\u9fff、。])")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\xad\u200b\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """Measures are in points, from the lower left corner; a `hyphen` cut the last word and is gone."""

    page: int
    text: str
    right: float
    top: float
    bottom: float
    size: float
    hyphen: bool


def lines_of(document: Any, number: int) -> Iterator[Line]:
    """Return the lines of a page in the order they were written in."""
    pdfium = import_module("pypdfium2")
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        raise Invalid("knowledge_file_damaged", f"page {number + 1} cannot be read") from None
    for match in _LINE.finditer(text_page.get_text_range()):
        text = _BETWEEN_JAPANESE.sub("", _WIDE_GAP.sub(" ", _NOT_SHOWN.sub("", match[1]))).strip()
        if text:
            yield _line(text_page, number, text=text, start=match.start(1), end=match.end(1), after=match[2])
    text_page.close()
    page.close()


def _line(text_page: Any, number: int, *, text: str, start: int, end: int, after: str) -> Line:
    raw = import_module("pypdfium2.raw")
    last = text_page.count_chars() - 1
    boxes = [text_page.get_charbox(min(index, last)) for index in {start, (start + end) // 2, end - 1}]
    size = round(raw.FPDFText_GetFontSize(text_page, min((start + end) // 2, last)), 1)
    height = max(box[3] - box[1] for box in boxes)
    return Line(
        page=number,
        text=text,
        right=max(box[2] for box in boxes),
        top=max(box[3] for box in boxes),
        bottom=min(box[1] for box in boxes),
        size=size if size > 1.5 else round(height, 0),  # a size of 1 is scaled by a matrix we do not see
        hyphen=after.startswith(_HYPHEN),
    )
