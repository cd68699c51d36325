"""A small sales office in a database, with its jobs run by hand in virtual time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.channels.email.sink import SinkTransport
from app.conversation.letter import Stationery
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.resources import folder
from app.core.security import Vault
from app.core.settings import Settings
from app.core.templating import load_texts
from app.flows.assignment import assign_lead
from app.flows.deps import Deps
from app.flows.notify import notify_rep, tell_news
from app.flows.opening import open_queue
from app.flows.promises import promise_due
from app.flows.timers import escalate_due, reassign_due
from app.jobs.fake import run_due
from app.jobs.kinds import AssignLead, EscalateDue, NotifyRep, OpenQueue, PromiseDue, ReassignDue, TellNews
from app.models import Assignment, Contact, Event, Job, Lead, Person, Schedule, SlaClock, SlaPolicy, Team
from app.notifiers.fake import FakeNotifier
from app.routing.assign import assign

TEXTS = load_texts(folder("templates"))
SETTINGS = Settings()
STATIONERY = Stationery(folder("templates"), TEXTS)


@dataclass
class Office:
    """`rep()` and `lead()` make rows, `wait` moves the clock and runs every job at its time."""

    database: Database
    clock: FixedClock
    vault: Vault
    notifiers: tuple[FakeNotifier, ...] = field(default_factory=lambda: (FakeNotifier("console"),))
    team_id: UUID = field(default_factory=new_id)

    def __post_init__(self) -> None:
        self.add(Team(id=self.team_id, name="営業部", timezone="Asia/Tokyo", country="JP"))
        mail = SinkTransport(self.database, self.vault, self.clock)
        self.deps = Deps(self.database, self.clock, self.vault, TEXTS, SETTINGS, mail, STATIONERY, self.notifiers)
        self.handlers = {
            AssignLead: partial(assign_lead, self.deps),
            NotifyRep: partial(notify_rep, self.deps),
            TellNews: partial(tell_news, self.deps),
            ReassignDue: partial(reassign_due, self.deps),
            EscalateDue: partial(escalate_due, self.deps),
            OpenQueue: partial(open_queue, self.deps),
            PromiseDue: partial(promise_due, self.deps),
        }

    def add(self, *rows: Any) -> None:
        for row in rows:
            self.database.write(lambda session, row=row: session.add(row))

    def rep(self, name: str, *, role: str = "rep", **columns: Any) -> UUID:
        person_id = new_id()
        known = {"lang": "ja", "team_id": self.team_id, **columns}
        self.add(Person(id=person_id, role=role, name=name, created_at=self.clock.now(), **known))
        return person_id

    def manager(self, name: str = "森", **columns: Any) -> UUID:
        return self.rep(name, role="manager", **columns)

    def policy(self, band: str, reassign: timedelta | None, escalate: timedelta | None, **columns: Any) -> None:
        self.add(
            SlaPolicy(team_id=self.team_id, band=band, reassign_after=reassign, escalate_after=escalate, **columns)
        )

    def day_off(self, person_id: UUID) -> None:
        day = (self.clock.now() + timedelta(hours=9)).date()
        self.add(Schedule(person_id=person_id, day=day, closed=True))

    def lead(self, band: str = "hot", *, name: str | None = None, company: str | None = None, **columns: Any) -> UUID:
        lead_id, now = new_id(), self.clock.now()
        sealed = self.vault.seal(name) if name else None
        contact = Contact(id=new_id(), lang="ja", name_enc=sealed, company_name=company, created_at=now)
        known = {"source": "widget", "lang": "ja", "submitted_at": now, "received_at": now, "activity_at": now}
        lead = Lead(id=lead_id, contact_id=contact.id, team_id=self.team_id, band=band, **{**known, **columns})
        self.add(contact, lead)
        return lead_id

    def assign(self, lead_id: UUID) -> UUID | None:
        return self.database.write(lambda session: assign(session, lead_id, now=self.clock.now()))

    async def arrive(self, lead_id: UUID) -> None:
        """Assign the lead and send what is due at once."""
        self.assign(lead_id)
        await self.wait(timedelta(0))

    async def wait(self, span: timedelta) -> None:
        """Let `span` pass; each job runs at its time."""
        until = self.clock.now() + span
        await run_due(self.database, self.handlers, now=self.clock.now())
        while (due := self._next_due()) is not None and due <= until:
            self.clock.set(max(due, self.clock.now()))
            await run_due(self.database, self.handlers, now=self.clock.now())
        self.clock.set(until)

    def _next_due(self) -> datetime | None:
        ours = [work.kind for work in self.handlers]
        query = select(func.min(Job.run_at)).where(Job.state == "ready", Job.kind.in_(ours))
        return self.database.read(lambda session: session.scalar(query))

    def owner(self, lead_id: UUID) -> UUID | None:
        return self.database.read(lambda session: session.scalar(select(Lead.owner_id).where(Lead.id == lead_id)))

    def story(self, lead_id: UUID) -> list[tuple[str, UUID]]:
        """Return kind and person of every assignment, in order."""

        def read(session: Session) -> list[tuple[str, UUID]]:
            rows = session.execute(
                select(Assignment.kind, Assignment.person_id)
                .where(Assignment.lead_id == lead_id)
                .order_by(Assignment.since, Assignment.id)
            )
            return [(kind, person) for kind, person in rows]

        return self.database.read(read)

    def events(self, lead_id: UUID) -> list[str]:
        query = select(Event.kind).where(Event.lead_id == lead_id).order_by(Event.at, Event.id)
        return self.database.read(lambda session: list(session.scalars(query)))

    def sla(self, lead_id: UUID) -> SlaClock:
        return self.database.read(lambda session: session.scalars(select(SlaClock).filter_by(lead_id=lead_id)).one())

    def open_assignment(self, lead_id: UUID) -> Assignment:
        query = select(Assignment).where(Assignment.lead_id == lead_id, Assignment.until.is_(None))
        return self.database.read(lambda session: session.scalars(query).one())

    def person(self, person_id: UUID) -> Person:
        return self.database.read(lambda session: session.get_one(Person, person_id))

    def change(self, person_id: UUID, **columns: Any) -> None:
        self.database.write(
            lambda session: session.execute(update(Person).where(Person.id == person_id).values(**columns)).close()
        )
