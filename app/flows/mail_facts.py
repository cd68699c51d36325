"""Everything that a message going out as mail rests on, read at once; and what the assistant has sent lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.channels.email.caps import DAY, HOUR, WAITS, Sent, Trust
from app.channels.email.copies import colleagues
from app.channels.email.parse import Unreadable, parse
from app.core.security import Vault
from app.flows.bounce import DEAD, delivery_id
from app.leads.contacts import ContactCard, card
from app.leads.thread import shown_name
from app.models import (
    Contact,
    ContactPoint,
    Conversation,
    Delivery,
    Inbox,
    Lead,
    Mail,
    Message,
    Person,
    Promise,
    RawMessage,
    Site,
    Suppression,
)
from app.routing import schedules
from app.routing.hours import BusinessHours

DEAD_ADDRESS, SUPPRESSED, TAKEN_OVER, OUT_OF_DATE = "dead_address", "suppressed", "taken_over", "out_of_date"
OPT_OUT, APOLOGY = "opt_out", "apology"
TOLD_WORDS = 30  # characters: shorter answers (はい, yes) repeat in every honest conversation
MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class MailFacts:
    """One message of ours with all around it. `to` is None where no address is left.

    `answers` is their last mail before it, `before` our own; `opener` opens the first reply. `rep` is the name of the
    person who wrote it, `origin` that of the site, `hours` are the team's. `at` is when it was first to be sent.
    """

    message: Message
    conversation: Conversation
    lead: Lead
    inbox: Inbox
    contact: ContactCard
    to: str | None
    cc: tuple[str, ...]
    verified: bool
    trust: Trust
    machine_like: bool
    opener: str | None
    answers: Mail | None
    before: Mail | None
    rep: str | None
    origin: str | None
    hours: BusinessHours
    at: datetime

    @property
    def automatic(self) -> bool:
        """Say whether nobody wrote it by hand."""
        return self.message.author != "rep"

    @property
    def acts(self) -> tuple[str, ...]:
        return tuple(self.message.provenance.get("acts", ()))


def read(session: Session, vault: Vault, *, message_id: UUID, now: datetime) -> MailFacts | None:
    """Return the facts; None if there is nothing to send (any more)."""
    delivery = session.get(Delivery, delivery_id(message_id))
    message = session.get(Message, message_id)
    if message is None or message.state != "final":
        return None
    if delivery is not None and is_settled(delivery):
        return None
    conversation = session.get_one(Conversation, message.conversation_id)
    if conversation.inbox_id is None:
        return None
    lead = session.get_one(Lead, conversation.lead_id)
    site = session.get(Site, conversation.site_id) if conversation.site_id else None
    rep = session.get(Person, message.person_id) if message.person_id else None
    inbox = session.get_one(Inbox, conversation.inbox_id)
    contact = card(session, vault, contact_id=conversation.contact_id)
    answers = _last_mail(session, message, direction="inbound")
    before = _last_mail(session, message, direction="outbound")
    to = contact.email if answers is None else _address(session, vault, conversation.contact_id, mail=answers)
    copied = before is not None or message.author == "rep"  # who never wrote to us gets no machine's first words
    return MailFacts(
        message=message,
        conversation=conversation,
        lead=lead,
        hours=schedules.team_hours(session, lead.team_id),
        inbox=inbox,
        contact=contact,
        to=to,
        cc=_copies(session, vault, answers, of=to, own=inbox.address) if copied else (),
        verified=answers is not None and answers.verified,
        trust=_trust(session, message, answers),
        machine_like=answers is not None and _repeats(session, answers),
        opener=_opener(session, message),
        answers=answers,
        before=before,
        rep=shown_name(rep, conversation.lang) if rep else None,
        origin=site.origins[0] if site and site.origins else None,
        at=now if delivery is None else delivery.at,
    )


def is_settled(delivery: Delivery) -> bool:
    """Say whether the mail has gone out, or is not to go out by itself."""
    return delivery.state != "queued" and not (delivery.state == "held" and delivery.detail in WAITS)


def stopped(session: Session, facts: MailFacts, *, address: bytes, by_hand: bool, now: datetime) -> str | None:
    """Return why the mail is not to go out at all, at this moment; a person's mail goes to any address that lives."""
    row = _suppression(session, address)
    if row is not None and row.reason == DEAD:
        return DEAD_ADDRESS
    if by_hand:
        return None
    if session.scalar(select(Conversation.owner).where(Conversation.id == facts.conversation.id)) == "rep":
        return TAKEN_OVER
    opted_out_at = session.scalar(select(Contact.opted_out_at).where(Contact.id == facts.conversation.contact_id))
    if opted_out_at is not None and facts.message.at < opted_out_at:
        return SUPPRESSED  # they said so while it waited to go out
    if row is not None and not _is_wanted(session, facts, address=address, since=row.at):
        return SUPPRESSED
    past = select(Promise.id).where(
        Promise.message_id == facts.message.id, Promise.kept_at.is_(None), Promise.due_at <= now
    )
    return None if session.scalar(past.limit(1)) is None else OUT_OF_DATE


