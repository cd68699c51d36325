"""A new message is complete as it is built: who wrote it says where it goes and how it came about."""

from __future__ import annotations

import pytest

from app.core.clock import FixedClock
from app.core.ids import new_id
from app.leads.thread import new_message
from app.models import Conversation

CONVERSATION = Conversation(id=new_id(), channel="widget", lang="en")


@pytest.mark.parametrize(
    ("author", "direction", "origin"),
    [
        ("contact", "inbound", "human"),
        ("assistant", "outbound", "template"),
        ("rep", "outbound", "human"),
        ("system", "outbound", "template"),
    ],
)
def test_the_author_says_direction_and_origin(clock: FixedClock, author: str, direction: str, origin: str) -> None:
    made = new_message(CONVERSATION, author=author, kind="message", text="Hello.", now=clock.now())
    assert (made.direction, made.origin) == (direction, origin)
    assert (made.conversation_id, made.channel, made.lang) == (CONVERSATION.id, "widget", "en")
    assert (made.state, made.at, made.final_at) == ("final", clock.now(), clock.now())


def test_a_reply_under_way_has_no_end_yet(clock: FixedClock) -> None:
    made = new_message(
        CONVERSATION, author="assistant", kind="reply", state="streaming", now=clock.now(), lang="ja", answers_seq=3
    )
    assert (made.final_at, made.lang, made.answers_seq) == (None, "ja", 3)
