"""One turn of the assistant: understand, recall, decide, learn, word, and finish if the conversation is still ours."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from app.conversation.business_time import window
from app.conversation.compose import Draft, compose
from app.conversation.hearing import hear, without_guesses
from app.conversation.learn import Lesson, Missing, hand_to_person, learn_turn
from app.conversation.plan import BY_A_PERSON, Plan, at_a_loss, decide, left_open
from app.conversation.recall import Recalled, Wanted, asked_beside, questions, recall
from app.conversation.reply import Words, begin, extend, finish
from app.conversation.situations import Situation, asks_who_answers, declines, situation, with_choices
from app.conversation.slots import CONTACT_FIELDS, KNOWN, learn
from app.conversation.store import Turn, load_turn
from app.conversation.transcript import transcript
from app.conversation.turn_facts import Opening, TurnFacts
from app.conversation.word import WordedReply, Wording
from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import AppError
from app.core.ids import new_id
from app.core.security import Vault
from app.core.templating import Texts
from app.knowledge.library import Library
from app.models import Message
from app.routing.waiting import contact_window
from app.understanding.facts import Asked, ChallengeCategories, ContactData, Lang, Understanding
from app.understanding.language import detect

logger = log.get(__name__)
ADDRESSES = re.compile(r"\S+@\S+|https?://\S+")
ENGLISH_WORDS = re.compile(r"[A-Za-z]{2,}")
LONGEST_PREVIOUS = 300
LONGEST_MISSING = 500
WAITING: tuple[Asked, ...] = ("timing", "challenge")  # what a mail asks for at once
WORDS_TO_SWITCH = 3  # fewer Latin words are a name, "OK" or a product, not a change to English
NO_LEAD = frozenset(
    {Situation.CRISIS, Situation.ABUSE, Situation.OPT_OUT, Situation.INJECTION, Situation.JOB, Situation.PITCH}
)  # what is said in these says nothing about a purchase


@dataclass(frozen=True, slots=True)
class Decided:
    """A turn whose acts stand and whose lesson is stored; only the words are missing."""

    turn: Turn
    plan: Plan
    draft: Draft
    told: ContactData
    started: float


class Assistant:
    """The software that replies first. Holds no state of any conversation: all of it is in the database."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        *,
        clock: Clock,
        texts: Texts,
        categories: ChallengeCategories,
        library: Library | None,
        wording: Wording | None,
    ) -> None:
        self.database = database
        self.vault = vault
        self.clock = clock
        self.texts = texts
        self.categories = categories
        self.library = library
        self.wording = wording

    async def take_turn(self, conversation_id: UUID, *, shown: Callable[[], None] = lambda: None) -> Message | None:
        """Answer what is unanswered and return the reply; None if there is nothing (more) for the assistant to say.

        `shown` is called when the first sentence of the body is on its way: from then on the turn is not restarted.
        May be cancelled before that and run again, here or after a crash, without saying anything twice.
        """
        turn = await self.database.aread(lambda session: load_turn(session, conversation_id))
        if turn is None:
            return None
        try:
            decided = await self._decide(turn)
        except AppError:
            raise  # the database is away: the safety net comes back
        except Exception:
            logger.exception("turn_undecided", conversation=str(conversation_id))
            decided = await self._at_a_loss(turn)
        return await self._say(decided, shown=shown)

    async def listen(self, conversation_id: UUID) -> None:
        """Learn from what the prospect tells a rep; nothing is said."""
        turn = await self.database.aread(lambda session: load_turn(session, conversation_id, owner="rep"))
        if turn is None:
            return
        lang = language(turn.text, current=_lang(turn.conversation.lang))
        heard = await asyncio.to_thread(self._hear, turn, lang=lang, asked=None)
        changes = learn(turn.grid, heard, asked=None)
        lesson = Lesson(heard, situation(heard, turn.text, asked=None), changes, frozenset(turn.memory.acts))
        await self.database.awrite(
            lambda session: learn_turn(session, self.vault, turn=turn, lesson=lesson, now=self.clock.now())
        )

    async def _at_a_loss(self, turn: Turn) -> Decided:
        """Hand over what the rules could not take in: an honest line, a person, and a lead that somebody has."""
        lang = _lang(turn.conversation.lang)
        plan = at_a_loss(turn.memory, self._opening(turn, lang))
        ref, now = turn.inbound[0].id, self.clock.now()
        await self.database.awrite(
            lambda session: hand_to_person(session, turn.lead.id, about="failure", ref=ref, now=now)
        )
        draft = compose(plan, self.texts, lang=lang, channel=turn.channel)
        return Decided(turn, plan, draft, told=ContactData(), started=self.clock.monotonic())

    async def _decide(self, turn: Turn) -> Decided:
        started = self.clock.monotonic()
        lang = language(turn.text, current=_lang(turn.conversation.lang))
        turn.conversation.lang = lang
        asked = turn.memory.last_asked
        heard = await asyncio.to_thread(self._hear, turn, lang=lang, asked=asked)
        told = heard.contact
        if asked in WAITING:
            heard = without_guesses(heard, known=_known(turn))
        where = with_choices(situation(heard, turn.text, asked=asked), turn.wants)
        changes = learn(turn.grid, heard, asked=asked)
        if where in NO_LEAD:
            changes = {name: slot for name, slot in changes.items() if name in (*CONTACT_FIELDS, "contact")}
        grid = {**turn.grid, **changes}
        again = {name for name, source in turn.cells.items() if source in turn.message_ids}
        categories = grid["challenge"].normal.get("categories", ()) if "challenge" in grid else ()
        recalled: Recalled = await recall(
            self.library,
            Wanted(
                turn.text,
                lang,
                where,
                intents=heard.intents,
                previous=turn.previous and turn.previous[:LONGEST_PREVIOUS],
                challenges=categories,
                wants_case=turn.memory.case_file is None and (where is Situation.QUESTION or bool(categories)),
                wants_document="document" in turn.wants,
            ),
        )
        facts = TurnFacts(
            lang=lang,
            situation=where,
            heard=heard,
            grid=grid,
            learned=frozenset(changes) | again,
            memory=turn.memory,
            answer=recalled.answer,
            case=recalled.case,
            document=recalled.document,
            asks_who_answers=asks_who_answers(turn.text),
            text=turn.text,
            channel=turn.channel,
            verified=turn.verified,
            opening=self._opening(turn, lang),
        )
        plan = decide(facts)
        by_a_person = any(act.kind in BY_A_PERSON for act in plan.acts)
        verdict = left_open(facts, plan)
        missing = self._missing(turn, verdict, lang=lang, told=told) if verdict else None
        lesson = Lesson(heard, where, changes, frozenset(plan.memory.acts), by_a_person, missing)
        await self.database.awrite(
            lambda session: learn_turn(session, self.vault, turn=turn, lesson=lesson, now=self.clock.now())
        )
        draft = compose(plan, self.texts, lang=lang, channel=turn.channel)
        return Decided(turn, plan, draft, told=told, started=started)

    def _missing(self, turn: Turn, verdict: Literal["maybe", "unknown"], *, lang: Lang, told: ContactData) -> Missing:
        """Return what was asked and not answered, for those who write the documents."""
        asked = transcript(turn, self.vault, told=told).clean(questions(turn.text, lang=lang))
        return Missing(asked[:LONGEST_MISSING], lang, verdict)

    def _opening(self, turn: Turn, lang: Lang) -> Opening | None:
        """Return when people are back, if the team is closed now and the calendar says when."""
        now = self.clock.now()
        times = None if turn.hours.contains(now) else contact_window(turn.hours, now, within=turn.contact_within)
        if times is None:
            return None
        return Opening(*times, window(*times, zone=turn.hours.timezone, lang=lang, now=now))

    def _hear(self, turn: Turn, *, lang: Lang, asked: Asked | None) -> Understanding:
        """Understand the turn; a polite no to what we asked, and our own button for it, decline that.

        "As soon as possible" about the purchase says nothing about this conversation.
        """
        today = self.clock.now().astimezone(turn.zone).date()
        text = turn.text
        waiting = tuple(slot for slot in WAITING if slot in turn.memory.asked and slot not in _known(turn))
        heard = hear(text, today=today, asked=asked, waiting=waiting, lang=lang, categories=self.categories)
        beside = asked_beside(text, heard.intents, lang=lang)
        heard = replace(heard, intents=(*heard.intents, *beside))
        button = {self.texts(each, "quick.contact.decline") for each in ("ja", "en")}
        if text.strip() in button:
            return replace(heard, intents=(), declines=True)
        hurry = heard.hurry and not (asked == "timing" and heard.timing.kind == "asap")
        return replace(heard, hurry=hurry, declines=heard.declines or (asked is not None and declines(text)))

    async def _say(self, decided: Decided, *, shown: Callable[[], None]) -> Message | None:
        run_id = str(new_id())
        words, message_id = await self._word(decided, run_id=run_id, shown=shown)
        if words is None:
            return None
        shown()
        message = await self.database.awrite(
            lambda session: finish(
                session,
                decided.turn,
                decided.plan,
                words=words,
                run_id=run_id,
                message_id=message_id,
                now=self.clock.now(),
            )
        )
        if message is None:
            logger.info("reply_dropped", conversation=str(decided.turn.conversation.id), reason="not_ours")
        return message

    async def _word(
        self, decided: Decided, *, run_id: str, shown: Callable[[], None]
    ) -> tuple[Words | None, UUID | None]:
        """Return the words and the open row, if a model has begun one; no words after a take-over."""
        template = Words(
            decided.draft.text, "template", decided.draft.citations, decided.draft.quick_replies, {"model": None}
        )
        reply = self._wording(decided)
        if reply is None:
            return template, None
        words, message_id, index = replace(template, text="", origin="ai", provenance=reply.provenance), None, 0
        async with aclosing(reply.sentences()) as sentences:
            async for piece in sentences:
                shown()
                words = replace(words, text=words.text + piece)
                if message_id is None:
                    message_id = await self._begin(decided.turn, words, run_id=run_id)
                    if message_id is None:
                        return None, None
                    continue
                if not await self._extend(message_id, run_id=run_id, words=words, index=index, sentence=piece):
                    return None, None
                index += 1
        if message_id is None:
            return replace(template, provenance=reply.provenance), None
        return words, message_id

    def _wording(self, decided: Decided) -> WordedReply | None:
        if self.wording is None:
            return None
        return self.wording.reply(
            decided.turn, decided.plan, draft=decided.draft, told=decided.told, started=decided.started
        )

    async def _begin(self, turn: Turn, words: Words, *, run_id: str) -> UUID | None:
        now = self.clock.now()
        return await self.database.awrite(lambda session: begin(session, turn, words=words, run_id=run_id, now=now))

    async def _extend(self, message_id: UUID, *, run_id: str, words: Words, index: int, sentence: str) -> bool:
        return await self.database.awrite(
            lambda session: extend(session, message_id, run_id=run_id, words=words, index=index, sentence=sentence)
        )


def _known(turn: Turn) -> frozenset[str]:
    return frozenset(name for name, slot in turn.grid.items() if slot.status in KNOWN)


def language(text: str, *, current: Lang) -> Lang:
    """Return the language to answer in: it changes only when the prospect clearly writes in the other one."""
    found = detect(text, fallback=current)
    if found == "en" and current == "ja" and len(ENGLISH_WORDS.findall(ADDRESSES.sub(" ", text))) < WORDS_TO_SWITCH:
        return current
    return found


def _lang(stored: str) -> Lang:
    return "en" if stored == "en" else "ja"
