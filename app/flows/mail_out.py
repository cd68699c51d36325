"""A message of ours goes out as mail: allowed and noted in one write, then sent once, then marked."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.channels.email.caps import BRAKE, MACHINE, Hold, Sent, decide
from app.channels.email.outgoing import Unsendable, build, recipients
from app.channels.email.port import Deferred, NobodyKnows, OutgoingMail, Refused
from app.conversation import promises
from app.conversation.hand_over import hand_to_person
from app.core import log
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.flows import mail_facts
from app.flows.bounce import delivery_id, undelivered
from app.flows.deps import Deps
from app.flows.mail_facts import OUT_OF_DATE, SUPPRESSED, TAKEN_OVER, MailFacts
from app.flows.mail_writing import write_mail
from app.jobs.effects import Performed, perform
from app.jobs.kinds import DeliverMail
from app.leads.events import record
from app.models import Conversation, Delivery, Effect, Inbox, Mail, Message

logger = log.get(__name__)
TRY_FOR = timedelta(hours=48)
CUT, AGAIN = "cut", "sent_again"  # nobody knows how it ended; the one resend that allows is used up
BROKEN = "failure"


async def deliver_mail(deps: Deps, work: DeliverMail) -> None:
    """Send the message, or note why not; `Unavailable` makes the engine try again, for 48 hours.

    The Message-ID derives from the message: whatever happens, two copies of a mail have the same one. However it ends,
    the delivery says so, and a person hears of a mail that did not go out.
    """
    try:
        await _deliver(deps, work.message_id)
    except Unavailable:
        raise
    except Exception:
        logger.exception("mail_broken", message=str(work.message_id))
        await deps.database.awrite(lambda s: _broken(s, work.message_id, now=deps.clock.now()))


async def _deliver(deps: Deps, message_id: UUID) -> None:
    now = deps.clock.now()
    facts = await deps.database.aread(lambda s: mail_facts.read(s, deps.vault, message_id=message_id, now=now))
    if facts is None:
        return
    try:
        base_url = facts.origin or deps.settings.base_url
        outgoing = write_mail(facts, deps.stationery, vault=deps.vault, base_url=base_url)
        mail, to = build(outgoing), recipients(outgoing)
    except Unsendable as error:
        reason = Hold(error.code)
        await deps.database.awrite(lambda s: _hold(s, facts, hold=reason, now=now))
        return
    hold = await deps.database.awrite(lambda s: _order(s, deps, facts, outgoing=outgoing, now=now))
    if hold is None:
        await _send(deps, facts, mail, sender=outgoing.envelope_from, to=to)
    elif hold.until is not None:
        if hold.reason == BRAKE:
            logger.error("mail_brake", per_hour=deps.settings.mail.brake_per_hour)
        raise Unavailable("mail_put_off", retry_after=math.ceil((hold.until - now).total_seconds()))


def _order(session: Session, deps: Deps, facts: MailFacts, *, outgoing: OutgoingMail, now: datetime) -> Hold | None:
    """Note the mail as about to be sent and return None; or return why it is not to be sent (now)."""
    # one row for the whole house, as caps are counted by one node at a time; a new conversation needs its key only
    session.execute(select(Inbox.id).order_by(Inbox.id).limit(1).with_for_update(key_share=True))
    delivery = _row(session, facts)
    if mail_facts.is_settled(delivery):
        return Hold(delivery.state)
    if _begun(session, facts.message.id):
        return None
    address = deps.vault.lookup("email", outgoing.to)
    domain = deps.vault.lookup("domain", outgoing.to.rpartition("@")[2])
    sent = Sent(now, facts.conversation.id, address, domain, outgoing.subject)
    hold = _weigh(session, deps, facts, sent=sent, by_hand=delivery.person_id is not None)
    if hold is not None and hold.until is not None and now - facts.at >= TRY_FOR:
        undelivered(session, delivery, state="failed", reason="gave_up", event="mail_failed", now=now)
        return Hold("gave_up")
    if hold is not None:
        _hold(session, facts, hold=hold, now=now)
        return hold
    delivery.state = "queued"
    if not _is_counted(session, facts):
        session.add(_mail(facts, outgoing, sent=sent))
    return None


def _weigh(session: Session, deps: Deps, facts: MailFacts, *, sent: Sent, by_hand: bool) -> Hold | None:
    reason = mail_facts.stopped(session, facts, address=sent.address, by_hand=by_hand, now=sent.at)
    if reason is not None:
        return Hold(reason)
    if by_hand or _is_counted(session, facts):
        return None
    return decide(
        mail_facts.sent_lately(session, sent),
        sent,
        trust=facts.trust,
        machine_like=facts.machine_like,
        an_hour=mail_facts.sent_in_an_hour(session, until=sent.at),
        brake=deps.settings.mail.brake_per_hour,
    )


def _is_counted(session: Session, facts: MailFacts) -> bool:
    """Say whether an earlier attempt has been let through."""
    return session.scalar(select(Mail.id).where(Mail.message_id == facts.message.id)) is not None


def _begun(session: Session, message_id: UUID) -> bool:
    """Say whether the mail may have left the house: then its sending is brought to its end, whatever has come since."""
    effect = session.get(Effect, _effect_key(message_id), populate_existing=True)
    return effect is not None and effect.state != "planned"


def _mail(facts: MailFacts, outgoing: OutgoingMail, *, sent: Sent) -> Mail:
    return Mail(
        id=new_id(),
        message_id=facts.message.id,
        direction="outbound",
        rfc_id=outgoing.message_id,
        subject=outgoing.subject,
        parents=list(outgoing.references),
        peer_hmac=sent.address,
        domain_hmac=sent.domain,
        verified=facts.verified,
        at=sent.at,
    )


def _hold(session: Session, facts: MailFacts, *, hold: Hold, now: datetime) -> None:
    """Note why the mail is not sent, once. A person hears of what will not go out by itself, but for a machine's mails
    and what a rep has taken over; what it promised nobody was told, except where an apology follows.
    """
    delivery = _row(session, facts)
    if (delivery.state, delivery.detail) == ("held", hold.reason):
        return
    delivery.state, delivery.detail = "held", hold.reason
    session.execute(delete(Mail).where(Mail.message_id == facts.message.id))
    _record(session, facts, "mail_held", now=now, reason=hold.reason)
    if hold.until is not None:
        return
    if hold.reason != OUT_OF_DATE:
        promises.withdraw(session, facts.message.id, now=now)
    if hold.reason not in (MACHINE, TAKEN_OVER) and not (hold.reason == SUPPRESSED and facts.machine_like):
        hand_to_person(session, facts.lead.id, about="mail_held", ref=facts.message.id, now=now)


def _broken(session: Session, message_id: UUID, *, now: datetime) -> None:
    """End a delivery that our own code cannot make: trying again would fail again, and nobody would hear of it."""
    message = session.get_one(Message, message_id)
    lead_id = session.get_one(Conversation, message.conversation_id).lead_id
    delivery = _delivery(session, message, lead_id=lead_id, at=now)
    if mail_facts.is_settled(delivery):
        return
    if _begun(session, message_id):
        undelivered(session, delivery, state="unknown", reason=BROKEN, event="mail_unknown", now=now)
    else:
        undelivered(session, delivery, state="failed", reason=BROKEN, event="mail_failed", now=now)


async def _send(deps: Deps, facts: MailFacts, mail: EmailMessage, *, sender: str, to: tuple[str, ...]) -> None:
    """The effect begins only once the server is ready, so that a crash leaves as little as possible in doubt."""
    database = deps.database
    try:
        async with deps.mail.ready(sender=sender, recipients=to) as hand_over:
            performed = await perform(
                database,
                _effect_key(facts.message.id),
                send=lambda: hand_over(mail),
                now=deps.clock.now(),
                reconcile=lambda: _arrived(deps, facts, str(mail["Message-ID"])),
            )
    except Refused as error:
        reason = f"smtp_{error.code}"
        await database.awrite(lambda session: _fail(session, facts, reason=reason, now=deps.clock.now()))
    except Deferred as error:
        if deps.clock.now() - facts.at >= TRY_FOR:
            await database.awrite(lambda session: _fail(session, facts, reason="gave_up", now=deps.clock.now()))
            return
        reason = error.reason
        await database.awrite(lambda session: _put_off(session, facts, reason=reason))
        raise Unavailable("mail_put_off") from error
    except NobodyKnows as error:
        await database.awrite(lambda session: _put_off(session, facts, reason=CUT))
        raise Unavailable("mail_cut") from error
    else:
        await database.awrite(lambda session: _mark(session, facts, performed, now=deps.clock.now()))


async def _arrived(deps: Deps, facts: MailFacts, rfc_id: str) -> bool | None:
    """Say whether a mail arrived whose sending nobody saw the end of; False lets it go out (once) more."""
    arrived = await deps.mail.arrived(rfc_id)
    if arrived is not None:
        return arrived
    return await deps.database.awrite(lambda session: _once_more(session, deps, facts, now=deps.clock.now()))


def _once_more(session: Session, deps: Deps, facts: MailFacts, *, now: datetime) -> bool | None:
    """Allow one resend after an ambiguous end; `Unavailable` while somebody else may still be sending."""
    delivery = _row(session, facts)
    effect = session.get_one(Effect, _effect_key(facts.message.id), populate_existing=True)
    busy_for = effect.updated_at + deps.mail.longest - now
    if delivery.detail != CUT and busy_for > timedelta(0):
        raise Unavailable("mail_being_sent", retry_after=math.ceil(busy_for.total_seconds()))
    address = deps.vault.lookup("email", facts.to or "")
    by_hand = delivery.person_id is not None
    if delivery.detail == AGAIN or mail_facts.stopped(session, facts, address=address, by_hand=by_hand, now=now):
        return None
    delivery.detail, effect.updated_at = AGAIN, now
    return False


def _put_off(session: Session, facts: MailFacts, *, reason: str) -> None:
    delivery = _row(session, facts)
    if delivery.state == "queued" and delivery.detail != AGAIN:
        delivery.detail = reason


def _fail(session: Session, facts: MailFacts, *, reason: str, now: datetime) -> None:
    delivery = _row(session, facts)
    if delivery.state == "queued":
        undelivered(session, delivery, state="failed", reason=reason, event="mail_failed", now=now)


def _mark(session: Session, facts: MailFacts, performed: Performed, *, now: datetime) -> None:
    delivery = _row(session, facts)
    if delivery.state != "queued":
        return
    if performed.state == "unknown":
        undelivered(session, delivery, state="unknown", reason=CUT, event="mail_unknown", now=now)
        return
    delivery.state, delivery.detail = "sent", None
    _record(session, facts, "mail_sent", now=now)


def _row(session: Session, facts: MailFacts) -> Delivery:
    return _delivery(session, facts.message, lead_id=facts.lead.id, at=facts.at)


def _delivery(session: Session, message: Message, *, lead_id: UUID, at: datetime) -> Delivery:
    """Return the delivery of the message; the same row for every attempt."""
    ident = delivery_id(message.id)
    found = session.get(Delivery, ident, with_for_update=True, populate_existing=True)
    if found is None:
        found = Delivery(
            id=ident,
            lead_id=lead_id,
            message_id=message.id,
            person_id=message.person_id,
            channel="email",
            kind="reply",
            state="queued",
            at=at,
        )
        session.add(found)
        session.flush()
    return found


def _record(session: Session, facts: MailFacts, kind: str, *, now: datetime, **data: Any) -> None:
    record(
        session,
        kind,
        at=now,
        lead_id=facts.lead.id,
        conversation_id=facts.conversation.id,
        message_id=facts.message.id,
        **data,
    )
    announce(session, STAFF, "lead", data={"id": str(facts.lead.id), "changed": kind})


def _effect_key(message_id: UUID) -> str:
    return f"mail:{message_id}"
