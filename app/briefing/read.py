"""Read everything a briefing needs, in one short session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.briefing.card import Briefing
from app.briefing.facts import Called, Cell, Cited, Due, Facts, Heard, Source, Told, Viewed
from app.briefing.write import write
from app.conversation.slots import day
from app.core.errors import NotFound
from app.core.security import Vault
from app.core.templating import Texts
from app.leads import consent, contacts
from app.leads.score import Reason
from app.leads.verification import email_verified
from app.models import (
    Assignment,
    Call,
    Citation,
    Company,
    Consent,
    Contact,
    Conversation,
    Document,
    Event,
    Lead,
    Message,
    Person,
    Promise,
    Qualification,
    Signal,
    Site,
    SlaClock,
    Team,
)

LOOKED_AT = 60  # newest page events that are looked through for the five that matter
PAGES = 5
BY_BEHAVIOUR = frozenset({"pricing_twice", "pricing_once", "case_read"})


def briefing_for(session: Session, vault: Vault, texts: Texts, *, lead_id: UUID, lang: str, now: datetime) -> Briefing:
    """Return the lead's briefing as of now; `NotFound` if there is no such lead."""
    return write(read(session, vault, lead_id=lead_id, now=now), texts, lang)


def read(session: Session, vault: Vault, *, lead_id: UUID, now: datetime) -> Facts:
    """Return the facts of one lead; behaviour only while the visitor agrees to it."""
    lead = session.get(Lead, lead_id)
    if lead is None:
        raise NotFound("lead_not_found")
    contact = session.get_one(Contact, lead.contact_id)
    messages = _messages(session, lead_id)
    answered = _answered(messages)
    agreed, agreed_source = _agreed(session, lead)
    events = _events(session, lead_id)
    assignment = session.scalar(select(Assignment).where(Assignment.lead_id == lead_id, Assignment.until.is_(None)))
    owner = session.get(Person, lead.owner_id) if lead.owner_id else None
    site = session.get(Site, lead.site_id) if lead.site_id else None
    return Facts(
        lead_id=lead_id,
        now=now,
        zone=session.get_one(Team, lead.team_id).timezone,
        lang=lead.lang if not messages else messages[-1].lang or lead.lang,
        source=lead.source,
        channel=messages[-1].channel if messages else lead.source,
        band=lead.band,
        kind=_kind(session, lead, contact),
        card=contacts.card(session, vault, contact_id=contact.id),
        reasons=tuple(Reason(**one) for one in lead.reasons if agreed or one["code"] not in BY_BEHAVIOUR),
        due=_due(session, lead_id, assignment, now=now),
        owner=owner.name if owner else None,
        owner_en=owner.name_en if owner else None,
        claimed=assignment is not None and assignment.claimed_at is not None,
        agreed=agreed,
        agreed_source=agreed_source,
        email_verified=email_verified(session, contact.id),
        opted_out=contact.opted_out_at is not None,
        call_day=day(lead.facts.get("call", {}).get("day")),
        quote_wish=lead.facts.get("quote", {}),
        us=_us(site),
        cells=_cells(session, lead_id, messages),
        heard=tuple(_heard(one) for one in messages if one.direction == "inbound"),
        viewed=_viewed(session, lead.visitor_id) if agreed else (),
        cited=_cited(session, lead_id, now=now),
        told=_told(session, lead_id, answered),
        calls=_calls(session, lead_id, call_event=events.get("call_logged")),
        acts={act: one.id for one in messages for act in one.provenance.get("acts", ())},
        answered=answered,
        events=events,
    )


def _messages(session: Session, lead_id: UUID) -> Sequence[Message]:
    return session.scalars(
        select(Message)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.lead_id == lead_id, Message.kind != "note", Message.state == "final")
        .order_by(Message.at, Message.seq)
    ).all()


def _heard(message: Message) -> Heard:
    return Heard(message.id, message.text, message.at, own=message.origin == "human")


def _answered(messages: Sequence[Message]) -> dict[UUID, Heard]:
    """Return for each reply the message it answered."""
    inbound = {(one.conversation_id, one.seq): one for one in messages if one.direction == "inbound"}
    pairs = ((one.id, inbound.get((one.conversation_id, one.answers_seq or 0))) for one in messages)
    return {reply: _heard(message) for reply, message in pairs if message}


def _events(session: Session, lead_id: UUID) -> dict[str, UUID]:
    """Return the newest event of each kind."""
    rows = session.execute(select(Event.kind, Event.id).where(Event.lead_id == lead_id).order_by(Event.at, Event.id))
    return {row.kind: row.id for row in rows}


def _kind(session: Session, lead: Lead, contact: Contact) -> str:
    """What the company list says comes before what was read from the words."""
    listed = session.scalar(select(Company.kind).where(Company.id == contact.company_id))
    return listed if listed and listed != "prospect" else lead.kind


def _agreed(session: Session, lead: Lead) -> tuple[bool | None, Source | None]:
    if lead.visitor_id is None:
        return None, None
    row = session.scalar(
        select(Consent.id)
        .where(Consent.visitor_id == lead.visitor_id, Consent.kind == consent.BEHAVIOUR)
        .order_by(Consent.at.desc(), Consent.id.desc())
        .limit(1)
    )
    return consent.allowed(session, lead.visitor_id), Source("consent", row) if row else None


