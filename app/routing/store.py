"""What routing needs to know, read from the database as frozen facts."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from app.core.errors import NotFound
from app.models import Assignment, Company, Contact, Lead, Person, Rule, SlaClock, SlaPolicy
from app.routing import schedules
from app.routing.choose import ROUND_ROBIN, AssignmentRule
from app.routing.eligibility import LeadFacts, RepFacts
from app.routing.sla import DEFAULTS, Policy

FAILED = ("missed", "escalated")
CONTACTED = exists().where(SlaClock.lead_id == Lead.id, SlaClock.contacted_at.is_not(None)) & ~exists().where(
    SlaClock.lead_id == Lead.id, SlaClock.contacted_at.is_(None), SlaClock.closed_at.is_(None)
)  # a person has been in contact, and no clock runs (again)


def lock_lead(session: Session, lead_id: UUID) -> Lead:
    """Return the lead and make other transactions that route it wait; `NotFound` if there is none."""
    lead = session.scalar(
        select(Lead).where(Lead.id == lead_id).with_for_update(key_share=True).execution_options(populate_existing=True)
    )
    if lead is None:
        raise NotFound("lead_not_found")
    return lead


def lead_facts(session: Session, lead: Lead) -> LeadFacts:
    """Return what assignment may look at."""
    had_by = select(Assignment.person_id).where(Assignment.lead_id == lead.id, Assignment.ended_by.in_(FAILED))
    account_owner = (
        select(Company.owner_id).join(Contact, Contact.company_id == Company.id).where(Contact.id == lead.contact_id)
    )
    return LeadFacts(
        id=lead.id,
        team_id=lead.team_id,
        lang=lead.lang,
        band=lead.band,
        source=lead.source,
        region=lead.facts.get("region"),
        had_by=frozenset(session.scalars(had_by)),
        account_owner_id=session.scalar(account_owner),
    )


def reps(session: Session, team_id: UUID, *, now: datetime) -> tuple[RepFacts, ...]:
    """Return the team's reps as they are now, in a stable order."""
    people = session.scalars(
        select(Person)
        .where(Person.team_id == team_id, Person.role == "rep", Person.active)
        .order_by(Person.created_at, Person.id)
    ).all()
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
    rows = session.execute(
        select(Assignment.person_id, func.count())
        .join(Lead, Lead.id == Assignment.lead_id)
        .where(Assignment.until.is_(None), Lead.status != "closed", ~CONTACTED)
        .group_by(Assignment.person_id)
    )
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
    row = session.scalar(select(SlaPolicy).where(SlaPolicy.team_id == team_id, SlaPolicy.band == band))
    if row is None:
        return DEFAULTS[band]
    return Policy(row.reassign_after, row.escalate_after, row.max_reassigns, row.business_hours_only)


def rules(session: Session) -> tuple[AssignmentRule, ...]:
    """Return the active assignment rules in their order: `conditions` {name: [values]}, `action` {reps, order}."""
    rows = session.scalars(select(Rule).where(Rule.kind == "assignment", Rule.active).order_by(Rule.position))
    return tuple(
        AssignmentRule(
            row.name,
            {name: tuple(values) for name, values in row.when.items()},
            frozenset(UUID(rep) for rep in row.then.get("reps", ())),
            row.then.get("order", ROUND_ROBIN),
        )
        for row in rows
    )
