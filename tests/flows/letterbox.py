"""Mails that come in to a team, read by hand; the turns that would begin are noted."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.channels.email.thread import reply_address
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.flows.mail_in import TakeMail, read_mail
from app.flows.receive import Receive
from app.jobs.fake import run_due
from app.jobs.kinds import ReadMail
from app.leads.intake import Accepted
from app.models import Event, Job, RawMessage
from app.models.base import Base
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from tests.channels.mails import raw_mail
from tests.flows.post_office import OURS, TEXTS, THEIRS, PostOffice

REPLY = "来年4月に導入したいです。"


@dataclass
class Turns:
    """Notes which turns would begin."""

    started: list[UUID] = field(default_factory=list)
    listened: list[UUID] = field(default_factory=list)

    def start(self, conversation_id: UUID) -> None:
        self.started.append(conversation_id)

    def arriving(self) -> AbstractContextManager[None]:
        return nullcontext()

    def listen(self, conversation_id: UUID) -> None:
        self.listened.append(conversation_id)


class Post:
    """Mails come in to a team with an address."""

    def __init__(self, database: Database, clock: FixedClock, vault: Vault) -> None:
        self.database, self.vault, self.clock = database, vault, clock
        self.office, self.turns = PostOffice(database, clock, vault), Turns()
        self.take = TakeMail(database, clock, vault=vault)
        receive = Receive(
            database,
            clock,
            vault=vault,
            texts=TEXTS,
            categories=DEFAULT_CATEGORIES,
            turns=self.turns,  # type: ignore[arg-type]
            max_chars=4000,
        )
        self.handlers = {ReadMail: partial(read_mail, self.office.deps, receive=receive)}

    async def arrives(self, raw: bytes, *, to: str = OURS, sender: str = THEIRS) -> RawMessage:
        """Take a mail, read it, and return what is kept of it."""
        raw_id = await self.take(raw, sender=sender, recipients=[to])
        await run_due(self.database, self.handlers, now=self.clock.now())
        return self.database.read(lambda session: session.get_one(RawMessage, raw_id))

    def mail(self, text: str = REPLY, *, sender: str = f"田中 一郎 <{THEIRS}>", **fields: str) -> bytes:
        return raw_mail(text, **{"From": sender, "To": OURS, "Message_ID": "<m1@minato.example>", **fields})

    def token(self, accepted: Accepted) -> str:
        return reply_address(OURS, accepted.conversation_id, sign=self.vault.sign)

    def count(self, table: type[Base]) -> int:
        return self.database.read(lambda s: s.scalar(select(func.count()).select_from(table))) or 0

    def one(self, table: type[Any], **where: Any) -> Any:
        return self.database.read(lambda session: session.scalars(select(table).filter_by(**where)).one())

    def change(self, table: type[Base], ident: Any, **values: Any) -> None:
        def write(session: Session) -> None:
            for name, value in values.items():
                setattr(session.get_one(table, ident), name, value)

        self.database.write(write)

    async def answered(self, text: str = "料金を教えてください") -> Accepted:
        """Begin a conversation by form and send the first answer, so that they have its signed address."""
        form = self.office.form(text)
        await self.office.answer(form)
        return form

    def news(self) -> list[str]:
        """Return what persons are to be told, in the order of the alphabet."""
        jobs = self.database.read(lambda s: s.scalars(select(Job.payload).where(Job.kind == "tell_news")).all())
        return sorted(job["about"] for job in jobs)

    def nets(self) -> int:
        return len(self.database.read(lambda s: s.scalars(select(Job.id).where(Job.kind == "answer_turn")).all()))

    def events(self, kind: str) -> list[dict[str, Any]]:
        return self.database.read(lambda s: list(s.scalars(select(Event.data).where(Event.kind == kind))))
