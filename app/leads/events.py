"""Append-only facts, written in the transaction that made them true."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.models import Event


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
    session.add(
        Event(
            kind=kind,
            at=at,
            lead_id=lead_id,
            conversation_id=conversation_id,
            message_id=message_id,
            person_id=person_id,
            data=data,
        )
    )
