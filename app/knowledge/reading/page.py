"""A web page becomes blocks: what a visitor reads of it, without menus, scripts and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core.errors import Invalid
from app.knowledge.reading import page_tables
from app.knowledge.reading.blocks import Block, Code, Heading, Item, Paragraph
from app.knowledge.reading.hidden import is_silent
from app.knowledge.reading.lines import glue

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode as Node

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    (
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "tr",
        "td",
        "th",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
        "details",
        "summary",
        "hr",
        "form",
        "fieldset",
        "legend",
        "label",
        "center",
        "body",
        "html",
    )
)
_MOST_TAGS = 20_000
"""Tags that may all be open at once without the parser, whose time grows with the square of that, being felt."""
_DEEPEST = 5_000
_TAG = re.compile(
    r"</?(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|t[dhr]|track|wbr)\b)[a-z]", re.I
)
_BREAK = "\v"


@dataclass(frozen=True, slots=True)
class Page:
    """The title a browser would show, and what is on the page."""

    title: str | None
    blocks: list[Block]


def read(html: str) -> Page:
    """Return title and blocks of a page; where it says what its main part is, only of that.

    `Invalid` (knowledge_file_damaged) where elements are in each other deeper than on any real page.
    """
    if _depth(html) > _DEEPEST:
        raise Invalid("knowledge_file_damaged", f"more than {_DEEPEST} elements within each other")
    tree = _parser()(html)
    title = tree.css_first("head title")
    roots = (root for root in (tree.css_first("main, [role=main]"), tree.body) if root is not None)
    found = next((told for root in roots if (told := list(_Walk(root).run()))), [])
    return Page((_fold(title.text()) or None) if title else None, found)


def blocks(html: str) -> list[Block]:
    """Return the blocks of a stretch of HTML within Markdown."""
    return read(html).blocks if is_quick(html) else [Paragraph(re.sub("<[^<>]*>", " ", html))]


def is_quick(html: str) -> bool:
    """Return whether HTML can be read at once, however it is nested."""
    return html.count("<") <= _MOST_TAGS


def _depth(html: str) -> int:
    """Return how deep elements are in each other at most, leaving out those that end without a tag for it."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        depth = max(0, depth - 1) if match[0].startswith("</") else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _parser() -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser


class _Walk:
    """Goes through a tree without recursion, however deep it is."""

    def __init__(self, root: Node, *, inside_cell: bool = False) -> None:
        self._root = root
        self._special: dict[str, Callable[[Node], list[Block] | None]] = {"pre": _code}
        if not inside_cell:
            self._special |= {"table": _table, "dl": _definitions}
        self._text: list[str] = []
        self._lists: list[int | None] = []
        self._mark = ""
        self._done = False
        """Whether nothing below the present node is to be read."""

    def run(self) -> Iterator[Block]:
        node = self._root.child
        while node is not None:
            yield from self._enter(node)
            if node.child is not None and not self._done:
                node = node.child
                continue
            if not self._done:
                yield from self._leave(node)
            while node is not None and node.next is None:
                node = self._above(node)
                if node is not None:
                    yield from self._leave(node)
            node = None if node is None else node.next
        yield from self._flush()

    def _above(self, node: Node) -> Node | None:
        parent = node.parent
        return None if parent is None or parent.mem_id == self._root.mem_id else parent

    def _enter(self, node: Node) -> Iterator[Block]:
        special = self._special.get(node.tag or "", _nothing)(node)
        self._done = special is not None or is_silent(node)
        if node.is_text_node:
            self._text.append(node.text_content or "")
        elif node.tag == "br":
            self._text.append(_BREAK)
        elif not self._done and node.tag in _BLOCKS:
            yield from self._flush()
            self._open(node)
        elif special is not None:
            yield from self._flush()
            yield from special

    def _open(self, node: Node) -> None:
        if node.tag in ("ul", "ol"):
            self._lists.append(0 if node.tag == "ol" else None)
        elif node.tag == "li" and self._lists:
            number = self._lists[-1]
            self._mark = "-"
            if number is not None:
                self._lists[-1] = number + 1
                self._mark = f"{number + 1}."

    def _leave(self, node: Node) -> Iterator[Block]:
        if node.tag in _BLOCKS:
            yield from self._flush(level=int(node.tag[1]) if node.tag in _HEADINGS else None)
        if node.tag in ("ul", "ol") and self._lists:
            self._lists.pop()

    def _flush(self, *, level: int | None = None) -> Iterator[Block]:
        text, self._text = _fold("".join(self._text)), []
        if not text:
            return
        if level is not None:
            yield Heading(level, text)
        elif self._lists:
            mark, self._mark = self._mark, ""
            yield Item(len(self._lists) - 1, text, mark)
        else:
            yield Paragraph(text)


def _nothing(node: Node) -> None:
    return None


def _fold(text: str) -> str:
    """Write white space as a browser shows it; between Japanese characters a line break in the source is nothing."""
    shown = (glue([" ".join(line.split()) for line in group.split("\n")]) for group in text.split(_BREAK))
    return "\n".join(line for line in shown if line)


def _code(node: Node) -> list[Block]:
    text = node.text()
    return [Code(text)] if text.strip() and not is_silent(node) else []


def _table(node: Node) -> list[Block] | None:
    return page_tables.table(node, _of_cell)


def _definitions(node: Node) -> list[Block] | None:
    return page_tables.definitions(node, _of_cell)


def _of_cell(node: Node) -> str:
    """Return the words of a cell in one line."""
    return glue([getattr(block, "text", "").replace("\n", " ") for block in _Walk(node, inside_cell=True).run()])
