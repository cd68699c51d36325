"""A message of ours goes out as mail: allowed and noted in one write, then sent once, then marked."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.channels.email.caps import Sent, decide
from app.channels.email.outgoing import Unsendable, build, recipients
from app.channels.email.port import Deferred, NobodyKnows, OutgoingMail, Refused
from app.conversation.learn import hand_to_person
from app.core import log
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.flows import mail_facts
from app.flows.bounce import delivery_id, undelivered
from app.flows.deps import Deps
from app.flows.mail_facts import BRAKE, DEAD, MailFacts
from app.flows.mail_writing import write_mail
from app.jobs.effects import Performed, perform
from app.jobs.kinds import DeliverMail
from app.leads.events import record
from app.models import Delivery, Effect, Inbox, Mail

logger = log.get(__name__)
TRY_FOR = timedelta(hours=48)
BRAKED_S = 300
CUT, AGAIN = "cut", "sent_again"  # nobody knows how it ended; the one resend that allows is used up
LOOPS = {"address_cap", "conversation_cap", "domain_cap", "same_subject", "suppressed", BRAKE}


async def deliver_mail(deps: Deps, work: DeliverMail) -> None:
    """Send the message, or note why not; `Unavailable` makes the engine try again, for 48 hours.

    The Message-ID derives from the message: whatever happens, two copies of a mail have the same one.
    """
    now = deps.clock.now()
    facts = await deps.database.aread(lambda s: mail_facts.read(s, deps.vault, message_id=work.message_id, now=now))
    if facts is None:
        return
    try:
        base_url = facts.origin or deps.settings.base_url
        outgoing = write_mail(facts, deps.stationery, vault=deps.vault, base_url=base_url)
        mail, to = build(outgoing), recipients(outgoing)
    except Unsendable as error:
        reason = error.code
        await deps.database.awrite(lambda s: _hold(s, facts, reason=reason, now=now))
        return
    held = await deps.database.awrite(lambda s: _order(s, deps, facts, outgoing=outgoing, now=now))
    if held == BRAKE:
        logger.error("mail_brake", per_hour=deps.settings.mail.brake_per_hour)
        raise Unavailable("mail_brake", retry_after=BRAKED_S)
    if held is None:
        await _send(deps, facts, mail, sender=outgoing.envelope_from, to=to)


def _order(session: Session, deps: Deps, facts: MailFacts, *, outgoing: OutgoingMail, now: datetime) -> str | None:
    """Note the mail as about to be sent and return None; or return why it is not to be sent."""
    # caps are counted by one at a time, or two nodes would both find room for the last mail
    session.execute(select(Inbox.id).where(Inbox.id == facts.inbox.id).with_for_update())
    delivery = session.get(Delivery, delivery_id(facts.message.id), populate_existing=True)
    if delivery is not None and not mail_facts.is_braked(delivery):
        return None if delivery.state == "queued" else delivery.state
    address = deps.vault.lookup("email", outgoing.to)
    domain = deps.vault.lookup("domain", outgoing.to.rpartition("@")[2])
    sent = Sent(now, facts.conversation.id, address, domain, outgoing.subject)
    reason = _reason(session, deps, facts, sent=sent)
    if reason is not None:
        _hold(session, facts, reason=reason, now=now)
        return reason
    _row(session, facts).state = "queued"
    session.add(
        Mail(
            id=new_id(),
            message_id=facts.message.id,
            direction="outbound",
            rfc_id=outgoing.message_id,
            subject=outgoing.subject,
            parents=list(outgoing.references),
            peer_hmac=address,
            domain_hmac=domain,
            verified=facts.verified,
            at=now,
        )
    )
    return None


def _reason(session: Session, deps: Deps, facts: MailFacts, *, sent: Sent) -> str | None:
    stopped = mail_facts.suppressed(session, sent.address, acts=facts.message.provenance.get("acts", []))
    if not facts.automatic:
        return DEAD if stopped == DEAD else None
    return stopped or decide(
        mail_facts.sent_lately(session, sent),
        sent,
        verified=facts.verified,
        machine_like=facts.machine_like,
        an_hour=mail_facts.sent_in_an_hour(session, until=sent.at),
        brake=deps.settings.mail.brake_per_hour,
    )


def _hold(session: Session, facts: MailFacts, *, reason: str, now: datetime) -> None:
    """Note why the mail is not sent, once; what is no loop needs a person."""
    delivery = _row(session, facts)
    if (delivery.state, delivery.detail) == ("held", reason):
        return
    delivery.state, delivery.detail = "held", reason
    _record(session, facts, "mail_held", now=now, reason=reason)
    if reason not in LOOPS:
        hand_to_person(session, facts.lead.id, now=now)


async def _send(deps: Deps, facts: MailFacts, mail: EmailMessage, *, sender: str, to: tuple[str, ...]) -> None:
    """The effect begins only once the server is ready, so that a crash leaves as little as possible in doubt."""
    database = deps.database
    try:
        async with deps.mail.ready(sender=sender, recipients=to) as hand_over:
            performed = await perform(
                database,
                _effect_key(facts),
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
    effect = session.get_one(Effect, _effect_key(facts), populate_existing=True)
    busy_for = effect.updated_at + deps.mail.longest - now
    if delivery.detail != CUT and busy_for > timedelta(0):
        raise Unavailable("mail_being_sent", retry_after=math.ceil(busy_for.total_seconds()))
    if delivery.detail == AGAIN:
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
    """Return the delivery of the message; the same row for every attempt."""
    ident = delivery_id(facts.message.id)
    found = session.get(Delivery, ident, with_for_update=True, populate_existing=True)
    if found is None:
        found = Delivery(
            id=ident,
            lead_id=facts.lead.id,
            message_id=facts.message.id,
            person_id=facts.message.person_id,
            channel="email",
            kind="reply",
            state="queued",
            at=facts.at,
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


def _effect_key(facts: MailFacts) -> str:
    return f"mail:{facts.message.id}"
