"""Append-only facts, written in the transaction that made them true."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from app.core.ids import new_id
from app.models import Event

# Written as a row, not as an object: there are several with every message, and this halves their cost.
_EVENT = insert(cast(Table, Event.__table__))


def record(
    session: Session,
    kind: str,
    *,
    at: datetime,
    lead_id: UUID | None = None,
    conversation_id: UUID | None = None,
    message_id: UUID | None = None,
    person_id: UUID | None = None,
    **data: Any,
) -> None:
    """Add one event; `data` holds numbers, codes and ids, never contact data."""
    if session.new:
        session.flush()  # what the event names has to be there
    session.execute(
        _EVENT,
        {
            "id": new_id(),
            "kind": kind,
            "at": at,
            "lead_id": lead_id,
            "conversation_id": conversation_id,
            "message_id": message_id,
            "person_id": person_id,
            "data": data,
        },
    )