def _due(session: Session, lead_id: UUID, assignment: Assignment | None, *, now: datetime) -> Due:
    clock = session.scalar(
        select(SlaClock)
        .where(SlaClock.lead_id == lead_id, SlaClock.closed_at.is_(None))
        .order_by(SlaClock.created_at.desc(), SlaClock.id.desc())
    )
    if clock is None:
        return Due()
    if clock.contacted_at is not None:
        by = session.scalar(
            select(Person.name)
            .join(Event, Event.person_id == Person.id)
            .where(Event.lead_id == lead_id, Event.kind == "first_contact")
            .order_by(Event.at.desc(), Event.id.desc())
            .limit(1)
        )
        return Due("contacted", clock.contacted_at, by)
    claimed = assignment is not None and assignment.claimed_at is not None
    if not claimed and clock.reassign_due_at is not None and now < clock.reassign_due_at:
        return Due("claim", clock.reassign_due_at)
    return Due("contact", clock.escalate_due_at) if clock.escalate_due_at else Due()


def _us(site: Site | None) -> dict[str, str]:
    return {} if site is None else {lang: site.company.get(lang) or site.name for lang in ("ja", "en")}


def _cells(session: Session, lead_id: UUID, messages: Sequence[Message]) -> dict[str, Cell]:
    words = {one.id: one.text for one in messages}
    rows = session.scalars(select(Qualification).where(Qualification.lead_id == lead_id))
    return {
        row.slot: Cell(
            row.status,
            row.value,
            row.normal,
            row.quote if row.quote and row.message_id and row.quote in words.get(row.message_id, "") else None,
            row.message_id,
        )
        for row in rows
    }


def _viewed(session: Session, visitor_id: UUID | None) -> tuple[Viewed, ...]:
    """Return the newest pages that matter: of a named group, read to the end, or come back to."""
    newest = session.scalars(
        select(Signal)
        .where(Signal.visitor_id == visitor_id)
        .order_by(Signal.at.desc(), Signal.id.desc())
        .limit(LOOKED_AT)
    ).all()
    paths: dict[str, list[Signal]] = {}
    for one in newest:
        paths.setdefault(one.path, []).append(one)
    return tuple(_page(group) for group in paths.values() if _matters(group))[:PAGES]


def _matters(group: Sequence[Signal]) -> bool:
    return len(group) > 1 or any(one.page_group or one.kind == "read_to_end" for one in group)


def _page(group: Sequence[Signal]) -> Viewed:
    last = group[0]
    return Viewed(
        id=last.id,
        title=next((one.title for one in group if one.title), last.path),
        views=max(1, sum(one.kind == "page_view" for one in group)),
        to_end=any(one.kind == "read_to_end" for one in group),
        at=last.at,
    )


def _cited(session: Session, lead_id: UUID, *, now: datetime) -> tuple[Cited, ...]:
    rows = session.execute(
        select(Citation, Document)
        .join(Message, Message.id == Citation.message_id)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .outerjoin(Document, Document.id == Citation.document_id)
        .where(Conversation.lead_id == lead_id)
        .order_by(Message.at, Citation.n)
    )
    found: dict[str, Cited] = {}
    for citation, document in rows:
        case = document.front_matter if document and _is_case(document, now=now) else {}
        found.setdefault(
            citation.file, Cited(citation.message_id, citation.title, case.get("customer"), case.get("figure"))
        )
    return tuple(found.values())


def _is_case(document: Document, *, now: datetime) -> bool:
    """Say whether the document is a case study that may still be quoted."""
    begun = document.valid_from is None or document.valid_from <= now.date()
    valid = document.valid_until is None or document.valid_until >= now.date()
    return document.kind == "case" and document.status == "approved" and begun and valid


def _told(session: Session, lead_id: UUID, answered: Mapping[UUID, Heard]) -> tuple[Told, ...]:
    """Return the promises that are still to be kept, oldest first."""
    open_ones = session.scalars(
        select(Promise).where(Promise.lead_id == lead_id, Promise.kept_at.is_(None)).order_by(Promise.at, Promise.id)
    )
    found: list[Told] = []
    for one in open_ones:
        heard = answered.get(one.message_id) if one.message_id else None
        source = Source("message", one.message_id) if one.message_id else Source("lead", lead_id)
        found.append(
            Told(one.told, source, heard.text if heard else None, one.due_at, lapsed=one.lapsed_at is not None)
        )
    return tuple(found)


def _calls(session: Session, lead_id: UUID, *, call_event: UUID | None) -> tuple[Called, ...]:
    """Return the calls, newest first."""
    source = Source("event", call_event) if call_event else Source("lead", lead_id)
    rows = session.execute(
        select(Call, Person.name)
        .join(Person, Person.id == Call.person_id)
        .where(Call.lead_id == lead_id)
        .order_by(Call.at.desc(), Call.id.desc())
    )
    return tuple(Called(call.result, name, call.at, source) for call, name in rows)
