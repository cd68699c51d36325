"""A time named alone, or another one, where a call or a meeting is being arranged. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
from app.understanding.facts import Asked, Callback, MeetingWish, Timing, Understanding
from app.understanding.hours import hours as read_hours
from app.understanding.meeting import read_meeting, takes_out
from app.understanding.normal import normalise

GO_LIVE_SAID = re.compile(rf"{GO_LIVE}|使い|納品|契約|\b(?:live|deliver\w*|sign)\b", re.I)
CALL_TALK = CALLS | {"when_open", "when_known"}
MEETING_TALK = frozenset({"meeting", "meeting_noted", "not_fixed"})
MEETING = "request_demo_meeting"


Said = tuple[str, date]  # a message and the day it was written
Hours = tuple[str | None, str | None]  # from and until, "HH:MM"
THEY_SEND = re.compile(
    r"送(?:れば|ったら|っても?(?:いい|よい|よろし|良い|大丈夫))"
    r"|\b(?:should|shall|can|could|may|do) (?:i|we) (?:e-?mail|mail|send)\b",
    re.I,
)  # what they would mail us, and not in which way we answer
ANY_TIME = re.compile(r"いつでも|何時でも|時間は(?:お任せ|任せ|問)|終日|\b(?:any ?time|all day|whenever)\b", re.I)


def with_times(
    heard: Understanding,
    text: str,
    memory: Memory,
    *,
    asked: Asked | None,
    today: date,
    earlier: Iterable[Said] = (),
    call_on: date | None = None,
    call_at: Hours = (None, None),
) -> Understanding:
    """Return what was heard with the time that is about the call or meeting we spoke of, or is to be moved.

    `earlier` is what they wrote before, in order: a weekday alone is one of the week they named for the meeting.
    `call_on` is the day of the call they wished for: another hour is one of that day, a weekday one of its week.
    `call_at` are its hours. A call or meeting that is moved to another day, and no more, keeps its hours.
    """
    moves = MOVES.search(text) is not None
    plain = without_names(normalise(text).text, heard.contact)
    of_a_call = _Call(None if moves else asked, today, call_on, call_at)
    if CALL_TALK & set(memory.last_acts) and not _asks_to_meet(heard, plain, today=today):
        return _with_a_call(heard, plain, of_a_call)
    called = call_on is not None or call_at != (None, None)
    if moves and called and not heard.has_challenge and MEETING not in (*memory.acts, *heard.intents):
        moved = _with_a_call(heard, plain, of_a_call)
        in_minutes = moved.callback.in_minutes if moved.callback else None
        day = moved.callback is not None and moved.callback.day is not None and not GO_LIVE_SAID.search(plain)
        of_a_call_too = heard.callback or in_minutes or day or read_hours(plain) != (None, None)
        return moved if moved.callback and of_a_call_too else heard
    asks_to_meet = MEETING in heard.intents and not CALLS_NAMED.search(text)
    arranged = asks_to_meet or MEETING_TALK & set(memory.last_acts) or (moves and MEETING in memory.acts)
    before = wished_before(earlier) if arranged else MeetingWish()
    week = before.days[0] if before.days else None
    wish = read_meeting(plain, today=today, asked=True, week=week) if arranged else None
    if wish and wish.days and not (wish.start or wish.end or ANY_TIME.search(plain)):
        wish = replace(wish, start=before.start, end=before.end, zone=wish.zone or before.zone)
    withdraws = bool(arranged) and takes_out(plain, today=today)
    if not (wish or withdraws) or (asked == "timing" and not (moves or withdraws or (wish and wish.start))):
        return heard
    if heard.meeting is not None:
        return replace(heard, meeting=wish)
    heard = _without_a_start(heard)
    others = (one for one in heard.intents if one not in (MEETING, "ask_product", "unclear"))
    return replace(heard, meeting=wish, callback=None, intents=(MEETING, *others))


@dataclass(frozen=True, slots=True)
class _Call:
    """What a call is arranged beside: our last question, the day it is, day and hours of the call wished for before."""

    asked: Asked | None
    today: date
    before: date | None
    hours: Hours


def _asks_to_meet(heard: Understanding, plain: str, *, today: date) -> bool:
    """Say whether a meeting is named: "Wednesday works better" is as good as said of a call."""
    return MEETING in heard.intents and read_meeting(plain, today=today, asked=False) is not None


def _with_a_call(heard: Understanding, plain: str, of: _Call) -> Understanding:
    """Return what was heard with the time to call; a day without an hour answers a question about the start."""
    call = heard.callback or read_callback(plain, asked=True, today=of.today)
    if call is None or (of.asked == "timing" and not (call.start or call.end or call.in_minutes)):
        return heard
    call = replace(call, day=_day_of(call, plain, of))
    if call.day and call.day != of.before and not (call.start or call.end or call.in_minutes or ANY_TIME.search(plain)):
        call = replace(call, start=of.hours[0], end=of.hours[1])
    window = heard.timing.earliest, heard.timing.latest
    heard = _without_a_start(heard) if call.day in window else heard
    others = tuple(one for one in heard.intents if one != MEETING)
    return replace(heard, callback=call, meeting=None, intents=others or ("unclear",))


def _day_of(call: Callback, plain: str, of: _Call) -> date | None:
    """Return the day of a call: with an hour alone that of the call before, with a weekday alone one of its week."""
    if of.before is None or of.before < of.today:
        return call.day
    if call.day is None:
        return of.before if call.start or call.end else None
    named = read_meeting(CALLS_NAMED.sub(" ", plain), today=of.today, asked=True, week=of.before)
    return named.days[0] if named and len(named.days) == 1 else call.day


def _without_a_start(heard: Understanding) -> Understanding:
    """Return what was heard without a time of going live, unless its sentence speaks of that."""
    if re.search(GO_LIVE, heard.timing.quote or "", re.I):
        return heard
    intents = tuple(one for one in heard.intents if one != "give_timing")
    return replace(heard, timing=Timing(), intents=intents)


def wished_before(earlier: Iterable[Said]) -> MeetingWish:
    """Return the days and hours they wished to meet at last, as far as they named any."""
    last = MeetingWish()
    for text, today in earlier:
        week = last.days[0] if last.days else None
        wish = read_meeting(normalise(text).text, today=today, asked=week is not None, week=week)
        if wish and wish.days:
            hours = wish if wish.start or wish.end else last
            last = replace(wish, start=hours.start, end=hours.end, zone=wish.zone or last.zone)
    return last


def about_the_channel(heard: Understanding, text: str) -> Understanding:
    """Return what was heard without the question "could you mail instead?" seems to be, and without who answers."""
    if heard.callback is None or heard.callback.method not in ("none", "email"):
        return heard
    questions = [one for one in SENTENCE.findall(text) if QUESTION.search(one)]
    if any(THEY_SEND.search(one) for one in questions):
        return heard
    if not all(CALLS_NAMED.search(one) or WRITING.search(one) for one in questions):
        return heard
    intents = tuple(one for one in heard.intents if one != "ask_product")
    return replace(heard, intents=intents or ("unclear",), asks_who=False)


def their_today(heard: Understanding, *, now: datetime, today: date) -> date:
    """Return the day it is where they are, if they named a zone: "tomorrow at 3pm ET" is their tomorrow."""
    named = (heard.callback.zone if heard.callback else None) or (heard.meeting.zone if heard.meeting else None)
    return now.astimezone(ZoneInfo(named)).date() if named else today
