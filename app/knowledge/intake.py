"""Files become documents of record: read, merged with what the console set, cut, stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Invalid
from app.knowledge import store
from app.knowledge.chunk import cut
from app.knowledge.front_matter import FrontMatter
from app.knowledge.reading.apart import DAMAGED
from app.knowledge.reading.files import read_bytes
from app.knowledge.reading.source import Source, body_hash, parse, understand
from app.knowledge.store import Entry, Known, Stored
from app.retrieval.passages import Failure, Report

logger = log.get(__name__)

T = TypeVar("T")

BATCH = 200
"""Files per transaction: a long run is never lost as a whole, and memory stays small."""

CONSOLE = "console/"
"""Names below this belong to documents that were written in the console."""

TAKEN = "knowledge_file_taken"
LONGEST_NAME = 1_000
"""Bytes of a name or an address: what an index of PostgreSQL takes is not much more."""

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
        known = self._known([one.name for one in batch])
        sources: list[Source] = []
        unchanged: list[str] = []
        failed: list[Failure] = []
        for one in batch:
            match tried(one.name, partial(_read, one, known.get(one.name), source_id=source_id)):
                case Failure() as failure:
                    failed.append(failure)
                case None:
                    unchanged.append(one.name)
                case source:
                    sources.append(source)
        if source_id is not None and (found := [name for name in unchanged if known[name].source_id != source_id]):
            self._database.write(partial(store.adopt, files=found, source_id=source_id))
        report = self._store(sources, known, source_id=source_id)
        return report.plus(Report(unchanged=tuple(unchanged), failed=tuple(failed)))

    def _known(self, names: Sequence[str]) -> dict[str, Known]:
        return self._database.read(partial(store.known, files=names))

    def _store(self, sources: Sequence[Source], known: Mapping[str, Known], *, source_id: UUID | None) -> Report:
        """Store what was read, with the fields of the console: once more where those have changed meanwhile."""
        made = [tried(one.file, partial(entry, one, console=_console(known.get(one.file)))) for one in sources]
        entries = [one for one in made if isinstance(one, Entry)]
        stored = self._save(entries, source_id=source_id) if entries else Stored()
        saved = [one.source.file for one in entries if one.source.file not in stored.outdated]
        report = Report(
            added=tuple(name for name in saved if name in stored.new),
            updated=tuple(name for name in saved if name not in stored.new),
            failed=tuple(one for one in made if isinstance(one, Failure)),
        )
        if not stored.outdated:
            return report
        again = [one for one in sources if one.file in stored.outdated]
        return report.plus(self._store(again, self._known([one.file for one in again]), source_id=source_id))

    def _save(self, entries: Sequence[Entry], *, source_id: UUID | None) -> Stored:
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


def tried(name: str, work: Callable[[], T]) -> T | Failure:
    """Return what `work` makes of a file, or why nothing: no file stops the others, whatever is in it."""
    try:
        return work()
    except Invalid as error:
        return Failure(name, error.code, error.detail)
    except Exception as error:
        logger.exception("knowledge_file_unforeseen", file=name)
        return Failure(name, DAMAGED, f"cannot be read: {type(error).__name__}")


def refuse_long(name: str) -> None:
    """Refuse a name or an address that no database can look up."""
    if len(name.encode()) > LONGEST_NAME:
        raise Invalid("knowledge_name_too_long", f"its name is longer than {LONGEST_NAME} bytes")


def _read(one: Incoming, before: Known | None, *, source_id: UUID | None) -> Source | None:
    """Return a document; None if it is as it was."""
    refuse_long(one.name)
    _refuse_taken(one.name, before, source_id=source_id)
    raw = one.read()
    return None if before is not None and before.body_hash == body_hash(raw) else one.parse(raw)


def _console(before: Known | None) -> Mapping[str, Any]:
    return before.console if before is not None else {}


def _refuse_taken(name: str, before: Known | None, *, source_id: UUID | None) -> None:
    if name.startswith(CONSOLE):
        raise Invalid(TAKEN, "names below console/ belong to documents written in the console")
    if before is None or before.body_hash == store.GONE:
        return
    if before.source_id is not None and before.source_id != source_id:
        raise Invalid(TAKEN, "a document of this name comes from another source")
