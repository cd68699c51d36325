"""What routing needs to know, read from the database as frozen facts."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, exists, func, select
from sqlalchemy.orm import Session, SessionTransaction

from app.core.errors import NotFound
from app.models import Assignment, Company, Contact, Lead, Person, Rule, SlaClock, SlaPolicy
from app.routing import schedules
from app.routing.choose import ROUND_ROBIN, AssignmentRule
from app.routing.eligibility import LeadFacts, RepFacts
from app.routing.sla import DEFAULTS, Policy

FAILED = ("missed", "escalated")
HELD = "held_leads"
_OF_NOW = (SlaClock.lead_id == Lead.id, SlaClock.closed_at.is_(None))  # not of before the lead was closed
CONTACTED = exists().where(*_OF_NOW, SlaClock.contacted_at.is_not(None)) & ~exists().where(
    *_OF_NOW, SlaClock.contacted_at.is_(None)
)  # a person has been in contact, and no clock runs (again)


def lock_lead(session: Session, lead_id: UUID) -> Lead:
    """Return the lead and make other transactions that route it wait; `NotFound` if there is none."""
    if is_held(session, lead_id):
        return session.get_one(Lead, lead_id)
    lead = session.scalar(_LOCKED, {"lead_id": lead_id}, execution_options={"populate_existing": True})
    if lead is None:
        raise NotFound("lead_not_found")
    hold(session, lead)
    return lead


def hold(session: Session, lead: Lead) -> None:
    """Note that this transaction has locked the lead: until it ends nobody else changes it."""
    held: tuple[SessionTransaction | None, dict[UUID, Lead]] = session.info.get(HELD, (None, {}))
    if held[0] is not session.get_transaction():
        held = session.info[HELD] = session.get_transaction(), {}
    held[1][lead.id] = lead


def is_held(session: Session, lead_id: UUID) -> bool:
    """Say whether this transaction has locked the lead before, and still follows it."""
    transaction, leads = session.info.get(HELD, (None, {}))
    return transaction is session.get_transaction() and lead_id in leads


def lead_facts(session: Session, lead: Lead) -> LeadFacts:
    """Return what assignment may look at."""
    return LeadFacts(
        id=lead.id,
        team_id=lead.team_id,
        lang=lead.lang,
        band=lead.band,
        source=lead.source,
        region=lead.facts.get("region"),
        had_by=frozenset(session.scalars(_HAD_BY, {"lead_id": lead.id})),
        account_owner_id=session.scalar(_ACCOUNT_OWNER, {"contact_id": lead.contact_id}),
    )


def reps(session: Session, team_id: UUID, *, now: datetime) -> tuple[RepFacts, ...]:
    """Return the team's reps as they are now, in a stable order."""
    people = session.execute(_REPS, {"team_id": team_id}).all()
    working = schedules.on_shift(session, team_id, [person.id for person in people], now=now)
    loads = _loads(session)
    return tuple(
        RepFacts(
            id=person.id,
            langs=tuple(person.langs),
            on_shift=person.id in working,
            on_duty=person.on_duty,
            away_until=person.away_until,
            last_seen_at=person.last_seen_at,
            turn_at=person.turn_at,
            load=loads.get(person.id, 0),
            capacity=person.capacity,
        )
        for person in people
    )


def _loads(session: Session) -> dict[UUID, int]:
    rows = session.execute(_LOADS)
    return {person_id: count for person_id, count in rows}  # noqa: C416 - typed, unlike dict(rows)


def manager_for(session: Session, team_id: UUID, *, now: datetime) -> UUID | None:
    """Return who leads get to when the reps did not: the team's manager, else another one, else an admin.

    Whoever is at work goes first, but somebody off duty is better than nobody.
    """
    people = session.scalars(select(Person).where(Person.role.in_(("manager", "admin")), Person.active)).all()
    working = schedules.on_shift(session, team_id, [person.id for person in people], now=now)

    def rank(person: Person) -> tuple[Any, ...]:
        away = person.away_until is not None and now < person.away_until
        present = person.id in working and person.on_duty and not away
        return person.role, not present, person.created_at, person.id

    own = [person for person in people if person.team_id == team_id and person.role == "manager"]
    others = sorted(people, key=lambda person: (person.role == "admin", *rank(person)))
    return next((person.id for person in (*sorted(own, key=rank), *others)), None)


def policy(session: Session, team_id: UUID, *, band: str) -> Policy:
    """Return the team's promise for the band, or the default one."""
    row = session.scalar(_POLICY, {"team_id": team_id, "band": band})
    if row is None:
        return DEFAULTS[band]
    return Policy(row.reassign_after, row.escalate_after, row.max_reassigns, row.business_hours_only)


def rules(session: Session) -> tuple[AssignmentRule, ...]:
    """Return the active assignment rules in their order: `conditions` {name: [values]}, `action` {reps, order}."""
    rows = session.scalars(_RULES)
    return tuple(
        AssignmentRule(
            row.name,
            {name: tuple(values) for name, values in row.when.items()},
            frozenset(UUID(rep) for rep in row.then.get("reps", ())),
            row.then.get("order", ROUND_ROBIN),
        )
        for row in rows
    )


# Built once: routing runs with most first messages.
_LEAD_ID, _TEAM_ID = bindparam("lead_id", type_=Uuid), bindparam("team_id", type_=Uuid)
_LOCKED = select(Lead).where(Lead.id == _LEAD_ID).with_for_update(key_share=True)
_HAD_BY = select(Assignment.person_id).where(Assignment.lead_id == _LEAD_ID, Assignment.ended_by.in_(FAILED))
_ACCOUNT_OWNER = (
    select(Company.owner_id)
    .join(Contact, Contact.company_id == Company.id)
    .where(Contact.id == bindparam("contact_id", type_=Uuid))
)
_REPS = (
    select(
        Person.id,
        Person.langs,
        Person.on_duty,
        Person.away_until,
        Person.last_seen_at,
        Person.turn_at,
        Person.capacity,
    )
    .where(Person.team_id == _TEAM_ID, Person.role == "rep", Person.active)
    .order_by(Person.created_at, Person.id)
)
_LOADS = (
    select(Assignment.person_id, func.count())
    .join(Lead, Lead.id == Assignment.lead_id)
    .where(Assignment.until.is_(None), Lead.status != "closed", ~CONTACTED)
    .group_by(Assignment.person_id)
)
_POLICY = select(SlaPolicy).where(SlaPolicy.team_id == _TEAM_ID, SlaPolicy.band == bindparam("band"))
_RULES = select(Rule).where(Rule.kind == "assignment", Rule.active).order_by(Rule.position)
