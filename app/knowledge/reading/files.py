"""Which files of a folder are documents, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from app.core.errors import Invalid
from app.knowledge.front_matter import FENCE

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm"})
PLAIN = frozenset({".txt"})
PDF = ".pdf"
WORD = ".docx"
READABLE = MARKDOWN | HTML | PLAIN | {PDF, WORD}
HEAD_BESIDE = ".yaml"
"""`prices.pdf.yaml` beside `prices.pdf` is its front matter: such files have no room for one inside."""
MAX_BYTES = 20_000_000
MAX_HEAD_BYTES = 100_000
UNREADABLE = "knowledge_file_unreadable"
"""The disk refuses it: the only fault of a file that may pass without a change of it."""


def list_files(root: Path) -> list[tuple[str, Path]]:
    """Return (cited name, path) of `root` itself or of every visible file below it, in a stable order.

    `Invalid` for a folder that cannot be listed.
    """
    if not root.is_dir():
        return [(root.name, root)]
    refuse_shut(root)
    paths = {path.relative_to(root): path for path in root.rglob("*") if _is_file(path)}
    named = ((_cited(name), path) for name, path in paths.items() if not any(p.startswith(".") for p in name.parts))
    documents = set(paths.values())
    return sorted((name, path) for name, path in named if _described(path) not in documents)


def refuse_shut(folder: Path) -> None:
    """Refuse a folder that cannot be listed, which would look as if it were empty."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise Invalid(UNREADABLE, f"{folder}: {error.strerror or type(error).__name__}") from None


def read_bytes(path: Path, *, root: Path) -> bytes:
    """Return the content of `root` or a file below it, behind the front matter that lies beside it.

    `Invalid` if its kind cannot be read here, a link leads out of `root`, or the disk refuses.
    """
    if path.suffix.lower() not in READABLE:
        raise Invalid("knowledge_file_type", f"cannot read {path.suffix or 'files without an ending'}")
    return b"".join((*_head_beside(path, root=root), _content(path, root=root, limit=MAX_BYTES)))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() or (path.is_symlink() and not path.is_dir())  # one that leads nowhere is to be told
    except OSError:  # reading it will say why
        return True


def _cited(name: Path) -> str:
    """Return the name in UTF-8, whatever bytes the disk has: it goes into the database and onto pages."""
    return name.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _described(path: Path) -> Path | None:
    """Return the document whose front matter this file is, by its name."""
    document = path.with_suffix("")
    return document if path.suffix == HEAD_BESIDE and document.suffix.lower() in (PDF, WORD) else None


def _head_beside(path: Path, *, root: Path) -> Iterator[bytes]:
    beside = path.with_name(path.name + HEAD_BESIDE)
    if _described(beside) is not None and beside.is_file():
        fence = FENCE.encode()
        head = _content(beside, root=root.parent if path == root else root, limit=MAX_HEAD_BYTES).removeprefix(
            b"\xef\xbb\xbf"
        )
        yield b"\n".join((fence, head.strip().removeprefix(fence).removesuffix(fence), fence, b""))


def _content(path: Path, *, root: Path, limit: int) -> bytes:
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            raise Invalid("knowledge_file_elsewhere", "a link to a file that is not in the folder")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # reading a pipe would wait for ever
            raise Invalid("knowledge_file_type", "not a file but a pipe, a socket or a device")
        if found.st_size > limit:
            raise Invalid("knowledge_file_damaged", f"larger than {limit // 1_000_000 or 0.1} MB")
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        raise Invalid(UNREADABLE, getattr(error, "strerror", None) or type(error).__name__) from None
