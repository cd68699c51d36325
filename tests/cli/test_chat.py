"""`sokuo chat --jsonl`: one row in, one answer out, in the chat, by form and by mail, at the time a row says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from app.cli.main import cli
from app.cli.open import open_database
from app.models import Conversation, Job, Lead, Message

RUNNER = CliRunner()
FORM = {"name": "山田 花子", "会社名": "株式会社山田製作所", "email": "hanako@yamada.example", "wants": ["document"]}
TUESDAY_NIGHT = "2026-11-24T22:00:00+09:00"
WEDNESDAY = "2026-11-25T10:00:00+09:00"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOKUO_DATA_DIR", str(tmp_path))


def answers(*rows: dict[str, Any], now: str = WEDNESDAY) -> list[dict[str, Any]]:
    written = b"\n".join(orjson.dumps(row) for row in rows)
    ran = RUNNER.invoke(cli, ["chat", "--jsonl", "--now", now], input=written)
    assert ran.exit_code == 0, ran.output
    return [orjson.loads(line) for line in ran.stdout.splitlines()]


def test_a_form_and_the_mails_after_it_are_one_conversation_and_only_the_mails_are_answered_by_name() -> None:
    by_form, by_mail = answers(
        {"text": "資料をください。", "page_views": ["/pricing"], "form": FORM},
        {"text": "巡回点検の手間に困っています。"},
    )
    assert by_form["reply"].startswith("ご担当者様\n")
    assert "山田" not in by_form["reply"], "nobody has shown yet that the address is theirs"
    assert by_mail["reply"].startswith("株式会社山田製作所\n山田 花子 様\n")
    assert (by_mail["slots"]["email"], by_mail["slots"]["challenges"]) == ("hanako@yamada.example", ["巡回点検の手間"])
    assert isinstance(by_form["asked"], list)
    with open_database() as parts:
        source, visitor = parts.database.read(lambda s: s.execute(select(Lead.source, Lead.visitor_id)).one())
        assert (source, visitor is None) == ("webform", False), "one lead, with the pages it looked at"


def test_a_mail_is_answered_by_a_whole_mail_that_nobody_sends() -> None:
    first, second = answers({"text": "How much is it?", "channel": "email"}, {"text": "We start in May 2027."})
    for answer in (first, second):
        assert answer["reply"].startswith("Hello,\n")
        assert answer["lang"] == "en"
    assert second["slots"]["timing"]["earliest"] == "2027-05-01"
    with open_database() as parts:
        left = parts.database.read(lambda s: s.scalars(select(Job.kind)).all())
        assert not {"deliver_mail", "answer_turn"} & set(left)


def test_a_row_says_what_time_it_is_and_the_next_goes_on_from_there() -> None:
    closed, still, opened = answers(
        {"text": "担当者と話したいです。", "at": TUESDAY_NIGHT},
        {"text": "急ぎです。"},
        {"text": "いますか？", "at": WEDNESDAY},
    )
    assert "11月25日" in closed["reply"], "the team is away until Wednesday morning"
    assert closed["handoff"]
    assert "11月25日" not in opened["reply"]
    with open_database() as parts:
        written = select(Message.at).where(Message.direction == "inbound").order_by(Message.seq)
        told = [at.isoformat() for at in parts.database.read(lambda s: s.scalars(written).all())]
    assert told == ["2026-11-24T13:00:00+00:00", "2026-11-24T13:00:00+00:00", "2026-11-25T01:00:00+00:00"]
    assert still["owner"] == "assistant"


def test_chat_and_mail_are_conversations_of_their_own_and_a_wrong_row_stops_nothing() -> None:
    rows = [
        {"text": "料金を教えてください。"},
        {"text": "x", "channel": "fax"},
        {"text": " "},
        {"text": "料金を教えてください。", "channel": "email"},
        {"text": "ありがとうございます。", "channel": "widget"},
    ]
    in_chat, unknown, empty, by_mail, again = answers(*rows)
    assert (unknown, empty) == ({"error": "channel_unknown"}, {"error": "message_empty"})
    assert "様" in by_mail["reply"]
    assert "様" not in in_chat["reply"]
    assert "reply" in again
    with open_database() as parts:
        channels = parts.database.read(lambda s: s.scalars(select(Conversation.channel)).all())
        assert sorted(channels) == ["email", "widget"]
