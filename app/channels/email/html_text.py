"""The readable text of an HTML mail: what a reader would see, quotes marked with `>`, hidden text left out."""

from __future__ import annotations

import re
from typing import Any

from app.channels.email.charset import visible

MOST_CHARS = 2 * 1024 * 1024
MOST_TAGS = 12_000  # the parser's time grows with the square of what is nested
DEEPEST_QUOTE = 8

BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav"
    r"|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
CELLS = frozenset(("td", "th"))
UNSEEN = re.compile(
    r"applet|area|audio|base|button|canvas|embed|head|iframe|input|link|map|meta|noscript|object|option|script|select"
    r"|style|svg|template|textarea|title|video|-.*"
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0*(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0*(?:\.0+)?\s*(?:;|!|$)|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)",
    re.IGNORECASE,
)


def html_text(source: str) -> str:
    """Return the text of `source`; a source that is too long is read as far as the limit."""
    return _Writer().write(_parser()(_bounded(source)).root)


def _parser() -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser


def _bounded(source: str) -> str:
    source = source[:MOST_CHARS]
    if source.count("<") <= MOST_TAGS:
        return source
    end = -1
    for _ in range(MOST_TAGS):
        end = source.index("<", end + 1)
    return source[:end]


class _Writer:
    """Walks a tree without recursion and writes lines."""

    def __init__(self) -> None:
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
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if UNSEEN.fullmatch(tag) or _hidden(node):
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
        if UNSEEN.fullmatch(tag) or _hidden(node):
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


def _hidden(node: Any) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
