"""Blocks become stretches of text, each under one heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.knowledge.reading.blocks import Block, Code, Heading, Item, Paragraph, Table, refuse_swollen
from app.knowledge.reading.table import lines

STEP = " › "


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading."""

    heading: str | None
    text: str


def first_heading(blocks: Sequence[Block]) -> str | None:
    """Return what a document without a title is called by."""
    return next((block.text for block in blocks if isinstance(block, Heading)), None)


def sections(blocks: Sequence[Block], *, title: str) -> tuple[Section, ...]:
    """Return the sections in order.

    A heading is told with the one above it ("Parent › Child") where that has no text of its own, or where the same
    heading occurs twice. A heading that nothing belongs to is told with the next section, at the end as the last line.
    `Invalid` (knowledge_file_damaged) for more text than anybody has written.
    """
    refuse_swollen(sum(map(_size, blocks)))
    headings = Counter(block.text for block in blocks if isinstance(block, Heading))
    repeated = {text for text, times in headings.items() if times > 1}
    found: list[Section] = []
    above = _Above(title, repeated)
    start = 0
    for end, block in enumerate((*blocks, Heading(1, ""))):
        if not isinstance(block, Heading):
            continue
        if start < end and (text := _text(blocks[start:end], under=above.words())):
            found.append(Section(above.told(), text))
        above.enter(block)
        start = end + 1
    return _with_rest(found, above)


@dataclass(slots=True)
class _Above:
    """The headings above the place where we are."""

    title: str
    repeated: set[str]
    _path: list[Heading] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    _with_text: set[int] = field(default_factory=set)
    """Ids of headings of the path that have a text of their own."""

    def enter(self, heading: Heading) -> None:
        self._path = [one for one in self._path if one.level < heading.level]
        if heading.text:
            self._path.append(heading)
            self.untold.append(heading.text)

    def words(self) -> str:
        return STEP.join([self.title, *self.untold, *(heading.text for heading in self._path)])

    def told(self) -> str | None:
        """Return the heading of a section that begins here."""
        if not self._path:
            return self._tell(self.untold)
        *parents, own = self._path
        needed = [parent.text for parent in parents if id(parent) not in self._with_text]
        if own.text in self.repeated and parents:
            needed.append(parents[-1].text)
        self._with_text.add(id(own))
        above = [text for text in self.untold if text not in {heading.text for heading in self._path}]
        return self._tell([*above, *needed, own.text])

    def _tell(self, texts: Sequence[str]) -> str | None:
        self.untold = []
        *before, own = dict.fromkeys(texts) or [None]
        if own is None:
            return None
        return STEP.join([*(text for text in before if text and text != self.title), own])


def _size(block: Block) -> int:
    """Return how many characters a block is told in at most: each row of a table names its columns again."""
    if not isinstance(block, Table):
        return len(block.text)
    return len("".join(block.header)) * len(block.rows) + sum(len(cell) for row in block.rows for cell in row)


def _text(blocks: Sequence[Block], *, under: str) -> str:
    parts: list[str] = []
    for i, block in enumerate(blocks):
        in_list = isinstance(block, Item) and i > 0 and isinstance(blocks[i - 1], Item)
        parts += ["\n" if in_list else "\n\n", _plain(block, under=under)]
    return "".join(parts).strip()


def _plain(block: Block, *, under: str) -> str:
    match block:
        case Item():
            indent = "  " * block.depth
            text = block.text.replace("\n", f"\n{indent}  ")
            return f"{indent}{block.mark or ' '} {text}"
        case Table():
            return "\n".join(lines(block, under=under))
        case Paragraph() | Heading() | Code():
            return block.text


def _with_rest(found: list[Section], above: _Above) -> tuple[Section, ...]:
    if not found:
        return (Section(None, "\n".join(above.untold)),) if above.untold else ()
    rest = [text for text in above.untold if text != above.title]
    return (*found[:-1], Section(found[-1].heading, "\n".join([found[-1].text, *rest])))
