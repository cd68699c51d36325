"""Lists of documents: all of them, or one page of those that are looked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from app.models.chunk import Chunk
from app.models.citation import Citation
from app.models.document import Document
from app.models.knowledge_source import KnowledgeSource
from app.models.message import Message

PAGE = 50
"""Documents of one page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One document as lists show it; `status` is draft, scheduled, approved, expired or withdrawn.

    `version` answers (of drafts it is the newest); `source` is the folder or page it comes from by itself; `uses`
    counts the messages that cite it.
    """

    id: UUID
    file: str
    title: str
    lang: str
    kind: str
    url: str | None
    status: str
    approved_by: str | None
    valid_from: date | None
    valid_until: date | None
    version: int
    source: str | None
    chunks: int
    uses: int
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; empty means all. `q` are words of the title or the file's name."""

    q: str = ""
    status: str = ""
    lang: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the documents that fit, of `fitting` among `count`; `number` counts from 1 up to `last`."""

    documents: tuple[Listed, ...]
    number: int
    fitting: int
    count: int

    @property
    def last(self) -> int:
        return max(1, -(-self.fitting // PAGE))


def every(session: Session, *, today: date) -> list[Listed]:
    """Return every document by file."""
    return _read(session, _rows(today).order_by(Document.file))


def one(session: Session, document_id: UUID, *, today: date) -> Listed:
    """Return the document, which there is."""
    return _read(session, _rows(today).where(Document.id == document_id))[0]


def page(session: Session, wish: Wish, *, number: int, today: date) -> Page:
    """Return a page of the documents that fit, by file; one beyond the last is the last."""
    conditions = _conditions(wish, today=today)
    ids = _having(session, wish.q, conditions) if wish.q.strip() else None
    count = _count(session)
    fitting = len(ids) if ids is not None else _count(session, *conditions) if conditions else count
    number = min(max(1, number), max(1, -(-fitting // PAGE)))
    first = (number - 1) * PAGE
    rows = _rows(today).order_by(Document.file)
    if ids is None:
        rows = rows.where(*conditions).offset(first).limit(PAGE)
    else:
        rows = rows.where(Document.id.in_(ids[first : first + PAGE]))
    return Page(tuple(_read(session, rows)), number, fitting, count)


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Document).where(*conditions)) or 0


def _having(session: Session, q: str, conditions: Sequence[ColumnElement[bool]]) -> list[UUID]:
    """Return the documents with these words by file: no database knows that ＩｏＴ is IoT."""
    words = _folded(q).split()
    rows = session.execute(
        select(Document.id, Document.title, Document.file).where(*conditions).order_by(Document.file)
    )
    return [row.id for row in rows if all(word in _folded(f"{row.title} {row.file}") for word in words)]


def _folded(text: str) -> str:
    """Return the text as it is compared: width and case do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def _conditions(wish: Wish, *, today: date) -> list[ColumnElement[bool]]:
    wishes = ((_status(today), wish.status), (Document.lang, wish.lang), (Document.kind, wish.kind))
    return [column == value for column, value in wishes if value]


def _status(today: date) -> ColumnElement[str]:
    return case(
        (Document.status != "approved", Document.status),
        (Document.valid_until < today, "expired"),
        (Document.valid_from > today, "scheduled"),
        else_="approved",
    )


def _rows(today: date) -> Select[*tuple[Any, ...]]:
    """Return the columns of `Listed` in its order; what is counted is counted for the rows that are read."""
    chunks = select(func.count()).where(Chunk.document_id == Document.id).scalar_subquery()
    used = select(Citation).join(Message, Message.id == Citation.message_id).where(Citation.document_id == Document.id)
    return select(
        Document.id,
        Document.file,
        Document.title,
        Document.lang,
        Document.kind,
        Document.url,
        _status(today),
        Document.approved_by,
        Document.valid_from,
        Document.valid_until,
        Document.version,
        KnowledgeSource.location,
        chunks,
        used.with_only_columns(func.count(Citation.message_id.distinct())).scalar_subquery(),
        used.with_only_columns(func.max(Message.at)).scalar_subquery(),
    ).outerjoin(KnowledgeSource, KnowledgeSource.id == Document.source_id)


def _read(session: Session, rows: Select[*tuple[Any, ...]]) -> list[Listed]:
    return [Listed(*row) for row in session.execute(rows)]
