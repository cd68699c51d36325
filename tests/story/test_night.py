"""Friday 18:30 before a long weekend: the assistant says when people are back, asks, sends; the time is a promise."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.cli.talk import Talk
from app.conversation.ownership import take_over
from app.demo import hours
from app.jobs.fake import run_due
from app.main import Parts
from app.models import Assignment, Event, Job, Lead, Message, Person, Promise

FRIDAY_1830 = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
OPENING = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # Tuesday 09:00 in Tokyo; Monday the 23rd is a holiday
WHEN = {"ja": "11月24日（火）9:00〜10:00", "en": "Tuesday, November 24, 9:00–10:00 a.m. (Japan time)"}


@pytest.fixture
def night(office: Parts) -> Parts:
    office.database.write(hours.weekdays)
    office.clock.set(FRIDAY_1830)  # type: ignore[attr-defined]
    return office


def talk(night: Parts, *texts: str, lang: str = "ja") -> list[dict[str, Any]]:
    async def run() -> list[dict[str, Any]]:
        prospect = Talk(night, lang=lang)
        return [(await prospect.say(text)).row for text in texts]

    return asyncio.run(run())


def rows(night: Parts, query: Any) -> list[Any]:
    return night.database.read(lambda s: list(s.scalars(query)))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "料金はいくらですか。夜間に設備が突然止まって困っています"),
        ("en", "How much is it? Our pumps keep failing at night."),
    ],
)
def test_a_night_prospect_gets_the_answer_the_hour_and_a_question_and_the_hour_once(
    night: Parts, lang: str, text: str
) -> None:
    first, second = talk(
        night, text, {"ja": "来月には始めたいです", "en": "We want to start next month"}[lang], lang=lang
    )
    assert WHEN[lang] in first["reply"]
    assert first["acts"][-1] == "closed"
    assert (first["asked"], second["asked"]) == (["contact"], [])
    assert WHEN[lang] not in second["reply"]
    (promise,) = rows(night, select(Promise).where(Promise.kind == "contact"))
    assert promise.due_at == OPENING + timedelta(hours=1)
    assert rows(night, select(Assignment)) == []


def test_who_complains_at_night_has_the_manager_at_once_and_hears_an_honest_hour(night: Parts) -> None:
    (row,) = talk(night, "御社の製品がまた壊れました。いい加減にしてください")
    assert row["acts"][-2:] == ["complaint", "closed"]
    assert WHEN["ja"] in row["reply"]
    (manager,) = rows(night, select(Person.role).join(Assignment, Assignment.person_id == Person.id))
    assert manager in ("manager", "admin")


def test_the_night_ends_at_the_opening_and_a_take_over_stops_the_clock_only_when_somebody_speaks(night: Parts) -> None:
    talk(night, "料金はいくらですか。夜間に設備が突然止まって困っています", "来月には始めたいです")
    work = dict(night.engine._handlers.values())
    night.clock.set(OPENING)  # type: ignore[attr-defined]
    asyncio.run(run_due(night.database, work, now=OPENING))
    (given,) = rows(night, select(Assignment))
    (lead,) = rows(night, select(Lead))
    rep: UUID = given.person_id
    timer = select(Job.run_at).where(Job.kind == "promise_due")
    assert rows(night, timer) == [OPENING + timedelta(minutes=50)]
    (conversation,) = rows(night, select(Promise.conversation_id).where(Promise.kind == "contact"))
    night.database.write(lambda s: take_over(s, conversation, person_id=rep, texts=night.texts, now=night.clock.now()))
    late = OPENING + timedelta(hours=2)
    night.clock.set(late)  # type: ignore[attr-defined]
    asyncio.run(run_due(night.database, work, now=late))
    said = rows(night, select(Message).where(Message.conversation_id == conversation).order_by(Message.seq))
    assert said[-1].kind == "handoff", "nobody apologises in a conversation that a person holds"
    kinds = rows(night, select(Event.kind).where(Event.lead_id == lead.id, Event.kind.like("promise_%")))
    assert kinds.count("promise_lapsed") == 1
