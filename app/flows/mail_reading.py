"""A mail on disk becomes facts: what it says, what it is, who wrote it, and to which conversation it belongs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.channels.email.classify import WRITTEN, Judgement, author, judge
from app.channels.email.header import Address
from app.channels.email.parse import ODD, ParsedMail, Unreadable, parse
from app.channels.email.reply_text import Reply, split_reply
from app.channels.email.thread import base_address, conversation_of, message_of, reply_subject
from app.core.security import Vault
from app.leads.intake import Accepted, InboundMessage
from app.models import ContactPoint, Conversation, Inbox, Mail, Message, RawMessage
from app.understanding.contact_data import read_contact
from app.understanding.facts import ContactData
from app.understanding.language import detect
from app.understanding.normal import normalise

OLDEST = timedelta(days=3)  # a Date field is believed this far back
MOST_SIGNATURE_CHARS = 1000
SPOOFED, NOT_ADDRESSED = "dmarc_fail", "not_addressed"

_COMPANY_NAME = re.compile(r"株式会社|有限会社|合同会社|\(株\)|（株）|㈱|@|\d")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail on disk with its envelope."""

    raw_id: UUID
    inbox_id: UUID | None
    body: bytes
    sender: str
    recipients: tuple[str, ...]
    key: str
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """A mail that was understood as a mail: what it says, what it is, who wrote it, what they wrote."""

    mail: ParsedMail
    verdict: Judgement
    author: Address | None
    reply: Reply
    key: str

    @property
    def rfc_id(self) -> str:
        """Return the Message-ID; a mail that came without one gets ours."""
        return self.mail.message_id or f"<{self.key[:40]}@no-message-id.invalid>"

    @property
    def text(self) -> str:
        return self.reply.visible or self.mail.subject or ", ".join(file.name for file in self.mail.attachments)

    @property
    def first_words(self) -> str:
        """Return what begins a conversation: many put the question into the subject and a greeting into the mail."""
        subject = " ".join(self.mail.subject.split())
        fresh = reply_subject(subject) == f"Re: {subject}"
        return self.text if not subject or not fresh or subject in self.text else f"{subject}\n\n{self.text}"

    def doubts(self, place: Place) -> tuple[str, ...]:
        """Return why the assistant may not answer; a signed address of ours names us, even where To and Cc do not."""
        settled = (NOT_ADDRESSED,) if place.by_token else ()
        return tuple(reason for reason in self.verdict.reasons if reason not in settled)

    def shows_token(self, place: Place) -> bool:
        """Say whether the mail shows that its sender owns the address: it was sent the signed address it came to."""
        return place.by_token and place.sent and SPOOFED not in self.verdict.reasons

    def verifies(self, place: Place) -> bool:
        """Say whether the mail shows that its sender owns the address: by our signed address, or by DMARC."""
        return self.shows_token(place) or (self.verdict.verified and SPOOFED not in self.verdict.reasons)

    @property
    def addressed_to(self) -> tuple[str, ...]:
        return (*self.mail.delivered_to, *(to.address for to in (*self.mail.to, *self.mail.cc)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail belongs: a conversation, or none yet.

    `by_token`: its signed address was used, `returned`: the envelope sender of one of its mails. `sent`: the author was
    sent a mail of the conversation; a `stranger` was not and has not shown to be its contact.
    """

    conversation_id: UUID | None = None
    by_token: bool = False
    returned: bool = False
    sent: bool = False
    stranger: bool = False


def arrived_mail(session: Session, vault: Vault, *, raw_id: UUID) -> Arrived | None:
    row = session.get(RawMessage, raw_id)
    if row is None or row.state != "received":
        return None
    envelope = json.loads(vault.open_or_none(row.envelope_enc) or "{}")
    return Arrived(
        raw_id,
        row.inbox_id,
        vault.open_bytes(row.body_enc),
        sender=envelope.get("from", ""),
        recipients=tuple(envelope.get("to", ())),
        key=row.provider_id or str(raw_id),
        own=our_addresses(session),
    )


def read(arrived: Arrived, authserv_id: str | None) -> Read:
    try:
        mail = parse(arrived.body)
        verdict = judge(mail, own_addresses=arrived.own, envelope_from=arrived.sender, authserv_id=authserv_id)
        return Read(mail, verdict, author(mail) or _envelope_author(arrived), split_reply(mail.text), arrived.key)
    except ODD:
        raise Unreadable("malformed") from None


def _envelope_author(arrived: Arrived) -> Address | None:
    return Address("", arrived.sender.lower()) if "@" in arrived.sender else None


def place_by_address(session: Session, vault: Vault, addresses: Iterable[str]) -> Place:
    """Find the conversation by a signed address of ours, in a Reply-To or as the sender of an envelope."""
    for address in addresses:
        conversation_id = conversation_of(address, sign=vault.sign)
        if conversation_id is not None and session.get(Conversation, conversation_id) is not None:
            return Place(conversation_id, by_token=True)
        message_id = message_of(address, sign=vault.sign)
        if message_id is not None and (message := session.get(Message, message_id)) is not None:
            return Place(message.conversation_id, returned=True)
    return Place()


def place_of(session: Session, vault: Vault, *, arrived: Arrived, read: Read) -> Place:
    """Find the conversation: by a signed address, then by our Message-IDs and the sender; never by the subject."""
    place = place_by_address(session, vault, (*arrived.recipients, *read.addressed_to))
    if read.author is None:
        return place
    peer = vault.lookup("email", read.author.address)
    if place.conversation_id is not None:
        sent = _was_sent(session, place.conversation_id, peer)
        return replace(place, sent=sent, stranger=not sent and not _has_shown(session, place.conversation_id, peer))
    ids = (*read.mail.in_reply_to, *read.mail.references)
    found = session.scalar(
        select(Message.conversation_id)
        .join(Mail, Mail.message_id == Message.id)
        .where(Mail.rfc_id.in_(ids), Mail.peer_hmac == peer)
        .order_by(Mail.at.desc())
        .limit(1)
    )
    return Place(found)


def _was_sent(session: Session, conversation_id: UUID, peer: bytes) -> bool:
    found = (
        select(Mail.id)
        .join(Message, Message.id == Mail.message_id)
        .where(Message.conversation_id == conversation_id, Mail.direction == "outbound", Mail.peer_hmac == peer)
    )
    return session.scalar(found.limit(1)) is not None


def _has_shown(session: Session, conversation_id: UUID, peer: bytes) -> bool:
    """Say whether the contact has shown that the address is theirs; a typed one may be anybody's."""
    found = (
        select(ContactPoint.id)
        .join(Conversation, Conversation.contact_id == ContactPoint.contact_id)
        .where(
            Conversation.id == conversation_id,
            ContactPoint.kind == "email",
            ContactPoint.value_hmac == peer,
            ContactPoint.verified_at.is_not(None),
        )
    )
    return session.scalar(found) is not None


def refusal(arrived: Arrived, *, read: Read, place: Place) -> str | None:
    """Return why the mail is kept but does not enter a conversation, None if it does.

    Words that machines use as well are a doubt, not a reason, except where no person writes: to an envelope sender.
    """
    if read.verdict.proven or (place.returned and read.verdict.klass not in WRITTEN):
        return read.verdict.klass
    if place.stranger:
        return "other_participant"
    if read.author is None:
        return "no_sender"
    if not read.text.strip():
        return "empty"
    return "no_inbox" if place.conversation_id is None and arrived.inbox_id is None else None


def returned_message(session: Session, vault: Vault, *, arrived: Arrived, read: Read) -> UUID | None:
    """Return which of our messages came back: by the signed envelope sender, else by a Message-ID of ours inside."""
    for address in (*arrived.recipients, *read.addressed_to):
        if (signed := message_of(address, sign=vault.sign)) is not None:
            return signed
    ids = (*read.mail.returned_ids, *read.mail.in_reply_to, *read.mail.references)
    return session.scalar(
        select(Mail.message_id).where(Mail.rfc_id.in_(ids), Mail.direction == "outbound").order_by(Mail.at.desc())
    )


def inbound_message(
    session: Session, vault: Vault, *, arrived: Arrived, read: Read, place: Place, now: datetime
) -> InboundMessage:
    """Return what goes on in the place; where its conversation has ended, what begins another.

    A new mail by somebody who has shown before that the address is theirs, and shows it again, goes on with their lead.
    """
    before = session.get(Conversation, place.conversation_id) if place.conversation_id else None
    goes_on = before is not None and before.ended_at is None
    inbox_id = arrived.inbox_id or (before.inbox_id if before else None)
    sent = read.mail.date
    return InboundMessage(
        client_id=f"mail:{arrived.key}",
        channel="email",
        text=read.text if goes_on else read.first_words,
        lang=before.lang if before else session.get_one(Inbox, inbox_id).lang,
        conversation_id=place.conversation_id if goes_on else None,
        inbox_id=None if goes_on else inbox_id,
        contact=signed_contact(read.reply, read.author),
        submitted_at=sent if sent and now - OLDEST < sent <= now else now,
        contact_id=None if goes_on else _writer(session, vault, read=read, place=place),
    )


def _writer(session: Session, vault: Vault, *, read: Read, place: Place) -> UUID | None:
    """Return the contact whose address this surely is; anybody could have typed it into the chat."""
    if read.author is None or not read.verifies(place):
        return None
    key = vault.lookup("email", read.author.address)
    return session.scalar(
        select(ContactPoint.contact_id)
        .where(ContactPoint.kind == "email", ContactPoint.value_hmac == key, ContactPoint.verified_at.is_not(None))
        .order_by(ContactPoint.replaced_at.is_not(None), ContactPoint.verified_at.desc(), ContactPoint.id)
        .limit(1)
    )


def signed_contact(reply: Reply, sender: Address | None) -> ContactData:
    """Return what header and signature say of the writer; a company's name in the header is nobody's."""
    signature = reply.signature[:MOST_SIGNATURE_CHARS]
    lang = detect(f"{reply.visible}\n{signature}")
    told = read_contact(normalise(signature), lang=lang, asked=False, asked_team_size=False)
    name = sender.name if sender and sender.name and not _COMPANY_NAME.search(sender.name) else told.name
    return replace(told, name=name, email=sender.address if sender else None, team_size=None)


def same_mail(session: Session, read: Read) -> Accepted | None:
    """Return what this very mail led to before, if it did; another mail may have the same Message-ID."""
    message = session.scalar(
        select(Message)
        .join(Mail, Mail.message_id == Message.id)
        .join(RawMessage, RawMessage.id == Mail.raw_id)
        .where(Mail.rfc_id == read.rfc_id, Mail.direction == "inbound", RawMessage.provider_id == read.key)
        .limit(1)
    )
    if message is None:
        return None
    lead_id = session.get_one(Conversation, message.conversation_id).lead_id
    return Accepted(message.id, message.seq, message.conversation_id, lead_id, again=True)


def takes(session: Session, vault: Vault, address: str) -> bool:
    """Say whether we take mail to the address: our own, of an active inbox or of a conversation that has begun."""
    base = base_address(address)
    if base not in our_addresses(session):
        return False
    if session.scalar(select(Inbox.active).where(Inbox.channel == "email", Inbox.address == base)):
        return True
    return place_by_address(session, vault, (address,)).conversation_id is not None


def our_addresses(session: Session) -> frozenset[str]:
    """Return every address of ours, also of an inbox that takes no more mail."""
    found = select(Inbox.address).where(Inbox.channel == "email", Inbox.address.is_not(None))
    return frozenset(address for address in session.scalars(found) if address)
