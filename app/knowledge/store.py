"""Documents and chunks of record in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.knowledge.chunk import Piece
from app.knowledge.front_matter import FrontMatter
from app.knowledge.index_file import IndexedDocument
from app.knowledge.read import Source
from app.models.chunk import Chunk
from app.models.document import Document
from app.retrieval.passages import CaseFacts, Kind, Lang


@dataclass(frozen=True, slots=True)
class Listed:
    """One document as lists show it; `status` is draft, approved or expired."""

    file: str
    title: str
    lang: str
    kind: str
    url: str | None
    status: str
    approved_by: str | None
    valid_until: date | None
    chunks: int


def hashes(session: Session, files: Sequence[str]) -> dict[str, str]:
    """Return what tells versions apart, for the files we know."""
    rows = session.execute(select(Document.file, Document.body_hash).where(Document.file.in_(files)))
    return {row.file: row.body_hash for row in rows}


def save(session: Session, read: Sequence[tuple[Source, list[Piece]]], *, now: datetime) -> set[str]:
    """Store documents in their present version and return the files that were new."""
    files = [source.file for source, _ in read]
    known = {d.file: d for d in session.scalars(select(Document).where(Document.file.in_(files)))}
    revision = (session.scalar(select(func.max(Document.revision))) or 0) + 1
    chunks = []
    for source, pieces in read:
        document = known.get(source.file) or Document(id=new_id(), file=source.file, created_at=now)
        _fill(document, source, revision=revision, now=now)
        session.add(document)
        chunks.extend(_chunk_rows(document.id, source.lang, pieces))
    session.flush()
    session.execute(delete(Chunk).where(Chunk.document_id.in_([document.id for document in known.values()])))
    session.execute(insert(Chunk), chunks)
    return set(files) - known.keys()


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


def listed(session: Session, *, today: date) -> list[Listed]:
    """Return every document by file."""
    count = select(func.count()).where(Chunk.document_id == Document.id).scalar_subquery()
    rows = session.execute(select(Document, count).order_by(Document.file))
    return [
        Listed(
            file=document.file,
            title=document.title,
            lang=document.lang,
            kind=document.kind,
            url=document.url,
            status="expired" if document.valid_until and document.valid_until < today else document.status,
            approved_by=document.approved_by,
            valid_until=document.valid_until,
            chunks=chunks,
        )
        for document, chunks in rows
    ]


def _fill(document: Document, source: Source, *, revision: int, now: datetime) -> None:
    head = source.head
    document.title = source.title
    document.lang = source.lang
    document.kind = head.kind
    document.url = head.url
    document.front_matter = head.model_dump(mode="json", exclude_defaults=True)
    document.body_hash = source.body_hash
    document.status = "approved" if head.approved_by else "draft"
    document.approved_by = head.approved_by
    document.valid_until = head.valid_until
    document.revision = revision
    document.updated_at = now


def _chunk_rows(document_id: UUID, lang: Lang, pieces: Iterable[Piece]) -> list[dict[str, object]]:
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


def _indexed(document: Document, chunks: list[tuple[str, Piece]]) -> IndexedDocument:
    head = FrontMatter.model_validate(document.front_matter)
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
        valid_until=document.valid_until,
        facts=_facts(head.kind, head),
        glossary=tuple((term.ja, term.en) for term in head.glossary),
        chunks=tuple(chunks),
    )


def _facts(kind: Kind, head: FrontMatter) -> CaseFacts | None:
    if kind != "case":
        return None
    return CaseFacts(
        industry="、".join(head.industry) or None,
        challenge="、".join(head.challenge) or None,
        figure=head.figure,
        quote=head.quote,
        customer=head.customer,
    )
