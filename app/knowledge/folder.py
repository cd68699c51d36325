"""What lies in a watched folder, told by stat alone: a file is read only when it is new or changed, and at rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.knowledge.intake import TAKEN, Incoming, file
from app.knowledge.reading.files import HEAD_BESIDE, PDF, UNREADABLE, WORD
from app.retrieval.passages import Failure

AT_REST_NS = 1_000_000_000

Sight = tuple[int, ...]
"""Size and time of change, in nanoseconds, of a file and of the front matter beside it."""

_HEADS = (PDF + HEAD_BESIDE, WORD + HEAD_BESIDE)
_LOST: Sight = (-1, -1)
_MAY_PASS = frozenset((TAKEN, UNREADABLE))
"""What is wrong with a file for a reason that may lie elsewhere."""


@dataclass(slots=True)
class Scan:
    """What one look finds: files by their cited name, where they are, and folders that could not be looked into."""

    seen: dict[str, Sight] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    shut: dict[str, Failure] = field(default_factory=dict)


@dataclass(slots=True)
class Folder:
    """What we saw of a folder at the last look, what of it we have read, and what was wrong with it."""

    root: Path
    seen: Mapping[str, Sight] = field(default_factory=dict)
    read: dict[str, Sight] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    shut: Mapping[str, Failure] = field(default_factory=dict)
    """Folders in it that could not be looked into, by their name and a slash."""
    next_look: float = 0.0
    """The monotonic time before which it is left alone: a slow disk must not be read all the time."""
    _paths: Mapping[str, str] = field(default_factory=dict)

    def look(self, *, now_ns: int) -> tuple[list[str], bool]:
        """Return what is to be read, and whether names came or went since the last look; `OSError` if we cannot see.

        A file that is still being written waits for the next look: it has changed since the last one, within a second.
        """
        found = scan(self.root)
        seen = found.seen
        for name in self.read.keys() - seen.keys():
            del self.read[name]
        due = [
            name
            for name, sight in seen.items()
            if sight != self.read.get(name) and (sight == self.seen.get(name) or _is_old(sight, now_ns))
        ]
        renamed = (seen.keys(), found.shut.keys()) != (self.seen.keys(), self.shut.keys())
        self.seen, self.shut, self._paths = seen, found.shut, found.paths
        return due, renamed

    def is_gone(self, name: str) -> bool:
        """Say whether a file is no longer there, and not only out of sight."""
        return name not in self.seen and not name.startswith(tuple(self.shut))

    def incoming(self, names: Sequence[str]) -> list[Incoming]:
        """Return files to take in, which count as read from now on."""
        self.read.update((name, self.seen[name]) for name in names)
        return [file(name, Path(self._paths[name]), root=self.root) for name in names]

    def note(self, names: Sequence[str], failures: Sequence[Failure]) -> None:
        """Keep what is wrong with files that are there."""
        kept = {name: failure for name, failure in self.failures.items() if name in self.seen and name not in names}
        self.failures = kept | {failure.file: failure for failure in failures}

    def every_failure(self) -> tuple[Failure, ...]:
        """Return what is wrong with files and with the folders in it."""
        return (*self.failures.values(), *self.shut.values())

    def forget_failed(self) -> None:
        """Let files be read again that could not be taken in for a reason that may be gone."""
        for name, failure in self.failures.items():
            if failure.code in _MAY_PASS:
                self.read.pop(name, None)


def scan(root: Path) -> Scan:
    """Return every visible file below `root`; links to folders are not followed."""
    found = Scan()
    for name, path, sight in _below(os.fspath(root), "", found.shut):
        cited = _in_utf8(name)
        found.seen[cited], found.paths[cited] = sight, path
    for name in [name for name in found.seen if name.lower().endswith(_HEADS)]:
        if (document := name.removesuffix(HEAD_BESIDE)) in found.seen:
            found.seen[document] += found.seen.pop(name)
    found.seen = dict(sorted(found.seen.items()))
    return found


def _below(folder: str, prefix: str, shut: dict[str, Failure]) -> Iterator[tuple[str, str, Sight]]:
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
    except OSError as error:
        if not prefix:
            raise
        name = _in_utf8(prefix)
        shut[name] = Failure(name, UNREADABLE, error.strerror or type(error).__name__)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{prefix}{entry.name}/", shut)
        else:
            yield f"{prefix}{entry.name}", entry.path, _sight(entry)


def _in_utf8(name: str) -> str:
    """Return a name as it is cited, whatever bytes the disk has."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _sight(entry: os.DirEntry[str]) -> Sight:
    try:
        stat = entry.stat()
    except OSError:  # a link to nothing, or gone since
        return _LOST
    return stat.st_size, stat.st_mtime_ns


def _is_old(sight: Sight, now_ns: int) -> bool:
    return all(abs(now_ns - changed) >= AT_REST_NS for changed in sight[1::2])
