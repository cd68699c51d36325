"""Write what a turn taught us: grid, contact data, score and, once there is a band, the rep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Uuid, bindparam, exists, select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation import promises
from app.conversation.business_words import PRESS
from app.conversation.hand_over import hand_to_person
from app.conversation.hearing import told_as_well
from app.conversation.lesson import COMPLAINED, Lesson, Missing
from app.conversation.situations import Situation
from app.conversation.slots import KNOWN, Slot, day
from app.conversation.store import GRID, Turn
from app.conversation.wishes import takes_call_back, wishes
from app.core.ids import new_id
from app.core.security import Vault
from app.knowledge import missing as missing_questions
from app.leads import behaviour, contacts
from app.leads.events import record
from app.leads.score import RANK, ScoreFacts, score
from app.models import Assignment, Contact, ContactPoint, Event, Lead, Mail, Qualification, Suppression
from app.routing import news
from app.routing.assign import assign
from app.routing.clock import band_changed, is_contacted
from app.routing.close import close_lead, closed_for, reopen_lead
from app.routing.store import hold
from app.routing.waiting import FOR_OPENING, FOR_REP
from app.understanding.facts import Callback

KIND_BY_SITUATION: Mapping[Situation, str] = {
    Situation.COMPLAINT: "customer",
    Situation.SUPPORT: "customer",
    Situation.THREAT: "customer",
    Situation.JOB: "job_applicant",
    Situation.PITCH: "sales_pitch",
    Situation.ABUSE: "abusive",
    Situation.CUSTOMER: "customer",
    Situation.COMPETITOR: "competitor",
    Situation.STUDENT: "student",
}
WRITTEN_OFF = frozenset({"job_applicant", "sales_pitch", "abusive", "press"})
FOR_SALES = frozenset(
    {"prospect", "customer", "competitor", "abusive", "press"}
)  # job seekers and sellers page nobody unasked
WAITED_FOR = frozenset({"warm", "hot"})


def learn_turn(session: Session, vault: Vault, *, turn: Turn, lesson: Lesson, now: datetime) -> None:
    """Store the lesson, score the lead and assign it; writing the same lesson again changes nothing."""
    known = _known(session, turn)
    lead = known.lead
    _store_cells(session, turn, lesson.changes, rows=known.rows, now=now)
    beside = frozenset() if lesson.heard.corrects else told_as_well(turn.text)
    contacts.store(session, vault, known.contact, data=lesson.heard.contact, now=now, as_well=beside)
    _store_callback(known.contact, lesson.heard.callback, wished="call" in lead.facts)
    doubted = _is_doubted(known, lesson)
    before = lead.kind
    lead.kind = lead.kind if doubted else _kind(lead, lesson, turn.text)
    lead.lang = turn.conversation.lang
    complained = lesson.situation is Situation.COMPLAINT and not lesson.of_a_customer and before != "customer"
    lead.facts = {**lead.facts, "acts": sorted(lesson.acts), **({COMPLAINED: True} if complained else {})}
    wished_now = wishes(lead.facts, lesson.heard, lesson.call, message_id=turn.inbound[-1].id)
    lead.facts = {name: fact for name, fact in (lead.facts | wished_now).items() if fact is not None}
    _give_up_call(session, lead, lesson.heard.callback, now=now)
    _note_missing(session, turn, lesson.missing, now=now)
    begins_again = not doubted and _open_or_close(session, turn, lesson, known=known, now=now)
    if doubted:
        news.spread(session, lead.id, about="reads_otherwise", ref=turn.inbound[-1].id, now=now)
    hotter = _rescore(session, lead, known.contact, rows=known.rows.values(), zone=turn.zone, now=now)
    about = lesson.for_a_person
    kept = about == "promise_open" and _is_on_its_way(session, lead)
    unasked = (begins_again or not known.routed or hotter) and _concerns_us(session, lead)
    if about is not None and not kept:
        hand_to_person(session, lead.id, about=about, ref=turn.inbound[0].id, now=now)
    elif (kept or unasked) and not known.has_rep:
        assign(session, lead.id, now=now)
    elif hotter and known.has_rep and is_contacted(session, lead.id):
        hand_to_person(session, lead.id, about="hotter", ref=turn.inbound[0].id, now=now)
    announce(session, STAFF, "lead", data={"id": str(lead.id), "changed": "scored"})


def _note_missing(session: Session, turn: Turn, missing: Sequence[Missing], *, now: datetime) -> None:
    """Keep what no document answers for those who write them: one row a message, whatever it asked."""
    if not missing:
        return
    missing_questions.note(
        session,
        message_id=turn.inbound[-1].id,
        lead_id=turn.lead.id,
        text=" ".join(one.text for one in missing),
        lang=missing[0].lang,
        verdict="unknown" if any(one.verdict == "unknown" for one in missing) else "maybe",
        now=now,
    )


def _is_on_its_way(session: Session, lead: Lead) -> bool:
    """Say whether the first contact is still to come, which keeps a promise too; a closed lead has none coming."""
    return lead.status != "closed" and not is_contacted(session, lead.id)


def _concerns_us(session: Session, lead: Lead) -> bool:
    """Say whether a person looks at the lead unasked: at job seekers and sellers only where they can be answered."""
    if lead.kind in FOR_SALES:
        return True
    return (
        session.scalar(select(ContactPoint.id).where(ContactPoint.contact_id == lead.contact_id).limit(1)) is not None
    )


def _open_or_close(session: Session, turn: Turn, lesson: Lesson, *, known: _Known, now: datetime) -> bool:
    """Close the lead for a no of any kind, or begin it again at any sign of interest after one; True for the latter.

    While a person speaks with the prospect, only they decide what a no means; an opt-out holds against everybody. A no
    may have been misread: where somebody has the lead, waits for us or may buy, a person hears of it.
    """
    lead, reason = known.lead, lesson.closes
    if reason is None or (reason != "opt_out" and turn.conversation.owner == "rep"):
        return lesson.interested and reopen_lead(session, lead.id, now=now)
    if reason == "opt_out":
        _opt_out(session, turn, known.contact, now=now)
    closed = close_lead(session, lead.id, reason=reason, now=now)
    waited = promises.release(session, lead.id, now=now)
    concerns = known.has_rep or waited or lead.band in WAITED_FOR
    if closed and concerns and lesson.for_a_person is None:  # who is called anyway hears it there
        news.spread(session, lead.id, about="said_no", ref=turn.inbound[-1].id, now=now)
    return False


def _is_doubted(known: _Known, lesson: Lesson) -> bool:
    """Say whether one sentence of a seller or applicant is held against all that is known: a person has to judge."""
    return lesson.closes in ("pitch", "job") and (known.has_rep or known.lead.band in WAITED_FOR)


def _kind(lead: Lead, lesson: Lesson, text: str) -> str:
    """Return what the lead is now; whoever buys is a prospect again, whatever their first words were.

    Who complains of us is taken for a customer, until they tell what they need.
    """
    if lesson.buys and lead.kind in WRITTEN_OFF:
        return "prospect"
    new = lead.kind == "prospect" and lesson.situation is Situation.COMPLAINT
    complains = new or (lead.kind == "customer" and COMPLAINED in lead.facts)
    if complains and lesson.needs and not lesson.of_a_customer:
        return "prospect"
    if lesson.situation is Situation.BUSINESS and PRESS.search(text):
        return "press"
    return KIND_BY_SITUATION.get(lesson.situation, lead.kind)


@dataclass(frozen=True, slots=True)
class _Known:
    """A lead as it is stored now. `routed`: it has a rep, or waits for one and is tried again by itself."""

    lead: Lead
    contact: Contact
    rows: dict[str, Qualification]
    has_rep: bool
    routed: bool


def _known(session: Session, turn: Turn) -> _Known:
    """Read and lock what the lesson changes."""
    lead, contact, assigned, waiting = session.execute(
        _KNOWN, {"lead_id": turn.lead.id}, execution_options={"populate_existing": True}
    ).one()
    hold(session, lead)
    cells = session.scalars(GRID, {"lead_id": turn.lead.id})
    return _Known(lead, contact, {row.slot: row for row in cells}, assigned, assigned or waiting)


_LEAD_ID = bindparam("lead_id", type_=Uuid)
_KNOWN = (
    select(
        Lead,
        Contact,
        exists().where(Assignment.lead_id == _LEAD_ID, Assignment.until.is_(None)),
        exists().where(Event.lead_id == _LEAD_ID, Event.kind.in_((FOR_OPENING, FOR_REP))),
    )
    .join(Contact, Contact.id == Lead.contact_id)
    .where(Lead.id == _LEAD_ID)
    .with_for_update(key_share=True, of=Lead)
)


def _store_cells(
    session: Session,
    turn: Turn,
    changes: Mapping[str, Slot],
    *,
    rows: dict[str, Qualification],
    now: datetime,
) -> None:
    for name, slot in changes.items():
        row = rows.get(name)
        if row is None:
            row = rows[name] = Qualification(id=new_id(), lead_id=turn.lead.id, slot=name)
            session.add(row)
        row.status, row.value, row.normal, row.quote = slot.status, slot.value, dict(slot.normal), slot.quote
        row.message_id, row.at = _source(turn, slot), now
    for name, slot in changes.items():
        record(
            session,
            "slot_changed",
            at=now,
            lead_id=turn.lead.id,
            conversation_id=turn.conversation.id,
            message_id=rows[name].message_id,
            slot=name,
            status=slot.status,
        )


def _source(turn: Turn, slot: Slot) -> UUID:
    """Return the message the quote stands in, the newest one where there is no quote."""
    quoted = [message for message in turn.inbound if slot.quote and slot.quote in message.text]
    return (quoted or turn.inbound)[-1].id


def _store_callback(contact: Contact, callback: Callback | None, *, wished: bool) -> None:
    if callback is None:
        return
    if callback.method == "none" or (wished and callback.method == "email"):
        contact.phone_ok = False
    elif callback.method == "phone":
        contact.phone_ok = True
    contact.call_from = callback.start or contact.call_from
    contact.call_until = callback.end or contact.call_until


def _give_up_call(session: Session, lead: Lead, callback: Callback | None, *, now: datetime) -> None:
    """End the promise of a call they take back, whatever the reply says to it and whoever gives it."""
    if callback is not None and takes_call_back(callback):
        promises.give_up_call(session, lead.id, by_mail=callback.method == "email", now=now)


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
    rows = session.scalars(select(Qualification).where(Qualification.lead_id == lead.id)).all()
    _rescore(session, lead, session.get_one(Contact, lead.contact_id), rows=rows, zone=zone, now=now)


def _rescore(
    session: Session,
    lead: Lead,
    contact: Contact,
    *,
    rows: Iterable[Qualification],
    zone: ZoneInfo,
    now: datetime,
) -> bool:
    """`rescore` by the cells as they are in the session; True if the lead has become more urgent."""
    views = behaviour.views_by_group(session, lead.visitor_id, now=now)
    scored = score(_facts(lead, contact, rows=rows, views=views, today=now.astimezone(zone).date()))
    reasons: list[Any] = [asdict(reason) for reason in scored.reasons]
    if (lead.band, lead.score, lead.reasons) == (scored.band, scored.score, reasons):
        return False
    before, lead.band, lead.score, lead.reasons = lead.band, scored.band, scored.score, reasons
    record(session, "lead_scored", at=now, lead_id=lead.id, band=scored.band, score=scored.score, before=before)
    if before == scored.band:
        return False
    band_changed(session, lead.id, band=scored.band, now=now)
    return RANK[scored.band] > RANK[before]


def _facts(
    lead: Lead,
    contact: Contact,
    *,
    rows: Iterable[Qualification],
    views: Mapping[str, int],
    today: date,
) -> ScoreFacts:
    cells = {row.slot: row for row in rows if row.status in KNOWN}
    timing = cells["timing"].normal if "timing" in cells else {}
    return ScoreFacts(
        today=today,
        kind=lead.kind,
        opted_out=closed_for(lead) == "opt_out",
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
