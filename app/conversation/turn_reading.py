"""What the rules read in a turn, and all that its decision may look at. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.conversation import call_wish
from app.conversation.hearing import ANSWER, hear, without_a_purchase, without_a_shorter_name, without_guesses
from app.conversation.memory import Memory
from app.conversation.phrasing import phrased, window_in_words
from app.conversation.recall import Recalled, asked_beside
from app.conversation.situations import (
    NO_PROSPECT,
    TELLS,
    Reading,
    Situation,
    declines,
    read,
    reading_of,
    reading_with_choices,
)
from app.conversation.slots import KNOWN, Slot, learn
from app.conversation.special_words import ASIDE, HOW_LONG, NO_ADDRESS, WONT_TELL
from app.conversation.store import Turn
from app.conversation.turn_facts import Opening, TurnFacts
from app.core.templating import Texts
from app.routing.waiting import contact_window
from app.understanding.callback import read_callback
from app.understanding.facts import Asked, Challenge, ChallengeCategories, Lang, Timing, Understanding
from app.understanding.normal import normalise
from app.understanding.understand import understand

CALL_TALK = frozenset({"call_wanted", "call_noted", "call_outside", "when_open", "when_known"})
WAITING: tuple[Asked, ...] = ("timing", "challenge")  # what a mail asks for at once
GRIEVANCES = frozenset({"abuse", "complaint", "crisis", "support", "threat"})  # what is told next belongs to them
GRAVE = re.compile(r"\.(?:abuse|crisis|threat)(?:\.|$)")  # in what was said: these stay to the end
TROUBLE = re.compile(r"\.(?:complaint|support)(?:\.|$)")
AGAIN_AFTER = timedelta(hours=24)  # then the prospect is told again that software answers


@dataclass(frozen=True, slots=True)
class Read:
    """A turn as the rules read it: what was heard, what it is about, and the grid with what it changed."""

    heard: Understanding
    reading: Reading
    grid: Mapping[str, Slot]
    changes: Mapping[str, Slot]
    spoken: str | None = None


def hear_turn(
    turn: Turn,
    *,
    lang: Lang,
    asked: Asked | None,
    now: datetime,
    texts: Texts,
    categories: ChallengeCategories,
) -> Understanding:
    """Understand a turn; a polite no to what we asked, and our own button for it, decline that.

    "As soon as possible" about the purchase says nothing about this conversation. A time alone, where we spoke of a
    call, is one to call.
    """
    today = now.astimezone(turn.zone).date()
    text = turn.text
    waiting = tuple(slot for slot in WAITING if slot in turn.memory.asked and slot not in known(turn))
    heard = hear(text, today=today, asked=asked, waiting=waiting, lang=lang, categories=categories)
    if heard.callback is None and CALL_TALK & set(turn.memory.last_acts):
        heard = replace(heard, callback=read_callback(normalise(text).text, asked=True, today=today))
    heard = _without_asides(heard, text)
    if asked == "challenge" or "challenge" in waiting:
        heard = _without_other_answers(heard, text, asked=asked, today=today, lang=lang)
    heard = replace(heard, intents=(*heard.intents, *asked_beside(text, heard.intents)))
    button = {texts(each, "quick.contact.decline") for each in ("ja", "en")}
    if text.strip() in button:
        return replace(heard, intents=(), declines=True)
    if NO_ADDRESS.search(text) and not heard.contact.email and not heard.contact.phone:
        return replace(heard, intents=(), refuses=("contact",))
    if asked is not None and WONT_TELL.match(text) and not heard.challenges and not heard.contact.email:
        return replace(heard, intents=(), declines=True)
    hurry = heard.hurry and not (asked == "timing" and heard.timing.kind == "asap")
    return replace(heard, hurry=hurry, declines=heard.declines or (asked is not None and declines(text)))


def _without_other_answers(
    heard: Understanding, text: str, *, asked: Asked | None, today: date, lang: Lang
) -> Understanding:
    """Return what was heard without the problems that are none: a bare answer may as well be a wish or a correction.

    Words that answer an earlier question by the way are taken for that only where nothing else is wanted.
    """
    wants = asked != "challenge" and read(heard, text, asked=asked).first not in TELLS

    def tells(span: str) -> bool:
        if span in (heard.contact.name, heard.contact.company, heard.contact.role):
            return False
        sentence = next((one for one in ANSWER.findall(text) if span in one), text)
        alone = understand(sentence, today=today, lang=lang)
        if alone.challenges:
            return True
        something_else = alone.corrects or alone.contact.email or alone.contact.phone or alone.timing.kind != "none"
        return not something_else and not wants and read(alone, sentence, asked=None).first in TELLS

    return _with_challenges(heard, tuple(one for one in heard.challenges if tells(one.span)))


def _without_asides(heard: Understanding, text: str) -> Understanding:
    """Return what was heard without problems that are only those of this talk, such as the language it is in."""
    asides = [one for one in ANSWER.findall(text) if ASIDE.search(one.strip())]
    kept = tuple(one for one in heard.challenges if not any(one.span in aside for aside in asides))
    return _with_challenges(heard, kept)


def _with_challenges(heard: Understanding, kept: tuple[Challenge, ...]) -> Understanding:
    if len(kept) == len(heard.challenges):
        return heard
    intents = tuple(intent for intent in heard.intents if kept or intent != "give_challenge")
    return replace(heard, challenges=kept, has_challenge=bool(kept), intents=intents or ("unclear",))


def read_turn(turn: Turn, heard: Understanding, *, asked: Asked | None, spoken: str | None = None) -> Read:
    """Return what a turn says and changes; of whoever does not speak of a purchase, only who they are is kept."""
    if asked in WAITING:
        heard = without_guesses(heard, known=known(turn))
    if asked != "contact":
        heard = without_a_shorter_name(heard, known=known(turn))
    reading = reading_of(turn.lead.kind, reading_with_choices(read(heard, turn.text, asked=asked), turn.wants))
    if turn.memory.waiting_for_person and HOW_LONG.match(turn.text):
        reading = Reading(Situation.WHEN, reading.beside)
    grieved = GRIEVANCES & set(turn.memory.last_acts) or any(GRAVE.search(one) for one in turn.memory.said)
    follows_a_grievance = reading.first in TELLS and bool(grieved)
    if reading.first in NO_PROSPECT or follows_a_grievance:
        heard = without_a_purchase(heard)
    elif heard.timing.kind == "asap" and any(TROUBLE.search(one) for one in turn.memory.said):
        heard = replace(heard, timing=Timing())  # hurry with the repair
    elif reading.holds(Situation.DISCOUNT) and "timing" in known(turn) and not heard.corrects:
        heard = replace(heard, timing=Timing())  # "... and we sign today" is a condition
    changes = learn(turn.grid, heard, asked=asked)
    return Read(heard, reading, {**turn.grid, **changes}, changes, spoken)


def facts_of(turn: Turn, read: Read, recalled: Recalled, *, lang: Lang, now: datetime) -> TurnFacts:
    """Return all the plan may look at; what an earlier run of this turn learned counts as learned by this one."""
    heard, reading = read.heard, read.reading
    again = {name for name, source in turn.cells.items() if source in turn.message_ids}
    wished = reading.holds(Situation.CALL)
    call = call_wish.of(heard.callback, hours=turn.hours, now=now, zone=turn.zone) if wished else None
    return TurnFacts(
        lang=lang,
        situation=reading.first,
        beside=reading.beside,
        heard=heard,
        grid=read.grid,
        learned=frozenset(read.changes) | again,
        memory=turn.memory,
        answers=recalled.answers,
        case=recalled.case,
        document=recalled.document,
        text=turn.text,
        channel=turn.channel,
        verified=turn.verified,
        opening=opening(turn, lang=lang, now=now),
        call=call,
        notice_due=_notice_due(turn.memory, now=now),
        lead_kind=turn.lead.kind,
        spoken=read.spoken,
        phrased=phrased(heard, call, turn.memory, text=turn.text, lang=lang, zone=turn.zone, now=now),
        now=now,
    )


def opening(turn: Turn, *, lang: Lang, now: datetime) -> Opening | None:
    """Return when people are back, if the team is closed now and the calendar says when."""
    times = None if turn.hours.contains(now) else contact_window(turn.hours, now, within=turn.contact_within)
    if times is None:
        return None
    zone = ZoneInfo(turn.hours.timezone)
    return Opening(*times, window_in_words(times, zone=zone, lang=lang, now=now))


def known(turn: Turn) -> frozenset[str]:
    """Return what is known of the lead, by slot."""
    return frozenset(name for name, slot in turn.grid.items() if slot.status in KNOWN)


def _notice_due(memory: Memory, *, now: datetime) -> bool:
    return memory.noticed_at is not None and now - datetime.fromisoformat(memory.noticed_at) >= AGAIN_AFTER
