"""A message comes in: understood by rule, stored with its opener, answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.conversation.openers import opener
from app.conversation.situations import situation
from app.conversation.spoken import spoken
from app.conversation.turn import language
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import Invalid
from app.core.security import Vault
from app.core.templating import Texts
from app.flows.turns import TurnRunner
from app.leads.intake import Accepted, InboundMessage, accept
from app.models import Inbox
from app.understanding.facts import ChallengeCategories, Lang
from app.understanding.understand import understand

UTC = ZoneInfo("UTC")
QUICK = 400  # characters read in a few ms; 4,000 take up to half a second, which no other caller may wait for


Around = Callable[[Session, Callable[[], Accepted]], Accepted]


def alone(_session: Session, store: Callable[[], Accepted]) -> Accepted:
    """Store the message and nothing beside it."""
    return store()


class Receive:
    """Flow A of ARCHITECTURE: what is returned is on disk, and its turn has begun unless a person answers.

    A later mail of a conversation begins none: its safety net, ten seconds on, answers it with all that came till then.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        vault: Vault,
        texts: Texts,
        categories: ChallengeCategories,
        turns: TurnRunner,
        max_chars: int,
    ) -> None:
        self._database = database
        self._clock = clock
        self._vault = vault
        self._texts = texts
        self._categories = categories
        self._turns = turns
        self._max_chars = max_chars

    async def __call__(self, inbound: InboundMessage, *, around: Around = alone) -> Accepted:
        """Accept one message. `Invalid` (message_empty, message_too_long) before anything is stored.

        A mail that is too long is cut, since nobody can be asked to send it again; its raw form is kept whole. `around`
        stores what belongs to it in the same write.
        """
        text = inbound.text.replace("\x00", "").strip()
        if not text:
            raise Invalid("message_empty")
        if len(text) > self._max_chars and inbound.channel == "email":
            text = text[: self._max_chars - 1] + "…"
        if len(text) > self._max_chars:
            raise Invalid("message_too_long")
        now = self._clock.now()
        lang = language(text, current="en" if inbound.lang == "en" else "ja")
        stored = replace(inbound, text=text, lang=lang)
        with self._turns.arriving() if inbound.begins else nullcontext():
            accepted = await self._store(stored, around, today=now.astimezone(UTC).date())
        if accepted.again:
            return accepted
        if not accepted.ours:
            self._turns.listen(accepted.conversation_id)
        elif accepted.begins or inbound.channel != "email":
            self._turns.start(accepted.conversation_id)
        return accepted

    async def _store(self, inbound: InboundMessage, around: Around, *, today: date) -> Accepted:
        lang: Lang = "en" if inbound.lang == "en" else "ja"
        first_words = await self._first_words(inbound, inbound.text, lang=lang, today=today) if inbound.begins else ""

        def store(session: Session) -> Accepted:
            return accept(session, self._vault, inbound=inbound, opener=first_words, now=self._clock.now())

        return await self._database.awrite(lambda session: around(session, lambda: store(session)))

    async def _first_words(self, inbound: InboundMessage, text: str, *, lang: Lang, today: date) -> str:
        by_mail = inbound.channel in ("email", "webform")
        company = await self._database.aread(lambda s: _company(s, inbound, lang)) if by_mail else None
        if len(text) > QUICK:
            return await asyncio.to_thread(self._opener, text, lang=lang, today=today, company=company)
        return self._opener(text, lang=lang, today=today, company=company)

    def _opener(self, text: str, *, lang: Lang, today: date, company: str | None) -> str:
        heard = understand(text, today=today, lang=lang, categories=self._categories)
        if spoken(text) is not None:
            heard = replace(heard, lang="en")  # the words of ours that most people can read
        where = situation(heard, text, asked=None)
        if company is None:
            return opener(self._texts, heard, where, seed=text)
        return opener(self._texts, heard, where, channel="email", company=company, seed=text)


def _company(session: Session, inbound: InboundMessage, lang: Lang) -> str | None:
    """Return the name our mails go out under, for the first message of a conversation by mail."""
    if inbound.inbox_id is None:
        return None
    inbox = session.get(Inbox, inbound.inbox_id)
    if inbox is not None and inbox.channel != "email":
        inbox = session.get(Inbox, UUID(inbox.settings["mail_inbox"]))
    return None if inbox is None else inbox.settings.get("name", {}).get(lang) or inbox.name
