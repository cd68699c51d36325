"""The times and dates of a turn as the prospect reads them. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from app.conversation import business_time
from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.turn_facts import Phrased
from app.understanding.facts import Lang, Understanding

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
        call_asked=moment,
        told=window_in_words(_told(memory, now=now), zone=zone, lang=lang, now=now),
        timing=business_time.span(heard.timing, lang=lang) if heard.timing.kind == "range" else "",
        quote_by=business_time.day_name(quote_by, lang=lang, today=today) if quote_by else "",
    )


def window_in_words(window: tuple[datetime, datetime] | None, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    """Return a window as one phrase, "" for none."""
    return business_time.window(*window, zone=zone.key, lang=lang, now=now) if window else ""


def _moment(call: CallWish | None, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    wanted = call.wanted if call else None
    return business_time.moment(wanted, zone=zone.key, lang=lang, now=now) if wanted else ""


def _told(memory: Memory, *, now: datetime) -> tuple[datetime, datetime] | None:
    """Return the time told to the prospect, unless it has passed; nobody is told one that is over."""
    if memory.told_from is None or memory.told_until is None:
        return None
    start, end = datetime.fromisoformat(memory.told_from), datetime.fromisoformat(memory.told_until)
    return (start, end) if end > now else None
