"""A way out for tests: remembers what was handed over and fails as told."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from functools import partial

from app.channels.email.port import HandOver, NobodyKnows


@dataclass
class FakeTransport:
    """`failures` are for the next mails, one each; None is none. `taken` has what arrived, after `NobodyKnows` too.

    While `gate` is closed, nothing leaves. `recipients` begin with the envelope's sender.
    """

    longest: timedelta = timedelta(seconds=41)
    failures: deque[Exception | None] = field(default_factory=deque)
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[tuple[str, ...]] = field(default_factory=list)
    gate: asyncio.Event | None = None

    @asynccontextmanager
    async def ready(self, *, sender: str, recipients: Sequence[str]) -> AsyncIterator[HandOver]:
        """It always is."""
        yield partial(self._hand_over, (sender, *recipients))

    async def arrived(self, message_id: str) -> None:
        """As with SMTP, nobody can tell."""

    async def _hand_over(self, envelope: tuple[str, ...], mail: EmailMessage) -> str:
        if self.gate is not None:
            await self.gate.wait()
        failure = self.failures.popleft() if self.failures else None
        if failure is None or isinstance(failure, NobodyKnows):
            self.taken.append(mail)
            self.recipients.append(envelope)
        if failure is not None:
            raise failure
        return f"kept as {len(self.taken)}"
