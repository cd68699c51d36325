"""What people do with documents: write, set fields, approve, withdraw, restore."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from difflib import unified_diff
from functools import partial
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Conflict
from app.knowledge import versions, written
from app.knowledge.intake import CONSOLE
from app.knowledge.store import Entry
from app.knowledge.versions import Saved, Version
from app.knowledge.written import WrittenDocument

CHANGED = "knowledge_document_changed"
TRIES = 3


class AlreadyWritten(Conflict):
    """Somebody else has written just this; `saved` is what is there."""

    def __init__(self, saved: Saved, *, by: str | None) -> None:
        super().__init__(CHANGED, f"{by or 'somebody'} has written the same as {saved.file}")
        self.saved = saved


class Editing:
    """Each act is one write: there is never a version without its passages."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def write(self, document: WrittenDocument, *, by: str, expected: int | None = None) -> Saved:
        """Store a new document or a new version; with `approved_by` it answers, without it waits as a draft.

        What `by` has written already in just these words becomes no second document. What somebody else has written so
        is left as it is: `AlreadyWritten`, or a document of its own where a field differs. `InvalidField` names the
        input that is wrong; `Conflict` knowledge_document_from_file: the text of a document that comes from a file is
        changed there; `Conflict` knowledge_document_changed: `expected` is not its newest version any more.
        """
        if document.file is not None and not document.file.startswith(CONSOLE):
            raise Conflict("knowledge_document_from_file", f"the text of {document.file} is changed in its file")
        entry = written.entry(document, file=document.file or "")
        return self._stored(partial(self._write, entry=entry, by=by, expected=expected))

    def set_fields(self, file: str, fields: Mapping[str, Any], *, by: str, expected: int | None = None) -> Saved:
        """Set fields of a document, whatever it comes from; they win over what its file says, now and later.

        The new version answers if the present one does, and a draft that waits gets the fields too. `InvalidField`
        names the field that is wrong; `Conflict` knowledge_document_changed: there is a newer version than `expected`,
        or than there was a moment ago.
        """
        standing = self._database.read(partial(versions.standing, file=file))
        entries = [written.with_fields(file, one, fields) for one in standing]
        return self._database.write(partial(self._set, entries=entries, standing=standing, by=by, expected=expected))

    def approve(self, file: str, version: int, *, by: str) -> Saved:
        """Let a version answer, a draft or one of the past, in the name of `by`."""
        chosen = self._version(file, version)
        if chosen.state == "live":
            return self._database.read(
                lambda session: Saved(versions.document(session, file).id, file, version, "live")
            )
        entry = written.of_version(file, chosen, approved_by=by)
        return self._database.write(partial(versions.go_live, entry=entry, number=version, now=self._clock.now()))

    def sign(self, file: str, version: int | None = None, *, by: str) -> Saved:
        """Let a version, the newest if not given, answer in the name of `by`, also if it does in another's already."""

        def write(session: Session) -> Saved:
            found = versions.locked(session, file)
            number = version or versions.newest(session, found.id).number
            chosen = versions.one(session, file, number=number)
            if chosen.state == "live" and found.approved_by == by:
                return Saved(found.id, file, number, "live")
            entry = written.of_version(file, chosen, approved_by=by)
            return versions.sign(session, entry, number=number, now=self._clock.now())

        return self._database.write(write)

    def withdraw(self, file: str) -> None:
        """Let a document answer no more, whatever becomes of its file, until it is restored."""

        def write(session: Session) -> None:
            found = versions.locked(session, file)
            if found.status != "withdrawn":
                versions.withdraw(session, [found.id], now=self._clock.now())
            versions.hold(session, found)

        self._database.write(write)

    def restore(self, file: str, *, by: str) -> Saved:
        """Let the version answer again that was withdrawn; a newer draft goes on waiting.

        `Conflict` knowledge_document_not_withdrawn.
        """
        found = self._database.read(lambda session: versions.document(session, file))
        if found.status != "withdrawn":
            raise Conflict("knowledge_document_not_withdrawn", f"{file} is {found.status}")
        return self.approve(file, found.version, by=by)

    def compare(self, file: str, one: int, *, other: int) -> list[str]:
        """Return the lines of a unified diff between two versions, head and body."""
        before, after = (written.as_file(self._version(file, number)).splitlines() for number in (one, other))
        return list(unified_diff(before, after, f"version {one}", f"version {other}", lineterm=""))

    def _version(self, file: str, number: int) -> Version:
        return self._database.read(lambda session: versions.one(session, file, number=number))

    def _stored(self, write: Callable[[Session], Saved]) -> Saved:
        for _ in range(TRIES):
            with suppress(IntegrityError):  # somebody has just stored a document of this name
                return self._database.write(write)
        return self._database.write(write)

    def _write(self, session: Session, entry: Entry, *, by: str, expected: int | None) -> Saved:
        now, approved = self._clock.now(), bool(entry.source.head.approved_by)
        twin = None if entry.source.file else _sent_again(session, entry, by=by)
        if twin and versions.newest(session, twin.document_id).number != twin.version:
            return twin  # somebody has gone on from there
        name = twin.file if twin else entry.source.file
        if name:
            entry = _named(entry, name)
            found = versions.locked(session, name)
            newest = versions.newest(session, found.id)
            if newest.state != "past" and written.says_the_same(entry, newest):
                if approved:
                    return versions.go_live(session, entry, number=newest.number, now=now)
                return Saved(found.id, name, newest.number, newest.state)
            _refuse_overtaken(newest, expected)
        else:
            entry = _named(entry, written.free_name(entry.source.title, partial(versions.is_taken, session)))
            found = versions.begin(session, entry, now=now)
        saved = versions.add_draft(session, found, entry, by=by, now=now)
        return versions.go_live(session, entry, number=saved.version, now=now) if approved else saved

    def _set(
        self, session: Session, entries: Sequence[Entry], *, standing: Sequence[Version], by: str, expected: int | None
    ) -> Saved:
        found = versions.locked(session, entries[0].source.file)
        if versions.standing(session, found.file) != tuple(standing):
            raise Conflict(CHANGED, f"{found.file} has just been changed")
        if all(map(written.says_the_same, entries, standing)):
            return Saved(found.id, found.file, standing[0].number, standing[0].state)
        _refuse_overtaken(versions.newest(session, found.id), expected)
        now = self._clock.now()
        present, *_ = [
            versions.add(session, found, entry, state=one.state, by=by, now=now)
            for entry, one in zip(entries, standing, strict=True)
        ]
        versions.use(session, found, entries[0], saved=present, now=now)
        return present


def _sent_again(session: Session, entry: Entry, *, by: str) -> Saved | None:
    """Return the version that its own author sends again."""
    twins = versions.twins(session, entry)
    for saved, version in twins:
        if version.by == by:
            return saved
    for saved, version in twins:
        if written.says_the_same(entry, version):
            raise AlreadyWritten(saved, by=version.by)
    return None


def _named(entry: Entry, file: str) -> Entry:
    return replace(entry, source=replace(entry.source, file=file))


def _refuse_overtaken(newest: Version, expected: int | None) -> None:
    if expected is not None and newest.number != expected:
        raise Conflict(CHANGED, f"there is a version {newest.number} now")
