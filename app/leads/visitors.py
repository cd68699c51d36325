"""The conversation credential of a browser: random, stored hashed, bound to its site, 24 hours rolling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from app.core.errors import NotSignedIn
from app.core.ids import new_id
from app.core.rows import put
from app.core.security import hash_token
from app.leads import consent
from app.models import CredentialSession

CREDENTIAL_TTL = timedelta(hours=24)
TOUCH_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Opened:
    """A panel opened for the first time; the notice's version is stored before the first message."""

    site_id: UUID
    lang: str
    page: dict[str, Any]
    notice_version: str
    behaviour_id: str | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who calls: the holder of a valid conversation credential."""

    credential_id: UUID
    token_hash: bytes
    site_id: UUID
    lang: str
    conversation_id: UUID | None
    seen_at: datetime


def notice_version(text: str) -> str:
    """Return the version of an AI notice as it was shown: the same for the same words, company and model."""
    return sha256(text.encode()).hexdigest()[:12]


def open_session(session: Session, opened: Opened, *, token: str, now: datetime) -> datetime:
    """Store a new credential and return when it ends if it is not used."""
    known = opened.behaviour_id
    visitor = consent.find_visitor(session, known, site_id=opened.site_id) if known else None
    agreed = visitor is not None and consent.allowed(session, visitor.id)
    put(
        session,
        CredentialSession(
            id=new_id(),
            kind="conversation",
            token_hash=hash_token(token),
            site_id=opened.site_id,
            visitor_id=visitor.id if visitor is not None and agreed else None,
            lang=opened.lang,
            page=opened.page,
            notice_version=opened.notice_version,
            notice_at=now,
            created_at=now,
            seen_at=now,
            expires_at=now + CREDENTIAL_TTL,
        ),
    )
    return now + CREDENTIAL_TTL


def find(session: Session, token: str, *, now: datetime) -> Visitor:
    """Return the holder of a token; `NotSignedIn` (credential_unknown or credential_expired)."""
    row = session.execute(_HOLDER, {"token_hash": hash_token(token)}).one_or_none()
    if row is None or row.revoked_at is not None or row.site_id is None:
        raise NotSignedIn("credential_unknown")
    if row.expires_at <= now:
        raise NotSignedIn("credential_expired")
    return Visitor(row.id, row.token_hash, row.site_id, row.lang or "ja", row.conversation_id, row.seen_at)


_HOLDER = select(
    CredentialSession.id,
    CredentialSession.token_hash,
    CredentialSession.site_id,
    CredentialSession.lang,
    CredentialSession.conversation_id,
    CredentialSession.seen_at,
    CredentialSession.expires_at,
    CredentialSession.revoked_at,
).where(CredentialSession.token_hash == bindparam("token_hash"), CredentialSession.kind == "conversation")


def touch(session: Session, credential_id: UUID, *, now: datetime) -> None:
    """Roll the credential's end forward."""
    session.execute(
        update(CredentialSession)
        .where(CredentialSession.id == credential_id, CredentialSession.revoked_at.is_(None))
        .values(seen_at=now, expires_at=now + CREDENTIAL_TTL)
    )


def revoke(session: Session, credential_id: UUID, *, now: datetime) -> None:
    """End the credential; its streams close within 5 s."""
    session.execute(
        update(CredentialSession)
        .where(CredentialSession.id == credential_id, CredentialSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def still_valid(session: Session, token_hash: bytes, *, now: datetime) -> bool:
    """Say whether a credential has neither ended nor been revoked."""
    found = session.scalar(
        select(CredentialSession.id).where(
            CredentialSession.token_hash == token_hash,
            CredentialSession.revoked_at.is_(None),
            CredentialSession.expires_at > now,
        )
    )
    return found is not None
