"""A file on disk becomes a document: its head, title, language and sections of plain text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from app.core.errors import Invalid
from app.knowledge.front_matter import FrontMatter, split
from app.retrieval.passages import Lang
from app.retrieval.tokens import detect_lang

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm"})
PLAIN = frozenset({".txt"})
READABLE = MARKDOWN | HTML | PLAIN
MAX_BYTES = 20_000_000

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_CODE_FENCE = re.compile(r"^\s*(```|~~~)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffd]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading."""

    heading: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file as we understood it; `file` is the path that is cited."""

    file: str
    title: str
    lang: Lang
    head: FrontMatter
    sections: tuple[Section, ...]
    body_hash: str


def list_files(root: Path) -> list[tuple[str, Path]]:
    """Return (cited name, path) of `root` itself or of every visible file below it, in a stable order."""
    if not root.is_dir():
        return [(root.name, root)]
    paths = (path for path in root.rglob("*") if path.is_file())
    named = ((path.relative_to(root), path) for path in paths)
    return sorted((name.as_posix(), path) for name, path in named if not any(p.startswith(".") for p in name.parts))


def read_bytes(path: Path, *, root: Path) -> bytes:
    """Return the content of `root` or a file below it.

    `Invalid` if its kind cannot be read here, a link leads out of `root`, or the disk refuses.
    """
    if not path.resolve().is_relative_to(root.resolve()):
        raise Invalid("knowledge_file_elsewhere", "a link to a file that is not in the folder")
    if path.suffix.lower() not in READABLE:
        raise Invalid("knowledge_file_type", f"cannot read {path.suffix or 'files without an ending'}")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Invalid("knowledge_file_damaged", f"larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise Invalid("knowledge_file_damaged", error.strerror or type(error).__name__) from None


def parse(file: str, raw: bytes) -> Source:
    """Return the document in `raw`; `Invalid` (damaged, or front matter invalid) if it cannot be trusted."""
    suffix = Path(file).suffix.lower()
    parts = split(decode(raw))
    page_title = None
    body = parts.body
    if suffix in HTML:
        page = _Page(body)
        body, page_title = page.text, page.title
    sections = _plain(body) if suffix in PLAIN else _sections(body)
    first_heading = next((section.heading for section in sections if section.heading), None)
    title = parts.head.title or page_title or first_heading or Path(file).stem
    if not sections:
        raise Invalid("knowledge_file_damaged", "no text in it")
    lang = parts.head.lang or detect_lang("\n".join(section.text for section in sections))
    return Source(file, title, lang, parts.head, sections, body_hash(raw))


def body_hash(raw: bytes) -> str:
    """Return what tells two versions of a file apart."""
    return hashlib.sha256(raw).hexdigest()


def decode(raw: bytes) -> str:
    """Return the text of UTF-8, UTF-16 with a mark, ISO-2022-JP, CP932 or EUC-JP bytes; `Invalid` for anything else."""
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and not _looks_misread(text, encoding):
            return text
    raise Invalid("knowledge_file_damaged", "the text is in no encoding we know, or damaged")


def _encodings(raw: bytes) -> tuple[str, ...]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\x1b$" in raw:
        return ("iso2022_jp",)
    return ("utf-8-sig", "cp932", "euc_jp")


def _looks_misread(text: str, encoding: str) -> bool:
    """EUC-JP read as CP932 decodes without an error, into half-width katakana."""
    return encoding == "cp932" and len(_HALF_WIDTH_KANA.findall(text)) * 5 > len(text)


def _plain(body: str) -> tuple[Section, ...]:
    text = body.strip()
    return (Section(None, text),) if text else ()


def _sections(body: str) -> tuple[Section, ...]:
    """Cut Markdown at its headings and take the marks away."""
    found: list[Section] = []
    heading: str | None = None
    lines: list[str] = []
    in_code = False
    for line in body.splitlines():
        in_code ^= bool(_CODE_FENCE.match(line))
        match = None if in_code else _HEADING.match(line)
        if match is None:
            lines.append(line)
            continue
        _close(found, heading, lines)
        heading, lines = _strip_marks(match.group(2)), []
    _close(found, heading, lines)
    return tuple(found)


def _close(found: list[Section], heading: str | None, lines: list[str]) -> None:
    kept = (_strip_marks(line) for line in lines if not _TABLE_RULE.match(line) and not _CODE_FENCE.match(line))
    if text := "\n".join(kept).strip():
        found.append(Section(heading, text))


def _strip_marks(line: str) -> str:
    line = _LINK.sub(r"\1", _IMAGE.sub(r"\1", line))
    line = _EMPHASIS.sub(r"\2", line)
    if line.lstrip().startswith("|"):
        return " / ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return line.removeprefix("> ")


class _Page(HTMLParser):
    """The visible text of a page with its headings written as Markdown."""

    SILENT = frozenset({"script", "style", "nav", "noscript", "template", "svg"})
    BLOCKS = frozenset(
        {
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "br",
            "dt",
            "dd",
        }
        | {"blockquote", "pre", "figure"}
    )
    HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title: str | None = None
        self._parts: list[str] = []
        self._silent = 0
        self._in_title = False
        self.feed(html)
        self.close()
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        self.text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.SILENT:
            self._silent += 1
        elif tag == "title":
            self._in_title = True
        elif tag in self.HEADINGS:
            self._parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag in self.BLOCKS:
            self._parts.append("\n")
        elif tag in {"td", "th"}:
            self._parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "title":
            self._in_title = False
        elif tag in self.HEADINGS or tag == "p":
            self._parts.append("\n\n")
        elif tag in self.BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title = " ".join(data.split()) or None
        elif not self._silent:
            self._parts.append(data if self._parts else data.lstrip())
