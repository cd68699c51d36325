"""PDF and Word files made for tests."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

MINCHO = "HeiseiMin-W3"
TEXT, TITLE = 11, 18
LEADING = 16

pdfmetrics.registerFont(UnicodeCIDFont(MINCHO))


def pdf(*pages: Sequence[str], head: str = "", foot: str = "", password: str | None = None) -> bytes:
    """Return a PDF of these lines; "# " makes one large, an empty one is a gap, `foot` may have a number."""
    written = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password) if password else None
    canvas = Canvas(written, pagesize=(595, 842), encrypt=lock, invariant=1)
    for number, lines in enumerate(pages, 1):
        _line(canvas, head, at=810, size=9)
        _line(canvas, foot.format(number), at=24, size=9)
        at = 760
        for line in lines:
            size = TITLE if line.startswith("# ") else TEXT
            _line(canvas, line.removeprefix("# "), at=at, size=size)
            at -= 2 * LEADING if size == TITLE else LEADING
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def word(document: Document) -> bytes:
    """Return a Word file."""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def new_word() -> Document:
    """Return an empty Word document."""
    return docx.Document()


def _line(canvas: Canvas, text: str, *, at: int, size: int) -> None:
    if text:
        canvas.setFont("Helvetica" if text.isascii() else MINCHO, size)
        canvas.drawString(50, at, text)
