"""The times and dates of a turn as the prospect reads them. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.conversation import business_time
from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.turn_facts import Phrased
from app.understanding.facts import Lang, Timing, Understanding

ROUGH = timedelta(days=20)  # a shorter window was named to the day
FROM_OR_UNTIL = re.compile(
    r"以降|から|過ぎ|すぎ|より後|まで|迄|前"
    r"|\b(?:after|from|before|until|till|by|onwards?|later|past|any ?time|between)\b",
    re.I,
)


def phrased(
    heard: Understanding, call: CallWish | None, memory: Memory, *, text: str, lang: Lang, zone: ZoneInfo, now: datetime
) -> Phrased:
    """Return the words for the call wished for, the time already told and still to come, the timing, the quote.

    Who named a clock time in `text` hears that time again, not the window it opens.
    """
    quote_by = heard.quote.wanted_by if heard.quote else None
    today = now.astimezone(zone).date()
    moment = _moment(call, zone=zone, lang=lang, now=now)
    callback = heard.callback
    exact = callback is not None and callback.start and not callback.end and not FROM_OR_UNTIL.search(text)
    window = window_in_words(call.window, zone=zone, lang=lang, now=now) if call else ""
    return Phrased(
        call=moment if call and call.inside and exact else window,
        call_asked=_asked(call, heard, zone=zone, lang=lang, now=now) or moment,
        told=window_in_words(_told(memory, now=now), zone=zone, lang=lang, now=now),
        timing=business_time.span(_in_months(heard.timing, today), lang=lang) if heard.timing.kind == "range" else "",
        quote_by=business_time.day_name(quote_by, lang=lang, today=today) if quote_by else "",
    )


def _in_months(timing: Timing, today: date) -> Timing:
    """Return a rough window to come, such as "in half a year", in whole months: its days were never named."""
    start, end = timing.earliest, timing.latest
    if start is None or end is None or start <= today or end - start < ROUGH:
        return timing
    after = end.replace(day=28) + timedelta(days=4)
    return replace(timing, earliest=start.replace(day=1), latest=after - timedelta(days=after.day))


def window_in_words(window: tuple[datetime, datetime] | None, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    """Return a window as one phrase, "" for none."""
    return business_time.window(*window, zone=zone.key, lang=lang, now=now) if window else ""


def _moment(call: CallWish | None, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    wanted = call.wanted if call else None
    return business_time.moment(wanted, zone=zone.key, lang=lang, now=now) if wanted else ""


def _asked(call: CallWish | None, heard: Understanding, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    """Return from when until when they wished to be called, "" unless both were named."""
    callback = heard.callback
    if call is None or call.wanted is None or callback is None or not callback.start or not callback.end:
        return ""
    until = datetime.combine(call.wanted.astimezone(zone).date(), time.fromisoformat(callback.end), zone)
    return window_in_words((call.wanted, until), zone=zone, lang=lang, now=now) if until > call.wanted else ""


def _told(memory: Memory, *, now: datetime) -> tuple[datetime, datetime] | None:
    """Return the time told to the prospect, unless it has passed; nobody is told one that is over."""
    if memory.told_from is None or memory.told_until is None:
        return None
    start, end = datetime.fromisoformat(memory.told_from), datetime.fromisoformat(memory.told_until)
    return (start, end) if end > now else None
