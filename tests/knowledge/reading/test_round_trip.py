"""What is written down of a document says the same when it is read again."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from app.knowledge.reading.blocks import Block, Code, Heading, Item, Paragraph, Table, write
from app.knowledge.reading.markdown import blocks
from app.knowledge.reading.source import parse

MARKS = st.text(alphabet=st.sampled_from([*string.punctuation, *"ab1 \nあ。　"]), min_size=1, max_size=30)
LETTERS = st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20)
TEXTS = st.one_of(MARKS, LETTERS).filter(str.strip)
ROWS = st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(1, 6), TEXTS),
    st.builds(Paragraph, TEXTS),
    st.builds(Item, st.integers(0, 3), TEXTS, st.sampled_from(["-", "1."])),
    st.builds(Code, TEXTS),
    st.builds(Table, st.tuples(TEXTS, TEXTS), ROWS),
)


def said(block: Block) -> tuple[str, object]:
    """Return the kind of a block and its words: white space may change, nothing else."""
    texts = [block.header, *block.rows] if isinstance(block, Table) else [[block.text]]
    return type(block).__name__, [["".join(text.split()) for text in row] for row in texts]


@settings(max_examples=300)
@given(st.lists(BLOCKS, max_size=4))
def test_blocks_written_as_markdown_are_read_again_as_the_same_blocks(written: list[Block]) -> None:
    assert [said(block) for block in blocks(write(written))] == [said(block) for block in written]


@settings(max_examples=100)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.sampled_from([".txt", ".md"]))
def test_the_text_of_record_read_as_markdown_gives_the_same_sections(lines: list[str], suffix: str) -> None:
    read = parse(f"a{suffix}", ("First words.\n" + "\n".join(lines)).encode())
    again = parse("a.md", f"---\ntitle: {read.title}\n---\n{read.text}".encode())
    assert (again.sections, again.text) == (read.sections, read.text)


@given(st.lists(MARKS, min_size=1, max_size=5))
def test_plain_text_keeps_every_mark(lines: list[str]) -> None:
    text = "First words.\n" + "\n".join(lines)
    kept = "".join(section.text for section in parse("a.txt", text.encode()).sections)
    assert "".join(kept.split()) == "".join(text.split())
