"""A day or an hour named where a call or a meeting is being arranged is one for it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.conversation.arranging import Hours, about_the_channel, their_today, with_times
from app.conversation.memory import Memory
from app.understanding.facts import Asked, Callback, MeetingWish, Understanding
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
MEETING = Memory(acts=("request_demo_meeting",), last_acts=("meeting_noted",))


CALLED = Memory(acts=("call",), last_acts=("call_noted",))
NEXT_WEDNESDAY = date(2026, 12, 2)


def heard(
    text: str,
    memory: Memory,
    *,
    call_on: date | None = None,
    call_at: Hours = (None, None),
    asked: Asked | None = None,
) -> Understanding:
    told = understand(text, today=TODAY, asked=asked)
    return with_times(told, text, memory, asked=asked, today=TODAY, call_on=call_on, call_at=call_at)


@pytest.mark.parametrize(
    "text", ["やっぱり木曜の10時に変更できますか？", "Could we make it Thursday at 10 am instead?"]
)
def test_another_day_for_a_meeting_is_a_wish_to_meet_then(text: str) -> None:
    for memory in (MEETING, Memory(acts=MEETING.acts)):
        found = heard(text, memory)
        assert found.meeting is not None
        assert (found.meeting.days, found.meeting.start) == ((date(2026, 11, 26),), "10:00")
        assert found.intents[0] == "request_demo_meeting"
        assert (found.callback, found.timing.kind) == (None, "none")
    assert heard(text, Memory()).meeting is None


@pytest.mark.parametrize(
    ("first", "then", "last"),
    [
        (
            "来週の火曜の14時にオンラインでお話しできますか",
            "やっぱり火曜は無理でした。水曜の16時に変えてください",
            "すみません、来週は全部だめになりました。再来週でお願いします",
        ),
        (
            "Could we do a video call next Tuesday at 2pm?",
            "Tuesday is gone, sorry. Wednesday at 4?",
            "next week is off altogether, the week after please",
        ),
    ],
)
def test_another_day_is_one_of_the_week_named_before_and_a_week_may_be_wished_whole(
    first: str, then: str, last: str
) -> None:
    said = [(first, TODAY)]
    moved = with_times(understand(then, today=TODAY), then, MEETING, asked=None, today=TODAY, earlier=said)
    assert moved.meeting == MeetingWish((date(2026, 12, 2),), "16:00")
    said.append((then, TODAY))
    put_off = with_times(understand(last, today=TODAY), last, MEETING, asked="timing", today=TODAY, earlier=said)
    assert put_off.meeting is not None
    assert [day.isoformat()[5:] for day in put_off.meeting.days] == ["12-07", "12-08", "12-09", "12-10", "12-11"]
    assert put_off.timing.kind == "none"


@pytest.mark.parametrize("text", ["来週はだめです", "Next week is off."])
def test_a_week_that_does_not_suit_is_about_the_meeting_and_no_start(text: str) -> None:
    found = heard(text, MEETING)
    assert (found.intents, found.meeting, found.timing.kind) == (("request_demo_meeting",), None, "none")
    both = heard("水曜の16時でお願いします。導入は4月です", MEETING)
    assert (both.meeting is not None, both.timing.kind, "give_timing" in both.intents) == (True, "range", True)
    start = heard("来週から使いたいです", MEETING)
    assert (start.meeting, start.timing.kind) == (None, "range")


def test_the_day_of_a_call_is_no_start() -> None:
    text = "そんな早い時間は指定してません。今日の夕方でお願いします"
    for asked in (None, "timing"):
        memory = Memory(last_acts=("call_noted",))
        told = understand(text, today=TODAY, asked=asked)
        found = with_times(told, text, memory, asked=asked, today=TODAY)
        assert found.timing.kind == "none"
        assert found.callback is not None
        assert (found.callback.day, found.callback.start) == (TODAY, "16:00")


def test_a_time_after_a_call_was_spoken_of_is_one_to_call() -> None:
    found = heard("15時以降で", Memory(last_acts=("call_wanted",)))
    assert found.callback is not None
    assert found.callback.start == "15:00"


@pytest.mark.parametrize(
    ("text", "day", "start"),
    [
        ("やっぱり木曜の午前で", 3, "09:00"),
        ("すみません、16時にしてください", 2, "16:00"),
        ("金曜の10時に電話ください", 4, "10:00"),
        ("木曜に変更お願いします", 3, None),
        ("Make it 2pm instead", 2, "14:00"),
        ("actually Friday at 11", 4, "11:00"),
        ("Sorry, could you call me Thursday morning instead", 3, "09:00"),
        ("on second thought Thursday works better", 3, None),
    ],
)
def test_another_hour_for_a_call_is_one_of_its_day_and_a_weekday_one_of_its_week(
    text: str, day: int, start: str | None
) -> None:
    for asked in (None, "timing"):
        found = heard(text, CALLED, call_on=NEXT_WEDNESDAY, asked=asked)
        assert found.callback is not None
        assert (found.callback.day, found.callback.start) == (date(2026, 12, day), start)
        assert found.meeting is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("明日の10時でお願いします", date(2026, 11, 25)),
        ("今週の木曜の10時で", date(2026, 11, 26)),
        ("11/27の10時に変更してください", date(2026, 11, 27)),
        ("Call me today at 4 instead", TODAY),
        ("make it December 9 at 3pm", date(2026, 12, 9)),
    ],
)
def test_a_call_is_moved_to_the_day_that_is_named(text: str, day: date) -> None:
    found = heard(text, CALLED, call_on=NEXT_WEDNESDAY)
    assert found.callback is not None
    assert found.callback.day == day


@pytest.mark.parametrize(
    ("text", "memory", "day", "hours"),
    [
        ("やっぱり木曜でお願いします", CALLED, 3, ("15:00", None)),
        ("Make it Thursday instead", CALLED, 3, ("15:00", None)),
        ("木曜の午前にしてください", CALLED, 3, ("09:00", "12:00")),
        ("木曜ならいつでも大丈夫です。変更お願いします", CALLED, 3, (None, None)),
        ("actually any time on Friday", CALLED, 4, (None, None)),
        ("電話は金曜に変更できますか", Memory(acts=("call",), last_acts=("timing_noted",)), 4, ("15:00", None)),
    ],
)
def test_a_call_that_is_moved_to_another_day_and_no_more_keeps_its_hour(
    text: str, memory: Memory, day: int, hours: Hours
) -> None:
    found = heard(text, memory, call_on=NEXT_WEDNESDAY, call_at=("15:00", None))
    assert found.callback is not None
    assert (found.callback.day, (found.callback.start, found.callback.end)) == (date(2026, 12, day), hours)


@pytest.mark.parametrize(
    ("first", "then", "hours"),
    [
        ("来週の水曜の14時にデモをお願いします", "木曜に変えてください", ("14:00", None)),
        ("来週の水曜の14時にデモをお願いします", "木曜の午前に変えてください", ("09:00", "12:00")),
        ("来週の水曜の14時にデモをお願いします", "木曜なら終日大丈夫です", (None, None)),
        ("Could we have a demo next Wednesday at 2pm?", "Thursday instead please", ("14:00", None)),
        ("Could we have a demo next Wednesday?", "Thursday instead please", (None, None)),
    ],
)
def test_a_meeting_that_is_moved_to_another_day_and_no_more_keeps_its_hour(first: str, then: str, hours: Hours) -> None:
    said = [(first, TODAY)]
    moved = with_times(understand(then, today=TODAY), then, MEETING, asked=None, today=TODAY, earlier=said).meeting
    assert moved is not None
    assert (moved.days, (moved.start, moved.end)) == ((date(2026, 12, 3),), hours)


def test_a_call_that_is_over_gives_no_day_and_one_spoken_of_before_is_moved_only_to_an_hour() -> None:
    over = heard("14時にお電話ください", CALLED, call_on=date(2026, 11, 20))
    assert over.callback is not None
    assert over.callback.day is None
    before = Memory(acts=("call", "ask_price"), last_acts=("answer",))
    moved = heard("やはり金曜の14時に変更お願いします", before, call_on=NEXT_WEDNESDAY)
    assert moved.callback is not None
    assert moved.callback.day == date(2026, 12, 4)
    for text in (
        "やっぱり4月から使いたいです",
        "Actually we want to be live by March",
        "Could we do a demo on Friday at 3 instead?",
    ):
        assert heard(text, before, call_on=NEXT_WEDNESDAY).callback is None


@pytest.mark.parametrize("text", ["電話はやめて、メールにしてもらえますか", "Could you email me instead of calling?"])
def test_who_asks_for_mail_asks_nothing_about_the_product(text: str) -> None:
    channel = Understanding("en", ("ask_product",), callback=Callback(method="email"), asks_who=True)
    found = about_the_channel(channel, text)
    assert (found.intents, found.asks_who) == (("unclear",), False)
    assert about_the_channel(channel, text + "\nDoes it have an API?").intents == ("ask_product",)


def test_a_name_that_holds_a_time_of_day_names_none() -> None:
    found = heard("朝霧飲料の佐々木です。s.sasaki@asagiri.example", Memory(last_acts=("call_noted",)))
    assert found.callback is None or (found.callback.start, found.callback.day) == (None, None)


def test_tomorrow_is_tomorrow_where_they_are() -> None:
    evening = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)  # still Monday in New York
    eastern = Understanding("en", (), callback=Callback(start="15:00", zone="America/New_York"))
    assert their_today(eastern, now=evening, today=TODAY) == date(2026, 11, 23)
    assert their_today(Understanding("en", ()), now=evening, today=TODAY) == TODAY
