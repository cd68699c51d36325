"""One prospect talking to the assistant inside this process, through the same intake as the widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.conversation.acts import CALLS
from app.conversation.hand_over import PERSON_TOLD
from app.conversation.slots import KNOWN
from app.core.ids import new_id, new_token
from app.flows.first_run import ensure_site
from app.leads import behaviour, consent, contacts, visitors
from app.leads.behaviour import Observed
from app.leads.intake import Accepted, InboundMessage
from app.main import Parts
from app.models import Citation, Conversation, Lead, Message, Qualification

NOTICE_VERSION = "terminal"
MEETS = CALLS | {"meeting", "meeting_noted"}  # acts that take up or offer a talk


@dataclass(frozen=True, slots=True)
class Heard:
    """What the prospect saw since their last message, and the state behind it."""

    reply: str
    quick_replies: tuple[str, ...]
    row: dict[str, Any]
    contact_id: UUID


class Talk:
    """Opens a conversation in the widget and takes turns in it; needs a running event loop."""

    def __init__(self, parts: Parts, *, lang: str, behaviour_id: str | None = None) -> None:
        self._parts = parts
        self._lang = lang
        self._behaviour_id = behaviour_id
        self._credential: UUID | None = None
        self.contact_id: UUID | None = None
        self._begun = False

    async def say(self, text: str) -> Heard:
        """Write a message and return the whole answer to it; `Invalid` if it is empty or too long."""
        credential = self._credential or await self._open()
        inbound = InboundMessage(
            credential_id=credential,
            client_id=str(new_id()),
            text=text,
            lang=self._lang,
            contact_id=self.contact_id,
            begun=self._begun,
        )
        accepted = await self._parts.receive(inbound)
        self._begun = True
        await self._parts.turns.finished(accepted.conversation_id)
        return await self._parts.database.aread(lambda s: hear(s, self._parts, accepted=accepted))

    async def _open(self) -> UUID:
        token, now = new_token("sct"), self._parts.clock.now()

        def store(session: Session) -> UUID:
            site = ensure_site(session, lang=self._lang, now=now)
            opened = visitors.Opened(site.id, self._lang, {"path": "/"}, NOTICE_VERSION, self._behaviour_id)
            visitors.open_session(session, opened, token=token, now=now)
            return visitors.find(session, token, now=now).credential_id

        self._credential = await self._parts.database.awrite(store)
        return self._credential


async def look_at(parts: Parts, paths: Sequence[str], *, lang: str) -> str:
    """View pages with consent, and return the behaviour id of the browser that did."""
    now = parts.clock.now()
    behaviour_id = new_token("sbv")

    def store(session: Session) -> None:
        site = ensure_site(session, lang=lang, now=now)
        consent.give(
            session, site_id=site.id, behaviour_id=behaviour_id, version="site:cli", lang=lang, path=None, now=now
        )
        views = [Observed("page_view", path) for path in paths]
        behaviour.observe(
            session, views, site_id=site.id, behaviour_id=behaviour_id, page_groups=site.page_groups, now=now
        )

    await parts.database.awrite(store)
    return behaviour_id


def hear(session: Session, parts: Parts, *, accepted: Accepted) -> Heard:
    """Return what was said since a message was accepted, and the state after it."""
    messages = said_since(session, accepted)
    conversation = session.get_one(Conversation, accepted.conversation_id)
    lead = session.get_one(Lead, conversation.lead_id)
    reply = "\n\n".join(message.text for message in messages)
    made = messages[-1].provenance if messages else {}
    acts = set(made.get("acts", ()))
    row = {
        "reply": reply,
        "asked": list(made.get("asks", ())),
        "acts": made.get("acts", []),
        "slots": slots(session, parts, lead=lead),
        "band": lead.band,
        "handoff": bool(lead.facts.get(PERSON_TOLD)) or conversation.owner == "rep" or lead.band == "hot",
        "booking_offered": bool(MEETS & acts),
        "cited": _cited(session, [message.id for message in messages]),
        "owner": conversation.owner,
        "lang": conversation.lang,
    }
    choices = tuple(one["label"] for one in (messages[-1].quick_replies if messages else ()))
    return Heard(reply, choices, row, conversation.contact_id)


def unanswered(heard: Heard) -> Heard:
    """Return what somebody hears whose mail is left alone: nothing, and all else as it was."""
    silent = {"reply": "", "asked": [], "acts": [], "booking_offered": False, "cited": []}
    return replace(heard, reply="", quick_replies=(), row=heard.row | silent)


def said_since(session: Session, accepted: Accepted) -> Sequence[Message]:
    """Return what the prospect was told after a message of theirs, oldest first."""
    return session.scalars(
        select(Message)
        .where(
            Message.conversation_id == accepted.conversation_id,
            Message.seq > accepted.seq,
            Message.direction == "outbound",
            Message.kind != "note",
        )
        .order_by(Message.seq)
    ).all()


def slots(session: Session, parts: Parts, *, lead: Lead) -> dict[str, Any]:
    """Return what is known of a lead, one value per slot."""
    card = contacts.card(session, parts.vault, contact_id=lead.contact_id)
    cells = {
        row.slot: row.normal
        for row in session.scalars(select(Qualification).where(Qualification.lead_id == lead.id))
        if row.status in KNOWN
    }
    timing = cells.get("timing")
    return {
        "name": card.name,
        "company": card.company,
        "email": card.email,
        "phone": card.phone,
        "role": card.role,
        "team_size": card.team_size,
        "timing": {name: timing.get(name) for name in ("kind", "earliest", "latest")} if timing else None,
        "challenges": cells.get("challenge", {}).get("spans", []),
        "authority": cells.get("authority", {}).get("value"),
        "tool": cells.get("tool", {}).get("value"),
    }


def _cited(session: Session, messages: Sequence[UUID]) -> list[str]:
    return list(session.scalars(select(Citation.file).where(Citation.message_id.in_(messages)).order_by(Citation.n)))
