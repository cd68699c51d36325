"""The same calls with a model behind the words: sentences as they come, restarts, a person in between."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event as Flag
from uuid import UUID

import pytest

from app.conversation.ownership import take_over
from app.llm.fake import FakeModelServer
from app.main import Parts
from tests.http.widget_client import Widget, a_rep, model_serving, office_in, serving, shown, until
from tests.prepared import prepared_folder

PRICE = "料金はいくらですか"
SENTENCES = (
    "スタータープランの初期費用は180,000円です[1]。",
    "スタータープランは月額39,000円です[1]。",
    "スタンダードプランは月額98,000円です[1]。",
)
BEFORE_THE_FIRST = "hang"


@pytest.fixture(scope="module")
def model() -> Iterator[FakeModelServer]:
    server = FakeModelServer(text="".join(SENTENCES))
    with model_serving(server):
        yield server


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, model: FakeModelServer) -> Parts:
    prepared = prepared_folder(tmp_path_factory.getbasetemp())
    llm = {"base_url": model.base_url, "api_key": "test", "first_token_s": 20, "total_s": 20}
    return office_in(tmp_path_factory.mktemp("office") / "data", prepared, llm=llm)


@pytest.fixture(scope="module")
def base(office: Parts) -> Iterator[str]:
    with serving(office) as address:
        yield address


@pytest.fixture(autouse=True)
def honest(model: FakeModelServer) -> None:
    model.script.clear()
    model.calls.clear()
    model.pace_s = 0.0


def wait_for_calls(model: FakeModelServer, number: int) -> None:
    pause = Flag()
    for _ in range(2_000):
        if len(model.calls) >= number:
            return
        pause.wait(0.01)
    raise AssertionError(f"the model was called {len(model.calls)} times")


def test_the_sentences_joined_are_the_final_text(base: str, model: FakeModelServer) -> None:
    model.pace_s = 0.02
    read = Widget(base).ask(PRICE)
    deltas = [event for event in read if event.event == "message.delta"]
    assert len(deltas) >= 2, "one sentence begins the message, the others follow"
    (final,) = [event.data for event in read if event.event == "message" and event.data["kind"] == "reply"][-1:]
    assert (final["state"], final["origin"]) == ("final", "ai")
    until_final = read[: [event.data for event in read].index(final)]
    assert shown(until_final)[final["id"]]["text"] == final["text"]
    assert final["text"].startswith(SENTENCES[0])


def test_a_person_who_takes_over_while_the_model_speaks_has_the_last_word(
    base: str, office: Parts, model: FakeModelServer
) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    found = widget.conversation()
    conversation_id, rep = UUID(found["conversation_id"]), a_rep(office)
    model.pace_s = 0.1
    with widget.stream(found["last_seq"]) as stream:
        assert widget.write(PRICE).status_code == 202
        before = until(stream, "message", kind="reply", state="streaming")
        now = office.clock.now()
        office.database.write(lambda s: take_over(s, conversation_id, person_id=rep, texts=office.texts, now=now))
        after = until(stream, "state", owner="rep")
        reply = shown(before + after)[before[-1].data["id"]]
        assert reply["state"] == "final"
        assert "".join(SENTENCES).startswith(reply["text"])
        assert len(reply["text"]) < len("".join(SENTENCES))
        end = widget.ask("続けてください")
    assert [event.event for event in end if event.event != "typing"] == ["message", "turn.end"]
    kept = widget.conversation()["messages"]
    assert [message["text"] for message in kept if message["id"] == reply["id"]] == [reply["text"]]
    assert kept[-1]["author"] == "contact"
    assert kept[-2]["kind"] == "handoff"


def test_a_message_before_the_first_sentence_restarts_the_turn_and_one_reply_answers_both(
    base: str, model: FakeModelServer
) -> None:
    widget = Widget(base)
    model.script = [BEFORE_THE_FIRST]
    first = widget.write("料金を教えてください")
    wait_for_calls(model, 1)
    read = widget.ask("導入事例も見たいです")
    replies = [message for message in shown(read).values() if message["kind"] == "reply"]
    assert len(replies) == 1
    assert len(model.calls) == 2
    assert "料金を教えてください" in str(model.calls[1])
    assert "導入事例も見たいです" in str(model.calls[1])
    order = [(message["kind"], message["seq"]) for message in widget.conversation()["messages"]]
    assert [kind for kind, _ in sorted(order, key=lambda one: one[1])] == ["message", "opener", "message", "reply"]
    assert first.json()["seq"] == 1


def test_after_two_restarts_the_turn_waits_for_quiet(base: str, model: FakeModelServer) -> None:
    widget = Widget(base)
    model.script = [BEFORE_THE_FIRST] * 3
    for number, text in enumerate(("料金は", "いくらですか", "一台で"), start=1):
        assert widget.write(text).status_code == 202
        wait_for_calls(model, number)
    for text in ("十台で", "百台で"):
        assert widget.write(text).status_code == 202
    read = widget.ask("以上です")
    assert len(model.calls) == 4, "three messages within the quiet time began one turn"
    assert [message["kind"] for message in widget.conversation()["messages"]].count("reply") == 1
    assert read[-1].event == "turn.end"


def test_a_message_after_the_first_sentence_begins_the_next_turn(base: str, model: FakeModelServer) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    model.pace_s = 0.05
    with widget.stream(widget.conversation()["last_seq"]) as stream:
        widget.write(PRICE)
        until(stream, "message", kind="reply", state="streaming")
        read = widget.ask("月額も教えてください")
    replies = [one for one in shown(read).values() if one["kind"] == "reply"]
    assert [one["state"] for one in replies] == ["final", "final"]
    assert len({one["id"] for one in replies}) == 2


def test_a_client_that_leaves_in_the_middle_finds_the_whole_reply_later(base: str, model: FakeModelServer) -> None:
    widget = Widget(base)
    widget.ask("こんにちは")
    model.pace_s = 0.05
    with widget.stream(widget.conversation()["last_seq"]) as stream:
        widget.write(PRICE)
        seen = until(stream, "message", kind="reply", state="streaming")
    with widget.stream(seen[-1].id or 0) as stream:
        final = until(stream, "message", kind="reply", state="final")[-1].data
    assert final["id"] == seen[-1].data["id"]
    assert final["text"].startswith("".join(SENTENCES[:2]))
