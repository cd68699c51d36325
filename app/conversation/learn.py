"""Write what a turn taught us: grid, contact data, score and, once there is a band, the rep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Uuid, bindparam, exists, select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation import promises
from app.conversation.call_wish import CallWish
from app.conversation.situations import PERSON_AT_ONCE, Situation
from app.conversation.slots import KNOWN, Slot, day
from app.conversation.store import GRID, Turn
from app.conversation.wishes import wishes
from app.core.ids import new_id
from app.core.security import Vault
from app.knowledge import missing as missing_questions
from app.leads import behaviour, contacts
from app.leads.events import record
from app.leads.score import RANK, ScoreFacts, score
from app.models import Assignment, Contact, ContactPoint, Event, Lead, Mail, Qualification, Suppression
from app.routing import news
from app.routing.assign import assign
from app.routing.clock import again, band_changed, is_contacted, person_needed
from app.routing.close import Closing, close_lead, closed_for, reopen_lead
from app.routing.store import hold, lock_lead
from app.routing.waiting import FOR_OPENING, FOR_REP
from app.understanding.facts import Callback, Lang, Understanding

KIND_BY_SITUATION: Mapping[Situation, str] = {
    Situation.COMPLAINT: "customer",
    Situation.SUPPORT: "customer",
    Situation.JOB: "job_applicant",
    Situation.PITCH: "sales_pitch",
    Situation.ABUSE: "abusive",
    Situation.CUSTOMER: "customer",
    Situation.COMPETITOR: "competitor",
    Situation.STUDENT: "student",
}
CLOSES: Mapping[Situation, Closing] = {
    Situation.OPT_OUT: "opt_out",
    Situation.REFUSAL: "refusal",
    Situation.PITCH: "pitch",
    Situation.JOB: "job",
}
WRITTEN_OFF = frozenset({"job_applicant", "sales_pitch", "abusive"})
BUYS = frozenset({Situation.MEETING, Situation.CALL, Situation.QUOTE, Situation.DISCOUNT, Situation.DOCUMENT})
FOR_SALES = frozenset(
    {"prospect", "customer", "competitor", "abusive"}
)  # a person looks at these; job seekers and pitches page nobody
ALONE = frozenset({"mail_received", "promise_open", "wish"})  # news that make the lead no more urgent than it is
TOLD = frozenset({"person_wanted", "wish", "failure"})  # the prospect hears that a person knows of them
PERSON_TOLD = "person_told"
WAITS_FOR_PERSON = frozenset(
    {"failure", "mail_bounced", "mail_doubt", "mail_failed", "mail_held", "mail_unreadable"}
    | {"person_wanted", "promise_open", "wish"}
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
    `by_a_person`: the reply says that a person will do something. `beside` are the situations that hold besides the
    pressing one, `handoff` why a person is told at once, `call` the wish to be called, held against the hours.
    """

    heard: Understanding
    situation: Situation
    changes: Mapping[str, Slot]
    acts: frozenset[str]
    by_a_person: bool = False
    missing: tuple[Missing, ...] = ()
    beside: frozenset[Situation] = frozenset()
    handoff: str | None = None
    call: CallWish | None = None


def learn_turn(session: Session, vault: Vault, *, turn: Turn, lesson: Lesson, now: datetime) -> None:
    """Store the lesson, score the lead and assign it; writing the same lesson again changes nothing."""
    known = _known(session, turn)
    lead = known.lead
    _store_cells(session, turn, lesson.changes, rows=known.rows, now=now)
    contacts.store(session, vault, known.contact, data=lesson.heard.contact, now=now)
    _store_callback(known.contact, lesson.heard.callback)
    lead.kind = _kind(lead.kind, lesson.situation)
    lead.lang = turn.conversation.lang
    lead.facts = {**lead.facts, "acts": sorted(lesson.acts)}
    lead.facts = lead.facts | wishes(lead.facts, lesson.heard, lesson.call, message_id=turn.inbound[-1].id)
    _note_missing(session, turn, lesson.missing, now=now)
    begins_again = _open_or_close(session, turn, lesson, lead=lead, contact=known.contact, now=now)
    hotter = _rescore(session, lead, known.contact, rows=known.rows.values(), zone=turn.zone, now=now)
    about = _news(session, lead, lesson)
    if about is not None and _concerns_us(session, lead):
        hand_to_person(session, lead.id, about=about, ref=turn.inbound[0].id, now=now)
    elif (begins_again or not known.routed or (hotter and not known.has_rep)) and _concerns_us(session, lead):
        assign(session, lead.id, now=now)
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


def hand_to_person(session: Session, lead_id: UUID, *, about: str, ref: UUID | str, now: datetime) -> None:
    """Have a person look after a lead, and tell them why: once for each `about` and `ref`, whatever the clock says.

    The news goes to whoever has the lead, else to the manager; a person who is given it by this call hears of it by the
    first notice. Where the prospect now waits for a person, somebody has to make contact (again).
    """
    lead = lock_lead(session, lead_id)
    if about in TOLD and not lead.facts.get(PERSON_TOLD):
        lead.facts = {**lead.facts, PERSON_TOLD: True}
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
    if lesson.handoff is not None:
        return "wish"
    return "promise_open" if lesson.by_a_person and is_contacted(session, lead.id) else None


def _concerns_us(session: Session, lead: Lead) -> bool:
    """Say whether a person looks at the lead: job seekers and sellers only where they can be answered."""
    if lead.kind in FOR_SALES:
        return True
    return (
        session.scalar(select(ContactPoint.id).where(ContactPoint.contact_id == lead.contact_id).limit(1)) is not None
    )


def _open_or_close(
    session: Session, turn: Turn, lesson: Lesson, *, lead: Lead, contact: Contact, now: datetime
) -> bool:
    """Close the lead for a no of any kind, or begin it again for whoever buys after one; True for the latter.

    While a person speaks with the prospect, only they decide what a no means; an opt-out holds against everybody.
    """
    said = (lesson.situation, *(one for one in lesson.beside if one is Situation.OPT_OUT))
    reason = next((CLOSES[one] for one in reversed(said) if one in CLOSES), None)
    if reason is None or (reason != "opt_out" and turn.conversation.owner == "rep"):
        return lesson.situation in BUYS and reopen_lead(session, lead.id, now=now)
    if reason == "opt_out":
        _opt_out(session, turn, contact, now=now)
    close_lead(session, lead.id, reason=reason, now=now)
    promises.release(session, lead.id, now=now)
    return False


def _kind(before: str, situation: Situation) -> str:
    """Return what the lead is now; whoever buys is a prospect again, whatever their first words were."""
    if situation in BUYS and before in WRITTEN_OFF:
        return "prospect"
    return KIND_BY_SITUATION.get(situation, before)


@dataclass(frozen=True, slots=True)
class _Known:
    """A lead as it is stored now. `routed`: it has, or had, a rep, or waits for one and is tried again by itself."""

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
        exists().where(Assignment.lead_id == _LEAD_ID),
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


def _has_rep(session: Session, lead_id: UUID) -> bool:
    return session.scalar(_ASSIGNED, {"lead_id": lead_id}) is not None


_ASSIGNED = select(Assignment.id).where(Assignment.lead_id == _LEAD_ID).limit(1)
