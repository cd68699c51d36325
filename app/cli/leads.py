"""`sokuo leads` and `sokuo briefing`: look at leads from the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from app.briefing.card import Briefing
    from app.core.security import Vault
    from app.core.templating import Texts

app = typer.Typer(help="Leads and what is known about them.", no_args_is_help=True, rich_markup_mode=None)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
SHORT_ID = 8  # letters from the end of an id, where ids of one day differ


@app.command("list")
def list_(
    json_: AsJson = False,
    most: Annotated[int, typer.Option("--most", help="At most so many, newest first.", min=1)] = 100,
) -> None:
    """List the newest leads; the last 8 letters of an id are enough for the other commands."""
    from app.cli.open import open_database

    with open_database() as parts:
        rows = parts.database.read(lambda session: lead_rows(session, parts.vault, most=most))
    if json_:
        _print_json(rows)
        return
    for row in rows:
        who = " ".join(part for part in (row["company"], row["name"]) if part) or "-"
        owner = row["owner"] or "-"
        typer.echo(
            f"{row['id'][-SHORT_ID:]}  {row['received_at'][:16]}Z  {row['band']:<4}  {row['status']:<7}  {who}  {owner}"
        )


@app.command()
def show(
    lead: Annotated[str, typer.Argument(help="The lead's id or its last letters.")], json_: AsJson = False
) -> None:
    """Show one lead with its contact data, slots and messages."""
    from app.cli.open import open_database

    with open_database() as parts:
        found = parts.database.read(
            lambda session: lead_details(session, parts.vault, lead_id=find_lead(session, lead))
        )
    if json_:
        _print_json(found)
        return
    for name, value in found.items():
        if name not in ("slots", "messages"):
            typer.echo(f"{name:<14}{'-' if value is None else value}")
    for slot in found["slots"]:
        typer.echo(f"{slot['slot']:<14}{slot['status']}  {slot['quote'] or slot['value'] or ''}")
    for message in found["messages"]:
        typer.echo(f"\n{message['at'][:16]}Z {message['author']}\n{message['text']}")


def briefing(lead: str, *, lang: str | None = None, as_json: bool = False) -> None:
    """Print the briefing of a lead, in the installation's language unless another is asked for."""
    from app.briefing.read import briefing_for
    from app.cli.open import open_database
    from app.core.errors import Invalid
    from app.core.templating import LANGS

    if lang is not None and lang not in LANGS:
        raise Invalid("lang_unknown", lang)
    with open_database() as parts:
        lang = lang or parts.settings.default_lang
        now = parts.clock.now()

        def read(session: Session) -> Briefing:
            lead_id = find_lead(session, lead)
            return briefing_for(session, parts.vault, parts.texts, lead_id=lead_id, lang=lang, now=now)

        made = parts.database.read(read)
        if as_json:
            _print_json(made.as_json())
        else:
            typer.echo(plain(made, parts.texts))


def plain(made: Briefing, texts: Texts) -> str:
    """Return the briefing as text: label, fact, quote; what lies below the fold follows a rule."""
    lines: list[str] = []
    for part in (made.above, made.below):
        if part is made.below and part:
            lines += ["", "-" * 40]
        for section in part:
            lines += ["", section.title] if section.title else [""]
            for line in section.lines:
                quote = texts(made.lang, "briefing.quoted", quote=line.quote) if line.quote else ""
                fact = " ".join(part for part in (line.text, quote) if part)
                lines.append(texts(made.lang, "briefing.notice.fact", label=line.label, fact=fact))
    return "\n".join(lines).strip()


def find_lead(session: Session, wish: str) -> UUID:
    """Return the lead with this id, or the only one whose id ends so; `NotFound` or `Conflict` otherwise."""
    from sqlalchemy import select

    from app.core.errors import Conflict, NotFound
    from app.models import Lead

    wish = wish.strip().lower()
    if not wish:
        raise NotFound("lead_not_found")
    found = [lead_id for lead_id in session.scalars(select(Lead.id)) if str(lead_id).endswith(wish)]
    if len(found) > 1:
        raise Conflict("lead_ambiguous", wish)
    if not found:
        raise NotFound("lead_not_found", wish)
    return found[0]


def lead_rows(session: Session, vault: Vault, *, most: int) -> list[dict[str, Any]]:
    """Return the newest leads, newest first."""
    from sqlalchemy import select

    from app.models import Contact, Lead, Person

    rows = session.execute(
        select(Lead, Contact, Person.name)
        .join(Contact, Contact.id == Lead.contact_id)
        .outerjoin(Person, Person.id == Lead.owner_id)
        .order_by(Lead.received_at.desc(), Lead.id.desc())
        .limit(most)
    )
    return [
        {
            "id": str(lead.id),
            "received_at": _iso(lead.received_at),
            "source": lead.source,
            "lang": lead.lang,
            "kind": lead.kind,
            "band": lead.band,
            "score": lead.score,
            "status": lead.status,
            "company": contact.company_name,
            "name": vault.open_or_none(contact.name_enc),
            "owner": owner,
        }
        for lead, contact, owner in rows
    ]


def lead_details(session: Session, vault: Vault, *, lead_id: UUID) -> dict[str, Any]:
    """Return one lead with everything the prospect told us."""
    from sqlalchemy import select

    from app.leads import contacts
    from app.models import Conversation, Lead, Message, Person, Qualification

    lead = session.get_one(Lead, lead_id)
    card = contacts.card(session, vault, contact_id=lead.contact_id)
    slots = session.scalars(select(Qualification).where(Qualification.lead_id == lead_id).order_by(Qualification.at))
    messages = session.scalars(
        select(Message)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Conversation.lead_id == lead_id)
        .order_by(Message.at, Message.seq)
    )
    return {
        "id": str(lead.id),
        "received_at": _iso(lead.received_at),
        "source": lead.source,
        "lang": lead.lang,
        "kind": lead.kind,
        "band": lead.band,
        "score": lead.score,
        "status": lead.status,
        "owner": session.scalar(select(Person.name).where(Person.id == lead.owner_id)),
        "company": card.company,
        "name": card.name,
        "reading": card.reading,
        "role": card.role,
        "team_size": card.team_size,
        "email": card.email,
        "phone": card.phone if card.phone_ok else None,
        "phone_ok": card.phone_ok,
        "slots": [{"slot": s.slot, "status": s.status, "value": s.value, "quote": s.quote} for s in slots],
        "messages": [
            {"id": str(m.id), "at": _iso(m.at), "author": m.author, "kind": m.kind, "text": m.text} for m in messages
        ],
    }


def _iso(at: datetime) -> str:
    return at.isoformat()


def _print_json(value: Any) -> None:
    import orjson

    typer.echo(orjson.dumps(value).decode())
