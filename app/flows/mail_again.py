"""A person has a mail sent once more that did not go out."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.errors import Conflict
from app.flows.bounce import delivery_id
from app.jobs.kinds import DeliverMail
from app.jobs.port import cancel, enqueue
from app.leads.events import record
from app.models import Delivery, Mail, Message, Suppression
from app.models.job import Effect, JobKey

AGAIN = ("failed", "unknown", "held")


def send_again(session: Session, message_id: UUID, *, person_id: UUID, now: datetime) -> None:
    """Queue the delivery anew, with the same Message-ID; a second click finds it queued and changes nothing.

    What a person sends no cap holds. `Conflict` (mail_not_sent: there is none, mail_sent_already,
    mail_address_dead).
    """
    key = f"deliver:{message_id}"
    delivery = session.get(Delivery, delivery_id(message_id), with_for_update=True, populate_existing=True)
    if delivery is None and session.get(JobKey, key) is None:
        raise Conflict("mail_not_sent")
    if delivery is None or delivery.state == "queued":
        return
    if delivery.state not in AGAIN:
        raise Conflict("mail_sent_already")
    if _dead(session, message_id):
        raise Conflict("mail_address_dead")
    delivery.state, delivery.detail, delivery.person_id, delivery.at = "queued", None, person_id, now
    ended = update(Effect).where(Effect.key == f"mail:{message_id}", Effect.state.in_(("sent", "unknown")))
    session.execute(ended.values(state="planned", updated_at=now))  # "sent" is what came back later
    cancel(session, key)
    enqueue(session, DeliverMail(message_id=message_id), run_at=now, key=key)
    conversation_id = session.get_one(Message, message_id).conversation_id
    record(
        session,
        "mail_again",
        at=now,
        lead_id=delivery.lead_id,
        conversation_id=conversation_id,
        message_id=message_id,
        person_id=person_id,
    )


def _dead(session: Session, message_id: UUID) -> bool:
    """Say whether the address has been found not to exist; no further mail goes there."""
    found = select(Suppression.id).join(Mail, Mail.peer_hmac == Suppression.value_hmac)
    found = found.where(Mail.message_id == message_id, Suppression.kind == "email", Suppression.reason == "dead")
    return session.scalar(found.limit(1)) is not None
