"""A mail of ours that did not arrive: whoever is responsible hears of it at once, and a dead address gets no more."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation.learn import hand_to_person
from app.core.ids import new_id
from app.leads.events import record
from app.models import Delivery, Mail, Message, Suppression

State = Literal["failed", "unknown"]


def bounced(session: Session, *, message_id: UUID, dead: bool, reason: str, now: datetime) -> bool:
    """Note that a mail of ours came back for `reason`, once; False if we never sent it.

    `dead` (failed for good, 5.x.x) stops everything to its address.
    """
    delivery = session.get(Delivery, delivery_id(message_id), with_for_update=True)
    if delivery is None:
        return False
    if dead:
        _suppress(session, message_id, now=now)
    if delivery.state != "failed":
        undelivered(session, delivery, state="failed", reason=reason, event="mail_bounced", now=now)
    return True


def undelivered(session: Session, delivery: Delivery, *, state: State, reason: str, event: str, now: datetime) -> None:
    """End a delivery as not arrived and have a person look after the lead."""
    delivery.state, delivery.detail = state, reason
    message = session.get_one(Message, delivery.message_id)
    record(
        session,
        event,
        at=now,
        lead_id=delivery.lead_id,
        conversation_id=message.conversation_id,
        message_id=message.id,
        reason=reason,
    )
    hand_to_person(session, delivery.lead_id, now=now)
    announce(session, STAFF, "lead", data={"id": str(delivery.lead_id), "changed": "mail_failed"})


def delivery_id(message_id: UUID) -> UUID:
    """Return the id of a message's delivery by mail: the same for every attempt."""
    return uuid5(message_id, "email")


def _suppress(session: Session, message_id: UUID, *, now: datetime) -> None:
    address = session.scalar(select(Mail.peer_hmac).where(Mail.message_id == message_id))
    if address is None:
        return
    known = select(Suppression.id).where(Suppression.kind == "email", Suppression.value_hmac == address)
    if session.scalar(known) is None:
        session.add(Suppression(id=new_id(), kind="email", value_hmac=address, reason="dead", at=now))
