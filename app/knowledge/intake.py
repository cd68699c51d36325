"""Files become documents of record: read, merged with what the console set, cut, stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Invalid
from app.knowledge import store
from app.knowledge.chunk import cut
from app.knowledge.front_matter import FrontMatter
from app.knowledge.reading.files import read_bytes
from app.knowledge.reading.source import Source, body_hash, parse, understand
from app.knowledge.store import Entry, Known
from app.retrieval.passages import Failure, Report

BATCH = 200
"""Files per transaction: a long run is never lost as a whole, and memory stays small."""

CONSOLE = "console/"
"""Names below this belong to documents that were written in the console."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something to take in under a name; what is known already is read but not parsed."""

    name: str
    read: Callable[[], bytes]
    parse: Callable[[bytes], Source]


def file(name: str, path: Path, *, root: Path) -> Incoming:
    """Return a file below `root`, or `root` itself."""
    return Incoming(name, partial(read_bytes, path, root=root), partial(parse, name))


class Intake:
    """Takes documents in. The same bytes twice change nothing, whoever reads them and however often."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take(
        self, incoming: Sequence[Incoming], *, source_id: UUID | None = None, progress: Progress | None = None
    ) -> Report:
        """Take in everything; what cannot be used is reported with its reason and stops nothing.

        `progress` is told how many are done, and of how many.
        """
        report = Report()
        incoming = list({one.name: one for one in incoming}.values())  # names that are no UTF-8 may have become one
        for start in range(0, len(incoming), BATCH):
            batch = incoming[start : start + BATCH]
            report = report.plus(self._take_batch(batch, source_id=source_id))
            if progress is not None:
                progress(start + len(batch), len(incoming))
        return report

    def _take_batch(self, batch: Sequence[Incoming], *, source_id: UUID | None) -> Report:
        known = self._database.read(lambda session: store.known(session, [one.name for one in batch]))
        entries: list[Entry] = []
        unchanged: list[str] = []
        failed: list[Failure] = []
        for one in batch:
            before = known.get(one.name)
            try:
                _refuse_taken(one.name, before, source_id=source_id)
                raw = one.read()
                if before is not None and before.body_hash == body_hash(raw):
                    unchanged.append(one.name)
                else:
                    entries.append(entry(one.parse(raw), console=before.console if before else {}))
            except Invalid as error:
                failed.append(Failure(one.name, error.code, error.detail))
        if source_id is not None and (found := [name for name in unchanged if known[name].source_id != source_id]):
            self._database.write(partial(store.adopt, files=found, source_id=source_id))
        new = self._save(entries, source_id=source_id) if entries else set()
        saved = [entry.source.file for entry in entries]
        return Report(
            added=tuple(name for name in saved if name in new),
            updated=tuple(name for name in saved if name not in new),
            unchanged=tuple(unchanged),
            failed=tuple(failed),
        )

    def _save(self, entries: Sequence[Entry], *, source_id: UUID | None) -> set[str]:
        save = partial(store.save, entries=entries, source_id=source_id, now=self._clock.now())
        try:
            return self._database.write(save)
        except IntegrityError:  # another process has just stored the same file; what it stored is not stored twice
            return self._database.write(save)


def entry(source: Source, *, console: Mapping[str, Any]) -> Entry:
    """Return a document with the values the console set in place of the file's, cut into pieces."""
    if console:
        head = FrontMatter.model_validate(source.head.model_dump(exclude_unset=True) | dict(console))
        source = understand(source.file, source.text, head=head, body_hash=source.body_hash, page_title=source.title)
    refuse_unwritable(source)
    return Entry(source, cut(source.sections, source.lang), console)


def refuse_unwritable(source: Source) -> None:
    """Refuse what no database takes, before it takes a whole batch with it: NUL, and halves of characters."""
    head = json.dumps(source.head.model_dump(), default=str, ensure_ascii=False)
    written = f"{source.title}{source.text}{head}"
    try:
        written.encode()
    except UnicodeEncodeError:
        raise Invalid("knowledge_file_damaged", "half a character stands in it") from None
    if "\0" in written or "\\u0000" in head:
        raise Invalid("knowledge_file_damaged", "a NUL character stands in it")


def _refuse_taken(name: str, before: Known | None, *, source_id: UUID | None) -> None:
    if name.startswith(CONSOLE):
        raise Invalid("knowledge_file_taken", "names below console/ belong to documents written in the console")
    if before is None or before.body_hash == store.GONE:
        return
    if before.source_id is not None and before.source_id != source_id:
        raise Invalid("knowledge_file_taken", "a document of this name comes from another source")
