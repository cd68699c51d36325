"""Which build of the index serves. Each lies in a folder of its own, named by its fingerprint; one file points at them.

    knowledge/serving.json         {"lexical": "lexical-4.1-5f0c2a91", "vectors": "vectors-hash64-77b0e3d4"}
    knowledge/lexical-4.1-5f0c2a91/lexical.sqlite
    knowledge/vectors-hash64-77b0e3d4/{ledger.sqlite, chroma/}

A new build grows beside the old one, which serves until the pointer is replaced in one step. Words and vectors are
apart: another model leaves the words as they are. The build that served before stays until the next is begun: another
process may be about to open it.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import sqlite3
import threading
from pathlib import Path
from typing import Literal

Part = Literal["lexical", "vectors"]
POINTER = "serving.json"
_OURS = re.compile(r"(?:lexical|vectors)-.+-[0-9a-f]{8}")
_FORMER = ("lexical.sqlite", "lexical.sqlite-wal", "lexical.sqlite-shm", "chroma")
"""Where words and vectors lay before builds had folders."""

_PASSING = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_CANTOPEN),
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR),
}
"""What SQLite says when the file itself is whole; building anew would not help."""


class Builds:
    """Anybody may ask what serves; only the owner of the directory starts, serves and removes builds."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._read: tuple[object, dict[str, str]] = (None, {})
        self._serving = threading.Lock()

    def serving(self, part: Part) -> Path | None:
        """Return the folder that serves, as it is now: a look at one small file."""
        name = self._pointer().get(part)
        return self.directory / name if name else None

    def start(self, part: Part, fingerprint: str) -> Path:
        """Make the folder of a new build."""
        folder = self.directory / f"{part}-{fingerprint}-{secrets.token_hex(4)}"  # never a name that was there before
        folder.mkdir(parents=True)
        return folder

    def serve(self, part: Part, folder: Path) -> None:
        """Let this build serve from now on."""
        new = self.directory / f"{POINTER}.new"
        with self._serving:  # words and vectors have threads of their own
            self._read = None, {}
            pointer = self._pointer() | {part: folder.name}
            with new.open("w", encoding="utf-8") as file:
                json.dump(pointer, file)
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.directory / POINTER)
            self._read = None, {}

    def made(self, part: Part, fingerprint: str) -> list[Path]:
        """Return the builds of this fingerprint, the one that serves first."""
        found = [path for path in self._all(part) if path.name.rpartition("-")[0] == f"{part}-{fingerprint}"]
        return sorted(found, key=lambda path: path != self.serving(part))

    def drop(self, folder: Path) -> None:
        """Remove a build."""
        shutil.rmtree(folder, ignore_errors=True)

    def tidy(self, part: Part) -> None:
        """Remove what is left of one part and does not serve; who still reads one keeps it until he has finished."""
        for path in self._all(part):
            if path != self.serving(part):
                self.drop(path)
        for path in (self.directory / name for name in _FORMER):
            if path.is_dir():
                self.drop(path)
            else:
                path.unlink(missing_ok=True)

    def _all(self, part: Part) -> list[Path]:
        return [path for path in self.directory.glob(f"{part}-*") if _OURS.fullmatch(path.name)]

    def _pointer(self) -> dict[str, str]:
        path = self.directory / POINTER
        try:
            state = path.stat()
            version = (state.st_ino, state.st_mtime_ns, state.st_size)
            if self._read[0] != version:
                self._read = version, _names(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError):
            self._read = None, {}
        return self._read[1]


def sound(database: Path) -> bool:
    """Return whether a file looks like a whole SQLite database: a cheap look at its head and its length.

    What may not be read is as good as gone; any other `OSError` says nothing about the file and goes on.
    """
    try:
        with database.open("rb") as file:
            head = file.read(100)
        size = database.stat().st_size
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return False
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        return False
    page = int.from_bytes(head[16:18], "big")
    return size >= int.from_bytes(head[28:32], "big") * (65536 if page == 1 else page)


def passing(error: sqlite3.Error) -> bool:
    """Return whether an error leaves the file whole: it is busy, the disk is full or away, files are used up."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING


def _names(read: object) -> dict[str, str]:
    if not isinstance(read, dict):
        return {}
    return {part: name for part, name in read.items() if isinstance(name, str) and _OURS.fullmatch(name)}
