"""What lies in a watched folder, told by stat alone: a file is read only when it is new or changed, and at rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.knowledge.intake import Incoming, file
from app.knowledge.reading.files import HEAD_BESIDE, PDF, WORD
from app.retrieval.passages import Failure

AT_REST_NS = 1_000_000_000

Sight = tuple[int, ...]
"""Size and time of change, in nanoseconds, of a file and of the front matter beside it."""

_HEADS = (PDF + HEAD_BESIDE, WORD + HEAD_BESIDE)
_LOST: Sight = (-1, -1)


@dataclass(slots=True)
class Folder:
    """What we saw of a folder at the last look, what of it we have read, and what was wrong with it."""

    root: Path
    seen: Mapping[str, Sight] = field(default_factory=dict)
    read: dict[str, Sight] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)

    def look(self, *, now_ns: int) -> tuple[list[str], bool]:
        """Return what is to be read, and whether names came or went since the last look; `OSError` if we cannot see.

        A file that is still being written waits for the next look: it has changed since the last one, within a second.
        """
        seen = scan(self.root)
        for name in self.read.keys() - seen.keys():
            del self.read[name]
        due = [
            name
            for name, sight in seen.items()
            if sight != self.read.get(name) and (sight == self.seen.get(name) or _is_old(sight, now_ns))
        ]
        renamed = seen.keys() != self.seen.keys()
        self.seen = seen
        return due, renamed

    def incoming(self, names: Sequence[str]) -> list[Incoming]:
        """Return files to take in, which count as read from now on."""
        self.read.update((name, self.seen[name]) for name in names)
        return [file(name, self.root / name, root=self.root) for name in names]

    def note(self, names: Sequence[str], failures: Sequence[Failure]) -> None:
        """Keep what is wrong with files that are there."""
        kept = {name: failure for name, failure in self.failures.items() if name in self.seen and name not in names}
        self.failures = kept | {failure.file: failure for failure in failures}

    def forget_failed(self) -> None:
        """Let files be read again that could not be taken in: the reason may lie elsewhere and be gone."""
        for name in self.failures:
            self.read.pop(name, None)


def scan(root: Path) -> dict[str, Sight]:
    """Return every visible file below `root` by its name; links to folders are not followed."""
    found = dict(_below(os.fspath(root), ""))
    for name in [name for name in found if name.lower().endswith(_HEADS)]:
        if (document := name.removesuffix(HEAD_BESIDE)) in found:
            found[document] += found.pop(name)
    return dict(sorted(found.items()))


def _below(folder: str, prefix: str) -> Iterator[tuple[str, Sight]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{prefix}{entry.name}/")
            else:
                name = f"{prefix}{entry.name}"
                yield name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), _sight(entry)


def _sight(entry: os.DirEntry[str]) -> Sight:
    try:
        stat = entry.stat()
    except OSError:  # a link to nothing, or gone since
        return _LOST
    return stat.st_size, stat.st_mtime_ns


def _is_old(sight: Sight, now_ns: int) -> bool:
    return all(abs(now_ns - changed) >= AT_REST_NS for changed in sight[1::2])
