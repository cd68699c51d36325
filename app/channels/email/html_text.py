"""The readable text of an HTML mail: what a reader would see, quotes marked with `>`, hidden text left out."""

from __future__ import annotations

import re
from typing import Any

from app.channels.email.charset import visible
from app.channels.email.hidden import ROOT_PX, SMALLEST_FONT_PX, Sheet, font_size

MOST_CHARS = 1024 * 1024
FEW_CHARS = 32 * 1024
MOST_NAMES = 300_000_000  # what may be an attribute, times how many differ: each is held against those before it
MOST_TAGS = 12_000  # the parser's time grows with the square of what is nested
DEEPEST_QUOTE = 8

BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav"
    r"|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
CELLS = frozenset(("td", "th"))
UNSEEN = re.compile(
    r"applet|area|audio|base|button|canvas|embed|head|iframe|input|link|map|meta|noscript|object|option|script|select"
    r"|style|svg|template|textarea|title|video|-.*"
)

_PICTURE = re.compile(r"data:[\w/+.-]{1,40};base64,[A-Za-z0-9+/=]*+")
_NAME = re.compile(r"[^\t\n\f\r />=]+")


def html_text(source: str, most_tags: int = MOST_TAGS) -> str:
    """Return the text of `source`; a source that is too long is read as far as the limits."""
    source = _bounded(source, most_tags)
    tree = _parser()(source)
    css = "\n".join(node.text_content or "" for style in tree.css("style") for node in style.iter(include_text=True))
    return _Writer(Sheet(css, coloured="background" in source or "bgcolor" in source)).write(tree.root)


def _parser() -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser


def _bounded(source: str, most_tags: int) -> str:
    source = _PICTURE.sub("", source)[:MOST_CHARS]
    names = _NAME.findall(source)
    if len(names) * len(set(names)) > MOST_NAMES:
        source = source[:FEW_CHARS]
    if source.count("<") <= most_tags:
        return source
    end = -1
    for _ in range(most_tags + 1):
        end = source.index("<", end + 1)
    return source[:end]


class _Writer:
    """Walks a tree without recursion and writes lines."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._open: list[tuple[bool, float]] = []  # of each element around: whether it is shown, size of its text
        self._lines: list[str] = []
        self._line = ""
        self._quoted = 0
        self._pre = 0

    def write(self, root: Any) -> str:
        node = root
        while node is not None:
            inside = node.child if self._enter(node) else None
            node = inside if inside is not None else self._onwards(node, root)
        self._break()
        return re.sub(r"\n{3,}", "\n\n", visible("\n".join(self._lines))).strip("\n")

    def _onwards(self, node: Any, root: Any) -> Any:
        """Leave what ends here and return the next node, None at the end of the tree."""
        while node is not None and node.mem_id != root.mem_id:
            self._leave(node)
            if node.next is not None:
                return node.next
            node = node.parent
        return None

    def _enter(self, node: Any) -> bool:
        tag = node.tag
        around = self._open[-1][1] if self._open else ROOT_PX
        if tag == "-text":
            self._open.append((False, around))
            if around > SMALLEST_FONT_PX and not _in_closed_details(node):
                self._text(node.text_content or "")
            return False
        style = {} if UNSEEN.fullmatch(tag) else self._sheet.look(node)
        shown = not UNSEEN.fullmatch(tag) and not self._sheet.hides(node, style)
        self._open.append((shown, font_size(style, around)))
        if not shown:
            return False
        if tag == "br":
            self._break(always=True)
        elif BLOCKS.fullmatch(tag):
            self._break()
        if tag == "hr":
            self._line = "-" * 20
            self._break()
        elif tag == "li":
            self._line = "- "
        elif tag == "blockquote":
            self._quoted += 1
        elif tag == "pre":
            self._pre += 1
        return True

    def _leave(self, node: Any) -> None:
        tag = node.tag
        shown, _ = self._open.pop()
        if not shown:
            return
        if tag in CELLS:
            self._line += " "
        elif BLOCKS.fullmatch(tag):
            self._break()
            if tag == "p":
                self._blank()
        if tag == "blockquote":
            self._quoted -= 1
        elif tag == "pre":
            self._pre -= 1

    def _text(self, text: str) -> None:
        if self._pre:
            first, *rest = text.split("\n")
            self._line += first
            for line in rest:
                self._break(always=True)
                self._line = line
            return
        words = re.sub(r"[ \t\r\n\f]+", " ", text)
        self._line += words.lstrip() if not self._line or self._line.endswith(" ") else words

    def _break(self, *, always: bool = False) -> None:
        line, self._line = self._line.replace("\u00a0", " ").rstrip(), ""
        if line or always:
            mark = "> " * min(self._quoted, DEEPEST_QUOTE)
            self._lines.append((mark + line).rstrip())

    def _blank(self) -> None:
        if self._lines and self._lines[-1].strip("> "):
            self._lines.append(("> " * min(self._quoted, DEEPEST_QUOTE)).rstrip())


def _in_closed_details(text: Any) -> bool:
    return text.parent is not None and text.parent.tag == "details" and "open" not in text.parent.attributes
