"""Reading a turn: what the prospect wrote since our last reply, and all that is known around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.conversation.memory import Memory
from app.conversation.slots import Slot
from app.conversation.turn_facts import Channel
from app.models import Contact, Conversation, Lead, Mail, Message, Qualification, Site, Team
from app.routing.hours import BusinessHours, weekdays_nine_to_six
from app.routing.schedules import team_hours
from app.routing.waiting import contact_within

HISTORY = 12


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything since our last final reply. `grid` is as stored now; `cells` says which message filled each cell.

    `verified`: who wrote last has shown that the address we answer to is theirs. `hours` are the
    team's, `contact_within` the time a rep of it has to make contact.
    """

    conversation: Conversation
    lead: Lead
    contact: Contact
    zone: ZoneInfo
    company: str
    inbound: tuple[Message, ...]
    history: tuple[Message, ...]
    grid: Mapping[str, Slot]
    cells: Mapping[str, UUID | None]
    memory: Memory
    verified: bool = True
    hours: BusinessHours = field(default_factory=weekdays_nine_to_six)
    contact_within: timedelta = timedelta(hours=1)

    @property
    def channel(self) -> Channel:
        return "email" if self.conversation.channel == "email" else "chat"

    @property
    def wants(self) -> tuple[str, ...]:
        """Return what was chosen in the form this conversation began with; it counts until the first reply."""
        return tuple(self.lead.facts.get("wants", ())) if self.memory.replies == 0 else ()

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.inbound)

    @property
    def answers_seq(self) -> int:
        return self.inbound[-1].seq

    @property
    def previous(self) -> str | None:
        """Return what the prospect wrote last before this turn."""
        before = [one for one in self.history if one.direction == "inbound" and one.seq < self.inbound[0].seq]
        return before[-1].text if before else None

    @property
    def message_ids(self) -> frozenset[UUID]:
        return frozenset(message.id for message in self.inbound)


def load_turn(session: Session, conversation_id: UUID, *, owner: str = "assistant") -> Turn | None:
    """Return the open turn; None if the conversation is not `owner`'s or nothing is unanswered."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None or conversation.owner != owner:
        return None
    inbound = session.scalars(
        select(Message)
        .where(
            Message.conversation_id == conversation_id,
            Message.direction == "inbound",
            Message.seq > answered_up_to(session, conversation_id),
        )
        .order_by(Message.seq)
    ).all()
    if not inbound:
        return None
    lead = session.get_one(Lead, conversation.lead_id)
    rows = session.scalars(select(Qualification).where(Qualification.lead_id == lead.id)).all()
    site = session.get(Site, conversation.site_id) if conversation.site_id else None
    return Turn(
        conversation=conversation,
        lead=lead,
        contact=session.get_one(Contact, conversation.contact_id),
        zone=ZoneInfo(session.get_one(Team, lead.team_id).timezone),
        company=(site.company.get(conversation.lang) or site.name) if site else "",
        inbound=tuple(inbound),
        history=_history(session, conversation_id),
        grid={row.slot: Slot(row.status, row.value, row.normal, row.quote) for row in rows},  # type: ignore[arg-type]
        cells={row.slot: row.message_id for row in rows},
        memory=Memory.read(conversation.plan),
        verified=conversation.channel != "email" or _is_verified(session, conversation_id),
        hours=team_hours(session, lead.team_id),
        contact_within=contact_within(session, lead.team_id),
    )


def answered_up_to(session: Session, conversation_id: UUID) -> int:
    """Return the `seq` of the last inbound message that has a final reply, by the assistant or a person; 0 if none."""
    by_assistant = session.scalar(
        select(func.max(Message.answers_seq)).where(
            Message.conversation_id == conversation_id, Message.kind == "reply", Message.state == "final"
        )
    )
    by_person = session.scalar(
        select(func.max(Message.seq)).where(Message.conversation_id == conversation_id, Message.author == "rep")
    )
    return max(by_assistant or 0, by_person or 0)


def _is_verified(session: Session, conversation_id: UUID) -> bool:
    last = (
        select(Mail.verified)
        .join(Message, Message.id == Mail.message_id)
        .where(Message.conversation_id == conversation_id, Mail.direction == "inbound")
        .order_by(Message.seq.desc())
        .limit(1)
    )
    return bool(session.scalar(last))


def _history(session: Session, conversation_id: UUID) -> tuple[Message, ...]:
    rows = session.scalars(
        select(Message)
        .where(Message.conversation_id == conversation_id, Message.state == "final", Message.kind != "note")
        .order_by(Message.seq.desc())
        .limit(HISTORY)
    ).all()
    return tuple(reversed(rows))
