"""What a visitor hears while the panel is open: replay, two tabs, typing, a person, the end."""

from __future__ import annotations

from contextlib import ExitStack
from uuid import UUID

from app.conversation.ownership import say, take_over
from app.main import Parts
from app.models import Conversation
from tests.http.widget_client import Event, Widget, a_rep, base, client_ids, office, shown, until

__all__ = ["base", "office"]  # fixtures


def conversation_of(widget: Widget) -> UUID:
    return UUID(widget.conversation()["conversation_id"])


def hand_to_a_rep(office: Parts, widget: Widget) -> None:
    conversation_id, rep, now = conversation_of(widget), a_rep(office), office.clock.now()
    office.database.write(lambda s: take_over(s, conversation_id, person_id=rep, texts=office.texts, now=now))


def answer_as_a_rep(office: Parts, widget: Widget, text: str) -> None:
    conversation_id, rep, now = conversation_of(widget), a_rep(office), office.clock.now()
    words = {"text": text, "client_id": next(client_ids), "texts": office.texts, "now": now}
    office.database.write(lambda s: say(s, conversation_id, person_id=rep, **words))


def replay(widget: Widget, after: int, *, to: int) -> list[Event]:
    with widget.stream(after) as stream:
        return until(stream, "message", changed_seq=to)


def test_a_replay_sends_each_message_changed_since_once_in_its_present_state(base: str) -> None:
    widget = Widget(base)
    widget.ask("料金はいくらですか")
    first = widget.conversation()
    widget.ask("来月には始めたいです")
    whole = widget.conversation()
    everything = replay(widget, 0, to=whole["last_seq"])
    assert (everything[0].event, everything[0].data["owner"]) == ("state", "assistant")
    assert [event.data for event in everything[1:]] == whole["messages"]
    newer = replay(widget, first["last_seq"], to=whole["last_seq"])
    assert [event.data for event in newer[1:]] == whole["messages"][len(first["messages"]) :]


def test_two_tabs_see_the_same_messages_and_only_the_other_side_typing(base: str) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    second = Widget(base)
    second.token = widget.token
    after = widget.conversation()["last_seq"]
    with ExitStack() as tabs:
        streams = [tabs.enter_context(tab.stream(after)) for tab in (widget, second)]
        for stream in streams:
            until(stream, "state")
        assert widget.post("typing").status_code == 204
        posted = widget.ask("電池は何年もちますか")
        last = max(event.id for event in posted if event.id is not None)
        heard = [until(stream, "message", changed_seq=last) for stream in streams]
    final = [message for message in shown(posted).values() if message["state"] == "final"]
    for read in heard:
        assert list(shown(read).values()) == final
        assert [event.data for event in read if event.event == "typing"] == [{"author": "assistant"}]
        assert "turn.end" not in [event.event for event in read]


def test_the_end_closes_every_stream_of_the_credential_within_one_check(base: str) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    with widget.stream() as one, widget.stream() as other:
        until(one, "state")
        until(other, "state")
        assert widget.post("end").status_code == 204
        rest = [*one, *other]  # ends, or this would wait for ever
    assert "ping" not in [event.event for event in rest], "a ping comes after 15 s"


def test_a_rep_who_takes_over_silences_the_assistant(base: str, office: Parts) -> None:
    widget = Widget(base)
    widget.ask("料金はいくらですか")
    after = widget.conversation()["last_seq"]
    with widget.stream(after) as stream:
        hand_to_a_rep(office, widget)
        read = until(stream, "state", owner="rep")
        assert read[-1].data["rep"]
        assert [event.data["kind"] for event in read if event.event == "message"] == ["handoff"]
        posted = widget.ask("まだ聞きたいことがあります")
        answer_as_a_rep(office, widget, "担当の者です。何でもお尋ねください。")
        heard = until(stream, "message", author="rep")
    assert [event.event for event in posted] == ["message", "turn.end"]
    assert [(event.event, event.data.get("author")) for event in heard] == [("message", "contact"), ("message", "rep")]
    assert heard[-1].data["author_name"]
    assert heard[-1].data["origin"] == "human"


def test_a_conversation_that_is_nobodys_takes_messages_and_the_assistant_is_silent(base: str, office: Parts) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    conversation_id = conversation_of(widget)
    office.database.write(lambda s: setattr(s.get_one(Conversation, conversation_id), "owner", "nobody"))
    posted = widget.ask("聞こえますか")
    assert [event.event for event in posted] == ["message", "turn.end"]
    assert widget.conversation()["owner"] == "nobody"
