"""A mail of ours that did not arrive: whoever is responsible hears of it at once, and a dead address gets no more."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.channels.email.parse import ParsedMail
from app.conversation import promises
from app.conversation.hand_over import hand_to_person
from app.core.ids import new_id
from app.core.security import Vault
from app.leads.events import record
from app.models import Delivery, Mail, Message, Suppression

State = Literal["failed", "unknown"]
DEAD = "dead"

_FAILED = re.compile(r"(?im)^action\s*:\s*failed\b")
_RECIPIENT = re.compile(r"(?im)^(?:final|original)-recipient\s*:[^;\n]*;[ \t]*(\S+@\S+)")
_XTEXT = re.compile(r"\+([0-9A-F]{2})")


def named(vault: Vault, mail: ParsedMail) -> frozenset[bytes]:
    """Return the look-up keys of the addresses that a delivery report says failed; empty if it names none.

    An Original-Recipient may be written as xtext (RFC 3461 §4).
    """
    blocks = re.split(r"\n\s*\n", mail.report)
    failed = [block for block in blocks if _FAILED.search(block)] or blocks
    told = [address for block in failed for address in _RECIPIENT.findall(block)]
    told += [address for value in mail.headers.get("x-failed-recipients", ()) for address in re.split(r"[,\s]+", value)]
    plain = {address.strip("<>").replace('"', "") for address in told if "@" in address}
    plain |= {_XTEXT.sub(lambda code: chr(int(code[1], 16)), address) for address in plain}
    return frozenset(vault.lookup("email", address) for address in plain)


def bounced(
    session: Session,
    *,
    message_id: UUID,
    dead: bool,
    reason: str,
    now: datetime,
    recipients: frozenset[bytes] = frozenset(),
) -> bool:
    """Note that a mail of ours came back for `reason`, once; False if we never sent it.

    `recipients` are those the report names (`named`). Where the contact is not among them it was somebody in copy: a
    person is told, no more. `dead` (failed for good, 5.x.x) stops everything to the contact's address.
    """
    delivery = session.get(Delivery, delivery_id(message_id), with_for_update=True)
    if delivery is None:
        return False
    address = session.scalar(select(Mail.peer_hmac).where(Mail.message_id == message_id))
    if recipients and address not in recipients:
        _tell(session, delivery, event="mail_bounced", reason=reason, ref=f"{message_id}:copy", now=now)
        return True
    if dead and address is not None:
        _suppress(session, address, now=now)
    if delivery.state != "failed":
        undelivered(session, delivery, state="failed", reason=reason, event="mail_bounced", now=now)
    return True


def undelivered(session: Session, delivery: Delivery, *, state: State, reason: str, event: str, now: datetime) -> None:
    """End a delivery as not arrived, take back what the mail promised, and have a person look after the lead."""
    delivery.state, delivery.detail = state, reason
    if state == "failed" and delivery.message_id is not None:
        promises.withdraw(session, delivery.message_id, now=now)
    _tell(session, delivery, event=event, reason=reason, ref=str(delivery.message_id), now=now)


def revive(session: Session, address: bytes) -> None:
    """Take an address as alive again: a mail has come from it that shows whose it is."""
    found = delete(Suppression).where(Suppression.kind == "email", Suppression.value_hmac == address)
    session.execute(found.where(Suppression.reason == DEAD))


def delivery_id(message_id: UUID) -> UUID:
    """Return the id of a message's delivery by mail: the same for every attempt."""
    return uuid5(message_id, "email")


def _tell(session: Session, delivery: Delivery, *, event: str, reason: str, ref: str, now: datetime) -> None:
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
    hand_to_person(session, delivery.lead_id, about=event, ref=ref, now=now)
    announce(session, STAFF, "lead", data={"id": str(delivery.lead_id), "changed": "mail_failed"})


def _suppress(session: Session, address: bytes, *, now: datetime) -> None:
    known = select(Suppression.id).where(Suppression.kind == "email", Suppression.value_hmac == address)
    if session.scalar(known) is None:
        session.add(Suppression(id=new_id(), kind="email", value_hmac=address, reason=DEAD, at=now))
