"""The short form of a lead, as its rep reads it in a notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.security import Vault
from app.core.templating import Texts
from app.models import Assignment, Contact, Lead, Person, SlaClock
from app.notifiers.port import Notice
from app.routing import clock, schedules, store
from app.routing.hours import BusinessHours
from app.routing.sla import Policy, due_at, sooner
from app.routing.urgency import pace


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What a notice is made of; the name is still sealed. `band` is the running clock's; `due` is when it is too late:
    the lead goes on to somebody else, or a promise lapses.
    """

    key: str
    assignment_id: UUID | None
    lead_id: UUID
    person_id: UUID
    lang: str
    kind: str
    band: str
    company: str | None
    name_enc: bytes | None
    reasons: tuple[dict[str, Any], ...]
    due: datetime | None
    timezone: str


def read(session: Session, assignment_id: UUID, *, now: datetime) -> NoticeFacts | None:
    """Return the facts of a notice; None once it is no news: ended, contacted or closed."""
    row = session.execute(
        select(Assignment, Lead, Person, Contact)
        .join(Lead, Lead.id == Assignment.lead_id)
        .join(Person, Person.id == Assignment.person_id)
        .join(Contact, Contact.id == Lead.contact_id)
        .where(Assignment.id == assignment_id, Assignment.until.is_(None), Lead.status != "closed")
    ).one_or_none()
    if row is None:
        return None
    assignment, lead, person, contact = row
    if clock.is_contacted(session, lead.id):
        return None
    hours = schedules.team_hours(session, lead.team_id)
    running = clock.running(session, lead.id)
    policy = (
        store.policy(session, lead.team_id, band=pace(lead)) if running is None else Policy.from_json(running.policy)
    )
    band = pace(lead) if running is None else running.band
    return NoticeFacts(
        key=f"notice:{assignment.id}:{band}",
        assignment_id=assignment.id,
        lead_id=lead.id,
        person_id=person.id,
        lang=person.lang,
        kind=assignment.kind,
        band=band,
        company=contact.company_name,
        name_enc=contact.name_enc,
        reasons=tuple(lead.reasons),
        due=_due(policy, assignment, running, hours=hours, now=now),
        timezone=hours.timezone,
    )


def _due(
    policy: Policy, assignment: Assignment, running: SlaClock | None, *, hours: BusinessHours, now: datetime
) -> datetime | None:
    if assignment.kind == "escalated":
        return None
    if running is None:
        contact = due_at(policy.escalate_after, policy, hours=hours, since=now)
    else:
        contact = running.escalate_due_at
    if assignment.claimed_at is not None:
        return contact
    return sooner(contact, due_at(policy.reassign_after, policy, hours=hours, since=assignment.notified_at or now))


def news(session: Session, lead_id: UUID, *, person_id: UUID, kind: str, key: str, due: datetime | None) -> NoticeFacts:
    """Return the facts of news about a lead that is no assignment: `kind` is the word for it, `due` a time in it."""
    lead, contact = session.execute(
        select(Lead, Contact).join(Contact, Contact.id == Lead.contact_id).where(Lead.id == lead_id)
    ).one()
    return NoticeFacts(
        key=key,
        assignment_id=None,
        lead_id=lead.id,
        person_id=person_id,
        lang=session.get_one(Person, person_id).lang,
        kind=kind,
        band=pace(lead),
        company=contact.company_name,
        name_enc=contact.name_enc,
        reasons=tuple(lead.reasons),
        due=due,
        timezone=schedules.team_hours(session, lead.team_id).timezone,
    )


def write(facts: NoticeFacts, texts: Texts, *, vault: Vault, now: datetime) -> Notice:
    """Return the notice in the rep's language."""
    lang = facts.lang
    who = _who(facts, texts, name=vault.open_or_none(facts.name_enc))
    parts = [texts(lang, f"notice.band.{facts.band}"), _reason(facts, texts), _left(facts, texts, now=now)]
    return Notice(
        key=facts.key,
        assignment_id=facts.assignment_id,
        lead_id=facts.lead_id,
        person_id=facts.person_id,
        kind=facts.kind,
        band=facts.band,
        title=texts(lang, f"notice.title.{facts.kind}", who=who),
        text=texts(lang, "notice.joint").join(part for part in parts if part),
        path=f"/console/leads/{facts.lead_id}",
    )


def _who(facts: NoticeFacts, texts: Texts, *, name: str | None) -> str:
    if name and facts.company:
        return texts(facts.lang, "notice.who.both", company=facts.company, name=name)
    if name:
        return texts(facts.lang, "notice.who.name", name=name)
    return facts.company or texts(facts.lang, "notice.who.unknown")


def _reason(facts: NoticeFacts, texts: Texts) -> str | None:
    for reason in facts.reasons:
        if texts.has(facts.lang, f"reason.{reason['code']}"):  # a reason without words must not hold up a notice
            return texts(facts.lang, f"reason.{reason['code']}", value=reason.get("value", ""))
    return None


def _left(facts: NoticeFacts, texts: Texts, *, now: datetime) -> str | None:
    if facts.due is None:
        return None
    left = max(timedelta(0), facts.due - now)
    seconds = int(left.total_seconds())
    if left < timedelta(minutes=2):
        return texts(facts.lang, "notice.left.seconds", seconds=seconds)
    if left < timedelta(hours=2):
        return texts(facts.lang, "notice.left.minutes", minutes=seconds // 60)
    local = facts.due.astimezone(ZoneInfo(facts.timezone))
    return texts(facts.lang, "notice.left.until", month=local.month, day=local.day, time=f"{local:%H:%M}")
