"""Signed-in people and one-time sign-in links; of every token only the hash is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from app.accounts import people
from app.core.errors import NotSignedIn
from app.core.ids import new_token
from app.core.security import hash_token
from app.models import CredentialSession, Person

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
LINK_LIFE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person with a valid session, as every page needs them."""

    session_id: UUID
    person_id: UUID
    name: str
    role: str
    team_id: UUID | None
    lang: str
    seen_at: datetime


def open_person(session: Session, person_id: UUID, *, now: datetime) -> str:
    """Sign the person in and return the token for their cookie."""
    return _open(session, "person", person_id, now=now, until=now + ABSOLUTE)


def find_person(session: Session, token: str, *, now: datetime) -> SignedIn | None:
    """Return who holds this token; None when unknown, revoked, idle, too old, or the person has left."""
    return _valid(session, CredentialSession.token_hash == hash_token(token), now=now)


def still_valid(session: Session, session_id: UUID, *, now: datetime) -> bool:
    """Say whether an open stream of this session may go on."""
    return _valid(session, CredentialSession.id == session_id, now=now) is not None


def touch(session: Session, signed_in: SignedIn, *, now: datetime) -> None:
    """Note that the person did something: the idle time starts again, and routing knows they are there."""
    row = session.get_one(CredentialSession, signed_in.session_id)
    row.seen_at = max(row.seen_at, now)
    session.get_one(Person, signed_in.person_id).last_seen_at = row.seen_at


def revoke(session: Session, session_id: UUID, *, now: datetime) -> None:
    """End one session; a second time changes nothing. Its live streams end within five seconds."""
    session.execute(
        update(CredentialSession)
        .where(CredentialSession.id == session_id, CredentialSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def revoke_all(session: Session, person_id: UUID, *, now: datetime) -> None:
    """End every session and link of a person."""
    session.execute(
        update(CredentialSession)
        .where(CredentialSession.person_id == person_id, CredentialSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def make_link(session: Session, person_id: UUID, *, now: datetime) -> str:
    """Return the token of a sign-in link that works once, within an hour; earlier links of the person end."""
    person_id = people.get(session, person_id).id
    session.execute(
        update(CredentialSession)
        .where(
            CredentialSession.person_id == person_id,
            CredentialSession.kind == "link",
            CredentialSession.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )
    return _open(session, "link", person_id, now=now, until=now + LINK_LIFE)


def link_person(session: Session, token: str, *, now: datetime) -> Person:
    """Return whose link this is, without using it; `NotSignedIn` if it is unknown, used or too old."""
    person = session.scalar(select(Person).join(CredentialSession).where(*_open_link(token, now), Person.active))
    if person is None:
        raise NotSignedIn("link_invalid")
    return person


def use_link(session: Session, token: str, *, password_hash: str, now: datetime) -> str:
    """Use the link up: set the password, end the person's other sessions, sign them in; return the cookie's token."""
    used = update(CredentialSession).where(*_open_link(token, now)).values(used_at=now)
    person_id = session.scalar(used.returning(CredentialSession.person_id))
    if person_id is None:
        raise NotSignedIn("link_invalid")
    people.set_password(session, person_id, password_hash=password_hash)
    revoke_all(session, person_id, now=now)
    return open_person(session, person_id, now=now)


def _open_link(token: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        CredentialSession.token_hash == hash_token(token),
        CredentialSession.kind == "link",
        CredentialSession.used_at.is_(None),
        CredentialSession.revoked_at.is_(None),
        CredentialSession.expires_at > now,
    )


def _open(session: Session, kind: str, person_id: UUID, *, now: datetime, until: datetime) -> str:
    token = new_token("sps" if kind == "person" else "sln")
    session.add(
        CredentialSession(
            kind=kind,
            token_hash=hash_token(token),
            person_id=person_id,
            created_at=now,
            seen_at=now,
            expires_at=until,
        )
    )
    session.flush()
    return token


def _valid(session: Session, which: ColumnElement[bool], *, now: datetime) -> SignedIn | None:
    found = session.execute(
        select(CredentialSession, Person)
        .join(Person, Person.id == CredentialSession.person_id)
        .where(
            which,
            CredentialSession.kind == "person",
            CredentialSession.revoked_at.is_(None),
            CredentialSession.expires_at > now,
            CredentialSession.seen_at > now - IDLE,
            Person.active,
        )
    ).one_or_none()
    if found is None:
        return None
    held, person = found
    return SignedIn(held.id, person.id, person.name, person.role, person.team_id, person.lang, held.seen_at)
