"""A visitor takes the consent to being observed back: what was seen goes, and what was concluded from it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.port import STAFF, announce
from app.conversation.learn import rescore
from app.core.db import Database
from app.leads import consent
from app.models import Conversation, CredentialSession, Lead, Team


@dataclass(frozen=True, slots=True)
class Refusal:
    """Who says no, on which site and page, in answer to which text."""

    site_id: UUID
    behaviour_id: str
    version: str
    lang: str
    path: str | None = None


async def withdraw(database: Database, refusal: Refusal, *, now: datetime) -> None:
    """Erase the visitor's page views and score their leads without them, in one write; then from the disk."""
    await database.awrite(lambda session: _withdraw(session, refusal, now=now))
    await asyncio.to_thread(database.empty_log)


def _withdraw(session: Session, refusal: Refusal, *, now: datetime) -> None:
    leads = consent.withdraw(
        session,
        site_id=refusal.site_id,
        behaviour_id=refusal.behaviour_id,
        version=refusal.version,
        lang=refusal.lang,
        path=refusal.path,
        now=now,
    )
    for lead in leads:
        _forget_pages(session, lead)
        rescore(session, lead, zone=ZoneInfo(session.get_one(Team, lead.team_id).timezone), now=now)
        announce(session, STAFF, "lead", data={"id": str(lead.id), "changed": "scored"})


def _forget_pages(session: Session, lead: Lead) -> None:
    """Leave of the page under a message, told with consent only, the one where the panel was opened."""
    rows = session.execute(
        select(Conversation, CredentialSession.page)
        .outerjoin(CredentialSession, CredentialSession.conversation_id == Conversation.id)
        .where(Conversation.lead_id == lead.id)
    )
    for conversation, opened_on in rows:
        conversation.page = opened_on or {}
