"""A model's words in mail: only to an address that has been shown to be the prospect's, and with more patience."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.cli.talk import Talk
from app.core.ids import new_id
from app.llm.fake import FakeModelServer
from app.main import Parts
from app.models import Conversation, Mail, Message
from tests.story.test_model import GOOD, PRICE_AND_TROUBLE, body, office_with
from tests.story.test_model_ended import opened

pytestmark = pytest.mark.anyio


def by_mail(parts: Parts, *, verified: bool) -> None:
    """Make a mail conversation of the only one there is; its first message was sent by somebody (not) verified."""

    def change(session: Session) -> None:
        session.execute(update(Conversation).values(channel="email"))
        first = session.scalars(select(Message).where(Message.direction == "inbound")).one()
        peer = parts.vault.lookup("email", "prospect@somewhere.example")
        session.add(
            Mail(
                id=new_id(),
                message_id=first.id,
                direction="inbound",
                rfc_id="<1@somewhere.example>",
                subject="",
                peer_hmac=peer,
                domain_hmac=peer,
                verified=verified,
                at=first.at,
            )
        )

    parts.database.write(change)


async def mailed(parts: Parts, *, verified: bool) -> tuple[Talk, Message]:
    talk, _ = await opened(parts)
    by_mail(parts, verified=verified)
    await talk.say(PRICE_AND_TROUBLE)
    return talk, body(parts)


async def test_an_address_nobody_has_verified_gets_our_words_only(prepared: Path, tmp_path: Path) -> None:
    async with FakeModelServer(text=GOOD) as server, office_with(server, prepared, tmp_path) as parts:
        _, reply = await mailed(parts, verified=False)
    assert server.calls == []
    assert reply.origin == "template"


async def test_a_verified_address_gets_the_models_words_and_mail_waits_longer_than_a_chat(
    prepared: Path, tmp_path: Path
) -> None:
    async with (
        FakeModelServer(text=GOOD, mode="slow") as server,
        office_with(server, prepared, tmp_path, first_s=0.2, total_s=0.4) as parts,
    ):
        _, reply = await mailed(parts, verified=True)
    assert "CHANNEL email" in server.calls[0]["messages"][1]["content"]
    assert reply.origin == "ai"
    assert GOOD in reply.text
    assert "fault" not in reply.provenance
