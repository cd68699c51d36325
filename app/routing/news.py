"""Something a person has to know about a lead beside its first notice: to its owner, else to the manager."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.jobs.kinds import TellNews
from app.jobs.port import enqueue
from app.models import Contact, Lead, Person
from app.routing import schedules, store
from app.routing.notice import NoticeFacts
from app.routing.urgency import pace


def spread(session: Session, lead_id: UUID, *, about: str, ref: UUID | str, now: datetime) -> None:
    """Have the news told, once for each `about` (the words are `notice.title.<about>`) and what it refers to."""
    enqueue(session, TellNews(lead_id=lead_id, about=about, ref=str(ref)), run_at=now, key=_key(lead_id, about, ref))


def read(session: Session, work: TellNews, *, now: datetime) -> NoticeFacts | None:
    """Return the facts of the news for whoever has the lead now; None where there is nobody to tell."""
    lead, contact = session.execute(
        select(Lead, Contact).join(Contact, Contact.id == Lead.contact_id).where(Lead.id == work.lead_id)
    ).one()
    person_id = lead.owner_id or store.manager_for(session, lead.team_id, now=now)
    if person_id is None:
        return None
    return NoticeFacts(
        key=_key(lead.id, work.about, work.ref),
        assignment_id=None,
        lead_id=lead.id,
        person_id=person_id,
        lang=session.get_one(Person, person_id).lang,
        kind=work.about,
        band=pace(lead),
        company=contact.company_name,
        name_enc=contact.name_enc,
        reasons=tuple(lead.reasons),
        due=None,
        timezone=schedules.team_hours(session, lead.team_id).timezone,
    )


def _key(lead_id: UUID, about: str, ref: UUID | str) -> str:
    return f"news:{lead_id}:{about}:{ref}"
