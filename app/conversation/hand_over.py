"""Have a person look after a lead, and tell them why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.routing import assignments, news
from app.routing.assign import assign
from app.routing.clock import again, person_needed
from app.routing.store import lock_lead

ALONE = frozenset(
    {"hotter", "mail_received", "promise_open", "wish"}
)  # news that make the lead no more urgent than it is
TOLD = frozenset({"person_wanted", "wish", "failure"})  # the prospect hears that a person knows of them
PERSON_TOLD = "person_told"
WAITS_FOR_PERSON = frozenset(
    {"failure", "mail_bounced", "mail_doubt", "mail_failed", "mail_held", "mail_unreadable"}
    | {"hotter", "person_wanted", "promise_open", "wish"}
)


def hand_to_person(session: Session, lead_id: UUID, *, about: str, ref: UUID | str, now: datetime) -> None:
    """Have a person look after a lead, and tell them why: once for each `about` and `ref`, whatever the clock says.

    The news goes to whoever has the lead, else to the manager; a person who is given it by this call hears of it by the
    first notice. Where the prospect now waits for a person, somebody has to make contact (again). A lead that stays
    closed has no clock: there the news is all.
    """
    lead = lock_lead(session, lead_id)
    if about in TOLD and not lead.facts.get(PERSON_TOLD):
        lead.facts = {**lead.facts, PERSON_TOLD: True}
    if about not in ALONE:
        person_needed(session, lead_id, now=now)
    if about in WAITS_FOR_PERSON:
        again(session, lead_id, at=now)
    if assignments.current(session, lead_id) is not None or assign(session, lead_id, now=now) is None:
        news.spread(session, lead_id, about=about, ref=ref, now=now)
