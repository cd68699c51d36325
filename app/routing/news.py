"""Something a person has to know about a lead beside its first notice: to its owner, else to the manager."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.jobs.kinds import TellNews
from app.jobs.port import enqueue
from app.models import Lead
from app.routing import notice, store
from app.routing.notice import NoticeFacts


def spread(session: Session, lead_id: UUID, *, about: str, ref: UUID | str, now: datetime) -> None:
    """Have the news told, once for each `about` (the words are `notice.title.<about>`) and what it refers to."""
    enqueue(session, TellNews(lead_id=lead_id, about=about, ref=str(ref)), run_at=now, key=_key(lead_id, about, ref))


def read(session: Session, work: TellNews, *, now: datetime) -> NoticeFacts | None:
    """Return the facts of the news for whoever has the lead now; None where there is nobody to tell."""
    lead = session.get_one(Lead, work.lead_id)
    person_id = lead.owner_id or store.manager_for(session, lead.team_id, now=now)
    if person_id is None:
        return None
    key = _key(lead.id, work.about, work.ref)
    return notice.news(session, lead.id, person_id=person_id, kind=work.about, key=key, due=None)


def _key(lead_id: UUID, about: str, ref: UUID | str) -> str:
    return f"news:{lead_id}:{about}:{ref}"
