"""A day or an hour named where a call or a meeting is being arranged is one for it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.conversation.arranging import about_the_channel, their_today, with_times
from app.conversation.memory import Memory
from app.understanding.facts import Callback, Understanding
from app.understanding.understand import understand

TODAY = date(2026, 11, 24)
MEETING = Memory(acts=("request_demo_meeting",), last_acts=("meeting_noted",))


def heard(text: str, memory: Memory) -> Understanding:
    return with_times(understand(text, today=TODAY), text, memory, asked=None, today=TODAY)


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


def test_a_time_after_a_call_was_spoken_of_is_one_to_call() -> None:
    found = heard("15時以降で", Memory(last_acts=("call_wanted",)))
    assert found.callback is not None
    assert found.callback.start == "15:00"


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
