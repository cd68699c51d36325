"""What a document said, says, and may come to say: one version is live, one may wait as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from app.core.errors import NotFound
from app.knowledge import listing, store
from app.knowledge.intake import CONSOLE
from app.knowledge.listing import Listed
from app.knowledge.store import Entry, State
from app.models.chunk import Chunk
from app.models.citation import Citation
from app.models.conversation import Conversation
from app.models.document import Document
from app.models.document_version import DocumentVersion
from app.models.message import Message

LAST_USES = 20
MOST_COMPARED = 200
MOST_DRAFTS = 100


@dataclass(frozen=True, slots=True)
class Version:
    """One version: `text` is the body as Markdown, `head` holds the fields that are not default.

    `console` are those of them that the console set in place of the file's.
    """

    number: int
    state: State
    title: str
    lang: str
    head: dict[str, Any]
    console: dict[str, Any]
    text: str
    body_hash: str
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an edit."""

    document_id: UUID
    file: str
    version: int
    state: State


@dataclass(frozen=True, slots=True)
class Stored:
    """A passage of the live version."""

    position: int
    heading: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """An answer that cited the document."""

    message_id: UUID
    conversation_id: UUID
    lead_id: UUID
    passage: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything about a document: newest version and newest use first, passages in their order.

    `alike` are other documents that say the same.
    """

    document_id: UUID
    document: Listed
    versions: tuple[Version, ...]
    passages: tuple[Stored, ...]
    uses: tuple[Use, ...]
    alike: tuple[str, ...] = ()


def document(session: Session, file: str) -> Document:
    """Return the document of this name; `NotFound` knowledge_document_unknown."""
    return _there(session.scalar(select(Document).where(Document.file == file)), file)


def locked(session: Session, file: str) -> Document:
    """Return the document, which nobody else changes before this write ends; `NotFound` as `document`."""
    return _there(session.scalar(select(Document).where(Document.file == file).with_for_update()), file)


def is_taken(session: Session, file: str) -> bool:
    """Say whether there is a document of this name."""
    return session.scalar(select(Document.id).where(Document.file == file)) is not None


def twins(session: Session, entry: Entry) -> list[tuple[Saved, Version]]:
    """Return the documents that were written in the console with just these words, and the versions that have them."""
    rows = (
        _standing()
        .where(Document.file.startswith(CONSOLE), Document.status != "withdrawn")
        .where(DocumentVersion.title == entry.source.title, DocumentVersion.text == entry.source.text)
        .order_by(Document.file, DocumentVersion.number)
    )
    return _each(session, rows)


def drafts(session: Session) -> list[tuple[Saved, Version]]:
    """Return the versions that wait for approval, the newest first and not more than `MOST_DRAFTS`."""
    rows = _standing().where(DocumentVersion.state == "draft").order_by(DocumentVersion.at.desc()).limit(MOST_DRAFTS)
    return _each(session, rows)


def all_of(session: Session, document_id: UUID) -> tuple[Version, ...]:
    """Return the versions, newest first."""
    rows = select(DocumentVersion).where(DocumentVersion.document_id == document_id)
    return tuple(_version(row) for row in session.scalars(rows.order_by(DocumentVersion.number.desc())))


def one(session: Session, file: str, *, number: int) -> Version:
    """Return one version; `NotFound` knowledge_document_unknown or knowledge_version_unknown."""
    row = session.scalar(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document(session, file).id)
        .where(DocumentVersion.number == number)
    )
    if row is None:
        raise NotFound("knowledge_version_unknown", f"{file} has no version {number}")
    return _version(row)


def newest(session: Session, document_id: UUID) -> Version:
    """Return the newest version of a document."""
    rows = select(DocumentVersion).where(DocumentVersion.document_id == document_id)
    return _version(session.scalars(rows.order_by(DocumentVersion.number.desc()).limit(1)).one())


def standing(session: Session, file: str) -> tuple[Version, ...]:
    """Return the version that answers, or is to answer, and the draft that waits beside it if there is one."""
    present = document(session, file)
    rows = select(DocumentVersion).where(
        DocumentVersion.document_id == present.id,
        or_(DocumentVersion.number == present.version, DocumentVersion.state == "draft"),
    )
    return tuple(_version(row) for row in session.scalars(rows.order_by(DocumentVersion.number)))


def shown(session: Session, file: str, *, today: date) -> Shown:
    """Return everything about a document; `NotFound` knowledge_document_unknown."""
    found = document(session, file)
    return Shown(
        document_id=found.id,
        document=listing.one(session, found.id, today=today),
        versions=all_of(session, found.id),
        passages=passages(session, found.id),
        uses=uses(session, found.id),
    )


def passages(session: Session, document_id: UUID) -> tuple[Stored, ...]:
    """Return what is searched of a document."""
    rows = select(Chunk).where(Chunk.document_id == document_id).order_by(Chunk.position)
    return tuple(Stored(chunk.position, chunk.heading, chunk.text) for chunk in session.scalars(rows))


def uses(session: Session, document_id: UUID) -> tuple[Use, ...]:
    """Return the last answers that cited a document."""
    rows = session.execute(
        select(Message.id, Message.conversation_id, Conversation.lead_id, Citation.passage, Message.at)
        .join(Message, Message.id == Citation.message_id)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Citation.document_id == document_id)
        .order_by(Message.at.desc(), Citation.n)
        .limit(LAST_USES)
    )
    return tuple(Use(*row) for row in rows)


def of_like_length(session: Session, document_id: UUID) -> tuple[str, list[tuple[str, str]]]:
    """Return a live document's first passage, and (file, first passage) of others that might say the same."""
    first = session.scalar(select(Chunk).where(Chunk.document_id == document_id, Chunk.position == 0))
    if first is None:
        return "", []
    apart = func.abs(func.length(Chunk.text) - len(first.text))
    rows = session.execute(
        select(Document.file, Chunk.text)
        .join(Document, Document.id == Chunk.document_id)
        .where(Chunk.position == 0, Chunk.lang == first.lang, Chunk.document_id != document_id)
        .where(apart <= len(first.text) // 5)
        .order_by(apart, Document.file)
        .limit(MOST_COMPARED)
    )
    return first.text, [(row.file, row.text) for row in rows]


def begin(session: Session, entry: Entry, *, now: datetime) -> Document:
    """Store a document that has no version yet; `IntegrityError` if its name has been taken meanwhile."""
    values = store.columns(entry, number=1, state="draft")
    found = Document(created_at=now, updated_at=now, revision=store.next_revision(session, now=now), **values)
    session.add(found)
    session.flush()
    return found


def add_draft(session: Session, found: Document, entry: Entry, *, by: str, now: datetime) -> Saved:
    """Store a version that waits for approval; a version that answers goes on answering."""
    saved = add(session, found, entry, state="draft", by=by, now=now)
    if found.status == "draft":
        use(session, found, entry, saved=saved, now=now)
    return saved


def add(session: Session, found: Document, entry: Entry, *, state: State, by: str | None, now: datetime) -> Saved:
    """Store a version; it takes the place of the live one or of the draft if that is its state."""
    number = store.last_numbers(session, [found.id]).get(found.id, 0) + 1
    if state != "past":
        _retire(session, [found.id], states=(state,))
    row = store.version_row(found.id, entry, number=number, state=state, by=by, now=now)
    session.execute(insert(DocumentVersion), [row])
    return Saved(found.id, found.file, number, state)


def use(session: Session, found: Document, entry: Entry, *, saved: Saved, now: datetime) -> None:
    """Let the document show a version of its; one that is live answers, as `entry` has it."""
    values = store.columns(entry, number=saved.version, state=saved.state)
    values |= {"body_hash": found.body_hash, "updated_at": now}
    if saved.state != "live":
        store.assign(found, values | {"status": found.status})
        return
    session.execute(delete(Chunk).where(Chunk.document_id == found.id))
    if rows := store.chunk_rows(found.id, entry.source.lang, entry.pieces):
        session.execute(insert(Chunk), rows)
    store.assign(found, values | {"revision": store.next_revision(session, now=now)})


def go_live(session: Session, entry: Entry, *, number: int, now: datetime) -> Saved:
    """Let a stored version answer, as `entry` has it; what answered before is past. A newer draft goes on waiting."""
    found = locked(session, entry.source.file)
    if one(session, found.file, number=number).state == "live":
        return Saved(found.id, found.file, number, "live")
    return sign(session, entry, number=number, now=now)


def sign(session: Session, entry: Entry, *, number: int, now: datetime) -> Saved:
    """Let a stored version answer as `go_live`, also if it does so already, in another's name."""
    found = locked(session, entry.source.file)
    saved = Saved(found.id, found.file, number, "live")
    _retire(session, [found.id], states=("live",))
    _retire(session, [found.id], states=("draft",), until=number)
    session.execute(
        update(DocumentVersion)
        .where(DocumentVersion.document_id == found.id, DocumentVersion.number == number)
        .values(state="live", front_matter=store.stored_head(entry.source.head, entry.console))
    )
    use(session, found, entry, saved=saved, now=now)
    return saved


def withdraw(session: Session, ids: Sequence[UUID], *, now: datetime) -> None:
    """Let documents answer no more; they stay of record with every version, since citations point at them."""
    session.execute(select(Document.id).where(Document.id.in_(ids)).order_by(Document.file).with_for_update())
    _retire(session, ids, states=("live",))
    session.execute(delete(Chunk).where(Chunk.document_id.in_(ids)))
    session.execute(
        update(Document)
        .where(Document.id.in_(ids))
        .values(status="withdrawn", revision=store.next_revision(session, now=now), updated_at=now)
    )


def withdraw_gone(session: Session, ids: Sequence[UUID], *, now: datetime) -> None:
    """Withdraw documents whose files are gone; a file that comes back answers again."""
    withdraw(session, ids, now=now)
    session.execute(update(Document).where(Document.id.in_(ids)).values(body_hash=store.GONE))


def hold(session: Session, found: Document) -> None:
    """Keep a withdrawn document from answering again when its file, which is gone, comes back."""
    if found.body_hash == store.GONE:
        found.body_hash = newest(session, found.id).body_hash


def _there(found: Document | None, file: str) -> Document:
    if found is None:
        raise NotFound("knowledge_document_unknown", f"there is no document {file}")
    return found


def _standing() -> Select[Document, DocumentVersion]:
    joined = select(Document, DocumentVersion).join(DocumentVersion, DocumentVersion.document_id == Document.id)
    return joined.where(DocumentVersion.state != "past")


def _each(session: Session, rows: Select[Document, DocumentVersion]) -> list[tuple[Saved, Version]]:
    found = ((document, _version(row)) for document, row in session.execute(rows))
    return [(Saved(document.id, document.file, one.number, one.state), one) for document, one in found]


def _version(row: DocumentVersion) -> Version:
    state: State = "live" if row.state == "live" else "draft" if row.state == "draft" else "past"
    head = dict(row.front_matter)
    return Version(
        number=row.number,
        state=state,
        title=row.title,
        lang=row.lang,
        console=head.pop(store.CONSOLE_FIELDS, {}),
        head=head,
        text=row.text,
        body_hash=row.body_hash,
        by=row.by,
        at=row.at,
    )


def _retire(session: Session, ids: Sequence[UUID], *, states: tuple[State, ...], until: int | None = None) -> None:
    stands: list[ColumnElement[bool]] = [DocumentVersion.document_id.in_(ids), DocumentVersion.state.in_(states)]
    if until is not None:
        stands.append(DocumentVersion.number <= until)
    session.execute(update(DocumentVersion).where(*stands).values(state="past"))
