"""What a visitor agreed to, in which words; without it nothing is observed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.core.security import hash_token
from app.models import Consent, CredentialSession, Lead, Signal, Visitor

BEHAVIOUR = "behaviour"


def give(
    session: Session, *, site_id: UUID, behaviour_id: str, version: str, lang: str, path: str | None, now: datetime
) -> UUID:
    """Record consent to observing behaviour and return the visitor's id."""
    visitor = find_visitor(session, behaviour_id)
    if visitor is None:
        visitor = Visitor(
            id=new_id(),
            site_id=site_id,
            behaviour_hash=hash_token(behaviour_id),
            first_seen_at=now,
            seen_at=now,
        )
        session.add(visitor)
        session.flush()
    session.add(_row(visitor.id, granted=True, version=version, lang=lang, path=path, now=now))
    return visitor.id


def withdraw(session: Session, *, behaviour_id: str, version: str, lang: str, path: str | None, now: datetime) -> None:
    """Record the refusal and erase what was observed of this visitor."""
    visitor = find_visitor(session, behaviour_id)
    if visitor is None:
        return
    session.execute(delete(Signal).where(Signal.visitor_id == visitor.id))
    session.execute(update(Lead).where(Lead.visitor_id == visitor.id).values(visitor_id=None))
    session.execute(update(CredentialSession).where(CredentialSession.visitor_id == visitor.id).values(visitor_id=None))
    session.add(_row(visitor.id, granted=False, version=version, lang=lang, path=path, now=now))


def find_visitor(session: Session, behaviour_id: str) -> Visitor | None:
    """Return the visitor of a behaviour id, if that browser ever consented."""
    return session.scalar(select(Visitor).where(Visitor.behaviour_hash == hash_token(behaviour_id)))


def allowed(session: Session, visitor_id: UUID) -> bool:
    """Say whether the visitor's last word on behaviour was yes."""
    last = session.scalar(
        select(Consent.granted)
        .where(Consent.visitor_id == visitor_id, Consent.kind == BEHAVIOUR)
        .order_by(Consent.at.desc(), Consent.id.desc())
        .limit(1)
    )
    return bool(last)


def _row(visitor_id: UUID, *, granted: bool, version: str, lang: str, path: str | None, now: datetime) -> Consent:
    return Consent(
        id=new_id(),
        kind=BEHAVIOUR,
        granted=granted,
        visitor_id=visitor_id,
        version=version,
        lang=lang,
        path=path,
        at=now,
    )
