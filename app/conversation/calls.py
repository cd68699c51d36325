"""The result of a telephone call, in one tap."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation.promises import keep
from app.core.errors import Invalid
from app.core.ids import new_id
from app.leads.events import record
from app.models import Call, Contact, Lead
from app.routing.claim import take
from app.routing.clock import contacted

RESULTS = ("connected", "no_answer", "call_back", "wrong_number", "no_calls")


def log_call(
    session: Session, lead_id: UUID, *, person_id: UUID, result: str, note: str | None, client_id: str, now: datetime
) -> Call:
    """Record a call with its result; it claims the lead and stops the contact clock. Idempotent by `client_id`."""
    if result not in RESULTS:
        raise Invalid("call_result_unknown")
    before = session.scalar(select(Call).where(Call.client_id == client_id))
    if before is not None:
        return before
    take(session, lead_id, person_id=person_id, now=now)
    call = Call(
        id=new_id(), lead_id=lead_id, person_id=person_id, result=result, note=note or None, client_id=client_id, at=now
    )
    session.add(call)
    lead = session.get_one(Lead, lead_id)
    session.execute(
        update(Lead)
        .where(Lead.id == lead_id)
        .values(activity_at=now, status="working" if lead.status == "new" else lead.status)
    )
    if result == "no_calls":
        session.execute(update(Contact).where(Contact.id == lead.contact_id).values(phone_ok=False))
    record(session, "call_logged", at=now, lead_id=lead_id, person_id=person_id, result=result)
    contacted(session, lead_id, person_id=person_id, at=now, how="call")
    if result == "connected":
        keep(session, lead_id, now=now)
    announce(session, STAFF, "lead", data={"id": str(lead_id), "changed": "called"})
    return call
