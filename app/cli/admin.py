"""One-time links: how a person first signs in."""

from __future__ import annotations

from uuid import UUID

import typer
from sqlalchemy.orm import Session

from app.accounts import people, sessions
from app.accounts.roles import Role
from app.cli.open import open_parts
from app.core.templating import LANGS
from app.flows.first_run import ensure_site
from app.main import Parts
from app.models import Inbox


def link(email: str, *, name: str, role: Role) -> None:
    """Print a link that works once, within an hour; an address nobody has is added to the first team."""
    with open_parts() as parts:
        now = parts.clock.now()

        def make(session: Session) -> str:
            person = people.find_by_email(session, parts.vault, email=email)
            person_id = person.id if person else _add(session, parts, email=email, name=name, role=role)
            return sessions.make_link(session, person_id, now=now)

        token = parts.database.write(make)
        base = parts.settings.public_url or f"http://{parts.settings.host}:{parts.settings.port}"
    typer.echo(f"{base.rstrip('/')}/login/link/{token}")


def _add(session: Session, parts: Parts, *, email: str, name: str, role: Role) -> UUID:
    lang, now = parts.settings.default_lang, parts.clock.now()
    site = ensure_site(session, lang=lang, now=now)
    team_id = session.get_one(Inbox, site.inbox_id).team_id
    return people.create(
        session, parts.vault, name=name, role=role, lang=lang, langs=LANGS, email=email, team_id=team_id, now=now
    )
