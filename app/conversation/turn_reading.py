"""What the rules read in a turn, and all that its decision may look at. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.conversation import call_wish
from app.conversation.hearing import hear
from app.conversation.memory import Memory
from app.conversation.phrasing import phrased, window_in_words
from app.conversation.recall import Recalled, asked_beside
from app.conversation.situations import Reading, Situation, asks_who_answers, declines
from app.conversation.slots import KNOWN, Slot
from app.conversation.store import Turn
from app.conversation.turn_facts import Opening, TurnFacts
from app.core.templating import Texts
from app.routing.waiting import contact_window
from app.understanding.facts import Asked, ChallengeCategories, Lang, Understanding
from app.understanding.understand import understand

CALL_TALK = frozenset({"call_wanted", "call_noted", "call_outside", "when_open", "when_known"})
WAITING: tuple[Asked, ...] = ("timing", "challenge")  # what a mail asks for at once
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
        heard = replace(heard, callback=understand(text, today=today, asked="call_time", lang=lang).callback)
    heard = replace(heard, intents=(*heard.intents, *asked_beside(text, heard.intents, lang=lang)))
    button = {texts(each, "quick.contact.decline") for each in ("ja", "en")}
    if text.strip() in button:
        return replace(heard, intents=(), declines=True)
    hurry = heard.hurry and not (asked == "timing" and heard.timing.kind == "asap")
    return replace(heard, hurry=hurry, declines=heard.declines or (asked is not None and declines(text)))


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
        asks_who_answers=heard.asks_who or asks_who_answers(turn.text),
        text=turn.text,
        channel=turn.channel,
        verified=turn.verified,
        opening=opening(turn, lang=lang, now=now),
        call=call,
        notice_due=_notice_due(turn.memory, now=now),
        lead_kind=turn.lead.kind,
        spoken=read.spoken,
        phrased=phrased(heard, call, turn.memory, lang=lang, zone=turn.zone, now=now),
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
