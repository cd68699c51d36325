"""A library of its own for one run, filled the way an operator fills one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.db import Database
from app.knowledge.library import Library
from app.models.base import Base


@contextmanager
def empty() -> Iterator[tuple[Library, Path]]:
    """Give a library without documents and the folder that holds it; both are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="sokuo-bench-"))
    database = Database(f"sqlite:///{folder / 'bench.db'}")
    Base.metadata.create_all(database.engine)
    library = Library(database, folder / "index")
    try:
        yield library, folder
    finally:
        library.close()
        database.close()
        shutil.rmtree(folder)


def write(folder: Path, documents: Iterable[tuple[str, str]]) -> None:
    """Write documents as files."""
    for name, text in documents:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def add(library: Library, path: Path) -> None:
    """Add a file or a folder; every file has to be taken."""
    report = library.add(path)
    assert not report.failed, report.failed[:3]
