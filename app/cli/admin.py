"""One-time links for the first sign-in."""

from __future__ import annotations

from uuid import UUID

import typer
from sqlalchemy.orm import Session

from app.accounts import people, sessions
from app.cli.open import open_parts
from app.main import Parts


def link(email: str, *, name: str) -> None:
    """Print a link that works once, within an hour; a new address becomes an admin."""
    with open_parts() as parts:
        now = parts.clock.now()

        def make(session: Session) -> str:
            person = people.find_by_email(session, parts.vault, email=email)
            person_id = person.id if person else _new_admin(session, parts, email=email, name=name)
            return sessions.make_link(session, person_id, now=now)

        token = parts.database.write(make)
        base = parts.settings.public_url or f"http://{parts.settings.host}:{parts.settings.port}"
    typer.echo(f"{base.rstrip('/')}/login/link/{token}")


def _new_admin(session: Session, parts: Parts, *, email: str, name: str) -> UUID:
    return people.create(
        session,
        parts.vault,
        name=name,
        role="admin",
        lang=parts.settings.default_lang,
        email=email,
        now=parts.clock.now(),
    )
