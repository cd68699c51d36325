"""Which case studies fit a lead, and why: from what is known of it, even where nobody asked for one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.db import Database
from app.knowledge.cases import CaseFit
from app.knowledge.library import Library
from app.models import Contact, Conversation, Lead, Message, Qualification
from app.retrieval.passages import Lang

SHOWN = 2
READ = 5
"""Messages whose words count: the first ones say what it is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a lead has told of itself; `company` may name its industry, as 田辺食品 does."""

    words: str
    lang: Lang
    challenges: tuple[str, ...]
    company: str | None


async def of_lead(database: Database, library: Library, lead_id: UUID) -> tuple[CaseFit, ...]:
    """Return the best fitting case studies with what made them fit; none where nothing is known."""
    known = await database.aread(lambda session: known_of(session, lead_id))
    return await asyncio.to_thread(_fitting, library, known) if known.words or known.challenges else ()


def known_of(session: Session, lead_id: UUID) -> Known:
    """Return what the lead has told: its challenge, or else its first words."""
    lead, company = session.execute(
        select(Lead, Contact.company_name).join(Contact, Contact.id == Lead.contact_id).where(Lead.id == lead_id)
    ).one()
    slot = session.scalar(
        select(Qualification).where(
            Qualification.lead_id == lead_id,
            Qualification.slot == "challenge",
            Qualification.status.in_(("known", "corrected")),
        )
    )
    said = session.scalars(
        select(Message.text)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.lead_id == lead_id, Message.direction == "inbound")
        .order_by(Message.at, Message.seq)
        .limit(READ)
    )
    words = (slot and (slot.quote or slot.value)) or "\n".join(said)
    categories = slot.normal.get("categories", ()) if slot else ()
    return Known(words, "ja" if lead.lang == "ja" else "en", tuple(map(str, categories)), company)


def _fitting(library: Library, known: Known) -> tuple[CaseFit, ...]:
    """Look with the company's name for its industry first: names that tell none must not stand in the way."""
    for industry in dict.fromkeys((known.company, None)):
        found = library.fitting_cases(known.words, known.lang, challenge_categories=known.challenges, industry=industry)
        if found:
            return found[:SHOWN]
    return ()
