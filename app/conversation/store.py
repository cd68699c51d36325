"""Reading a turn: what the prospect wrote since our last reply, and all that is known around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Uuid, bindparam, func, or_, select
from sqlalchemy.orm import Session

from app.conversation.memory import Memory
from app.conversation.slots import Slot
from app.conversation.turn_facts import Channel
from app.leads.beginning import WANTS
from app.models import Contact, Conversation, Lead, Mail, Message, Qualification, Site, Team
from app.routing.hours import BusinessHours, weekdays_nine_to_six
from app.routing.schedules import team_hours
from app.routing.waiting import contact_within

HISTORY = 12
MOST_CHARS = 8_000


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything since our last final reply. `grid` is as stored now; `cells` says which message filled each cell.

    `memory` is read from `plan`, the conversation's as stored now; `done` is the last `seq` that was answered by then.
    `verified`: who wrote last has shown that the address we answer to is theirs. `hours` are the team's,
    `contact_within` the time a rep of it has to make contact.
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
    plan: Mapping[str, Any] = field(default_factory=dict)
    done: int = 0
    verified: bool = True
    hours: BusinessHours = field(default_factory=weekdays_nine_to_six)
    contact_within: timedelta = timedelta(hours=1)

    @property
    def channel(self) -> Channel:
        return "email" if self.conversation.channel == "email" else "chat"

    @property
    def wants(self) -> tuple[str, ...]:
        """Return what was chosen in the form this conversation began with; it counts until the first reply."""
        known = self.lead.facts if self.memory.replies == 0 else self.plan
        return tuple(known.get(WANTS, ()))

    @property
    def text(self) -> str:
        """Return what they wrote; of more than anybody reads at once the beginning and the end."""
        text = "\n".join(message.text for message in self.inbound)
        half = MOST_CHARS // 2
        return text if len(text) <= MOST_CHARS else f"{text[:half]}\n{text[-half:]}"

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
    found = session.execute(_TURN, {"conversation_id": conversation_id, "owner": owner}).one_or_none()
    if found is None:
        return None
    conversation, lead, contact, team, site, by_assistant, by_person, verified = found
    done = max(by_assistant or 0, by_person or 0)
    if conversation.last_seq <= done:
        return None
    history = _history(session, conversation_id)
    inbound = _inbound(session, conversation_id, history=history, after=done)
    if not inbound:
        return None
    rows = session.scalars(GRID, {"lead_id": lead.id}).all()
    return Turn(
        conversation=conversation,
        lead=lead,
        contact=contact,
        zone=ZoneInfo(team.timezone),
        company=(site.company.get(conversation.lang) or site.name) if site else "",
        inbound=inbound,
        history=history,
        grid={row.slot: Slot(row.status, row.value, row.normal, row.quote) for row in rows},  # type: ignore[arg-type]
        cells={row.slot: row.message_id for row in rows},
        memory=_memory(conversation, contact),
        plan=dict(conversation.plan),
        done=done,
        verified=conversation.channel != "email" or bool(verified),
        hours=team_hours(session, lead.team_id),
        contact_within=contact_within(session, lead.team_id),
    )


def _memory(conversation: Conversation, contact: Contact) -> Memory:
    """Return what the conversation remembers; who has opted out, in whichever conversation, refuses messages in all."""
    memory = Memory.read(conversation.plan)
    return memory if contact.opted_out_at is None else memory.refusing("messages")


def _history(session: Session, conversation_id: UUID) -> tuple[Message, ...]:
    return tuple(reversed(session.scalars(_HISTORY, {"conversation_id": conversation_id}).all()))


def _inbound(
    session: Session, conversation_id: UUID, *, history: tuple[Message, ...], after: int
) -> tuple[Message, ...]:
    """Return what the prospect wrote after `after`: from the history, unless it does not go back as far."""
    if len(history) < HISTORY or history[0].seq <= after:
        return tuple(message for message in history if message.direction == "inbound" and message.seq > after)
    inbound = (Message.conversation_id == conversation_id, Message.direction == "inbound", Message.seq > after)
    return tuple(session.scalars(select(Message).where(*inbound).order_by(Message.seq)))


# Built once: on the way of every message the building of a statement costs as much as its run.
_HERE = Message.conversation_id == bindparam("conversation_id", type_=Uuid)
ANSWERED = (
    select(func.max(Message.answers_seq))
    .where(_HERE, Message.state == "final", or_(Message.kind == "reply", Message.direction == "inbound"))
    .scalar_subquery(),
    select(func.max(Message.seq)).where(_HERE, Message.author == "rep").scalar_subquery(),
)  # the last inbound `seq` the assistant has answered, and the last one of a person, in :conversation_id
_LAST_VERIFIED = (
    select(Mail.verified)
    .join(Message, Message.id == Mail.message_id)
    .where(_HERE, Mail.direction == "inbound")
    .order_by(Message.seq.desc())
    .limit(1)
    .scalar_subquery()
)  # whether the last mail showed that its sender owns the address; null without a mail
_TURN = (
    select(Conversation, Lead, Contact, Team, Site, *ANSWERED, _LAST_VERIFIED)
    .join(Lead, Lead.id == Conversation.lead_id)
    .join(Contact, Contact.id == Conversation.contact_id)
    .join(Team, Team.id == Lead.team_id)
    .outerjoin(Site, Site.id == Conversation.site_id)
    .where(Conversation.id == bindparam("conversation_id", type_=Uuid), Conversation.owner == bindparam("owner"))
)
_HISTORY = (
    select(Message)
    .where(_HERE, Message.state == "final", Message.kind != "note")
    .order_by(Message.seq.desc())
    .limit(HISTORY)
)
GRID = select(Qualification).where(Qualification.lead_id == bindparam("lead_id", type_=Uuid))
