"""What the index needs to know of the documents of record to follow them: as little as possible, for it asks often."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.chunk import Chunk
from app.models.document import Document


def balance(session: Session) -> tuple[int, int]:
    """Return how many documents are approved and the sum of their revisions."""
    approved = select(func.count(), func.coalesce(func.sum(Document.revision), 0)).where(Document.status == "approved")
    count, total = session.execute(approved).one()
    return count, int(total)


def chunks(session: Session) -> dict[str, set[str]]:
    """Return the chunk ids of each approved document, to check an index by."""
    rows = session.execute(select(Document.id, Chunk.id).join(Chunk, isouter=True).where(Document.status == "approved"))
    found: dict[str, set[str]] = {}
    for document_id, chunk_id in rows:
        found.setdefault(str(document_id), set()).update([str(chunk_id)] if chunk_id else [])
    return found


def files(session: Session) -> dict[str, str]:
    """Return the file of each document by id."""
    return {str(row.id): row.file for row in session.execute(select(Document.id, Document.file))}


def changed(session: Session, *, since: int) -> tuple[dict[str, int], list[str]]:
    """Return the approved documents of revision `since` and later, and those that are no longer approved."""
    rows = session.execute(
        select(Document.id, Document.revision, Document.status).where(Document.revision >= since)
    ).all()
    approved = {str(row.id): row.revision for row in rows if row.status == "approved"}
    return approved, [str(row.id) for row in rows if row.status != "approved"]


def last(session: Session) -> int:
    """Return the highest revision."""
    return session.scalar(select(func.max(Document.revision))) or 0
