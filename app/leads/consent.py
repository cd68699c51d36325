"""What a visitor agreed to, in which words; without it nothing is observed.

A behaviour id is worth something on its own site only: it is found by the hash of both.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.core.errors import Invalid
from app.core.ids import new_id
from app.core.security import hash_token
from app.models import Consent, CredentialSession, Lead, Signal, Visitor

BEHAVIOUR = "behaviour"
ASKED = frozenset({"2026-11"})  # the versions of the widget's own question (widget/src/texts)
OF_THE_SITE = "site:"  # the site asked in its own words; what follows is the version it names


def give(
    session: Session, *, site_id: UUID, behaviour_id: str, version: str, lang: str, path: str | None, now: datetime
) -> UUID:
    """Record consent to observing behaviour and return the visitor's id.

    `Invalid` (consent_version_unknown): neither a text of ours nor marked as the site's, so the record would be false.
    """
    if version not in ASKED and not version.startswith(OF_THE_SITE):
        raise Invalid("consent_version_unknown")
    visitor = find_visitor(session, behaviour_id, site_id=site_id)
    if visitor is None:
        visitor = Visitor(
            id=new_id(),
            site_id=site_id,
            behaviour_hash=_hash(behaviour_id, site_id),
            first_seen_at=now,
            seen_at=now,
        )
        session.add(visitor)
        session.flush()
    session.add(_row(visitor.id, granted=True, version=version, lang=lang, path=path, now=now))
    return visitor.id


def withdraw(
    session: Session, *, site_id: UUID, behaviour_id: str, version: str, lang: str, path: str | None, now: datetime
) -> list[Lead]:
    """Record the refusal, erase what was observed of this visitor, and return the leads it was known of.

    What was concluded from it is still on them. A refusal counts in whatever words.
    """
    visitor = find_visitor(session, behaviour_id, site_id=site_id)
    if visitor is None:
        return []
    leads = list(session.scalars(select(Lead).where(Lead.visitor_id == visitor.id).with_for_update(key_share=True)))
    session.execute(delete(Signal).where(Signal.visitor_id == visitor.id))
    for lead in leads:
        lead.visitor_id = None
    session.execute(update(CredentialSession).where(CredentialSession.visitor_id == visitor.id).values(visitor_id=None))
    session.add(_row(visitor.id, granted=False, version=version, lang=lang, path=path, now=now))
    return leads


def find_visitor(session: Session, behaviour_id: str, *, site_id: UUID) -> Visitor | None:
    """Return the visitor of a behaviour id, if that browser ever consented on this site."""
    return session.scalar(select(Visitor).where(Visitor.behaviour_hash == _hash(behaviour_id, site_id)))


def allowed(session: Session, visitor_id: UUID) -> bool:
    """Say whether the visitor's last word on behaviour was yes."""
    last = session.scalar(
        select(Consent.granted)
        .where(Consent.visitor_id == visitor_id, Consent.kind == BEHAVIOUR)
        .order_by(Consent.at.desc(), Consent.id.desc())
        .limit(1)
    )
    return bool(last)


def _hash(behaviour_id: str, site_id: UUID) -> bytes:
    return hash_token(f"{site_id}:{behaviour_id}")


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
