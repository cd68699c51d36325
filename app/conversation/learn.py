"""Write what a turn taught us: grid, contact data, score and, once there is a band, the rep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation import promises
from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.slots import KNOWN, Slot, day
from app.conversation.store import Turn
from app.core.ids import new_id
from app.core.security import Vault
from app.knowledge import missing as missing_questions
from app.leads import behaviour, contacts
from app.leads.events import record
from app.leads.score import ScoreFacts, score
from app.models import Assignment, Contact, ContactPoint, Lead, Mail, Qualification, Suppression
from app.routing import news
from app.routing.assign import assign
from app.routing.clock import again, band_changed, is_contacted, person_needed
from app.routing.store import lock_lead
from app.understanding.facts import Callback, Lang, Understanding

KIND_BY_SITUATION: Mapping[Situation, str] = {
    Situation.COMPLAINT: "customer",
    Situation.SUPPORT: "customer",
    Situation.JOB: "job_applicant",
    Situation.PITCH: "sales_pitch",
    Situation.ABUSE: "abusive",
}
WRITTEN_OFF = frozenset({"job_applicant", "sales_pitch", "abusive"})
BUYS = frozenset({Situation.MEETING, Situation.QUOTE, Situation.DISCOUNT, Situation.DOCUMENT, Situation.QUESTION})
FOR_SALES = frozenset(
    {"prospect", "customer", "abusive"}
)  # a person looks at these; job seekers and pitches page nobody
ALONE = frozenset({"mail_received", "promise_open"})  # news that make the lead no more urgent than it is
WAITS_FOR_PERSON = frozenset(
    {"failure", "mail_bounced", "mail_doubt", "mail_failed", "mail_held", "mail_unreadable"}
    | {"person_wanted", "promise_open"}
)


@dataclass(frozen=True, slots=True)
class Missing:
    """A question of this turn that no document answers, without the contact's own data."""

    text: str
    lang: Lang
    verdict: Literal["maybe", "unknown"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one turn taught us, before it is written. `acts` are the buying acts of the whole conversation;
    `by_a_person`: the reply says that a person will do something.
    """

    heard: Understanding
    situation: Situation
    changes: Mapping[str, Slot]
    acts: frozenset[str]
    by_a_person: bool = False
    missing: Missing | None = None


def learn_turn(session: Session, vault: Vault, *, turn: Turn, lesson: Lesson, now: datetime) -> None:
    """Store the lesson, score the lead and assign it; writing the same lesson again changes nothing."""
    lead = lock_lead(session, turn.lead.id)
    contact = session.get_one(Contact, turn.contact.id)
    _store_cells(session, turn, lesson.changes, now=now)
    _store_contact(session, vault, contact=contact, heard=lesson.heard, now=now)
    if lesson.situation is Situation.OPT_OUT:
        _opt_out(session, turn, contact, now=now)
        promises.release(session, lead.id, now=now)
    lead.kind = _kind(lead.kind, lesson.situation)
    lead.lang = turn.conversation.lang
    lead.facts = {**lead.facts, "acts": sorted(lesson.acts)}
    if (missing := lesson.missing) is not None:
        missing_questions.note(
            session,
            message_id=turn.inbound[-1].id,
            lead_id=lead.id,
            text=missing.text,
            lang=missing.lang,
            verdict=missing.verdict,
            now=now,
        )
    rescore(session, lead, zone=turn.zone, now=now)
    reachable = session.scalar(select(ContactPoint.id).where(ContactPoint.contact_id == contact.id).limit(1))
    about = _news(session, lead, lesson)
    if lead.kind in FOR_SALES or reachable:
        if about is not None:
            hand_to_person(session, lead.id, about=about, ref=turn.inbound[0].id, now=now)
        elif not _has_rep(session, lead.id):
            assign(session, lead.id, now=now)
    announce(session, STAFF, "lead", data={"id": str(lead.id), "changed": "scored"})


def hand_to_person(session: Session, lead_id: UUID, *, about: str, ref: UUID | str, now: datetime) -> None:
    """Have a person look after a lead, and tell them why: once for each `about` and `ref`, whatever the clock says.

    The news goes to whoever has the lead, else to the manager; a person who is given it by this call hears of it by the
    first notice. Where the prospect now waits for a person, somebody has to make contact (again).
    """
    lock_lead(session, lead_id)
    if about not in ALONE:
        person_needed(session, lead_id, now=now)
    if about in WAITS_FOR_PERSON:
        again(session, lead_id, at=now)
    if _has_rep(session, lead_id) or assign(session, lead_id, now=now) is None:
        news.spread(session, lead_id, about=about, ref=ref, now=now)


def _news(session: Session, lead: Lead, lesson: Lesson) -> str | None:
    """Return what a person has to be told of this turn; while a clock runs, the first contact keeps a promise too."""
    if lesson.situation in PERSON_AT_ONCE:
        return "person_wanted"
    return "promise_open" if lesson.by_a_person and is_contacted(session, lead.id) else None


def _kind(before: str, situation: Situation) -> str:
    """Return what the lead is now; whoever buys is a prospect again, whatever their first words were."""
    if situation in BUYS and before in WRITTEN_OFF:
        return "prospect"
    return KIND_BY_SITUATION.get(situation, before)


def _store_cells(session: Session, turn: Turn, changes: Mapping[str, Slot], *, now: datetime) -> None:
    rows = {
        row.slot: row for row in session.scalars(select(Qualification).where(Qualification.lead_id == turn.lead.id))
    }
    for name, slot in changes.items():
        row = rows.get(name)
        if row is None:
            row = Qualification(id=new_id(), lead_id=turn.lead.id, slot=name)
            session.add(row)
        row.status, row.value, row.normal, row.quote = slot.status, slot.value, dict(slot.normal), slot.quote
        row.message_id, row.at = _source(turn, slot), now
        record(
            session,
            "slot_changed",
            at=now,
            lead_id=turn.lead.id,
            conversation_id=turn.conversation.id,
            message_id=row.message_id,
            slot=name,
            status=slot.status,
        )


def _source(turn: Turn, slot: Slot) -> UUID:
    """Return the message the quote stands in, the newest one where there is no quote."""
    quoted = [message for message in turn.inbound if slot.quote and slot.quote in message.text]
    return (quoted or turn.inbound)[-1].id


def _store_contact(session: Session, vault: Vault, *, contact: Contact, heard: Understanding, now: datetime) -> None:
    contacts.store(session, vault, contact, data=heard.contact, now=now)
    _store_callback(contact, heard.callback)


def _store_callback(contact: Contact, callback: Callback | None) -> None:
    if callback is None:
        return
    if callback.method == "none":
        contact.phone_ok = False
    elif callback.method == "phone":
        contact.phone_ok = True
    contact.call_from = callback.start or contact.call_from
    contact.call_until = callback.end or contact.call_until


def _opt_out(session: Session, turn: Turn, contact: Contact, *, now: datetime) -> None:
    """Stop everything to this contact, and to the addresses that are surely theirs: anybody may type any other."""
    contact.opted_out_at = contact.opted_out_at or now
    wrote_from = select(Mail.peer_hmac).where(Mail.message_id.in_(turn.message_ids), Mail.direction == "inbound")
    points = session.scalars(
        select(ContactPoint).where(
            ContactPoint.contact_id == contact.id,
            ContactPoint.verified_at.is_not(None)
            | ((ContactPoint.kind == "email") & ContactPoint.value_hmac.in_(wrote_from)),
        )
    )
    for point in points:
        known = session.scalar(
            select(Suppression.id).where(Suppression.kind == point.kind, Suppression.value_hmac == point.value_hmac)
        )
        if known is None:
            row = Suppression(id=new_id(), kind=point.kind, value_hmac=point.value_hmac, reason="opt_out", at=now)
            session.add(row)


def rescore(session: Session, lead: Lead, *, zone: ZoneInfo, now: datetime) -> None:
    """Bring band, score and reasons to what is known now; a running clock is never eased by it."""
    session.flush()
    scored = score(_facts(session, lead, zone=zone, now=now))
    reasons: list[Any] = [asdict(reason) for reason in scored.reasons]
    if (lead.band, lead.score, lead.reasons) == (scored.band, scored.score, reasons):
        return
    before, lead.band, lead.score, lead.reasons = lead.band, scored.band, scored.score, reasons
    record(session, "lead_scored", at=now, lead_id=lead.id, band=scored.band, score=scored.score, before=before)
    if before != scored.band:
        band_changed(session, lead.id, band=scored.band, now=now)


def _facts(session: Session, lead: Lead, *, zone: ZoneInfo, now: datetime) -> ScoreFacts:
    rows = session.scalars(select(Qualification).where(Qualification.lead_id == lead.id)).all()
    cells = {row.slot: row for row in rows if row.status in KNOWN}
    timing = cells["timing"].normal if "timing" in cells else {}
    views = behaviour.views_by_group(session, lead.visitor_id, now=now)
    contact = session.get_one(Contact, lead.contact_id)
    return ScoreFacts(
        today=now.astimezone(zone).date(),
        kind=lead.kind,
        has_email="email" in cells,
        has_phone="phone" in cells,
        challenge="challenge" in cells,
        timing_kind=timing.get("kind", "none"),
        timing_earliest=day(timing.get("earliest")),
        timing_latest=day(timing.get("latest")),
        acts=frozenset(lead.facts.get("acts", ())),
        authority=cells["authority"].value if "authority" in cells else None,
        team_size=contact.team_size,
        company=bool(contact.company_name),
        pricing_views=views.get("pricing", 0),
        case_views=views.get("case", 0),
    )


def _has_rep(session: Session, lead_id: UUID) -> bool:
    return session.scalar(select(Assignment.id).where(Assignment.lead_id == lead_id).limit(1)) is not None
