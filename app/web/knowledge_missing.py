"""What prospects asked and no document answered: who asked, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from app.accounts.roles import may
from app.accounts.sessions import SignedIn
from app.core.security import Vault
from app.knowledge import missing
from app.knowledge.missing import Group
from app.models import Contact, Lead
from app.web import csrf
from app.web.deps import Editor, Reader, now_of, present_person, services_of
from app.web.knowledge import draw, zone_of

SHOWN = 50
NAMED = 5
MOST_PUT_AWAY = 900
"""Questions that one form puts away: it may have 1,000 fields."""

PAGE = "/console/knowledge/missing"

router = APIRouter(include_in_schema=False, dependencies=[Depends(present_person)])


@dataclass(frozen=True, slots=True)
class Asker:
    """A lead who asked, by the names the queue shows."""

    lead_id: UUID
    company: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One group with its latest askers."""

    group: Group
    askers: tuple[Asker, ...]

    @property
    def put_away(self) -> tuple[UUID, ...]:
        """Return the questions that are put away together."""
        return self.group.ids[:MOST_PUT_AWAY]


@dataclass(frozen=True, slots=True)
class Missing:
    """The groups most leads asked, and how many there are; times are shown in `zone`."""

    groups: tuple[Asked, ...]
    count: int
    zone: str


@router.get(PAGE)
async def missing_page(request: Request, person: Reader) -> Response:
    """Show what was asked without an answer, most leads first; a rep sees what the own team's leads asked."""
    services = services_of(request)
    found = await services.database.aread(lambda s: load(s, services.vault, person=person))
    return draw(request, person, "knowledge_missing.html", missing=found)


@router.post(f"{PAGE}/dismiss", dependencies=[Depends(csrf.checked)])
async def dismiss(request: Request, person: Editor, question: Annotated[list[UUID], Form()]) -> Response:
    """Put the questions of a group away that need no document, as they were shown; a second click changes nothing."""
    now, by = now_of(request), person.person_id
    await services_of(request).database.awrite(
        lambda s: missing.close(s, question, state="dismissed", document_id=None, by=by, now=now)
    )
    return RedirectResponse(PAGE, 303)


def load(session: Session, vault: Vault, *, person: SignedIn) -> Missing:
    """Return the groups this person may see."""
    own = {person.team_id} if person.team_id else set()
    groups = missing.open_groups(session, teams=None if may(person.role, "read_every_team") else own)
    shown = groups[:SHOWN]
    names = askers(session, vault, [lead for group in shown for lead in group.leads[:NAMED]])
    asked = (Asked(group, tuple(names[lead] for lead in group.leads[:NAMED])) for group in shown)
    return Missing(tuple(asked), len(groups), zone_of(session, person))


def askers(session: Session, vault: Vault, lead_ids: Sequence[UUID]) -> dict[UUID, Asker]:
    """Return the names of leads by id."""
    found = session.execute(
        select(Lead.id, Contact.company_name, Contact.name_enc)
        .join(Contact, Contact.id == Lead.contact_id)
        .where(Lead.id.in_(lead_ids))
    )
    return {lead_id: Asker(lead_id, company, vault.open_or_none(name)) for lead_id, company, name in found}
