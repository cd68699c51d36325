"""Documents, versions and chunks of record in SQL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.knowledge.chunk import Piece
from app.knowledge.front_matter import ADDRESS, FrontMatter
from app.knowledge.index_file import IndexedDocument
from app.knowledge.reading.source import Source
from app.models.chunk import Chunk
from app.models.document import Document
from app.models.document_version import DocumentVersion
from app.retrieval.passages import CaseFacts, Kind, Lang

State = Literal["live", "draft", "past"]

COUNTED_FROM, SECOND = datetime(2026, 1, 1, tzinfo=UTC), timedelta(seconds=1)
"""Revisions fit into 31 bits until 2094."""

GONE = ""
"""The hash of a document whose file is gone: whatever comes in its place is a change."""

CONSOLE_FIELDS = "console"
"""The key of a stored head under which the console's own values are noted: they win over the file's."""


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known of a document before its file is read again."""

    body_hash: str
    source_id: UUID | None
    console: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it is to be stored: what was read, the console's own fields already in its head, and its pieces."""

    source: Source
    pieces: Sequence[Piece]
    console: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """Files that were new, and those not stored because the console has set fields of them meanwhile."""

    new: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()


def known(session: Session, files: Sequence[str]) -> dict[str, Known]:
    """Return what we know of these files."""
    rows = session.execute(
        select(Document.file, Document.body_hash, Document.source_id, Document.front_matter).where(
            Document.file.in_(files)
        )
    )
    return {row.file: Known(row.body_hash, row.source_id, row.front_matter.get(CONSOLE_FIELDS, {})) for row in rows}


def save(session: Session, entries: Sequence[Entry], *, source_id: UUID | None, now: datetime) -> Stored:
    """Store files in their present version, each but once.

    A file whose author left `approved_by` empty answers no more. What a person has withdrawn stays so: its new version
    waits as a draft.
    """
    files = [entry.source.file for entry in entries]
    stored = select(Document).where(Document.file.in_(files)).order_by(Document.file).with_for_update()
    documents = {document.file: document for document in session.scalars(stored)}
    changed = [entry for entry in entries if not _is_stored(documents.get(entry.source.file), entry)]
    outdated = {one.source.file for one in changed if _is_outdated(documents.get(one.source.file), one)}
    changed = [entry for entry in changed if entry.source.file not in outdated]
    _clear(session, [documents[entry.source.file].id for entry in changed if entry.source.file in documents])
    numbers = last_numbers(session, [document.id for document in documents.values()])
    revision = next_revision(session, now=now)
    new: list[dict[str, Any]] = []
    versions: list[dict[str, Any]] = []
    chunks: list[dict[str, Any]] = []
    for entry in changed:
        document = documents.get(entry.source.file)
        document_id = document.id if document else new_id()
        number = numbers.get(document_id, 0) + 1
        held = document is not None and document.status == "withdrawn" and document.body_hash != GONE
        state: State = "live" if entry.source.head.approved_by and not held else "draft"
        values = columns(entry, number=number, state=state) | {"revision": revision, "updated_at": now}
        if document is None:
            new.append({"id": document_id, "created_at": now, "source_id": source_id} | values)
        else:
            assign(document, {"body_hash": entry.source.body_hash} if held else values)
            document.source_id = source_id or document.source_id
        versions.append(version_row(document_id, entry, number=number, state=state, by=values["approved_by"], now=now))
        chunks += chunk_rows(document_id, entry.source.lang, entry.pieces) if state == "live" else ()
    session.flush()
    for table, rows in ((Document, new), (DocumentVersion, versions), (Chunk, chunks)):
        if rows:
            session.execute(insert(table), rows)
    return Stored(frozenset(row["file"] for row in new), frozenset(outdated))


def adopt(session: Session, files: Sequence[str], *, source_id: UUID) -> None:
    """Note that documents come from a source now."""
    session.execute(update(Document).where(Document.file.in_(files)).values(source_id=source_id))


def last_numbers(session: Session, ids: Sequence[UUID]) -> dict[UUID, int]:
    """Return the number of each document's newest version."""
    number = func.max(DocumentVersion.number)
    rows = session.execute(
        select(DocumentVersion.document_id, number.label("number"))
        .where(DocumentVersion.document_id.in_(ids))
        .group_by(DocumentVersion.document_id)
    )
    return {row.document_id: row.number for row in rows}


