"""A time named alone, or another one, where a call or a meeting is being arranged. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.conversation.acts import CALLS
from app.conversation.beside_a_no import SENTENCE
from app.conversation.memory import Memory
from app.conversation.situation_words import CALLS as CALLS_NAMED
from app.conversation.situation_words import QUESTION, WRITING
from app.conversation.special_words import MOVES
from app.understanding.callback import read_callback
from app.understanding.facts import Asked, Timing, Understanding
from app.understanding.meeting import read_meeting
from app.understanding.normal import normalise

CALL_TALK = CALLS | {"when_open", "when_known"}
MEETING_TALK = frozenset({"meeting", "meeting_noted", "not_fixed"})
MEETING = "request_demo_meeting"


def with_times(heard: Understanding, text: str, memory: Memory, *, asked: Asked | None, today: date) -> Understanding:
    """Return what was heard with the time that is about the call or meeting we spoke of, or is to be moved."""
    moves = MOVES.search(text) is not None
    plain = _without_names(heard, normalise(text).text)
    if heard.callback is None and CALL_TALK & set(memory.last_acts) and MEETING not in heard.intents:
        return replace(heard, callback=read_callback(plain, asked=True, today=today))
    asks_to_meet = MEETING in heard.intents and not CALLS_NAMED.search(text)
    arranged = asks_to_meet or MEETING_TALK & set(memory.last_acts) or (moves and MEETING in memory.acts)
    if heard.meeting is not None or not arranged or (asked == "timing" and not moves):
        return heard
    wish = read_meeting(plain, today=today, asked=True)
    if wish is None:
        return heard
    others = (one for one in heard.intents if one not in (MEETING, "ask_product", "give_timing", "unclear"))
    return replace(heard, meeting=wish, callback=None, timing=Timing(), intents=(MEETING, *others))


def _without_names(heard: Understanding, text: str) -> str:
    """Return the text without who they are: a name or an address may hold the word for a time of day."""
    told = heard.contact
    for name in filter(None, (told.name, told.company, told.email)):
        text = text.replace(name, " ")
    return text


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
