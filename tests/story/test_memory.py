"""What a conversation remembers of itself: what was asked and done, never what the prospect wrote."""

from __future__ import annotations

import asyncio
import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.talk import Talk
from app.conversation.store import Turn, load_turn
from app.leads.intake import InboundMessage, accept
from app.main import Parts
from app.models import Conversation, CredentialSession

SECOND = "電池は何年もちますか。返事は tanaka@minato.example へお願いします"


def test_the_plan_holds_no_words_and_the_search_gets_the_previous_ones_from_the_thread(office: Parts) -> None:
    async def run() -> None:
        prospect = Talk(office, lang="ja")
        await prospect.say("料金はいくらですか")
        await prospect.say(SECOND)

    asyncio.run(run())

    def write_more(session: Session) -> Conversation:
        conversation = session.scalars(select(Conversation)).one()
        credential = session.scalars(
            select(CredentialSession).where(CredentialSession.conversation_id == conversation.id)
        ).one()
        for number, text in enumerate(("交換は", "自分でできますか")):
            inbound = InboundMessage(credential_id=credential.id, client_id=f"client-{number}", text=text, lang="ja")
            accept(session, office.vault, inbound=inbound, opener="", now=office.clock.now())
        return conversation

    conversation = office.database.write(write_more)
    stored = json.dumps(conversation.plan, ensure_ascii=False)
    assert conversation.plan["replies"] == 2
    assert not any(words in stored for words in ("tanaka", "電池", "料金"))
    turn: Turn | None = office.database.read(lambda session: load_turn(session, conversation.id))
    assert turn is not None
    assert (turn.previous, turn.text) == (SECOND, "交換は\n自分でできますか")
