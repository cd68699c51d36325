"""A sentence of the model that the guard stops: the history names the rule, and the question reaches who can answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.llm.fake import FakeModelServer
from app.models import Event, MissingQuestion
from tests.story.test_model import first_reply, office_with

pytestmark = pytest.mark.anyio

QUESTION = "料金はいくらですか。連絡先は taro@yamada.example です"
WRONG_PRICE = "スタータープランは月額12,345円です[1]。"


async def test_a_blocked_sentence_is_in_the_history_and_its_question_is_open(prepared: Path, tmp_path: Path) -> None:
    async with FakeModelServer(text=WRONG_PRICE) as server, office_with(server, prepared, tmp_path) as parts:
        reply = await first_reply(parts, QUESTION)
        blocked = parts.database.read(
            lambda s: s.scalars(
                select(Event).where(Event.kind == "sentence_blocked", Event.message_id == reply.id)
            ).all()
        )
        (missing,) = parts.database.read(lambda s: s.scalars(select(MissingQuestion)).all())
    assert "12,345" not in reply.text
    assert [one.data["rule"] for one in blocked] == [block["rule"] for block in reply.provenance["blocks"]] != []
    assert "料金はいくらですか" in missing.text
    assert "yamada" not in missing.text
    assert reply.provenance["reason"]
