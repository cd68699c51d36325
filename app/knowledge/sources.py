"""Where documents come from by themselves: folders that are watched, single pages that are fetched once a day.

Only the process that owns the index polls. Several machines may watch a folder of one path: the same bytes change
nothing, and a folder that is not there changes nothing either.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Invalid, NotFound
from app.core.fetch import Fetched
from app.core.ids import new_id
from app.knowledge import pages, versions
from app.knowledge.folder import Folder
from app.knowledge.intake import BATCH, Incoming, Intake, Progress, refuse_long, tried
from app.knowledge.reading.files import refuse_shut
from app.knowledge.store import GONE
from app.models.document import Document
from app.models.knowledge_source import KnowledgeSource
from app.retrieval.passages import Failure, Report

logger = log.get(__name__)

FETCH_EVERY = timedelta(days=1)
NOTE_EVERY = timedelta(minutes=1)
"""How often an uneventful look is noted, and a file that could not be taken in is tried again."""

REST = 20
"""How many times as long as a look took a folder is left alone after it."""

Fetch = Callable[[str], Fetched]


@dataclass(frozen=True, slots=True)
class Watched:
    """A source as lists show it; `failures` are of its last reading, one of the whole source names its location."""

    kind: str
    location: str
    documents: int
    failures: tuple[Failure, ...]
    checked_at: datetime | None


class Sources:
    """Keeps documents true to their sources. `fetch` is `app.core.fetch.fetch` with the company's own hosts."""

    def __init__(self, database: Database, intake: Intake, *, clock: Clock, fetch: Fetch) -> None:
        self._database = database
        self._intake = intake
        self._clock = clock
        self._fetch = fetch
        self._folders: dict[UUID, Folder] = {}
        self._looking = threading.Lock()

    def list(self) -> tuple[Watched, ...]:
        """Return every source by location."""
        return tuple(self._database.read(_listed))

    def watch(self, path: Path, *, progress: Progress | None = None) -> Report:
        """Take in a folder and follow it from now on.

        `NotFound` knowledge_path_missing, `Invalid` knowledge_source_not_a_folder, knowledge_file_unreadable,
        knowledge_name_too_long or knowledge_source_unnamed.
        """
        if not path.exists():
            raise NotFound("knowledge_path_missing", f"there is no {path}")
        if not path.is_dir():
            raise Invalid("knowledge_source_not_a_folder", f"{path} is not a folder")
        refuse_shut(path)
        source = self._record("folder", _location(path))
        with self._looking, self._followed(source) as folder:
            folder.look(now_ns=_ns(self._clock.now()))
            return self._read(source, folder, list(folder.seen), progress=progress)

    def of(self, path: Path) -> UUID | None:
        """Return the source that watches just this folder."""
        location = str(path.resolve())
        return next((one.id for one in self._database.read(_rows) if one.location == location), None)

    def unwatch(self, location: str) -> None:
        """Follow a folder or page no longer; its documents stay as they are. `NotFound` knowledge_source_unknown."""
        places = (location, str(Path(location).resolve()))
        source = next((one for one in self._database.read(_rows) if one.location in places), None)
        if source is None:
            raise NotFound("knowledge_source_unknown", f"{location} is not watched")
        self._database.write(partial(_forget, source_id=source.id))
        self._folders.pop(source.id, None)

    def add_url(self, url: str) -> Report:
        """Take in a page of the company's own site and fetch it again once a day."""
        incoming = self._page(url)
        if isinstance(incoming, Failure):
            return Report(failed=(incoming,))
        source = self._record("url", incoming.name)
        report = self._intake.take([incoming], source_id=source.id)
        self._note(source, report.failed)
        return report

    def poll(self) -> bool:
        """Look at every folder and fetch one page that is due; True if documents have changed."""
        now = self._clock.now()
        sources = self._database.read(_rows)
        with self._looking:
            changed = [self._poll_folder(source) for source in sources if source.kind == "folder"]
        pages_due = [one for one in sources if one.kind == "url" and _is_due(one, FETCH_EVERY, now)]
        for source in pages_due[:1]:  # one at a time: a slow server must not keep the folders waiting
            report = self._refresh_page(source)
            changed.append(bool(report.added or report.updated))
        return any(changed)

    def refresh_urls(self) -> Report:
        """Fetch every page again; one that does not come keeps its last version."""
        report = Report()
        for source in self._database.read(_rows):
            if source.kind == "url":
                report = report.plus(self._refresh_page(source))
        return report

    def _poll_folder(self, source: KnowledgeSource) -> bool:
        with self._followed(source) as folder:
            if self._clock.monotonic() < folder.next_look:
                return False
            return self._follow(source, folder)

    def _follow(self, source: KnowledgeSource, folder: Folder) -> bool:
        now, started = self._clock.now(), self._clock.monotonic()
        if _is_due(source, NOTE_EVERY, now):
            folder.forget_failed()
        try:
            due, renamed = folder.look(now_ns=_ns(now))
        except OSError as error:
            return self._lost(source, "knowledge_folder_missing", error.strerror or type(error).__name__)
        finally:
            ended = self._clock.monotonic()
            folder.next_look = ended + REST * (ended - started)
        present = self._database.read(partial(_present, source_id=source.id)) if renamed or not folder.seen else {}
        if present and not folder.seen:
            return self._lost(source, "knowledge_folder_empty", "suddenly without a file, as if its disk were gone")
        gone = [document_id for name, document_id in present.items() if folder.is_gone(name)]
        for start in range(0, len(gone), BATCH):
            self._database.write(partial(versions.withdraw_gone, ids=gone[start : start + BATCH], now=now))
        report = self._read(source, folder, due)
        return bool(report.added or report.updated or gone)

    def _read(
        self, source: KnowledgeSource, folder: Folder, names: Sequence[str], *, progress: Progress | None = None
    ) -> Report:
        report = self._intake.take(folder.incoming(names), source_id=source.id, progress=progress)
        folder.note(names, report.failed)
        self._note(source, folder.every_failure())
        return report

    def _lost(self, source: KnowledgeSource, code: str, message: str) -> bool:
        """Note that a folder cannot be seen: nothing is withdrawn for that."""
        self._note(source, (Failure(source.location, code, message),))
        return False

    def _refresh_page(self, source: KnowledgeSource) -> Report:
        incoming = self._page(source.location)
        if isinstance(incoming, Failure):
            report = Report(failed=(incoming,))
        else:
            report = self._intake.take([incoming], source_id=source.id)
        self._note(source, report.failed)
        return report

    def _page(self, url: str) -> Incoming | Failure:
        return tried(url, lambda: pages.incoming(url, self._fetch(url)))

    @contextmanager
    def _followed(self, source: KnowledgeSource) -> Iterator[Folder]:
        """Give what we know of a folder; whatever fails with it, it is looked at as if for the first time then."""
        if source.id not in self._folders:
            failures = {one["file"]: Failure(**one) for one in source.failures}
            self._folders[source.id] = Folder(Path(source.location), failures=failures)
        try:
            yield self._folders[source.id]
        except BaseException:
            self._folders.pop(source.id, None)
            raise

    def _record(self, kind: str, location: str) -> KnowledgeSource:
        """Return the source of this place, which is noted if it is new."""
        now = self._clock.now()

        def write(session: Session) -> KnowledgeSource:
            found = session.scalar(select(KnowledgeSource).where(KnowledgeSource.location == location))
            if found is None:
                found = KnowledgeSource(id=new_id(), kind=kind, location=location, failures=[], at=now)
                session.add(found)
                session.flush()
            session.expunge(found)
            return found

        return self._database.write(write)

    def _note(self, source: KnowledgeSource, failures: Sequence[Failure]) -> None:
        """Note what a reading found; one like the last is noted once a minute."""
        now = self._clock.now()
        found = [asdict(failure) for failure in failures]
        if found == source.failures and not _is_due(source, NOTE_EVERY, now):
            return
        if found != source.failures:
            logger.warning("knowledge_source_read", source=str(source.id), failures=len(found))
        change = update(KnowledgeSource).where(KnowledgeSource.id == source.id)
        change = change.values(failures=found, checked_at=now)
        self._database.write(lambda session: session.execute(change).close())


