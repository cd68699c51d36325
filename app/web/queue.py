"""The queue: open leads by the time that is left to make contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from app.accounts.roles import may, may_see_team
from app.accounts.sessions import SignedIn
from app.core.errors import NotFound
from app.core.security import Vault
from app.models import Assignment, Contact, Conversation, Lead, Message, Person, SlaClock, Team
from app.routing.close import may_answer
from app.routing.store import CONTACTED
from app.web.clock_face import ClockFace, read

Show = Literal["mine", "team", "all"]
SHOWS: tuple[Show, ...] = ("mine", "team", "all")
MOST = 200
MOST_CONTACTED = 20
FIRST_WORDS = 120
BANDS = {"hot": 0, "warm": 1, "cold": 2}
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """One lead as the queue shows it."""

    lead_id: UUID
    face: ClockFace
    band: str
    score: int
    source: str
    lang: str
    zone: str
    received_at: datetime
    activity_at: datetime
    company: str | None
    name: str | None
    first_words: str
    owner_id: UUID | None
    owner_name: str | None
    assignment: Assignment | None
    closed: bool
    may_answer: bool

    @property
    def claimed(self) -> bool:
        return self.assignment is not None and self.assignment.claimed_at is not None

    @property
    def escalated(self) -> bool:
        return self.assignment is not None and self.assignment.kind == "escalated"

    def claimable_by(self, person: SignedIn) -> bool:
        """Say whether a claim by this person would be accepted (see `routing.claim`)."""
        if self.closed or self.claimed or self.face.state == "contacted":
            return False
        return self.owner_id in (None, person.person_id) or self.escalated or person.role != "rep"

    def workable_by(self, person: SignedIn) -> bool:
        """Say whether this person may speak and call for the lead now."""
        mine = self.owner_id in (None, person.person_id)
        if self.closed:  # to speak opens it again: a no may have been misread
            return self.may_answer and (mine or person.role != "rep")
        return mine or self.claimable_by(person)


@dataclass(frozen=True, slots=True)
class Queue:
    """The rows in order, and how many leads without contact each view holds."""

    show: Show
    open: tuple[Row, ...]
    contacted: tuple[Row, ...]
    counts: dict[Show, int]


def views(person: SignedIn) -> tuple[Show, ...]:
    """Return the views this person may choose; who has no team has no team view."""
    return tuple(
        show
        for show in SHOWS
        if (show != "team" or person.team_id is not None) and (show != "all" or may(person.role, "read_every_team"))
    )


def first_view(person: SignedIn, wish: str | None) -> Show:
    """Return the wished view if it is allowed, else what the role looks at first."""
    allowed = views(person)
    for show in allowed:
        if show == wish:
            return show
    return "mine" if person.role == "rep" else allowed[-1] if person.team_id is None else "team"


def load(session: Session, vault: Vault, *, person: SignedIn, show: Show, now: datetime) -> Queue:
    """Return the queue of a view: least time left first, then what nobody was told about, then what is contacted."""
    rows = [_row(session, found, vault, now=now) for found in session.execute(_open_leads(person, show))]
    waiting = [row for row in rows if row.face.state != "contacted"]
    contacted = [row for row in rows if row.face.state == "contacted"]
    return Queue(
        show,
        tuple(sorted(waiting, key=_urgency)),
        tuple(sorted(contacted, key=lambda row: row.activity_at, reverse=True)[:MOST_CONTACTED]),
        _counts(session, person),
    )


def load_row(session: Session, vault: Vault, *, person: SignedIn, lead_id: UUID, now: datetime) -> Row:
    """Return one lead the person may see; else `NotFound`."""
    visible_lead(session, lead_id, person=person)
    return _row(session, session.execute(_leads().where(Lead.id == lead_id)).one(), vault, now=now)


def visible_lead(session: Session, lead_id: UUID, *, person: SignedIn) -> Lead:
    """Return the lead; `NotFound` if there is none or this person may not see it, with no difference."""
    lead = session.get(Lead, lead_id)
    if lead is None or not may_see_team(person.role, person.team_id, lead.team_id):
        raise NotFound("lead_not_found")
    return lead


def belongs(row: Row, *, person: SignedIn, show: Show) -> bool:
    """Say whether a row this person may see stands in the view."""
    return not row.closed and (show != "mine" or row.owner_id == person.person_id)


def _urgency(row: Row) -> tuple[datetime, int, int, datetime]:
    return row.face.due_at or LAST, BANDS[row.band], -row.score, row.received_at


def _open_leads(person: SignedIn, show: Show) -> Select[Any]:
    return (
        _leads()
        .where(Lead.status != "closed", *_visible(person, show))
        .order_by(SlaClock.contacted_at.is_not(None), func.coalesce(SlaClock.escalate_due_at, LAST), Lead.received_at)
        .limit(MOST)
    )


def _visible(person: SignedIn, show: Show) -> Iterable[ColumnElement[bool]]:
    if not may(person.role, "read_every_team") or show == "team":
        yield Lead.team_id == person.team_id
    if show == "mine":
        yield Lead.owner_id == person.person_id


def _leads() -> Select[Any]:
    newest = aliased(SlaClock)
    newest_clock = (
        select(newest.id)
        .where(newest.lead_id == Lead.id, newest.closed_at.is_(None))
        .order_by(newest.created_at.desc(), newest.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    first_words = (
        select(func.substr(Message.text, 1, FIRST_WORDS))
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.lead_id == Lead.id, Message.direction == "inbound")
        .order_by(Message.at, Message.seq)
        .limit(1)
        .scalar_subquery()
        .label("first_words")
    )
    return (
        select(Lead, Contact, SlaClock, Assignment, Person.name.label("owner_name"), Team.timezone, first_words)
        .join(Contact, Contact.id == Lead.contact_id)
        .join(Team, Team.id == Lead.team_id)
        .outerjoin(SlaClock, SlaClock.id == newest_clock)
        .outerjoin(Assignment, and_(Assignment.lead_id == Lead.id, Assignment.until.is_(None)))
        .outerjoin(Person, Person.id == Lead.owner_id)
    )


def _row(session: Session, found: Any, vault: Vault, *, now: datetime) -> Row:
    lead: Lead = found.Lead
    return Row(
        lead_id=lead.id,
        face=read(found.SlaClock, found.Assignment, now=now),
        band=lead.band,
        score=lead.score,
        source=lead.source,
        lang=lead.lang,
        zone=found.timezone,
        received_at=lead.received_at,
        activity_at=lead.activity_at,
        company=found.Contact.company_name,
        name=vault.open_or_none(found.Contact.name_enc),
        first_words=" ".join((found.first_words or "").split()),
        owner_id=lead.owner_id,
        owner_name=found.owner_name,
        assignment=found.Assignment,
        closed=lead.status == "closed",
        may_answer=lead.status != "closed" or may_answer(session, lead),
    )


def _counts(session: Session, person: SignedIn) -> dict[Show, int]:
    waiting = (Lead.status != "closed", ~CONTACTED)
    return {
        show: session.scalar(select(func.count()).select_from(Lead).where(*waiting, *_visible(person, show))) or 0
        for show in views(person)
    }
