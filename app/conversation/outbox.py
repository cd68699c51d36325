"""What leaves the house after it was written down."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.jobs.kinds import DeliverMail
from app.jobs.port import enqueue
from app.models import Message


def send(session: Session, message: Message, *, now: datetime) -> None:
    """Have a finished message delivered: as mail where that is the conversation's channel; a chat has it already."""
    if message.channel == "email":
        enqueue(session, DeliverMail(message_id=message.id), run_at=now, key=f"deliver:{message.id}")
