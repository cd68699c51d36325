"""A mail comes in: kept whole before it is confirmed, read in a job, refused by rule or taken into its conversation."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.channels.email.classify import PENDING
from app.channels.email.parse import Unreadable
from app.channels.email.thread import base_address, parents
from app.conversation.hand_over import hand_to_person
from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Conflict
from app.core.ids import new_id
from app.core.security import Vault
from app.flows import mail_reading
from app.flows.bounce import bounced, named, revive
from app.flows.deps import Deps
from app.flows.mail_reading import Arrived, Place, Read
from app.flows.receive import Receive
from app.jobs.kinds import ReadMail
from app.jobs.port import cancel, claim, enqueue
from app.leads import contacts, thread
from app.leads.events import record
from app.leads.intake import Accepted, turn_key
from app.models import Conversation, Inbox, Mail, Message, RawMessage

logger = log.get(__name__)

HEADER_BYTES = 256 * 1024

_MESSAGE_ID = re.compile(rb"(?im)^message-id[ \t]*:\s*(<[^<>\r\n]{3,900}>)")
_FROM = re.compile(rb"(?im)^from[ \t]*:([^\r\n]{0,500})")


class TakeMail:
    """What is returned is the id of a mail on disk, whole; the same mail again is the same row."""

    def __init__(self, database: Database, clock: Clock, *, vault: Vault) -> None:
        self._database = database
        self._clock = clock
        self._vault = vault

    async def __call__(self, raw: bytes, *, sender: str, recipients: Sequence[str]) -> UUID:
        """Keep the mail and have it read; `sender` "" is the null sender of the envelope."""
        body = self._vault.seal_bytes(raw)
        envelope = self._vault.seal(json.dumps({"from": sender, "to": list(recipients)}))

        def keep(session: Session) -> UUID:
            inbox_id = _inbox_of(session, recipients)
            source, provider_id = f"mail:{inbox_id or '-'}", mail_key(raw)
            known = select(RawMessage.id).where(RawMessage.source == source, RawMessage.provider_id == provider_id)
            if (before := session.scalar(known)) is not None:
                return before
            row = RawMessage(
                id=new_id(),
                source=source,
                provider_id=provider_id,
                inbox_id=inbox_id,
                body_enc=body,
                envelope_enc=envelope,
                state="received",
                received_at=self._clock.now(),
            )
            try:
                with session.begin_nested():
                    session.add(row)
            except IntegrityError:  # the same mail over another connection, at this moment
                return session.scalars(known).one()
            enqueue(session, ReadMail(raw_id=row.id), run_at=self._clock.now(), key=f"read:{row.id}")
            return row.id

        return await self._database.awrite(keep)


def mail_key(raw: bytes) -> str:
    """Return what makes a mail the same one: Message-ID, sender and body, or all of it if it has no Message-ID."""
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    ident, sender = _MESSAGE_ID.search(head[:HEADER_BYTES]), _FROM.search(head[:HEADER_BYTES])
    if ident is None:
        return sha256(raw).hexdigest()
    parts = (ident[1], sender[1].strip() if sender else b"", body.rstrip())
    return sha256(b"\n".join(sha256(part).digest() for part in parts)).hexdigest()


async def takes_mail(database: Database, vault: Vault, address: str) -> bool:
    """Say whether we take mail to the address; asked before a mail is sent to us."""
    return await database.aread(lambda s: mail_reading.takes(s, vault, address))


async def read_mail(deps: Deps, work: ReadMail, *, receive: Receive) -> None:
    """Read a mail that is on disk. What cannot be read is put aside and stops nothing; a second run does nothing."""
    arrived = await deps.database.aread(lambda s: mail_reading.arrived_mail(s, deps.vault, raw_id=work.raw_id))
    if arrived is None:
        return
    reason = "unexpected"
    try:
        await _read(deps, arrived, receive=receive)
        return
    except Unreadable as unreadable:
        reason = unreadable.reason
    except (ValueError, DataError) as error:  # bytes that no rule foresaw; whoever looks at the mail has it whole
        logger.error("mail_unexpected", raw=str(arrived.raw_id), error=type(error).__name__)
    now = deps.clock.now()
    await deps.database.awrite(lambda s: _quarantine(s, deps.vault, arrived=arrived, reason=reason, now=now))


async def _read(deps: Deps, arrived: Arrived, *, receive: Receive) -> None:
    read = await asyncio.to_thread(mail_reading.read, arrived, deps.settings.mail.authserv_id)
    place = await deps.database.aread(lambda s: mail_reading.place_of(s, deps.vault, arrived=arrived, read=read))
    reason = mail_reading.refusal(arrived, read=read, place=place)
    if reason is not None:
        now = deps.clock.now()
        await deps.database.awrite(
            lambda s: _refuse(s, deps.vault, arrived=arrived, read=read, place=place, reason=reason, now=now)
        )
        return
    try:
        await _accept(deps, receive, arrived=arrived, read=read, place=place)
    except Conflict:  # the conversation has ended at this moment: what they write begins another
        await _accept(deps, receive, arrived=arrived, read=read, place=place)


def _quarantine(session: Session, vault: Vault, *, arrived: Arrived, reason: str, now: datetime) -> None:
    """Put the mail aside; a person is told if the envelope says whose it is, else the log has to do."""
    row = _settle(session, arrived.raw_id, state="quarantined", reason=reason)
    if row is None:
        return
    conversation_id = mail_reading.place_by_address(session, vault, arrived.recipients).conversation_id
    if conversation_id is None:
        logger.error("mail_quarantined", raw=str(row.id), inbox=str(row.inbox_id), reason=reason)
        return
    row.conversation_id = conversation_id
    lead_id = session.get_one(Conversation, conversation_id).lead_id
    record(session, "mail_quarantined", at=now, lead_id=lead_id, conversation_id=conversation_id, reason=reason)
    hand_to_person(session, lead_id, about="mail_unreadable", ref=row.id, now=now)
    announce(session, STAFF, "lead", data={"id": str(lead_id), "changed": "mail_quarantined"})


def _refuse(
    session: Session, vault: Vault, *, arrived: Arrived, read: Read, place: Place, reason: str, now: datetime
) -> None:
    """Keep the mail as refused; whoever looks after the conversation sees that it came and why it was left alone."""
    row = _settle(session, arrived.raw_id, state="refused", reason=reason)
    if row is None:
        return
    message_id = None
    if reason == "bounce":
        message_id = mail_reading.returned_message(session, vault, arrived=arrived, read=read)
    if message_id is not None and PENDING not in read.verdict.reasons:
        detail = (*read.verdict.reasons, "bounced")[0]
        bounced(
            session,
            message_id=message_id,
            dead=read.verdict.dead_address,
            reason=detail,
            now=now,
            recipients=named(vault, read.mail),
        )
    message = session.get(Message, message_id) if message_id else None
    conversation_id = message.conversation_id if message else place.conversation_id
    if conversation_id is None:
        logger.warning("mail_refused", raw=str(row.id), inbox=str(row.inbox_id), reason=reason)
        return
    conversation = session.get_one(Conversation, conversation_id)
    row.conversation_id = conversation.id
    record(
        session,
        "mail_refused",
        at=now,
        lead_id=conversation.lead_id,
        conversation_id=conversation.id,
        reason=reason,
        klass=read.verdict.klass,
        codes=list(read.verdict.reasons),
    )
    if reason == "other_participant" and read.author is not None:
        said = f"{read.author.address}\n\n{read.text}"
        thread.add(session, thread.new_message(conversation, author="system", kind="note", text=said, now=now))
        hand_to_person(session, conversation.lead_id, about="mail_stranger", ref=row.id, now=now)
    announce(session, STAFF, "lead", data={"id": str(conversation.lead_id), "changed": "mail_refused"})


async def _accept(deps: Deps, receive: Receive, *, arrived: Arrived, read: Read, place: Place) -> None:
    inbound = await deps.database.aread(
        lambda s: mail_reading.inbound_message(
            s, deps.vault, arrived=arrived, read=read, place=place, now=deps.clock.now()
        )
    )

    def around(session: Session, store: Callable[[], Accepted]) -> Accepted:
        now = deps.clock.now()
        row = session.get_one(RawMessage, arrived.raw_id, with_for_update=True)
        claim(session, f"mail:{arrived.key}", at=now)  # of two at once the second waits here and sees the first
        before = mail_reading.same_mail(session, read)
        if before is not None:  # over another inbox of ours, or read by another run of this job
            if row.state == "received":
                row.state, row.reason, row.conversation_id = "refused", "duplicate", before.conversation_id
            return before
        if not read.doubts(place):
            unowned = (Conversation.id == inbound.conversation_id, Conversation.owner == "nobody")
            session.execute(update(Conversation).where(*unowned).values(owner="assistant"))
        accepted = store()
        row.state, row.message_id, row.conversation_id = "accepted", accepted.message_id, accepted.conversation_id
        return _noted(session, deps.vault, read=read, place=place, accepted=accepted, raw=row, now=now)

    await receive(inbound, around=around)


def _noted(
    session: Session,
    vault: Vault,
    *,
    read: Read,
    place: Place,
    accepted: Accepted,
    raw: RawMessage,
    now: datetime,
) -> Accepted:
    """Store the mail's row beside its message, and say whether the assistant may answer it."""
    if accepted.again or read.author is None:
        return accepted
    conversation = session.get_one(Conversation, accepted.conversation_id)
    address = read.author
    verified = read.verifies(place)
    if verified:
        contacts.verify(session, vault, contact_id=conversation.contact_id, email=address.address, now=now)
        revive(session, vault.lookup("email", address.address))
    session.add(
        Mail(
            id=new_id(),
            message_id=accepted.message_id,
            direction="inbound",
            rfc_id=read.rfc_id,
            subject=read.mail.subject[:500],
            parents=list(parents((*read.mail.references, *read.mail.in_reply_to), None)),
            peer_hmac=vault.lookup("email", address.address),
            domain_hmac=vault.lookup("domain", address.domain),
            verified=verified,
            by_token=read.shows_token(place),
            raw_id=raw.id,
            at=now,
        )
    )
    if doubts := read.doubts(place):
        return _unanswered(session, conversation, accepted=accepted, doubts=doubts, now=now)
    if not accepted.ours:
        hand_to_person(session, accepted.lead_id, about="mail_received", ref=accepted.message_id, now=now)
    return accepted