def sent_lately(session: Session, mail: Sent) -> list[Sent]:
    """Return the assistant's mails that count against `mail` (`caps.decide`)."""
    rows = session.execute(
        select(Mail.at, Message.conversation_id, Mail.peer_hmac, Mail.domain_hmac, Mail.subject)
        .join(Message, Message.id == Mail.message_id)
        .where(
            *_assistants(mail.at - DAY),
            or_(
                Mail.peer_hmac == mail.address,
                Message.conversation_id == mail.conversation,
                and_(Mail.domain_hmac == mail.domain, Mail.at > mail.at - HOUR),
            ),
        )
    )
    return [Sent(*row) for row in rows]


def sent_in_an_hour(session: Session, *, until: datetime) -> int:
    """Return how many mails the assistant has sent to anybody in the hour before `until`."""
    query = select(func.count()).select_from(Mail).join(Message, Message.id == Mail.message_id)
    return session.scalar(query.where(*_assistants(until - HOUR))) or 0


def _suppression(session: Session, address: bytes) -> Suppression | None:
    return session.scalar(select(Suppression).where(Suppression.kind == "email", Suppression.value_hmac == address))


def _is_wanted(session: Session, facts: MailFacts, *, address: bytes, since: datetime) -> bool:
    """Say whether who wanted no more mail has written again since; one confirmation of the opt-out may go too."""
    answers = facts.answers
    if answers is not None and answers.peer_hmac == address and answers.at > since and not facts.machine_like:
        return True
    confirmed = select(Mail.id).where(
        Mail.peer_hmac == address,
        Mail.direction == "outbound",
        Mail.at >= since,
        Mail.message_id != facts.message.id,
    )
    return OPT_OUT in facts.acts and session.scalar(confirmed.limit(1)) is None


def _trust(session: Session, message: Message, answers: Mail | None) -> Trust:
    """Return what shows that the address is theirs; the one apology of a conversation is bound to no typed address."""
    if answers is not None and answers.verified and answers.by_token:
        return "token"
    if APOLOGY in message.provenance.get("acts", ()):
        return "answered"
    if answers is not None and _answers_us(session, message, answers):
        return "answered"
    return "dmarc" if answers is not None and answers.verified else "typed"


def _answers_us(session: Session, message: Message, answers: Mail) -> bool:
    """Say whether a mail names one of ours that went to its sender: nobody else knows its Message-ID."""
    ours = (
        select(Mail.id)
        .join(Message, Message.id == Mail.message_id)
        .where(
            Message.conversation_id == message.conversation_id,
            Mail.direction == "outbound",
            Mail.peer_hmac == answers.peer_hmac,
            Mail.rfc_id.in_(answers.parents),
        )
    )
    return session.scalar(ours.limit(1)) is not None


def _assistants(since: datetime) -> tuple[ColumnElement[bool], ...]:
    return Mail.direction == "outbound", Mail.at > since, Message.author != "rep"


def _last_mail(session: Session, message: Message, *, direction: str) -> Mail | None:
    return session.scalar(
        select(Mail)
        .join(Message, Message.id == Mail.message_id)
        .where(
            Message.conversation_id == message.conversation_id,
            Message.seq < message.seq,
            Mail.direction == direction,
        )
        .order_by(Message.seq.desc())
        .limit(1)
    )


def _address(session: Session, vault: Vault, contact_id: UUID, *, mail: Mail) -> str | None:
    """Return the address their mail came from, whatever other address was typed since."""
    sealed = session.scalar(
        select(ContactPoint.value_enc).where(
            ContactPoint.contact_id == contact_id,
            ContactPoint.kind == "email",
            ContactPoint.value_hmac == mail.peer_hmac,
        )
    )
    return vault.open_or_none(sealed)


def _copies(session: Session, vault: Vault, mail: Mail | None, *, of: str | None, own: str | None) -> tuple[str, ...]:
    """Return who stays in copy of an answer to a verified mail and wants to hear from us."""
    raw = session.get(RawMessage, mail.raw_id) if mail is not None and mail.verified and mail.raw_id else None
    if raw is None or of is None or own is None:
        return ()
    try:
        read = parse(vault.open_bytes(raw.body_enc))
    except Unreadable:
        return ()
    others = colleagues((other.address for other in (*read.to, *read.cc)), of=of, own=own)
    return tuple(other for other in others if _suppression(session, vault.lookup("email", other)) is None)


def _opener(session: Session, message: Message) -> str | None:
    """Return the first words that were kept for the first reply."""
    earlier = select(Message.id).where(
        Message.conversation_id == message.conversation_id,
        Message.direction == "outbound",
        Message.kind.not_in(("opener", "note")),
        Message.seq < message.seq,
    )
    if message.kind != "reply" or session.scalar(earlier.limit(1)) is not None:
        return None
    return session.scalar(
        select(Message.text).where(Message.conversation_id == message.conversation_id, Message.kind == "opener")
    )


def _repeats(session: Session, mail: Mail) -> bool:
    """Say whether a mail's sender has written the same at length within a day, in any thread, as a responder does."""
    said = session.execute(
        select(Mail.id, Message.text)
        .join(Message, Message.id == Mail.message_id)
        .where(
            Mail.peer_hmac == mail.peer_hmac,
            Mail.direction == "inbound",
            Mail.at > mail.at - DAY,
            Mail.at <= mail.at,
        )
        .order_by(Mail.at.desc(), Mail.id.desc())
        .limit(MOST_TOLD)
    )
    words = {ident: "".join(text.split()) for ident, text in said}
    last = words.pop(mail.id, "")
    return len(last) >= TOLD_WORDS and last in words.values()