def next_revision(session: Session, *, now: datetime) -> int:
    """Return the revision of a change that is about to be made.

    It is the second of the change where it can be, so that no number means two things when a backup is restored.
    """
    return max((session.scalar(select(func.max(Document.revision))) or 0) + 1, (now - COUNTED_FROM) // SECOND)


def columns(entry: Entry, *, number: int, state: State) -> dict[str, Any]:
    """Return what a document's row shows of a version."""
    source, head = entry.source, entry.source.head
    return {
        "file": source.file,
        "title": source.title,
        "lang": source.lang,
        "kind": head.kind,
        "url": head.url,
        "front_matter": stored_head(head, entry.console),
        "body_hash": source.body_hash,
        "status": "approved" if state == "live" else "draft",
        "approved_by": head.approved_by,
        "valid_from": head.valid_from,
        "valid_until": head.valid_until,
        "version": number,
    }


def version_row(
    document_id: UUID, entry: Entry, *, number: int, state: State, by: str | None, now: datetime
) -> dict[str, Any]:
    """Return a version's row."""
    source = entry.source
    return {
        "id": new_id(),
        "document_id": document_id,
        "number": number,
        "state": state,
        "title": source.title,
        "lang": source.lang,
        "front_matter": stored_head(source.head, entry.console),
        "text": source.text,
        "body_hash": source.body_hash,
        "by": by,
        "at": now,
    }


def chunk_rows(document_id: UUID, lang: Lang, pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    """Return the rows of what is searched."""
    return [
        {
            "id": new_id(),
            "document_id": document_id,
            "position": piece.position,
            "heading": piece.heading,
            "text": piece.text,
            "lang": lang,
        }
        for piece in pieces
    ]


def assign(document: Document, values: Mapping[str, Any]) -> None:
    """Write columns of a row that is there."""
    for name, value in values.items():
        setattr(document, name, value)


def stored_head(head: FrontMatter, console: Mapping[str, Any]) -> dict[str, Any]:
    """Return a head as JSON, with a note of which values are the console's."""
    values = head.model_dump(mode="json", exclude_defaults=True)
    values.pop(CONSOLE_FIELDS, None)
    return values | ({CONSOLE_FIELDS: dict(console)} if console else {})


def head_of(stored: Mapping[str, Any]) -> FrontMatter:
    """Return a stored head as its author and the console wrote it."""
    head = {key: value for key, value in stored.items() if key != CONSOLE_FIELDS}
    if not re.match(ADDRESS, head.get("url") or "/"):
        del head["url"]  # it was stored before such addresses were refused
    return FrontMatter.model_validate(head)


def fingerprint(session: Session) -> int:
    """Return a number that grows with every change: a revision only ever rises."""
    return int(session.scalar(select(func.sum(Document.revision))) or 0)


def revisions(session: Session) -> dict[str, int]:
    """Return the revision of each approved document by id."""
    rows = session.execute(select(Document.id, Document.revision).where(Document.status == "approved"))
    return {str(document_id): revision for document_id, revision in rows}


def load(session: Session, ids: Iterable[str]) -> list[IndexedDocument]:
    """Return documents with their chunks as the index needs them."""
    wanted = [UUID(document_id) for document_id in ids]
    chunks: dict[UUID, list[tuple[str, Piece]]] = {document_id: [] for document_id in wanted}
    rows = select(Chunk).where(Chunk.document_id.in_(wanted)).order_by(Chunk.document_id, Chunk.position)
    for chunk in session.scalars(rows):
        chunks[chunk.document_id].append((str(chunk.id), Piece(chunk.position, chunk.heading, chunk.text)))
    documents = session.scalars(select(Document).where(Document.id.in_(wanted)))
    return [_indexed(document, chunks[document.id]) for document in documents]


def _is_stored(document: Document | None, entry: Entry) -> bool:
    """Say whether another process has been faster."""
    return document is not None and document.body_hash == entry.source.body_hash


def _is_outdated(document: Document | None, entry: Entry) -> bool:
    """Say whether the console has set fields since the file was read."""
    return (document.front_matter.get(CONSOLE_FIELDS, {}) if document else {}) != entry.console


def _clear(session: Session, ids: Sequence[UUID]) -> None:
    """Take the present version out of the way of its successor."""
    session.execute(delete(Chunk).where(Chunk.document_id.in_(ids)))
    session.execute(
        update(DocumentVersion)
        .where(DocumentVersion.document_id.in_(ids), DocumentVersion.state != "past")
        .values(state="past")
    )


def _indexed(document: Document, chunks: list[tuple[str, Piece]]) -> IndexedDocument:
    head = head_of(document.front_matter)
    lang: Lang = "ja" if document.lang == "ja" else "en"
    return IndexedDocument(
        id=str(document.id),
        revision=document.revision,
        file=document.file,
        title=document.title,
        url=document.url,
        lang=lang,
        kind=head.kind,
        topics=(*head.topics, *head.industry, *head.challenge, *head.product),
        valid_from=document.valid_from,
        valid_until=document.valid_until,
        industry=tuple(head.industry),
        facts=_facts(head.kind, head, lang=lang),
        glossary=tuple((term.ja, term.en) for term in head.glossary),
        chunks=tuple(chunks),
    )


def _facts(kind: Kind, head: FrontMatter, *, lang: Lang) -> CaseFacts | None:
    if kind != "case":
        return None
    comma = "、" if lang == "ja" else ", "
    return CaseFacts(
        industry=comma.join(head.industry) or None,
        challenge=comma.join(head.challenge) or None,
        figure=head.figure,
        figures=tuple(head.every_figure),
        quote=head.quote,
        customer=head.customer,
    )
