"""What people do with documents: write, set fields, approve, withdraw, restore."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import unified_diff
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Conflict
from app.knowledge import versions, written
from app.knowledge.intake import CONSOLE
from app.knowledge.store import Entry
from app.knowledge.versions import Saved, Version
from app.knowledge.written import WrittenDocument


class Editing:
    """Each act is one write: there is never a version without its passages."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def write(self, document: WrittenDocument, *, by: str) -> Saved:
        """Store a new document or a new version; with `approved_by` it answers, without it waits as a draft.

        `InvalidField` names the input that is wrong; `Conflict` knowledge_document_from_file: the text of a document
        that comes from a file is changed there.
        """
        if document.file is not None and not document.file.startswith(CONSOLE):
            raise Conflict("knowledge_document_from_file", f"the text of {document.file} is changed in its file")
        entry = written.entry(document, file=document.file or "")
        return self._database.write(lambda session: self._write(session, entry, by=by))

    def set_fields(self, file: str, fields: Mapping[str, Any], *, by: str) -> Saved:
        """Set fields of a document, whatever it comes from; they win over what its file says, now and later.

        The new version answers if the present one does. `InvalidField` names the field that is wrong; `Conflict`
        knowledge_document_changed: there is a newer version than the one the fields were set for.
        """
        present = self._database.read(lambda session: versions.document(session, file))
        entry = written.with_fields(file, self._version(file, present.version), fields)
        return self._database.write(lambda session: self._set(session, entry, base=present.version, by=by))

    def approve(self, file: str, version: int, *, by: str) -> Saved:
        """Let a version answer, a draft or one of the past, in the name of `by`."""
        chosen = self._version(file, version)
        if chosen.state == "live":
            return self._database.read(
                lambda session: Saved(versions.document(session, file).id, file, version, "live")
            )
        entry = written.of_version(file, chosen, approved_by=by)
        return self._database.write(partial(versions.go_live, entry=entry, number=version, now=self._clock.now()))

    def withdraw(self, file: str) -> None:
        """Let a document answer no more, whatever becomes of its file, until it is restored."""

        def write(session: Session) -> None:
            found = versions.document(session, file)
            if found.status != "withdrawn":
                versions.withdraw(session, [found.id], now=self._clock.now())

        self._database.write(write)

    def restore(self, file: str, *, by: str) -> Saved:
        """Let the version answer again that was withdrawn; `Conflict` knowledge_document_not_withdrawn."""
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

    def _write(self, session: Session, entry: Entry, *, by: str) -> Saved:
        now = self._clock.now()
        if not entry.source.file:
            name = written.free_name(entry.source.title, partial(versions.is_taken, session))
            entry = replace(entry, source=replace(entry.source, file=name))
        elif same := _same(session, entry):
            return same
        saved = versions.add_draft(session, entry, by=by, now=now)
        if not entry.source.head.approved_by:
            return saved
        return versions.go_live(session, entry, number=saved.version, now=now)

    def _set(self, session: Session, entry: Entry, *, base: int, by: str) -> Saved:
        found = versions.document(session, entry.source.file)
        if found.version != base:
            raise Conflict("knowledge_document_changed", f"{found.file} has version {found.version} now")
        if same := _same(session, entry):
            return same
        now = self._clock.now()
        saved = versions.add_draft(session, entry, by=by, now=now)
        if found.status != "approved":
            return saved
        return versions.go_live(session, entry, number=saved.version, now=now)


def _same(session: Session, entry: Entry) -> Saved | None:
    """Return the newest version if it says just this."""
    found = versions.document(session, entry.source.file)
    newest = versions.all_of(session, found.id)[0]
    if newest.state == "past" or not written.says_the_same(entry, newest):
        return None
    return Saved(found.id, found.file, newest.number, newest.state)
