"""Questions nobody's document answered: kept once, grouped by what they ask, closed once."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.core.clock import FixedClock
from app.core.db import Database
from app.core.ids import new_id
from app.core.security import Vault
from app.knowledge import missing
from app.knowledge.missing import Group
from app.leads import thread
from app.models import Conversation, Document, Lead, MissingQuestion, Team
from tests.http.sample import Sample, seed


class Asked:
    """The sample team, whose leads ask one question after the other, a minute apart."""

    def __init__(self, database: Database, vault: Vault, clock: FixedClock) -> None:
        self.database, self.clock = database, clock
        self.team: Sample = database.write(lambda session: seed(session, vault, now=clock.now()))

    def ask(self, name: str, text: str, *, lang: Any = "ja", verdict: Any = "unknown", times: int = 1) -> None:
        """Let the lead ask; `times` is how often the turn is noted."""
        self.clock.advance(timedelta(minutes=1))
        now = self.clock.now()

        def write(session: Session) -> None:
            conversation = session.get_one(Conversation, self.team.conversations[name])
            said = thread.new_message(conversation, author="contact", kind="message", text=text, now=now)
            thread.add(session, said)
            for _ in range(times):
                missing.note(
                    session,
                    message_id=said.id,
                    lead_id=self.team.leads[name],
                    text=text,
                    lang=lang,
                    verdict=verdict,
                    now=now,
                )

        self.database.write(write)

    def groups(self, **of: Any) -> list[Group]:
        return self.database.read(lambda session: missing.open_groups(session, **of))

    def approve(self, document_id: UUID, *, valid_from: date | None = None) -> None:
        change = {"status": "approved", "valid_from": valid_from}
        self.database.write(lambda session: session.query(Document).filter_by(id=document_id).update(change))

    def document(self) -> UUID:
        now = self.clock.now()
        made = Document(
            id=new_id(),
            file="faq.md",
            title="FAQ",
            lang="ja",
            kind="faq",
            body_hash="x",
            status="draft",
            revision=1,
            created_at=now,
            updated_at=now,
        )
        self.database.write(lambda session: session.add(made))
        return made.id


@pytest.fixture
def asked(any_database: Database, vault: Vault, clock: FixedClock) -> Asked:
    return Asked(any_database, vault, clock)


def test_a_turn_that_is_noted_twice_is_one_question(asked: Asked) -> None:
    asked.ask("田中", "防爆エリアで使えますか？", times=2)
    (group,) = asked.groups()
    assert [(question.text, question.verdict) for question in group.questions] == [
        ("防爆エリアで使えますか？", "unknown")
    ]


def test_questions_that_ask_the_same_stand_together_and_what_most_leads_ask_stands_first(asked: Asked) -> None:
    asked.ask("山本", "Wi-Fiなしでも動きますか？")
    for _ in range(3):
        asked.ask("山本", "海外の工場にも設置してもらえますか？")
    asked.ask("田中", "防爆エリアで使えますか？")
    asked.ask("小林", "防爆エリアで使えますか")
    asked.ask("Priya", "Can it be used in a hazardous area?", lang="en", verdict="maybe")
    groups = asked.groups()
    explosion = groups[0]
    leads = asked.team.leads
    assert (explosion.newest.text, explosion.leads) == ("防爆エリアで使えますか", (leads["小林"], leads["田中"]))
    assert explosion.newest.at - explosion.first_at == timedelta(minutes=1)
    assert [group.newest.lang for group in groups].count("en") == 1
    assert [(group.newest.text, len(group.leads), len(group.questions)) for group in groups][2:] == [
        ("海外の工場にも設置してもらえますか？", 1, 3),
        ("Wi-Fiなしでも動きますか？", 1, 1),
    ]


def test_a_dismissed_group_is_gone_and_a_second_click_closes_nothing(asked: Asked) -> None:
    asked.ask("田中", "御社の株価はいくらですか？")
    (group,) = asked.groups()
    found = asked.database.read(lambda session: missing.group_of(session, group.newest.id))
    assert found is not None
    assert found.ids == group.ids
    close = {"state": "dismissed", "document_id": None, "by": asked.team.manager, "now": asked.clock.now()}
    assert [asked.database.write(lambda session: missing.close(session, group.ids, **close)) for _ in range(2)] == [
        1,
        0,
    ]
    assert asked.groups() == []
    assert asked.database.read(lambda session: missing.group_of(session, group.newest.id)) is None


def test_a_question_stays_open_while_its_answer_is_a_draft_and_is_answered_when_that_may_be_used(asked: Asked) -> None:
    asked.ask("田中", "防爆エリアで使えますか？")
    asked.ask("山本", "海外の工場にも設置してもらえますか？")
    (group,) = (group for group in asked.groups() if "防爆" in group.newest.text)
    document_id = asked.document()
    asked.database.write(lambda session: missing.link(session, group.ids, document_id=document_id))
    assert {group.newest.text[:2]: group.document_id for group in asked.groups()} == {"防爆": document_id, "海外": None}
    by, now = asked.team.manager, asked.clock.now()
    close = partial(missing.close_answered, document_id=document_id, again=(), by=by, today=now.date(), now=now)
    assert asked.database.write(close) == 0
    asked.approve(document_id, valid_from=date(2099, 1, 1))
    assert asked.database.write(close) == 0
    asked.approve(document_id)
    assert asked.database.write(close) == 1
    assert [group.newest.text[:2] for group in asked.groups()] == ["海外"]
    kept = asked.database.read(lambda session: session.get_one(MissingQuestion, group.newest.id))
    assert (kept.state, kept.document_id, kept.closed_by, kept.closed_at) == ("answered", document_id, by, now)


def test_a_question_that_is_asked_again_while_the_answer_is_a_draft_is_answered_with_it(asked: Asked) -> None:
    asked.ask("田中", "防爆エリアで使えますか？")
    document_id = asked.document()
    assert asked.database.read(lambda session: missing.asked_again(session, document_id)) == ()
    asked.database.write(lambda session: missing.link(session, asked.groups()[0].ids, document_id=document_id))
    asked.ask("小林", "防爆エリアで使えますか")
    asked.ask("山本", "海外の工場にも設置してもらえますか？")

    again = asked.database.read(lambda session: missing.asked_again(session, document_id))
    by, now = asked.team.manager, asked.clock.now()
    asked.approve(document_id)
    close = partial(missing.close_answered, document_id=document_id, again=again, by=by, today=now.date(), now=now)
    assert asked.database.write(close) == 2
    assert [group.newest.text[:2] for group in asked.groups()] == ["海外"]
    kept = asked.database.read(lambda session: session.query(MissingQuestion).filter_by(state="answered").all())
    assert [one.document_id for one in kept] == [document_id] * 2


def test_a_team_sees_what_its_own_leads_asked(asked: Asked) -> None:
    asked.ask("田中", "防爆エリアで使えますか？")
    other = asked.database.read(lambda session: session.query(Team.id).filter(Team.id != asked.team.team).scalar())
    assert len(asked.groups(teams={asked.team.team})) == 1
    assert asked.groups(teams=()) == []
    asked.database.write(
        lambda session: session.query(Lead).filter_by(id=asked.team.leads["田中"]).update({"team_id": other})
    )
    assert asked.groups(teams={asked.team.team}) == []
