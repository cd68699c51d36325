"""The people who work here: made, found, changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.roles import Role
from app.core.errors import Conflict, Invalid, NotFound
from app.core.security import Vault
from app.models import Person

ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()\[\]]{1,253}")


def create(
    session: Session,
    vault: Vault,
    *,
    name: str,
    role: Role,
    lang: str,
    now: datetime,
    email: str | None = None,
    team_id: UUID | None = None,
    reading: str | None = None,
    langs: Sequence[str] = (),
) -> UUID:
    """Add a person without a password and return their id; `Invalid` address, or `Conflict` if somebody has it."""
    if email is not None:
        email = email.strip()
        if not ADDRESS.fullmatch(email):
            raise Invalid("email_invalid")
        if find_by_email(session, vault, email=email):
            raise Conflict("email_taken")
    person = Person(
        name=name,
        role=role,
        lang=lang,
        langs=list(langs) or [lang],
        team_id=team_id,
        reading=reading,
        email_enc=None if email is None else vault.seal(email),
        email_hmac=None if email is None else vault.lookup("email", email),
        created_at=now,
    )
    session.add(person)
    session.flush()
    return person.id


def find_by_email(session: Session, vault: Vault, *, email: str) -> Person | None:
    """Return who signs in with this address, active or not."""
    return session.scalar(select(Person).where(Person.email_hmac == vault.lookup("email", email)))


def get(session: Session, person_id: UUID) -> Person:
    """Return the person; `NotFound` if there is none."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("person_not_found")
    return person


def set_password(session: Session, person_id: UUID, *, password_hash: str) -> None:
    """Replace the password by one that `passwords.hashed` made."""
    get(session, person_id).password_hash = password_hash


def set_lang(session: Session, person_id: UUID, *, lang: str) -> None:
    """Choose the language the console speaks to this person; `Invalid` for one it does not have."""
    if lang not in ("ja", "en"):
        raise Invalid("lang_unknown")
    get(session, person_id).lang = lang
