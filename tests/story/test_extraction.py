"""A model reads each turn beside the rules: what it adds, what it cannot change, and that nobody waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.talk import Talk
from app.llm.fake import FakeModelServer
from app.main import Parts
from app.models import Assignment, Conversation, Event, Lead, Message, Qualification
from app.routing.close import close_lead
from tests.story.test_model import GOOD, PRICE_AND_TROUBLE, body, office_with

pytestmark = pytest.mark.anyio

BEYOND_THE_RULES = (
    "新棟の立ち上げに間に合わせたいです。紙でやりくりしています。最終的には社長のひと声です。15名ほどで見る想定です"
)
READ: dict[str, Any] = {
    "intents": [],
    "timing": {"kind": "range", "quote": "新棟の立ち上げに間に合わせたい"},
    "challenges": [{"quote": "紙でやりくりしています", "categories": ["other"]}],
    "authority": "superior",
    "tool": "紙",
    "team_size": 15,
    "callback": None,
    "company": None,
    "role": None,
}
HOT_LIE = READ | {"timing": {"kind": "asap", "quote": "4月"}, "challenges": [], "authority": "self", "team_size": 9000}


def spoken(read: dict[str, Any]) -> str:
    return orjson.dumps(read).decode()


def cells(parts: Parts) -> dict[str, Qualification]:
    rows = parts.database.read(lambda session: session.scalars(select(Qualification)).all())
    return {row.slot: row for row in rows if row.status in ("known", "corrected")}


def readings(parts: Parts) -> list[Event]:
    found = select(Event).where(Event.kind == "extraction").order_by(Event.at, Event.id)
    return list(parts.database.read(lambda session: session.scalars(found).all()))


async def test_what_the_rules_left_empty_is_filled_with_the_visitors_own_words(prepared: Path, tmp_path: Path) -> None:
    async with (
        FakeModelServer(text=GOOD, answer=spoken(READ)) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        before = await Talk(parts, lang="ja").say(BEYOND_THE_RULES)
        await parts.turns.quiet()
        known, lead = cells(parts), parts.database.read(lambda session: session.scalars(select(Lead)).one())
        assigned = parts.database.read(lambda session: session.scalars(select(Assignment.id)).first())
        event = readings(parts)[0]
    assert before.row["slots"]["challenges"] == []
    assert known["challenge"].quote == "紙でやりくりしています"
    assert known["timing"].normal["condition"] == "新棟の立ち上げに間に合わせたい"
    assert (known["authority"].value, known["tool"].value, known["team_size"].value) == ("superior", "紙", "15")
    assert lead.band == "warm"
    assert assigned is not None
    assert event.data["filled"] == ["authority", "challenge", "team_size", "timing", "tool"]
    assert (event.data["prompt"], event.data["model"]) == ("extract", "fake")
    assert event.data["tokens"]["prompt"] == 10
    assert "紙" not in orjson.dumps(event.data).decode()


async def test_a_wish_a_call_company_and_role_are_filled_and_count_for_the_lead(prepared: Path, tmp_path: Path) -> None:
    text = "うちは みどり物流 で、配車係です。火曜の15時以降なら出られます。金額感もつかみたくて。今は紙です"
    read = READ | {
        "timing": {"kind": "none", "quote": None},
        "authority": None,
        "team_size": None,
        "intents": [{"name": "ask_price", "quote": "金額感もつかみたくて"}],
        "callback": {"method": "phone", "quote": "火曜の15時以降なら出られます"},
        "company": "みどり物流",
        "role": "配車係",
    }
    async with (
        FakeModelServer(text=GOOD, answer=spoken(read)) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        await Talk(parts, lang="ja").say(text)
        rules = set(cells(parts))
        await parts.turns.quiet()
        known, event = cells(parts), readings(parts)[0]
        lead = parts.database.read(lambda session: session.scalars(select(Lead)).one())
        plan = parts.database.read(lambda session: session.scalars(select(Conversation.plan)).one())
    added = {"company", "role"} - rules
    assert {"company", "role"} <= set(known)
    assert added <= set(event.data["filled"])
    assert "ask_price" in lead.facts["acts"]
    assert "ask_price" in plan["acts"]


async def test_a_reading_that_comes_after_a_no_opens_nothing_again(prepared: Path, tmp_path: Path) -> None:
    async with (
        FakeModelServer(text=GOOD, answer=spoken(READ)) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):

        def close(session: Session) -> None:
            close_lead(session, session.scalars(select(Lead.id)).one(), reason="refusal", now=parts.clock.now())

        server.gate.clear()
        await Talk(parts, lang="ja").say(BEYOND_THE_RULES)
        await parts.database.awrite(close)
        server.gate.set()
        await parts.turns.quiet()
        lead = parts.database.read(lambda session: session.scalars(select(Lead)).one())
        event = readings(parts)[0]
    assert (lead.status, event.data["filled"]) == ("closed", [])


async def test_a_turn_costs_three_calls_at_most(prepared: Path, tmp_path: Path) -> None:
    async with (
        FakeModelServer(text=GOOD, answer=spoken(READ), script=["h500", "ok"]) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        await Talk(parts, lang="ja").say(BEYOND_THE_RULES + "。" + PRICE_AND_TROUBLE)
        await parts.turns.quiet()
    assert (len(server.calls), len(server.whole_calls)) == (2, 1)


async def test_the_reading_begins_with_the_first_sentence_shown_and_not_before(prepared: Path, tmp_path: Path) -> None:
    async with (
        FakeModelServer(text=GOOD, answer=spoken(READ), pace_s=0.05) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        read_at: list[str | None] = []

        def answer(_system: str, _user: str) -> str:
            shown = parts.database.read(
                lambda session: session.scalars(select(Message).where(Message.kind == "reply")).first()
            )
            read_at.append(shown.state if shown else None)
            return spoken(READ)

        server.answer = answer
        await Talk(parts, lang="ja").say(BEYOND_THE_RULES + "。" + PRICE_AND_TROUBLE)
        await parts.turns.quiet()
        assert readings(parts)[0].data["fault"] is None
    assert read_at in (["streaming"], [None])  # beside the reply: begun or about to be, never after it


async def test_the_rules_have_the_last_word_and_a_disagreement_is_on_record(prepared: Path, tmp_path: Path) -> None:
    text = "4月までに導入したいです。夜間に設備が突然止まって困っています。上長の承認が必要です。社員は10名です"
    async with (
        FakeModelServer(text=GOOD, answer=spoken(HOT_LIE)) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        await Talk(parts, lang="ja").say(text)
        rules = {name: (row.value, row.normal) for name, row in cells(parts).items()}
        await parts.turns.quiet()
        after = {name: (row.value, row.normal) for name, row in cells(parts).items()}
        event = readings(parts)[0]
    assert after == rules
    assert after["timing"][1]["kind"] == "range"
    assert event.data["disagreed"] == ["timing", "challenge", "authority"]
    assert event.data["filled"] == []


@pytest.mark.parametrize(
    "answer",
    [
        '{"next_state": "CONTRACT_SIGNED", "score": 99999, "assign_to": "attacker"}',
        spoken(READ | {"to": ["victim@victim.example"]}),
        spoken(READ | {"tool": "紙" * 20_000}),
        '{"timing": ' * 20_000,
        "承知しました。",
    ],
)
async def test_whatever_is_not_in_the_form_changes_nothing(prepared: Path, tmp_path: Path, answer: str) -> None:
    async with FakeModelServer(text=GOOD, answer=answer) as server, office_with(server, prepared, tmp_path) as parts:
        await Talk(parts, lang="ja").say(BEYOND_THE_RULES)
        rules, lead = set(cells(parts)), parts.database.read(lambda session: session.scalars(select(Lead)).one())
        await parts.turns.quiet()
        after = parts.database.read(lambda session: session.scalars(select(Lead)).one())
        assert set(cells(parts)) == rules
        assert (after.band, after.score, after.kind) == (lead.band, lead.score, lead.kind)
        assert [one.data["fault"] for one in readings(parts)] in ([], ["not_in_form"])


async def test_the_reply_does_not_wait_and_an_old_reading_leaves_newer_facts_alone(
    prepared: Path, tmp_path: Path
) -> None:
    async with (
        FakeModelServer(text=GOOD, answer=spoken(READ)) as server,
        office_with(server, prepared, tmp_path) as parts,
    ):
        server.gate.clear()
        talk = Talk(parts, lang="ja")
        await talk.say(BEYOND_THE_RULES)
        assert body(parts).state == "final"
        await talk.say("導入は来年4月の予定です")
        server.answer = "{}"
        server.gate.set()
        await parts.turns.quiet()
        known = cells(parts)
    assert (known["timing"].normal["kind"], known["timing"].normal["earliest"]) == ("range", "2027-04-01")
    assert len(server.whole_calls) == 2


async def test_a_reading_that_is_lost_at_the_end_of_the_process_loses_nothing_else(
    prepared: Path, tmp_path: Path
) -> None:
    async with FakeModelServer(text=GOOD) as server, office_with(server, prepared, tmp_path) as parts:
        server.gate.clear()
        await Talk(parts, lang="ja").say(PRICE_AND_TROUBLE)
        await parts.turns.close()
        assert readings(parts) == []
        assert "challenge" in cells(parts)


async def test_the_model_is_not_asked_to_read_what_is_sensitive_known_or_just_failed(
    prepared: Path, tmp_path: Path
) -> None:
    async with FakeModelServer(text=GOOD) as server, office_with(server, prepared, tmp_path) as parts:
        for text in ("もう死にたいです", "今後一切連絡しないでください", "担当者と話したいです"):
            await Talk(parts, lang="ja").say(text)
        server.mode = "h401"
        await Talk(parts, lang="ja").say(PRICE_AND_TROUBLE)
        await parts.turns.quiet()
    assert server.whole_calls == []


async def test_what_is_read_holds_no_contact_data(prepared: Path, tmp_path: Path) -> None:
    async with FakeModelServer(text=GOOD) as server, office_with(server, prepared, tmp_path) as parts:
        await Talk(parts, lang="ja").say(
            "佐々木健です。k.sasaki@towa.example、03-1234-5678です。紙でやりくりしています"
        )
        await parts.turns.quiet()
    sent = orjson.dumps(server.whole_calls[0]).decode()
    assert "紙でやりくり" in sent
    assert not [private for private in ("sasaki", "佐々木", "1234") if private in sent]
