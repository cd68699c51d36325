"""A document as we understood it: its head, title, language, Markdown text and the sections of that."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Invalid
from app.knowledge.front_matter import FENCE, FrontMatter, Split, split
from app.knowledge.reading import apart, page
from app.knowledge.reading.blocks import escape, refuse_swollen, write
from app.knowledge.reading.charset import decode
from app.knowledge.reading.files import HTML, PDF, PLAIN, WORD
from app.knowledge.reading.markdown import blocks
from app.knowledge.reading.sections import Section, first_heading, sections
from app.retrieval.passages import Lang
from app.retrieval.tokens import detect_lang


@dataclass(frozen=True, slots=True)
class Source:
    """`file` is the path or address that is cited; `text` is the body in Markdown, of which `sections` are made."""

    file: str
    title: str
    lang: Lang
    head: FrontMatter
    sections: tuple[Section, ...]
    body_hash: str
    text: str


def parse(file: str, raw: bytes, *, suffix: str | None = None) -> Source:
    """Return the document in `raw`; `suffix` says its kind where the name does not, as with addresses.

    `Invalid` (knowledge_file_damaged, _locked, _no_text, knowledge_front_matter_invalid) if it cannot be trusted.
    """
    suffix = (suffix or Path(file).suffix).lower()
    title = None
    if suffix in (PDF, WORD):
        head, content = _split_bytes(raw)
        title, text = apart.convert(suffix, content)
    else:
        parts = split(decode(raw))
        head, text = parts.head, parts.body
        if suffix in HTML:
            title, text = _of_page(text)
        elif suffix in PLAIN:
            text = "\n".join(escape(line) for line in text.splitlines())
    return understand(file, text, head=head, page_title=title, body_hash=body_hash(raw))


def understand(file: str, text: str, *, head: FrontMatter, body_hash: str, page_title: str | None = None) -> Source:
    """Return the document whose body is `text` in Markdown.

    `Invalid`: knowledge_file_damaged for no or too much text, knowledge_front_matter_invalid for an impossible period.
    """
    refuse_swollen(len(text))
    if head.ends_before_it_begins:
        raise Invalid("knowledge_front_matter_invalid", "valid_until is before valid_from")
    found = blocks(text)
    title = head.title or page_title or first_heading(found) or Path(file).stem
    told = sections(found, title=title)
    if not told:
        raise Invalid("knowledge_file_damaged", "no text in it")
    lang = head.lang or detect_lang("\n".join(section.text for section in told))
    return Source(file, title, lang, head, told, body_hash, text.strip("\n"))


def body_hash(raw: bytes) -> str:
    """Return what tells two versions of a file apart."""
    return hashlib.sha256(raw).hexdigest()


def _of_page(html: str) -> tuple[str | None, str]:
    if not page.is_quick(html):
        return apart.convert(".html", html.encode())
    read = page.read(html)
    return read.title, write(read.blocks)


def _split_bytes(raw: bytes) -> tuple[FrontMatter, bytes]:
    """Part a file from the front matter that `files.read_bytes` put before it."""
    fence = FENCE.encode() + b"\n"
    if not raw.startswith(fence):
        return FrontMatter(), raw
    head, _, content = raw.removeprefix(fence).partition(b"\n" + fence)
    parts: Split = split("\n".join((FENCE, decode(head), FENCE)))
    return parts.head, content
