"""People and the assistant in one conversation: who speaks, who is responsible, what is promised and learned."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.cli.talk import Talk
from app.conversation.calls import log_call
from app.conversation.ownership import say, take_over
from app.core.errors import Conflict
from app.core.ids import new_id
from app.main import Parts
from app.models import (
    Assignment,
    Contact,
    Conversation,
    Job,
    Lead,
    Message,
    Person,
    Promise,
    Qualification,
    Suppression,
)
from app.routing import clock as sla_clock
from app.routing.escalate import escalate

ASK = "料金はいくらですか。夜間に設備が突然止まって困っています"


def person(office: Parts, name: str) -> UUID:
    return office.database.read(lambda s: s.scalars(select(Person.id).where(Person.name.contains(name))).one())


def conversation(office: Parts) -> Conversation:
    return office.database.read(lambda s: s.scalars(select(Conversation)).one())


def lead(office: Parts) -> Lead:
    return office.database.read(lambda s: s.scalars(select(Lead)).one())


def owner(office: Parts) -> UUID | None:
    return office.database.read(
        lambda s: s.scalars(select(Assignment.person_id).where(Assignment.until.is_(None))).one_or_none()
    )


def takes_over(office: Parts, who: UUID) -> None:
    now, talk = office.clock.now(), conversation(office).id
    office.database.write(lambda s: take_over(s, talk, person_id=who, texts=office.texts, now=now))


def says(office: Parts, who: UUID, text: str) -> None:
    now, talk = office.clock.now(), conversation(office).id
    office.database.write(
        lambda s: say(s, talk, person_id=who, text=text, client_id=str(new_id()), texts=office.texts, now=now)
    )


def talk(office: Parts, *texts: str) -> list[dict[str, Any]]:
    async def run() -> list[dict[str, Any]]:
        prospect = Talk(office, lang="ja")
        return [(await prospect.say(text)).row for text in texts]

    return asyncio.run(run())


def test_who_takes_the_conversation_is_responsible_for_the_lead(office: Parts) -> None:
    talk(office, ASK)
    mine = owner(office)
    assert mine is not None
    takes_over(office, mine)
    claimed = office.database.read(lambda s: s.scalars(select(Assignment).where(Assignment.until.is_(None))).one())
    assert (claimed.person_id, claimed.claimed_at) == (mine, office.clock.now())


def test_after_an_escalation_the_manager_can_speak_where_a_silent_rep_had_taken_over(office: Parts) -> None:
    talk(office, ASK)
    first = owner(office)
    assert first is not None
    takes_over(office, first)
    now, manager = office.clock.now(), person(office, "小林")
    running = office.database.read(lambda s: sla_clock.running(s, lead(office).id))
    if running is None:  # nobody was told yet: the notice job has not run in this test
        assignment = office.database.read(lambda s: s.scalars(select(Assignment)).first())
        assert assignment is not None
        office.database.write(lambda s: sla_clock.start(s, assignment.id, notified_at=now))
        running = office.database.read(lambda s: sla_clock.running(s, lead(office).id))
    assert running is not None
    office.database.write(lambda s: escalate(s, running.id, now=now))
    says(office, manager, "小林です。お待たせしました。")
    assert conversation(office).owner_id == manager


def test_a_colleague_cannot_take_a_claimed_lead_by_speaking(office: Parts) -> None:
    talk(office, ASK)
    mine = owner(office)
    assert mine is not None
    takes_over(office, mine)
    other = next(one for one in (person(office, "佐藤"), person(office, "高橋")) if one != mine)
    with pytest.raises(Conflict):
        says(office, other, "横から失礼します。")
    assert conversation(office).owner_id == mine


def test_what_a_prospect_tells_a_rep_is_learned_too(office: Parts) -> None:
    async def run() -> None:
        prospect = Talk(office, lang="ja")
        await prospect.say(ASK)
        mine = owner(office)
        assert mine is not None
        says(office, mine, "佐藤です。ご連絡先を伺えますか。")
        await prospect.say("田中です。tanaka@minato.example です。来月には始めたいです")
        await office.turns.quiet()

    asyncio.run(run())
    known = office.database.read(
        lambda s: set(s.scalars(select(Qualification.slot).where(Qualification.status == "known")))
    )
    assert {"email", "timing", "contact"} <= known
    assert lead(office).band == "hot"
    said = office.database.read(lambda s: s.scalars(select(Message).where(Message.author == "assistant")).all())
    assert {message.kind for message in said} == {"opener", "reply"}
    assert len(said) == 2


def test_a_promise_is_open_until_a_person_has_answered(office: Parts) -> None:
    talk(office, "担当者と話したいです")
    open_ones = office.database.read(lambda s: s.scalars(select(Promise)).all())
    assert [(one.told, one.kept_at) for one in open_ones] == [("handoff", None)]
    mine = owner(office)
    assert mine is not None
    says(office, mine, "佐藤です。ご用件を伺います。")
    kept = office.database.read(lambda s: s.scalars(select(Promise)).one())
    assert kept.kept_at == office.clock.now()


def test_a_call_nobody_answered_keeps_no_promise(office: Parts) -> None:
    talk(office, "担当者と話したいです")
    now, mine = office.clock.now(), owner(office)
    assert mine is not None
    office.database.write(
        lambda s: log_call(
            s, lead(office).id, person_id=mine, result="no_answer", note=None, client_id="call-0001", now=now
        )
    )
    assert office.database.read(lambda s: s.scalars(select(Promise.kept_at)).one()) is None


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("対応がひどいです。苦情です。責任者を出してください", "person_wanted"),
        ("担当者と話したいです", "person_wanted"),
        ("宇宙空間でも使えますか", "promise_open"),
    ],
)
def test_who_is_told_after_a_call_that_a_person_will_answer_is_news_to_that_person(
    office: Parts, words: str, about: str
) -> None:
    prospect = Talk(office, lang="ja")
    asyncio.run(prospect.say(ASK))
    now, mine = office.clock.now(), owner(office)
    assert mine is not None
    called = {"result": "no_answer", "note": None, "client_id": "call-0001", "now": now}
    office.database.write(lambda s: log_call(s, lead(office).id, person_id=mine, **called))
    asyncio.run(prospect.say(words))
    told = office.database.read(lambda s: s.scalars(select(Job.payload).where(Job.kind == "tell_news")).all())
    assert [one["about"] for one in told] == [about]
    assert office.database.read(lambda s: sla_clock.running(s, lead(office).id)) is not None


def test_a_visitor_who_wants_no_contact_stops_it_for_no_address_but_their_own(office: Parts) -> None:
    talk(office, "victim@minato.example です。今後一切連絡しないでください")
    assert office.database.read(lambda s: s.scalars(select(Suppression)).all()) == []
    assert office.database.read(lambda s: s.scalars(select(Contact.opted_out_at)).one()) == office.clock.now()


def test_a_job_seeker_who_turns_out_to_buy_gets_a_rep(office: Parts) -> None:
    talk(office, "求人に応募したいのですが")
    assert owner(office) is None
    talk_again = talk(office, "求人に応募したいのですが", "やはり製品の見積もりをお願いします")
    assert talk_again[-1]["band"] != "cold"
    owners = office.database.read(lambda s: s.scalars(select(Assignment)).all())
    assert len(owners) == 1


def test_a_message_the_rules_choke_on_still_gets_an_honest_reply_and_a_person(
    office: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("a rule is broken")

    monkeypatch.setattr("app.conversation.turn.decide", broken)
    (row,) = talk(office, ASK)
    assert row["acts"] == ["handoff"]
    assert row["handoff"]
    assert owner(office) is not None
