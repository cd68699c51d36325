"""A model reads a turn beside the rules and fills what they left empty; the rules have the last word."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.conversation.extracted import disagreed, form, read_answer, supported
from app.conversation.learn import Lesson, learn_turn
from app.conversation.situations import Situation, situation
from app.conversation.slots import SETTLED, Grid, Slot, learn
from app.conversation.store import Turn, load_turn
from app.conversation.transcript import transcript
from app.conversation.turn import language
from app.conversation.word import OUR_WORDS_ONLY
from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.security import Vault
from app.core.settings import LlmSettings
from app.leads.events import record
from app.llm.client import ModelClient
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompts
from app.models import Conversation, Qualification
from app.routing.store import lock_lead
from app.understanding.facts import ChallengeCategories, ContactData, Lang, Understanding
from app.understanding.understand import understand

logger = log.get(__name__)
PROMPT = "extract"
FILLED: frozenset[str] = frozenset({"timing", "challenge", "authority", "tool", "team_size"})


class Extraction:
    """Asks the model, if one is configured, once for each answered turn; what is lost is not asked for again."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        *,
        model: ModelClient,
        prompts: Prompts,
        clock: Clock,
        settings: LlmSettings,
        categories: ChallengeCategories,
    ) -> None:
        self._database = database
        self._vault = vault
        self._model = model
        self._prompts = prompts
        self._clock = clock
        self._settings = settings
        self._categories = categories

    async def open_turn(self, conversation_id: UUID) -> Turn | None:
        """Return the turn about to be answered; None while there is no model to read it."""
        if not self._model.configured:
            return None
        return await self._database.aread(lambda session: load_turn(session, conversation_id))

    async def read(self, turn: Turn) -> None:
        """Have the model read a turn the rules have learnt from, and store what it adds; nothing if it fails.

        Sensitive turns, and turns after which nothing is left to find out, are not sent.
        """
        lang = language(turn.text, current="en" if turn.conversation.lang == "en" else "ja")
        today = self._clock.now().astimezone(turn.zone).date()
        heard = await asyncio.to_thread(self._by_rule, turn, lang=lang, today=today)
        if heard is None:
            return
        said = transcript(turn, self._vault, told=heard.contact)
        inputs = {
            "lang": lang,
            "asked": turn.memory.last_asked or "nothing",
            "categories": list(self._categories),
            "message": said.clean(turn.text),
        }
        prompt = self._prompts.render(PROMPT, inputs)
        try:
            answer, usage = await self._model.answer(
                prompt,
                schema=form(self._categories),
                deadline=self._clock.monotonic() + self._settings.extract_s,
            )
        except ModelUnavailable as fault:
            logger.warning("extraction_unavailable", reason=fault.reason)
            return
        found = read_answer(answer, self._categories)
        made: dict[str, Any] = {
            "prompt": prompt.name,
            "version": prompt.version,
            "fingerprint": prompt.fingerprint,
            "model": self._model.name,
            "tokens": {"prompt": usage.prompt, "completion": usage.completion} if usage else None,
            "disagreed": disagreed(heard, found) if found else [],
            "fault": None if found else "not_in_form",
        }
        checked = supported(found, turn.text, said=said, lang=lang, today=today) if found else None
        now = self._clock.now()
        await self._database.awrite(
            lambda session: store(session, self._vault, turn=turn, heard=checked, made=made, now=now)
        )

    def _by_rule(self, turn: Turn, *, lang: Lang, today: date) -> Understanding | None:
        """Return what the rules hear in the turn; None if a model should not read it, or has nothing to add."""
        asked = turn.memory.last_asked
        heard = understand(turn.text, today=today, asked=asked, lang=lang, categories=self._categories)
        if situation(heard, turn.text, asked=asked) in OUR_WORDS_ONLY:
            return None
        known = {**turn.grid, **learn(turn.grid, heard, asked=asked)}
        return heard if _open(known) else None


def store(
    session: Session, vault: Vault, *, turn: Turn, heard: Understanding | None, made: dict[str, Any], now: datetime
) -> None:
    """Fill the cells that are still empty, score and assign as after any lesson, and record who read what."""
    lead = lock_lead(session, turn.lead.id)
    rows = session.scalars(select(Qualification).where(Qualification.lead_id == lead.id))
    grid = {row.slot: Slot(row.status, row.value, row.normal, row.quote) for row in rows}  # type: ignore[arg-type]
    taught = learn(grid, heard, asked=None) if heard else {}
    changes = {name: slot for name, slot in taught.items() if name in _open(grid)}
    if heard and changes:
        team_size = heard.contact.team_size if "team_size" in changes else None
        acts = frozenset(lead.facts.get("acts", ()))
        lesson = Lesson(replace(heard, contact=ContactData(team_size=team_size)), Situation.INFORMATION, changes, acts)
        present = replace(turn, conversation=session.get_one(Conversation, turn.conversation.id))
        learn_turn(session, vault, turn=present, lesson=lesson, now=now)
    record(
        session,
        "extraction",
        at=now,
        lead_id=lead.id,
        conversation_id=turn.conversation.id,
        message_id=turn.inbound[-1].id,
        filled=sorted(changes),
        **made,
    )


def _open(grid: Grid) -> frozenset[str]:
    return FILLED - {name for name, slot in grid.items() if slot.status in SETTLED}
