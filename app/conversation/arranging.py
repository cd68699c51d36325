"""A time named alone, or another one, where a call or a meeting is being arranged. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.conversation.acts import CALLS
from app.conversation.beside_a_no import SENTENCE
from app.conversation.memory import Memory
from app.conversation.situation_words import CALLS as CALLS_NAMED
from app.conversation.situation_words import QUESTION, WRITING
from app.conversation.special_words import MOVES
from app.understanding.callback import GO_LIVE, read_callback
from app.understanding.contact_data import without_names
from app.understanding.facts import Asked, Timing, Understanding
from app.understanding.meeting import read_meeting, takes_out
from app.understanding.normal import normalise

CALL_TALK = CALLS | {"when_open", "when_known"}
MEETING_TALK = frozenset({"meeting", "meeting_noted", "not_fixed"})
MEETING = "request_demo_meeting"


Said = tuple[str, date]  # a message and the day it was written


def with_times(
    heard: Understanding,
    text: str,
    memory: Memory,
    *,
    asked: Asked | None,
    today: date,
    earlier: Iterable[Said] = (),
) -> Understanding:
    """Return what was heard with the time that is about the call or meeting we spoke of, or is to be moved.

    `earlier` is what they wrote before, in order: a weekday alone is one of the week they named for the meeting.
    """
    moves = MOVES.search(text) is not None
    plain = without_names(normalise(text).text, heard.contact)
    if CALL_TALK & set(memory.last_acts) and MEETING not in heard.intents:
        return _with_a_call(heard, plain, asked=asked, today=today)
    asks_to_meet = MEETING in heard.intents and not CALLS_NAMED.search(text)
    arranged = asks_to_meet or MEETING_TALK & set(memory.last_acts) or (moves and MEETING in memory.acts)
    wish = read_meeting(plain, today=today, asked=True, week=week_named(earlier)) if arranged else None
    withdraws = bool(arranged) and takes_out(plain, today=today)
    if not (wish or withdraws) or (asked == "timing" and not (moves or withdraws or (wish and wish.start))):
        return heard
    if heard.meeting is not None:
        return replace(heard, meeting=wish)
    heard = _without_a_start(heard)
    others = (one for one in heard.intents if one not in (MEETING, "ask_product", "unclear"))
    return replace(heard, meeting=wish, callback=None, intents=(MEETING, *others))


def _with_a_call(heard: Understanding, plain: str, *, asked: Asked | None, today: date) -> Understanding:
    """Return what was heard with the time to call; a day without an hour answers a question about the start."""
    call = heard.callback or read_callback(plain, asked=True, today=today)
    if call is None or (asked == "timing" and not (call.start or call.end or call.in_minutes)):
        return heard
    window = heard.timing.earliest, heard.timing.latest
    heard = _without_a_start(heard) if call.day in window else heard
    return replace(heard, callback=call, intents=heard.intents or ("unclear",))


def _without_a_start(heard: Understanding) -> Understanding:
    """Return what was heard without a time of going live, unless its sentence speaks of that."""
    if re.search(GO_LIVE, heard.timing.quote or "", re.I):
        return heard
    intents = tuple(one for one in heard.intents if one != "give_timing")
    return replace(heard, timing=Timing(), intents=intents)


def week_named(earlier: Iterable[Said]) -> date | None:
    """Return a day of the week in which they wished to meet, None if they named none."""
    day = None
    for text, today in earlier:
        wish = read_meeting(normalise(text).text, today=today, asked=day is not None, week=day)
        day = wish.days[0] if wish and wish.days else day
    return day


def about_the_channel(heard: Understanding, text: str) -> Understanding:
    """Return what was heard without the question "could you mail instead?" seems to be, and without who answers."""
    if heard.callback is None or heard.callback.method not in ("none", "email"):
        return heard
    questions = [one for one in SENTENCE.findall(text) if QUESTION.search(one)]
    if not all(CALLS_NAMED.search(one) or WRITING.search(one) for one in questions):
        return heard
    intents = tuple(one for one in heard.intents if one != "ask_product")
    return replace(heard, intents=intents or ("unclear",), asks_who=False)


def their_today(heard: Understanding, *, now: datetime, today: date) -> date:
    """Return the day it is where they are, if they named a zone: "tomorrow at 3pm ET" is their tomorrow."""
    named = (heard.callback.zone if heard.callback else None) or (heard.meeting.zone if heard.meeting else None)
    return now.astimezone(ZoneInfo(named)).date() if named else today
