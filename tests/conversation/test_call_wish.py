"""A wish for a call is held against the business hours: noted inside them, moved to the next opening outside."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.conversation import call_wish
from app.conversation.call_wish import CallWish
from app.conversation.memory import Memory
from app.conversation.phrasing import phrased
from app.routing.hours import BusinessHours, weekdays_nine_to_six
from app.understanding.facts import Callback, Lang, Understanding

TOKYO = ZoneInfo("Asia/Tokyo")
HOURS = weekdays_nine_to_six()
LANGS: tuple[Lang, ...] = ("ja", "en")


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def wish(now: str, callback: Callback) -> CallWish | None:
    return call_wish.of(callback, hours=HOURS, now=tokyo(now), zone=TOKYO)


@pytest.mark.parametrize(
    ("now", "callback", "inside", "window"),
    [
        # Tuesday the 24th is open; Monday the 23rd is a holiday
        ("2026-11-24 10:00", Callback("15:00", None, "phone"), True, ("2026-11-24 15:00", "2026-11-24 15:15")),
        ("2026-11-24 10:00", Callback("11:00", None, "phone"), True, ("2026-11-24 11:00", "2026-11-24 11:15")),
        ("2026-11-24 16:00", Callback("15:00", "17:00", "phone"), True, ("2026-11-24 16:00", "2026-11-24 17:00")),
        ("2026-11-24 17:30", Callback("15:00", "17:00", "phone"), True, ("2026-11-25 15:00", "2026-11-25 17:00")),
        ("2026-11-24 22:00", Callback("15:00", None, "phone"), True, ("2026-11-25 15:00", "2026-11-25 15:15")),
        ("2026-11-24 10:00", Callback(None, "11:30", "phone"), True, ("2026-11-24 10:00", "2026-11-24 11:30")),
        (
            "2026-11-24 10:00",
            Callback(None, None, "phone", date(2026, 11, 25)),
            True,
            ("2026-11-25 09:00", "2026-11-25 18:00"),
        ),
        (
            "2026-11-20 15:30",
            Callback(None, None, "phone", date(2026, 11, 21)),
            False,
            ("2026-11-24 09:00", "2026-11-24 11:00"),
        ),
        (
            "2026-11-20 15:30",
            Callback("10:00", None, "phone", date(2026, 11, 21)),
            False,
            ("2026-11-24 09:00", "2026-11-24 11:00"),
        ),
        (
            "2026-11-24 10:00",
            Callback("20:00", None, "phone", date(2026, 11, 24)),
            False,
            ("2026-11-25 09:00", "2026-11-25 11:00"),
        ),
        ("2026-11-24 10:00", Callback("20:00", None, "phone"), False, ("2026-11-25 09:00", "2026-11-25 11:00")),
        (
            "2026-11-24 08:00",
            Callback("08:30", None, "phone", date(2026, 11, 24)),
            False,
            ("2026-11-24 09:00", "2026-11-24 11:00"),
        ),
        (
            "2026-11-24 10:00",
            Callback("15:00", None, "phone", date(2026, 11, 23)),
            False,
            ("2026-11-24 10:00", "2026-11-24 12:00"),
        ),
    ],
)
def test_a_named_time_is_taken_up_or_moved_to_the_next_open_one(
    now: str, callback: Callback, inside: bool, window: tuple[str, str]
) -> None:
    found = wish(now, callback)
    assert found is not None
    assert found.window is not None
    told = tuple(at.astimezone(TOKYO).strftime("%Y-%m-%d %H:%M") for at in found.window)
    assert (found.inside, told) == (inside, window)


@pytest.mark.parametrize("words", ["15時以降にお電話ください", "please call after 3 pm"])
def test_from_a_time_on_opens_a_window_where_a_bare_time_is_to_be_kept(words: str) -> None:
    now = tokyo("2026-11-24 10:00")
    found = call_wish.of(Callback("15:00", None, "phone"), hours=HOURS, now=now, zone=TOKYO, text=words)
    assert found == CallWish(
        tokyo("2026-11-24 15:00"), True, (tokyo("2026-11-24 15:00"), tokyo("2026-11-24 18:00")), exact=False
    )
    bare = wish("2026-11-24 10:00", Callback("15:00", None, "phone"))
    assert bare is not None
    assert bare.exact


@pytest.mark.parametrize(
    ("callback", "words", "ja", "en"),
    [
        (
            Callback("17:00", None, "phone"),
            "電話は夕方5時過ぎがいいです",
            "17:00以降",
            "from 5:00 p.m. on (Japan time)",
        ),
        (
            Callback("09:00", "12:00", "phone"),
            "午前中が助かります",
            "9:00〜12:00",
            "between 9:00 a.m. and noon (Japan time)",
        ),
        (Callback(None, "11:30", "phone"), "11時半まで", "11:30まで", "before 11:30 a.m. (Japan time)"),
        (Callback("15:00", None, "phone"), "15時に。4月から使いたい", "15:00", "at 3:00 p.m. (Japan time)"),
        (
            Callback("14:00", None, "phone", date(2026, 11, 24)),
            "今日の14時以降に電話ください",
            "本日11月24日（火）14:00以降",
            "today, Tuesday, November 24, from 2:00 p.m. on (Japan time)",
        ),
    ],
)
def test_no_day_and_no_end_is_said_that_was_not_named(callback: Callback, words: str, ja: str, en: str) -> None:
    now = tokyo("2026-11-24 10:00")
    found = call_wish.of(callback, hours=HOURS, now=now, zone=TOKYO, text=words)
    heard = Understanding("ja", (), callback=callback)
    said = [phrased(heard, found, Memory(), lang=lang, zone=TOKYO, now=now).call for lang in LANGS]
    assert said == [ja, en]


def test_a_time_out_of_hours_keeps_no_day_and_the_next_one_is_ours() -> None:
    now = tokyo("2026-11-24 10:00")
    callback = Callback("20:00", None, "phone")
    found = call_wish.of(callback, hours=HOURS, now=now, zone=TOKYO, text="20時に電話ください")
    said = phrased(Understanding("ja", (), callback=callback), found, Memory(), lang="ja", zone=TOKYO, now=now)
    assert (said.call_asked, said.call) == ("20:00", "明日11月25日（水）9:00〜11:00")


def test_a_time_on_their_clock_is_kept_on_theirs() -> None:
    afternoon = Callback("18:00", None, "phone", date(2026, 11, 24), zone="America/New_York")
    found = wish("2026-11-24 10:00", afternoon)
    assert found is not None
    assert found.window == (tokyo("2026-11-25 09:00"), tokyo("2026-11-25 11:00"))  # 8 a.m. in Tokyo: not open yet
    berlin = wish("2026-11-24 10:00", Callback("09:00", None, "phone", date(2026, 11, 24), zone="Europe/Berlin"))
    assert berlin is not None
    assert berlin.window == (tokyo("2026-11-24 17:00"), tokyo("2026-11-24 17:15"))


@pytest.mark.parametrize(("now", "inside"), [("2026-11-24 10:00", True), ("2026-11-24 17:45", False)])
def test_in_half_an_hour_is_a_time(now: str, inside: bool) -> None:
    found = wish(now, Callback(method="phone", in_minutes=30))
    assert found is not None
    assert (found.inside, found.exact) == (inside, inside)
    assert found.window is not None
    assert HOURS.contains(found.window[0])


def test_days_and_hours_without_calls_are_left_out() -> None:
    friday = date(2026, 11, 27)
    not_then = Callback("10:00", "12:00", "phone", not_days=(friday,))
    found = wish("2026-11-26 17:30", not_then)
    assert found is not None
    assert found.window == (tokyo("2026-11-30 10:00"), tokyo("2026-11-30 12:00"))
    lunch = Callback("12:00", "15:00", "phone", not_from="12:00", not_to="13:00")
    after = wish("2026-11-24 10:00", lunch)
    assert after is not None
    assert after.window == (tokyo("2026-11-24 13:00"), tokyo("2026-11-24 15:00"))


def test_a_wish_without_a_time_names_none() -> None:
    assert wish("2026-11-24 10:00", Callback(method="phone")) == CallWish(None, True, None)
    assert wish("2026-11-24 20:00", Callback(method="phone")) == CallWish(None, False, None)


@pytest.mark.parametrize("method", ["none", "email"])
def test_who_wants_no_call_is_offered_none(method: str) -> None:
    assert wish("2026-11-24 10:00", Callback("15:00", None, method)) is None  # type: ignore[arg-type]


def test_a_team_that_never_opens_names_no_time() -> None:
    found = call_wish.of(
        Callback("15:00", None, "phone"), hours=BusinessHours({}), now=tokyo("2026-11-24 10:00"), zone=TOKYO
    )
    assert found is not None
    assert (found.inside, found.window) == (False, None)