def _location(path: Path) -> str:
    """Return a folder's path as it is stored; `Invalid` if it is too long, or no UTF-8 and so not found again."""
    location = str(path.resolve())
    try:
        refuse_long(location)
    except UnicodeEncodeError:
        raise Invalid("knowledge_source_unnamed", "the path of a watched folder must be UTF-8") from None
    return location


def _is_due(source: KnowledgeSource, every: timedelta, now: datetime) -> bool:
    return source.checked_at is None or source.checked_at + every <= now


def _ns(at: datetime) -> int:
    return int(at.timestamp() * 1_000_000_000)


def _rows(session: Session) -> Sequence[KnowledgeSource]:
    return session.scalars(select(KnowledgeSource).order_by(KnowledgeSource.location)).all()


def _listed(session: Session) -> Sequence[Watched]:
    documents = select(func.count()).where(Document.source_id == KnowledgeSource.id, Document.status != "withdrawn")
    rows = session.execute(
        select(KnowledgeSource, documents.scalar_subquery()).order_by(KnowledgeSource.kind, KnowledgeSource.location)
    )
    return [
        Watched(one.kind, one.location, count, tuple(Failure(**failure) for failure in one.failures), one.checked_at)
        for one, count in rows
    ]


def _present(session: Session, source_id: UUID) -> dict[str, UUID]:
    """Return the documents of a source whose files should be there."""
    rows = session.execute(
        select(Document.file, Document.id)
        .where(Document.source_id == source_id, Document.status != "withdrawn")
        .where(Document.body_hash != GONE)
    )
    return {row.file: row.id for row in rows}


def _forget(session: Session, source_id: UUID) -> None:
    session.execute(update(Document).where(Document.source_id == source_id).values(source_id=None))
    session.execute(delete(KnowledgeSource).where(KnowledgeSource.id == source_id))