def _unanswered(
    session: Session, conversation: Conversation, *, accepted: Accepted, doubts: Sequence[str], now: datetime
) -> Accepted:
    """Keep the lead, tell a person, send nothing; the next mail without a doubt is answered, with this one."""
    record(
        session,
        "mail_not_answered",
        at=now,
        lead_id=accepted.lead_id,
        conversation_id=conversation.id,
        message_id=accepted.message_id,
        codes=list(doubts),
    )
    cancel(session, turn_key(conversation.id, accepted.seq))
    hand_to_person(session, accepted.lead_id, about="mail_doubt", ref=accepted.message_id, now=now)
    return replace(accepted, ours=False)


def _settle(session: Session, raw_id: UUID, *, state: str, reason: str) -> RawMessage | None:
    row = session.get(RawMessage, raw_id, with_for_update=True)
    if row is None or row.state != "received":
        return None
    row.state, row.reason = state, reason
    return row


def _inbox_of(session: Session, recipients: Sequence[str]) -> UUID | None:
    wanted = [base_address(address) for address in recipients]
    found = select(Inbox.address, Inbox.id).where(Inbox.channel == "email", Inbox.address.in_(wanted))
    by_address = {row.address: row.id for row in session.execute(found)}
    return next((by_address[address] for address in wanted if address in by_address), None)
