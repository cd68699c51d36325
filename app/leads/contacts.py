"""Contact data of one person, sealed at rest; the newest address of a kind is the one in use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.core.security import Vault
from app.models import Contact, ContactPoint
from app.understanding.facts import ContactData


@dataclass(frozen=True, slots=True)
class ContactCard:
    """What we know of the person, opened; phone is E.164. `beside` are addresses told to be used as well."""

    name: str | None = None
    reading: str | None = None
    company: str | None = None
    role: str | None = None
    team_size: int | None = None
    email: str | None = None
    phone: str | None = None
    phone_ok: bool = True
    call_from: str | None = None
    call_until: str | None = None
    beside: tuple[str, ...] = ()


def card(session: Session, vault: Vault, *, contact_id: UUID) -> ContactCard:
    """Return the contact's present data."""
    contact = session.get_one(Contact, contact_id)
    points = session.execute(
        select(ContactPoint.kind, ContactPoint.value_enc, ContactPoint.replaced_at)
        .where(
            ContactPoint.contact_id == contact_id,
            ContactPoint.replaced_at.is_(None) | (ContactPoint.replaced_at == ContactPoint.created_at),
        )
        .order_by(ContactPoint.created_at)
    ).all()
    opened = {kind: vault.open(sealed) for kind, sealed, replaced in points if replaced is None}
    return ContactCard(
        name=vault.open_or_none(contact.name_enc),
        reading=vault.open_or_none(contact.reading_enc),
        company=contact.company_name,
        role=contact.role,
        team_size=contact.team_size,
        email=opened.get("email"),
        phone=opened.get("phone"),
        phone_ok=contact.phone_ok,
        call_from=contact.call_from,
        call_until=contact.call_until,
        beside=tuple(vault.open(sealed) for _, sealed, replaced in points if replaced is not None),
    )


def store(
    session: Session,
    vault: Vault,
    contact: Contact,
    *,
    data: ContactData,
    now: datetime,
    as_well: Collection[str] = (),
) -> None:
    """Keep what is new in `data`; what it does not say stays as it was, and a whole name where they sign with a part of
    it, a person's or a company's. Addresses of a kind in `as_well` come beside the one in use.
    """
    if data.name and not _is_part_of(data.name, vault.open_or_none(contact.name_enc)):
        contact.name_enc = vault.seal(data.name)
    if data.reading:
        contact.reading_enc = vault.seal(data.reading)
    if data.company and data.company not in (contact.company_name or ""):
        contact.company_name = data.company
    contact.role = data.role or contact.role
    contact.team_size = data.team_size or contact.team_size
    for kind, value in (("email", data.email), ("phone", data.phone)):
        if value:
            put_point(session, vault, contact_id=contact.id, kind=kind, value=value, now=now, as_well=kind in as_well)


def _is_part_of(name: str, whole: str | None) -> bool:
    """Say whether it is the family name of a Japanese name, or one of the names of another."""
    if whole is None or len(name) >= len(whole):
        return False
    return name in whole.split() or (not name.isascii() and whole.startswith(name) and len(whole) - len(name) <= 3)


def verify(session: Session, vault: Vault, *, contact_id: UUID, email: str, now: datetime) -> bool:
    """Note that the contact has shown the address to be theirs; False while another contact has done so before."""
    key = vault.lookup("email", email)
    put_point(session, vault, contact_id=contact_id, kind="email", value=email, now=now)
    session.flush()
    holder = session.scalar(
        select(ContactPoint.contact_id).where(
            ContactPoint.kind == "email", ContactPoint.value_hmac == key, ContactPoint.verified_at.is_not(None)
        )
    )
    if holder is not None:
        return holder == contact_id
    point = session.scalars(
        select(ContactPoint).where(
            ContactPoint.contact_id == contact_id, ContactPoint.kind == "email", ContactPoint.value_hmac == key
        )
    ).one()
    point.verified_at = now
    return True


def put_point(
    session: Session, vault: Vault, *, contact_id: UUID, kind: str, value: str, now: datetime, as_well: bool = False
) -> bool:
    """Make `value` the address of its kind; the one before is kept as replaced. Return whether anything changed.

    With `as_well` the one before stays in use, and `value` is kept beside it.
    """
    key = vault.lookup(kind, value)
    points = session.scalars(_POINTS, {"contact_id": contact_id, "kind": kind}).all()
    current = next((point for point in points if point.replaced_at is None), None)
    if current is not None and current.value_hmac == key:
        return False
    known = next((point for point in points if point.value_hmac == key), None)
    beside = now if as_well and current is not None else None
    if beside is not None and known is not None:
        return False
    if current is not None and beside is None:
        current.replaced_at = now
    if known is not None:
        known.replaced_at = None
        return True
    session.add(
        ContactPoint(
            id=new_id(),
            contact_id=contact_id,
            kind=kind,
            value_enc=vault.seal(value),
            value_hmac=key,
            created_at=now,
            replaced_at=beside,
        )
    )
    return True


_POINTS = select(ContactPoint).where(
    ContactPoint.contact_id == bindparam("contact_id", type_=Uuid), ContactPoint.kind == bindparam("kind")
)
