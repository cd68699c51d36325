"""The times and dates of a turn as the prospect reads them. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.conversation import business_time
from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.turn_facts import Phrased
from app.understanding.facts import Callback, Lang, MeetingWish, Timing, Understanding

ROUGH = timedelta(days=20)  # a shorter window was named to the day


def phrased(
    heard: Understanding, call: CallWish | None, memory: Memory, *, lang: Lang, zone: ZoneInfo, now: datetime
) -> Phrased:
    """Return the words for the times of a turn; a call has the day they named, or the next one at which people are in
    where they are not in at the time wished for. Of the times of any day, no day is said.
    """
    today = now.astimezone(zone).date()
    callback = heard.callback
    theirs = ZoneInfo(callback.zone) if callback and callback.zone else zone
    paper_by = heard.wanted_by
    return Phrased(
        call=_call(call, callback, zone=zone, lang=lang, now=now),
        call_asked=_asked(call, callback, zone=theirs, lang=lang, now=now),
        call_not=_not_then(callback, lang=lang, today=today) if callback else "",
        told=window_in_words(_told(memory, now=now), zone=zone, lang=lang, now=now),
        timing=business_time.span(_in_months(heard.timing, today), lang=lang) if heard.timing.kind == "range" else "",
        paper_by=business_time.day_name(paper_by, lang=lang, today=today) if paper_by else "",
        meeting=_meeting(heard.meeting, lang=lang, today=today) if heard.meeting else "",
    )


def _meeting(wish: MeetingWish, *, lang: Lang, today: date) -> str:
    """Return the days and hours on which they would like to meet."""
    days = business_time.days(wish.days, lang=lang, today=today) if wish.days else ""
    times = _hours(wish.start, wish.end, lang=lang)
    zone = f" ({business_time.zone_name(wish.zone, lang=lang)})" if wish.zone and times else ""
    return business_time.together(days, times, lang=lang) + zone


def _not_then(callback: Callback, *, lang: Lang, today: date) -> str:
    """Return the days and hours at which they want no call."""
    days = business_time.days(callback.not_days, lang=lang, today=today) if callback.not_days else ""
    return days or _hours(callback.not_from, callback.not_to, lang=lang)


def _hours(start: str | None, end: str | None, *, lang: Lang) -> str:
    if start and end:
        return business_time.hours_of_day(time.fromisoformat(start), time.fromisoformat(end), lang=lang)
    return business_time.clock(time.fromisoformat(start), lang=lang) if start else ""


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


def _call(call: CallWish | None, callback: Callback | None, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    """Return when a call is to come: as they named it if people are in then, else when they are."""
    if call is None or callback is None:
        return ""
    theirs = ZoneInfo(callback.zone) if callback.zone else zone
    if call.inside and _of_any_day(callback):
        return _times(call, callback, zone=theirs, lang=lang)
    if call.exact and call.wanted:
        return business_time.moment(call.wanted, zone=theirs.key, lang=lang, now=now)
    if call.inside and callback.day and callback.start and not callback.end:
        day = business_time.day_name(callback.day, lang=lang, today=now.astimezone(theirs).date())
        return business_time.together(day, _times(call, callback, zone=theirs, lang=lang), lang=lang)
    return window_in_words(call.window, zone=zone, lang=lang, now=now)


def _asked(call: CallWish | None, callback: Callback | None, *, zone: ZoneInfo, lang: Lang, now: datetime) -> str:
    """Return when they wished to be called, as far as they named it."""
    if call is None or call.wanted is None or callback is None:
        return ""
    if _of_any_day(callback):
        return _times(call, callback, zone=zone, lang=lang)
    if callback.start and callback.end:
        until = datetime.combine(call.wanted.astimezone(zone).date(), time.fromisoformat(callback.end), zone)
        if until > call.wanted:
            return window_in_words((call.wanted, until), zone=zone, lang=lang, now=now)
    return business_time.moment(call.wanted, zone=zone.key, lang=lang, now=now)


def _of_any_day(callback: Callback) -> bool:
    """Say whether they named times of the day and no day: a habit, such as 「電話は夕方がいいです」."""
    return callback.day is None and callback.in_minutes is None and bool(callback.start or callback.end)


def _times(call: CallWish, callback: Callback, *, zone: ZoneInfo, lang: Lang) -> str:
    """Return the times of day of a call; a start alone opens a window unless it is one time (`CallWish.at_a_time`)."""
    start, end = (time.fromisoformat(one) if one else None for one in (callback.start, callback.end))
    if start is not None and end is None and not call.at_a_time:
        return business_time.from_on(start, zone=zone.key, lang=lang)
    return business_time.times_alone(start, end, zone=zone.key, lang=lang)


def _told(memory: Memory, *, now: datetime) -> tuple[datetime, datetime] | None:
    """Return the time told to the prospect, unless it has passed; nobody is told one that is over."""
    if memory.told_from is None or memory.told_until is None:
        return None
    start, end = datetime.fromisoformat(memory.told_from), datetime.fromisoformat(memory.told_until)
    return (start, end) if end > now else None
