"""The way out without a mail server: finished mails are kept where the demo's mailbox reads them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from email.message import EmailMessage
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.channels.email.port import Deferred, HandOver
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.core.security import Vault
from app.models import RawMessage

SOURCE = "sink"


class SinkTransport:
    """A mail handed over twice with the same Message-ID is kept once."""

    longest = timedelta(0)

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    @asynccontextmanager
    async def ready(self, *, sender: str, recipients: Sequence[str]) -> AsyncIterator[HandOver]:
        """It always is."""
        yield partial(self._keep, json.dumps({"from": sender, "to": list(recipients)}))

    async def arrived(self, message_id: str) -> bool:
        """Say whether the sink holds the mail."""
        return await self._database.aread(lambda session: _holds(session, message_id))

    async def _keep(self, envelope: str, mail: EmailMessage) -> str:
        rfc_id = str(mail["Message-ID"])
        row = RawMessage(
            id=new_id(),
            source=SOURCE,
            provider_id=rfc_id,
            body_enc=self._vault.seal_bytes(mail.as_bytes()),
            envelope_enc=self._vault.seal(envelope),
            state="sent",
            received_at=self._clock.now(),
        )

        def write(session: Session) -> None:
            if not _holds(session, rfc_id):
                session.add(row)

        try:
            await self._database.awrite(write)
        except Unavailable as error:
            raise Deferred("sink_busy") from error
        return rfc_id


def _holds(session: Session, message_id: str | None) -> bool:
    known = select(RawMessage.id).where(RawMessage.source == SOURCE, RawMessage.provider_id == message_id)
    return session.scalar(known) is not None
