"""Markdown becomes blocks: what is written, without the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.knowledge.reading import page
from app.knowledge.reading.blocks import Block, Code, Heading, Item, Paragraph, Table, one_line, refuse_swollen
from app.knowledge.reading.lines import join

_HARD_BREAK = "\v"
_BR = re.compile(r"<br\s*/?>", re.I)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"])


def blocks(text: str) -> list[Block]:
    """Return the blocks of a Markdown text in order; struck-out words are left out, HTML in it is read as HTML."""
    return list(_Reader().read(_parser().parse(text)))


class _Reader:
    """Goes through the tokens once and remembers which list and table it is in."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []
        self._mark: str | None = None
        self._rows: list[list[str]] = []
        self._level: int | None = None

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(_text(token.children or ()))
            elif token.type in ("fence", "code_block"):
                yield Code(token.content.rstrip("\n"))
            elif token.type == "html_block":
                yield from page.blocks(token.content)
            elif token.type == "table_close":
                header, *rows = self._rows
                refuse_swollen(0, cells=len(header) * len(self._rows))
                yield Table(tuple(header), tuple(tuple(row) for row in rows))
                self._rows = []
            else:
                self._note(token)

    def _note(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1]) if token.level == 0 else None
            case "heading_close":
                self._level = None
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                start = token.attrGet("start")
                self._lists.append(1 if start is None else int(start))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._mark = self._next_mark()
            case "tr_open":
                self._rows.append([])
            case _:
                pass

    def _inline(self, text: str) -> Iterator[Block]:
        if self._rows:
            self._rows[-1].append(one_line(text))
        elif not text:
            return
        elif self._level is not None:
            yield Heading(self._level, one_line(text))
        elif self._lists:
            mark, self._mark = self._mark, None
            yield Item(len(self._lists) - 1, text, mark or "")
        else:
            yield Paragraph(text)

    def _next_mark(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "-"
        self._lists[-1] = number + 1
        return f"{number}."


def _text(children: Sequence[Token]) -> str:
    parts: list[str] = []
    struck = 0
    for token in children:
        if token.type in ("s_open", "s_close"):
            struck += token.nesting
        elif not struck:
            parts.append(_words(token))
    groups = "".join(parts).split(_HARD_BREAK)
    return "\n".join(text for group in groups if (text := join(group.split("\n")).strip()))


def _words(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return "\n"
        case "hardbreak":
            return _HARD_BREAK
        case "image":
            return _text(token.children or ())
        case "html_inline":
            return _HARD_BREAK if _BR.match(token.content) else ""
        case _:
            return ""
