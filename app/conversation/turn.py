"""One turn of the assistant: understand, recall, decide, learn, word, and finish if the conversation is still ours."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.conversation.beside_a_no import intents_of
from app.conversation.compose import Draft, compose
from app.conversation.hand_over import hand_to_person
from app.conversation.learn import learn_turn
from app.conversation.lesson import Lesson, Missing
from app.conversation.plan import BY_A_PERSON, Plan, at_a_loss, decide, left_open
from app.conversation.recall import Recalled, recall
from app.conversation.reply import Overtaken, Words, begin, extend, finish
from app.conversation.settle import note_heard, settle
from app.conversation.situations import Situation
from app.conversation.spoken import spoken
from app.conversation.store import Turn, load_turn
from app.conversation.transcript import transcript
from app.conversation.turn_facts import TurnFacts
from app.conversation.turn_reading import Read, facts_of, hear_turn, opening, read_turn
from app.conversation.wanted import Wanted
from app.conversation.word import Wording
from app.conversation.worded import WordedReply
from app.core import log
from app.core.clock import Clock
from app.core.db import Database
from app.core.errors import AppError, Unavailable
from app.core.ids import new_id
from app.core.security import Vault
from app.core.templating import Texts
from app.knowledge.library import Library
from app.models import Message
from app.understanding.facts import ChallengeCategories, ContactData, Lang
from app.understanding.language import detect

logger = log.get(__name__)
ADDRESSES = re.compile(r"(?<!\S)[^\s@]++@\S+|https?://\S+")
ENGLISH_WORDS = re.compile(r"[A-Za-z]{2,}")
LONGEST_PREVIOUS = 300
MOST_PLANS = 3  # of a turn that others keep overtaking
MOST_SAID = 120  # texts of a conversation that are remembered
LONGEST_MISSING = 500
WORDS_TO_SWITCH = 3  # fewer Latin words are a name, "OK" or a product, not a change to English


@dataclass(frozen=True, slots=True)
class Decided:
    """A turn whose acts stand, with what it taught us (None if that was not understood); only the words are missing."""

    turn: Turn
    plan: Plan
    draft: Draft
    told: ContactData
    started: float
    lesson: Lesson | None = None


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
        hosts: frozenset[str] = frozenset(),
    ) -> None:
        self.database = database
        self.vault = vault
        self.clock = clock
        self.texts = texts
        self.categories = categories
        self.library = library
        self.wording = wording
        self.hosts = hosts

    async def take_turn(
        self, conversation_id: UUID, *, shown: Callable[[Turn], None] = lambda _turn: None
    ) -> Message | None:
        """Answer what is unanswered and return the reply; None if there is nothing (more) for the assistant to say.

        `shown` is called with the turn when the first sentence of the body is on its way: from then on it is not
        restarted. May be cancelled before that and run again, here or after a crash, without saying anything twice.
        """
        for _ in range(MOST_PLANS):
            turn = await self.database.aread(lambda session: load_turn(session, conversation_id))
            if turn is None:
                return None
            try:
                return await self._take(turn, shown=shown)
            except Overtaken:
                logger.info("turn_overtaken", conversation=str(conversation_id))
        raise Unavailable("turn_not_finished")

    async def _take(self, turn: Turn, *, shown: Callable[[Turn], None]) -> Message | None:
        """Answer a turn; one that cannot be decided goes to a person, with what was understood of it."""
        started, found = self.clock.monotonic(), None
        try:
            found = await self._read(turn)
            decided = await self._decide(turn, found, started=started)
            reply = await self._wording(decided)
            if reply is None:
                return await self._say_at_once(decided, shown=shown)
            await self.database.awrite(lambda session: self._learn(session, decided))
        except (AppError, Overtaken):
            raise  # the database is away: the safety net comes back
        except Exception:
            logger.exception("turn_undecided", conversation=str(turn.conversation.id))
            return await self._say_at_once(await self._at_a_loss(turn, found), shown=shown)
        return await self._say(decided, reply, shown=shown)

    async def listen(self, conversation_id: UUID) -> bool:
        """Learn from what the prospect tells a rep, if one speaks with them; nothing is said."""
        turn = await self.database.aread(lambda session: load_turn(session, conversation_id, owner="rep"))
        if turn is None:
            return False
        found = await self._read(turn, spoken_to=False)
        reading = found.reading
        lesson = Lesson(found.heard, reading.first, found.changes, frozenset(turn.memory.acts), beside=reading.beside)

        def store(session: Session) -> None:
            learn_turn(session, self.vault, turn=turn, lesson=lesson, now=self.clock.now())
            note_heard(session, turn)

        await self.database.awrite(store)
        return True

    async def _at_a_loss(self, turn: Turn, found: Read | None) -> Decided:
        """Hand over what the rules could not take in: an honest line, a person, and a lead that somebody has."""
        lang, now = _lang(turn.conversation.lang), self.clock.now()
        if found is not None:
            reading = found.reading
            acts = frozenset(turn.memory.acts)
            lesson = Lesson(found.heard, reading.first, found.changes, acts, beside=reading.beside)
            try:
                await self.database.awrite(
                    lambda session: learn_turn(session, self.vault, turn=turn, lesson=lesson, now=now)
                )
            except AppError:
                raise
            except Exception:
                logger.exception("turn_unlearned", conversation=str(turn.conversation.id))
        ref = turn.inbound[0].id
        await self.database.awrite(
            lambda session: hand_to_person(session, turn.lead.id, about="failure", ref=ref, now=now)
        )
        plan = at_a_loss(turn.memory, opening(turn, lang=lang, now=now), channel=turn.channel)
        return self._composed(turn, plan, lang=lang, told=ContactData(), started=self.clock.monotonic())

    async def _read(self, turn: Turn, *, spoken_to: bool = True) -> Read:
        """Understand what was written; what was said to a rep answers no question of ours.

        Whatever reads words runs beside the loop that all prospects share: long ones take their time.
        """
        now, texts, categories = self.clock.now(), self.texts, self.categories
        asked = turn.memory.last_asked if spoken_to else None

        def read() -> Read:
            other = spoken(turn.text) if spoken_to else None
            turn.conversation.lang = lang = (
                "en" if other else language(turn.text, current=_lang(turn.conversation.lang))
            )
            heard = hear_turn(turn, lang=lang, asked=asked, now=now, texts=texts, categories=categories)
            return replace(read_turn(turn, heard, asked=asked, spoken=other), told=heard.contact)

        return await asyncio.to_thread(read)

    async def _decide(self, turn: Turn, found: Read, *, started: float) -> Decided:
        lang = _lang(turn.conversation.lang)
        if found.reading.first is Situation.LANGUAGE:
            recalled = await self._recall_in_english(turn, told=found.told)
        else:
            recalled = await self._recall(turn, found, lang=lang)
        return await asyncio.to_thread(self._decided, turn, found, recalled, lang=lang, started=started)

    def _decided(self, turn: Turn, found: Read, recalled: Recalled, *, lang: Lang, started: float) -> Decided:
        facts = facts_of(turn, found, recalled, lang=lang, now=self.clock.now())
        plan = decide(facts)
        lesson = Lesson(
            found.heard,
            facts.situation,
            found.changes,
            frozenset(plan.memory.acts),
            by_a_person=any(act.kind in BY_A_PERSON for act in plan.acts),
            missing=self._missing(turn, facts, plan, told=found.told),
            beside=facts.beside,
            handoff=plan.handoff,
            call=plan.call,
        )
        if lesson.opts_out:
            plan = replace(plan, memory=plan.memory.refusing("messages"))
        elif lesson.interested and plan.state == "ended":  # the lead is open again, so is the talk
            plan = replace(plan, state="open", memory=replace(plan.memory, state="open"))
        return replace(self._composed(turn, plan, lang=lang, told=found.told, started=started), lesson=lesson)

    def _composed(self, turn: Turn, plan: Plan, *, lang: Lang, told: ContactData, started: float) -> Decided:
        """Put the plan into our own words, none of them said before in this conversation, and remember them."""
        said = turn.memory.said
        draft = compose(plan, self.texts, lang=lang, channel=turn.channel, seed=turn.text, said=said)
        memory = replace(plan.memory, said=(*said, *draft.said)[-MOST_SAID:])
        return Decided(turn, replace(plan, memory=memory), draft, told=told, started=started)

    async def _recall(self, turn: Turn, found: Read, *, lang: Lang) -> Recalled:
        """Return what the documents say to the turn."""
        grid, reading = found.grid, found.reading
        categories = grid["challenge"].normal.get("categories", ()) if "challenge" in grid else ()
        first = reading.first
        tells_of_one = turn.memory.case_file is None and (first is Situation.QUESTION or bool(categories))
        chosen = "document" in turn.wants or turn.memory.draft_lacks_problem
        wanted = Wanted(
            turn.text,
            lang,
            first,
            intents=found.heard.intents,
            previous=turn.previous and turn.previous[:LONGEST_PREVIOUS],
            challenges=categories,
            wants_case=tells_of_one or first is Situation.APPROVAL_PACK,
            wants_document=chosen or Situation.DOCUMENT in reading.beside,
            asked=turn.memory.last_asked,
            hosts=self.hosts,
        )
        return await recall(self.library, wanted)

    async def _recall_in_english(self, turn: Turn, *, told: ContactData) -> Recalled:
        """Return what the documents say to a turn in another language; nothing without a model to say what it asks."""
        asked = await self.wording.in_english(turn, told=told) if self.wording is not None else None
        if asked is None:
            return Recalled()
        wanted = Wanted(asked, "en", Situation.QUESTION, intents=intents_of(asked), wants_case=False, hosts=self.hosts)
        return await recall(self.library, wanted)

    def _missing(self, turn: Turn, facts: TurnFacts, plan: Plan, *, told: ContactData) -> tuple[Missing, ...]:
        """Return what was asked and not answered, question by question, for those who write the documents."""
        unanswered = left_open(facts, plan)
        if not unanswered:
            return ()
        said = transcript(turn, self.vault, told=told)
        return tuple(
            Missing(said.clean(question)[:LONGEST_MISSING], facts.lang, verdict) for question, verdict in unanswered
        )

    def _learn(self, session: Session, decided: Decided) -> None:
        """Store what the turn taught us; nothing for one that was not understood."""
        if decided.lesson is not None:
            now = self.clock.now()
            learn_turn(session, self.vault, turn=decided.turn, lesson=decided.lesson, now=now)

    async def _say_at_once(self, decided: Decided, *, shown: Callable[[Turn], None]) -> Message | None:
        """Learn and say it in our own words, or settle the turn in silence, in one write."""
        turn, draft = decided.turn, decided.draft
        words = Words(draft.text, "template", draft.citations, draft.quick_replies, {"model": None})

        def store(session: Session) -> Message | None:
            self._learn(session, decided)
            now = self.clock.now()
            if decided.plan.silent:
                settle(session, turn, decided.plan, now=now)
                return None
            run_id = str(new_id())
            return finish(session, turn, decided.plan, words=words, run_id=run_id, message_id=None, now=now)

        if not decided.plan.silent:
            shown(turn)
        message = await self.database.awrite(store)
        if message is None and not decided.plan.silent:
            _dropped(turn)
        return message

    async def _say(self, decided: Decided, reply: WordedReply, *, shown: Callable[[Turn], None]) -> Message | None:
        """Say it in the model's words as far as they come, and in ours."""
        turn, run_id = decided.turn, str(new_id())
        words, message_id = await self._word(decided, reply, run_id=run_id, shown=shown)
        if words is None:
            return None
        shown(turn)
        message = await self.database.awrite(
            lambda session: finish(
                session, turn, decided.plan, words=words, run_id=run_id, message_id=message_id, now=self.clock.now()
            )
        )
        if message is None:
            _dropped(turn)
        return message

    async def _word(
        self, decided: Decided, reply: WordedReply, *, run_id: str, shown: Callable[[Turn], None]
    ) -> tuple[Words | None, UUID | None]:
        """Return the words and the open row, if the model has begun one; no words after a take-over."""
        draft = decided.draft
        turn, said = decided.turn, transcript(decided.turn, self.vault, told=decided.told)
        asked = said.clean(turn.text)[:LONGEST_MISSING]
        words = Words("", "ai", draft.citations, draft.quick_replies, reply.provenance, question=asked)
        message_id, index = None, 0
        async with aclosing(reply.sentences()) as sentences:
            async for piece in sentences:
                shown(turn)
                words = replace(words, text=words.text + piece)
                if message_id is None:
                    message_id = await self._begin(decided, words, run_id=run_id)
                    if message_id is None:
                        return None, None
                    continue
                if not await self._extend(message_id, run_id=run_id, words=words, index=index, sentence=piece):
                    return None, None
                index += 1
        if message_id is None:
            return replace(words, text=draft.text, origin="template"), None
        return words, message_id

    async def _wording(self, decided: Decided) -> WordedReply | None:
        """Return the reply a model is to word; None where our own words have to do.

        Reading its sources takes too long for the loop all prospects share.
        """
        if self.wording is None or decided.plan.silent:
            return None
        try:
            return await asyncio.to_thread(
                self.wording.reply,
                decided.turn,
                decided.plan,
                draft=decided.draft,
                told=decided.told,
                started=decided.started,
            )
        except Exception:
            logger.exception("reply_unworded", conversation=str(decided.turn.conversation.id))
            return None

    async def _begin(self, decided: Decided, words: Words, *, run_id: str) -> UUID | None:
        turn, plan, now = decided.turn, decided.plan, self.clock.now()
        return await self.database.awrite(
            lambda session: begin(session, turn, plan, words=words, run_id=run_id, now=now)
        )

    async def _extend(self, message_id: UUID, *, run_id: str, words: Words, index: int, sentence: str) -> bool:
        return await self.database.awrite(
            lambda session: extend(session, message_id, run_id=run_id, words=words, index=index, sentence=sentence)
        )


def _dropped(turn: Turn) -> None:
    logger.info("reply_dropped", conversation=str(turn.conversation.id), reason="not_ours")


def language(text: str, *, current: Lang) -> Lang:
    """Return the language to answer in: it changes only when the prospect clearly writes in the other one."""
    found = detect(text, fallback=current)
    if found == "en" and current == "ja" and len(ENGLISH_WORDS.findall(ADDRESSES.sub(" ", text))) < WORDS_TO_SWITCH:
        return current
    return found


def _lang(stored: str) -> Lang:
    return "en" if stored == "en" else "ja"
