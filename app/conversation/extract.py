"""A model reads a turn beside the rules and fills what they left empty; the rules have the last word."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.conversation.extracted import added, disagreed, form, read_answer, supported
from app.conversation.learn import learn_turn
from app.conversation.lesson import Lesson
from app.conversation.situations import Situation, read
from app.conversation.slots import SETTLED, Grid, Slot, learn
from app.conversation.store import Turn
from app.conversation.transcript import transcript
from app.conversation.turn import language
from app.conversation.word import NO_MODEL, OUR_WORDS_ONLY
from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.security import Vault
from app.core.settings import LlmSettings
from app.leads.events import record
from app.llm.client import ModelClient
from app.llm.faults import ModelUnavailable
from app.llm.prompts import Prompts
from app.models import Conversation, Lead, Qualification
from app.routing.store import lock_lead
from app.understanding.facts import ChallengeCategories, ContactData, Lang, Understanding
from app.understanding.understand import understand

logger = log.get(__name__)
PROMPT = "extract"
FILLED: frozenset[str] = frozenset({"timing", "challenge", "authority", "tool", "team_size", "company", "role"})
OF_THE_CONTACT = ("team_size", "company", "role")
UNREAD = OUR_WORDS_ONLY | {Situation.LANGUAGE}


@dataclass(frozen=True, slots=True)
class Found:
    """What a model read in a turn: `heard` is what may be taken from it, None if nothing; `made` goes on record."""

    turn: Turn
    heard: Understanding | None
    made: Mapping[str, Any]


class Reading:
    """The reading of one turn, beside its reply: begun with the first words, kept after them."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._found: asyncio.Task[Found | None] | None = None

    def begin(self, turn: Turn) -> None:
        """Ask the model, unless it has just failed; a second call changes nothing."""
        if self._found is None and self._extraction.worth_asking:
            self._found = asyncio.create_task(self._extraction.read(turn))

    async def keep(self) -> None:
        """Store what was found; what comes too late for that is lost, and the rules stand."""
        found = await self._found if self._found is not None else None
        if found is not None:
            await self._extraction.store(found)

    def drop(self) -> None:
        """Leave the model: there was no reply, or the process ends."""
        if self._found is not None:
            self._found.cancel()


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
        self._form = form(categories)

    @property
    def worth_asking(self) -> bool:
        """Say whether the model worded, or may word: one that has just failed at that is left alone."""
        return not self._model.failing

    def open(self) -> Reading | None:
        """Return the reading of the turn about to be answered; None while there is no model."""
        return Reading(self) if self._model.configured else None

    async def read(self, turn: Turn) -> Found | None:
        """Have the model read a turn; None if it fails.

        Sensitive turns, those of somebody who refuses AI, and turns after which nothing is left to find out, are not
        sent.
        """
        lang = language(turn.text, current="en" if turn.conversation.lang == "en" else "ja")
        today = self._clock.now().astimezone(turn.zone).date()
        heard = await asyncio.to_thread(self._by_rule, turn, lang=lang, today=today)
        if heard is None:
            return None
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
                schema=self._form,
                deadline=self._clock.monotonic() + self._settings.extract_s,
            )
        except ModelUnavailable as fault:
            logger.warning("extraction_unavailable", reason=fault.reason)
            return None
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
        if found is None:
            return Found(turn, None, made)
        checked = supported(found, turn.text, said=said, lang=lang, today=today, ours=(turn.company,))
        return Found(turn, added(heard, checked), made)

    async def store(self, found: Found) -> None:
        """Store what a reading adds, and that there was one."""
        now = self._clock.now()
        await self._database.awrite(lambda session: store(session, self._vault, found=found, now=now))

    def _by_rule(self, turn: Turn, *, lang: Lang, today: date) -> Understanding | None:
        """Return what the rules hear in the turn; None if a model should not read it, or has nothing to add."""
        asked = turn.memory.last_asked
        heard = understand(turn.text, today=today, asked=asked, lang=lang, categories=self._categories)
        reading = read(heard, turn.text, asked=asked)
        if {reading.first, *reading.beside} & UNREAD or NO_MODEL & set(turn.memory.refused):
            return None
        known = {**turn.grid, **learn(turn.grid, heard, asked=asked)}
        return heard if _open(known) else None


def store(session: Session, vault: Vault, *, found: Found, now: datetime) -> None:
    """Fill what is still empty, score and assign as after any lesson, and record who read what."""
    turn, heard = found.turn, found.heard
    lead = lock_lead(session, turn.lead.id)
    filled: list[str] = []
    if heard is not None and lead.status != "closed":  # a no that came meanwhile stands
        rows = session.scalars(select(Qualification).where(Qualification.lead_id == lead.id))
        grid = {row.slot: Slot(row.status, row.value, row.normal, row.quote) for row in rows}  # type: ignore[arg-type]
        taught = learn(grid, heard, asked=None)
        changes = {name: slot for name, slot in taught.items() if name in _open(grid)}
        present = session.scalars(
            select(Conversation).where(Conversation.id == turn.conversation.id).with_for_update(key_share=True)
        ).one()
        lesson, filled = _lesson(heard, changes, lead=lead, conversation=present)
        if filled:
            learn_turn(session, vault, turn=replace(turn, conversation=present), lesson=lesson, now=now)
            present.plan = {**present.plan, "acts": sorted({*present.plan.get("acts", ()), *lesson.acts})}
    record(
        session,
        "extraction",
        at=now,
        lead_id=lead.id,
        conversation_id=turn.conversation.id,
        message_id=turn.inbound[-1].id,
        filled=filled,
        **found.made,
    )


def _lesson(
    heard: Understanding, changes: Mapping[str, Slot], *, lead: Lead, conversation: Conversation
) -> tuple[Lesson, list[str]]:
    """Return what is taken from a reading, and the names of it."""
    before = frozenset(lead.facts.get("acts", ())) | frozenset(conversation.plan.get("acts", ()))
    new = frozenset(heard.intents) - before
    callback = None if lead.facts.get("call") else heard.callback
    contact = ContactData(**{name: getattr(heard.contact, name) for name in OF_THE_CONTACT if name in changes})
    lesson = Lesson(replace(heard, contact=contact, callback=callback), Situation.INFORMATION, changes, before | new)
    return lesson, sorted([*changes, *(["intents"] if new else []), *(["callback"] if callback else [])])


def _open(grid: Grid) -> frozenset[str]:
    return FILLED - {name for name, slot in grid.items() if slot.status in SETTLED}
