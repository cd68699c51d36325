"""Questions of prospects that no document answered, kept until somebody writes the answer or says it needs none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.models import Document, Lead, MissingQuestion
from app.retrieval.alike import grouped
from app.retrieval.passages import Lang

MOST_READ = 2_000
"""Open questions that are grouped, the newest."""

Closed = Literal["answered", "dismissed"]

_OPEN = MissingQuestion.state == "open"


@dataclass(frozen=True, slots=True)
class Group:
    """Open questions that ask the same in one language, newest first; one document would answer them all."""

    questions: tuple[MissingQuestion, ...]

    @property
    def newest(self) -> MissingQuestion:
        return self.questions[0]

    @property
    def first_at(self) -> datetime:
        return self.questions[-1].at

    @property
    def ids(self) -> tuple[UUID, ...]:
        return tuple(question.id for question in self.questions)

    @property
    def leads(self) -> tuple[UUID, ...]:
        """Return who asked, each once, the latest first."""
        return tuple(dict.fromkeys(question.lead_id for question in self.questions))

    @property
    def document_id(self) -> UUID | None:
        """Return what is being written to answer them."""
        return next((question.document_id for question in self.questions if question.document_id), None)


def note(
    session: Session,
    *,
    message_id: UUID,
    lead_id: UUID,
    text: str,
    lang: Lang,
    verdict: Literal["maybe", "unknown"],
    now: datetime,
) -> None:
    """Keep a question that was not answered; the same message a second time changes nothing."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    statement = sqlite_insert(MissingQuestion) if on_sqlite else postgres_insert(MissingQuestion)
    session.execute(
        statement.values(
            id=new_id(),
            message_id=message_id,
            lead_id=lead_id,
            text=text,
            lang=lang,
            verdict=verdict,
            state="open",
            at=now,
        ).on_conflict_do_nothing(index_elements=["message_id"])
    )


def open_groups(session: Session, *, teams: Collection[UUID] | None = None) -> list[Group]:
    """Return the newest open questions by what they ask, most leads first; only of leads of `teams` if these are given.

    Grouping takes a while: for reads only, never inside a write.
    """
    found = select(MissingQuestion).where(_OPEN)
    if teams is not None:
        found = found.join(Lead, Lead.id == MissingQuestion.lead_id).where(Lead.team_id.in_(teams))
    newest = found.order_by(MissingQuestion.at.desc(), MissingQuestion.id.desc()).limit(MOST_READ)
    questions = session.scalars(newest).all()
    groups = [Group(tuple(questions[i] for i in sorted(group))) for group in grouped(_asked(questions))]
    return sorted(groups, key=lambda group: (len(group.leads), group.newest.at), reverse=True)


def group_of(session: Session, question_id: UUID) -> Group | None:
    """Return the open questions that ask the same as this one; None if it is not open any more."""
    return next((group for group in open_groups(session) if question_id in group.ids), None)


def link(session: Session, ids: Collection[UUID], *, document_id: UUID) -> None:
    """Note which document is being written to answer open questions; they stay open until it is approved."""
    _change(session, MissingQuestion.id.in_(ids), document_id=document_id)


def close(
    session: Session, ids: Collection[UUID], *, state: Closed, document_id: UUID | None, by: UUID, now: datetime
) -> int:
    """Close open questions and return how many there were; `document_id` is what answers them now."""
    return _change(
        session, MissingQuestion.id.in_(ids), state=state, document_id=document_id, closed_by=by, closed_at=now
    )


def asked_again(session: Session, document_id: UUID) -> tuple[UUID, ...]:
    """Return the open questions that ask what this document was written for and came after it was begun.

    Grouping takes a while: for reads only, never inside a write.
    """
    linked = select(MissingQuestion.id).where(MissingQuestion.document_id == document_id, _OPEN).limit(1)
    if session.scalar(linked) is None:
        return ()
    groups = (group.questions for group in open_groups(session))
    asked = (group for group in groups if any(one.document_id == document_id for one in group))
    return tuple(one.id for group in asked for one in group if one.document_id is None)


def close_answered(
    session: Session, document_id: UUID, *, again: Collection[UUID], by: UUID | None, today: date, now: datetime
) -> int:
    """Close the open questions this document was written for, and those `asked_again`, if it may be used now."""
    document = session.get_one(Document, document_id)
    begun = document.valid_from is None or document.valid_from <= today
    if document.status != "approved" or not begun or (document.valid_until or today) < today:
        return 0
    which = or_(MissingQuestion.document_id == document_id, MissingQuestion.id.in_(again))
    return _change(session, which, state="answered", document_id=document_id, closed_by=by, closed_at=now)


def _change(session: Session, which: ColumnElement[bool], **values: object) -> int:
    changed = session.scalars(
        update(MissingQuestion)
        .where(which, _OPEN)
        .values(**values)
        .returning(MissingQuestion.id)
        .execution_options(synchronize_session=False)
    ).all()
    return len(changed)


def _asked(questions: Sequence[MissingQuestion]) -> list[tuple[str, Lang]]:
    return [(question.text, "ja" if question.lang == "ja" else "en") for question in questions]
