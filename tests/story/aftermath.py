"""What stands in the database after a talk, and what a rep does in it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.chat import Prospect
from app.conversation import ownership
from app.core.ids import new_id
from app.jobs.fake import run_due
from app.main import Parts
from app.models import Assignment, Contact, Conversation, Job, Lead, Person, Promise, SlaClock
from app.routing.clock import contacted

PRICE = "料金はいくらですか。森です。mori@sora.example"
NO = "今回は結構です。間に合っています。"


@dataclass(frozen=True)
class After:
    """What stands in the database after a talk."""

    rows: list[dict[str, Any]]
    lead: Lead
    news: list[str]
    jobs: list[str]
    clocks: list[SlaClock]
    assignments: list[Assignment]
    promises: list[Promise]
    conversations: list[Conversation]
    contact: Contact

    @property
    def has_rep(self) -> bool:
        return self.lead.owner_id is not None and any(one.until is None for one in self.assignments)

    @property
    def refused(self) -> list[list[str]]:
        return [one.plan.get("refused", []) for one in self.conversations]


def talk(office: Parts, *rows: str | dict[str, Any], lang: str = "ja") -> After:
    async def run() -> list[dict[str, Any]]:
        prospect = Prospect(office, lang=lang)
        return [(await prospect.write({"text": row} if isinstance(row, str) else row)).row for row in rows]

    said = asyncio.run(run())
    return office.database.read(lambda session: look(session, said))


def look(session: Session, said: list[dict[str, Any]]) -> After:
    lead = session.scalars(select(Lead).order_by(Lead.received_at.desc(), Lead.id.desc()).limit(1)).one()

    def of(kind: Any, order: Any) -> list[Any]:
        return list(session.scalars(select(kind).where(kind.lead_id == lead.id).order_by(order)))

    jobs = session.scalars(select(Job).where(Job.state == "ready")).all()
    return After(
        said,
        lead,
        [job.payload["about"] for job in jobs if job.kind == "tell_news"],
        [job.kind for job in jobs],
        of(SlaClock, SlaClock.created_at),
        of(Assignment, Assignment.since),
        of(Promise, Promise.at),
        of(Conversation, Conversation.created_at),
        session.get_one(Contact, lead.contact_id),
    )


def call(session: Session, contact_id: UUID, *, now: datetime) -> None:
    """Let whoever has the lead call, if somebody does."""
    lead = session.scalars(select(Lead).where(Lead.contact_id == contact_id)).one()
    if lead.owner_id is not None and lead.status != "closed":
        contacted(session, lead.id, person_id=lead.owner_id, at=now, how="call")


def answer(session: Session, office: Parts, contact_id: UUID) -> None:
    """Let whoever has the lead write in its newest conversation, if somebody has it and may."""
    lead = session.scalars(select(Lead).where(Lead.contact_id == contact_id)).one()
    newest = select(Conversation.id).where(Conversation.lead_id == lead.id).order_by(Conversation.created_at.desc())
    if lead.owner_id is not None and lead.status != "closed":
        say(session, office, session.scalars(newest.limit(1)).one(), lead.owner_id)


def speak(office: Parts, contact_id: Any) -> None:
    """Let the lead's rep take the conversation and say something."""

    def store(session: Session) -> None:
        lead = session.scalars(select(Lead).where(Lead.contact_id == contact_id)).one()
        assert lead.owner_id is not None
        say(session, office, only_one(session, contact_id), lead.owner_id)

    office.database.write(store)


def by_manager(session: Session, office: Parts, contact_id: Any) -> None:
    manager = session.scalars(select(Person).where(Person.role == "manager").limit(1)).one()
    say(session, office, only_one(session, contact_id), manager.id)


def only_one(session: Session, contact_id: UUID) -> UUID:
    """Return the conversation of somebody who has but one."""
    return session.scalars(select(Conversation.id).where(Conversation.contact_id == contact_id)).one()


def say(session: Session, office: Parts, conversation_id: UUID, person_id: UUID) -> None:
    ownership.say(
        session,
        conversation_id,
        person_id=person_id,
        text="Hello, Hanako here.",
        client_id=str(new_id()),
        texts=office.texts,
        now=office.clock.now(),
    )


async def work_off(office: Parts) -> None:
    """Do every job that is due."""
    await run_due(office.database, dict(office.engine._handlers.values()), now=office.clock.now())


def end_conversations(session: Session) -> None:
    """Leave nobody in the chat, so that the mail is the assistant's."""
    for conversation in session.scalars(select(Conversation).where(Conversation.owner == "rep")):
        conversation.owner, conversation.owner_id = "assistant", None
