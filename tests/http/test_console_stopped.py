"""A rep sees in words why the assistant said something, and what of the model's was stopped."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from app.conversation.guard_blocks import explain
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.security import Vault
from app.models import Message
from tests.conversation.guard_room import Room
from tests.http.desk import Desk

LIE = "必ず間に合います。"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def desk(database: Database, vault: Vault, clock: FixedClock) -> Desk:
    return Desk(database, vault, clock)


def page_of_reply(desk: Desk, **made: object) -> str:
    """Give the assistant's message this provenance and draw it."""
    provenance = {"model": "m", "prompt": "reply", "version": 3, "fingerprint": "abc", **made}

    def change(session: Session) -> str:
        row = session.query(Message).filter_by(author="assistant").first()
        assert row is not None
        row.provenance = provenance
        return str(row.id)

    message_id = desk.services.database.write(change)
    page = desk.sign_in("megumi@hibiki.example").get(f"/console/messages/{message_id}")
    assert page.status_code == 200
    return page.text


def test_a_stopped_sentence_is_explained(desk: Desk) -> None:
    block = explain(Room("ja").guard.check(LIE), LIE).as_json()
    page = page_of_reply(desk, blocked="claim", blocks=[block], reason="discount")
    assert "言い切り" in page
    assert "<q>必ず</q>" in page
    assert "資料では分からないとお伝えしました" in page
    assert "資料に加えてください" in page
    assert "値引きのご相談です" in page


def test_what_the_model_wrote_is_text_and_an_unknown_rule_shows_its_name(desk: Desk) -> None:
    block = {"rule": "later_rule", "words": SCRIPT, "line_id": "", "question": ""}
    page = page_of_reply(desk, blocked="later_rule", blocks=[block])
    assert "later_rule" in page
    assert SCRIPT not in page


def test_a_reply_from_before_still_says_that_something_was_stopped(desk: Desk) -> None:
    assert "資料にない主張" in page_of_reply(desk, blocked="claim")
