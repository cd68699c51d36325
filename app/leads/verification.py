"""Whether a person has shown that an address is theirs; anyone may type any address."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import ContactPoint


def email_verified(session: Session, contact_id: UUID) -> bool | None:
    """Say whether the address in use has been shown to be the contact's own; None if there is none."""
    points = session.execute(
        select(ContactPoint.verified_at).where(
            ContactPoint.contact_id == contact_id, ContactPoint.kind == "email", ContactPoint.replaced_at.is_(None)
        )
    ).all()
    return points[-1].verified_at is not None if points else None
