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


def test_the_address_under_a_later_mail_is_the_senders_where_none_was_known() -> None:
    _, second, third = answers(
        {"text": "How much is it?", "channel": "email"},
        {"text": "We start in May 2027.\n\n-- \nAda Fern\nada@fern.example"},
        {"text": "There are ten pumps.\n\n-- \nAda Fern\nada@home.example"},
    )
    assert second["slots"]["email"] == third["slots"]["email"] == "ada@fern.example"


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


def leads() -> list[tuple[str, str, str | None]]:
    with open_database() as parts:
        rows = parts.database.read(lambda s: s.execute(select(Lead.source, Lead.status, Lead.facts)).all())
        return [(source, status, facts.get("closed_for")) for source, status, facts in rows]


def test_who_goes_on_by_mail_is_the_same_lead_and_is_asked_nothing_again() -> None:
    first, named, by_mail, again = answers(
        {"text": "夜間に設備が突然止まって困っています。"},
        {"text": "来年4月に始めたいです。山田です。taro@yamada.example です。"},
        {"text": "PLCとの接続はできますか。", "channel": "email"},
        {"text": "料金も教えてください。", "channel": "widget"},
    )
    assert [source for source, _, _ in leads()] == ["widget"], "one person, one lead"
    asked = [*first["asked"], *named["asked"], *by_mail["asked"], *again["asked"]]
    assert len(asked) == len(set(asked))
    assert set(asked) <= {"timing", "contact"}
    known = {"email": "taro@yamada.example", "challenges": ["夜間に設備が突然止まって困っています"]}
    for answer in (by_mail, again):
        assert {name: answer["slots"][name] for name in known} == known
    with open_database() as parts:
        channels = parts.database.read(lambda s: s.scalars(select(Conversation.channel)).all())
        assert sorted(channels) == ["email", "widget"]


def test_a_no_in_the_mail_holds_in_the_chat_and_the_next_mails_stay_unanswered() -> None:
    _, _, stopped, after, in_chat = answers(
        {"text": "夜間に設備が突然止まって困っています。"},
        {"text": "山田です。taro@yamada.example です。", "channel": "email"},
        {"text": "今後のメールは一切不要です。配信を停止してください。"},
        {"text": "了解です。"},
        {"text": "よろしくお願いします。", "channel": "widget"},
    )
    assert stopped["acts"] == ["opt_out"]
    assert (after["reply"], after["acts"], after["band"]) == ("", [], "cold")
    assert in_chat["asked"] == []
    assert leads() == [("widget", "closed", "opt_out")]


def test_a_form_may_come_without_a_text_of_its_own() -> None:
    written, chosen, nothing, goes_on = answers(
        {"form": {**FORM, "message": "夜間に設備が止まって困っています。"}},
        {"form": {**FORM, "wants": ["quote"]}},
        {"form": {"name": "山田 花子"}},
        {"text": "来年4月からです。"},
    )
    assert written["slots"]["challenges"] == ["夜間に設備が止まって困っています"]
    assert written["slots"]["email"] == "hanako@yamada.example"
    assert chosen["handoff"], "a wish for a quote is told to a person"
    assert nothing == {"error": "message_empty"}
    assert goes_on["slots"]["timing"]["earliest"] == "2027-04-01"


@pytest.mark.parametrize(
    ("line", "error", "names"),
    [
        (b"nonsense", "row_invalid", "line 1"),
        (b"[1]", "row_invalid", "object"),
        (b'{"text": 3}', "row_invalid", '"text"'),
        (b'{"form": "x"}', "row_invalid", '"form"'),
        (b'{"text": "a", "page_views": "/pricing"}', "row_invalid", '"page_views"'),
        (b'{"text": "a", "at": "yesterday"}', "time_invalid", "yesterday"),
        (b'{"text": "a", "channel": "fax"}', "channel_unknown", "fax"),
        (b'{"text": " "}', "message_empty", ""),
    ],
)
def test_a_row_that_cannot_be_taken_is_answered_with_its_error_and_the_next_one_goes_on(
    line: bytes, error: str, names: str
) -> None:
    written = line + b"\n" + orjson.dumps({"text": "料金を教えてください。"})
    ran = RUNNER.invoke(cli, ["chat", "--jsonl", "--now", WEDNESDAY], input=written)
    assert ran.exit_code == 0, ran.output
    wrong, right = [orjson.loads(answer) for answer in ran.stdout.splitlines()]
    assert wrong["error"] == error
    assert names in wrong.get("detail", "")
    assert right["reply"]


@pytest.mark.parametrize(
    ("text", "handoff", "booking"),
    [
        ("打ち合わせをお願いできますか。", True, True),
        ("Could you call me tomorrow at 3 pm?", True, True),
        ("見積書をお願いします。", True, False),
        ("担当者と話したいです。", True, False),
        ("夜間に設備が突然止まって困っています。", False, False),
        ("Thanks, that helps.", False, False),
    ],
)
def test_a_wish_for_a_person_a_talk_or_a_quote_is_told_to_a_person_in_the_same_turn(
    text: str, *, handoff: bool, booking: bool
) -> None:
    (answer,) = answers({"text": text})
    assert (answer["handoff"], answer["booking_offered"]) == (handoff, booking)


def test_a_mail_is_read_without_quote_notice_and_signature_and_a_responder_is_left_alone() -> None:
    asked, absent, signed = answers(
        {
            "text": "How long is the trial?\n\nKate Moor\nMoor Castings Ltd.\nkate@moor.example\nTel. 03-5550-0177\n\n"
            "This message may contain confidential information. If it reached you in error, delete it.\n\n"
            "> On 2 Nov 2026, at 9:00, Minamo wrote:\n> Reply stop and you will hear no more from us.",
            "channel": "email",
        },
        {"text": "Automatic reply: away\nI am out of the office. Please call 03-5550-0199."},
        {"text": "In May 2027, please.\n\n-- \nKate Moor\nMaintenance Manager\nkate@moor.example"},
    )
    known = {
        "name": "Kate Moor",
        "company": "Moor Castings Ltd.",
        "phone": "+81355500177",
        "email": "kate@moor.example",
    }
    assert known.items() <= asked["slots"].items()
    assert (absent["reply"], absent["slots"]) == ("", asked["slots"])
    assert (signed["slots"]["role"], signed["slots"]["timing"]["earliest"]) == ("Maintenance Manager", "2027-05-01")
