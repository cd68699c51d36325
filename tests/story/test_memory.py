"""What a conversation remembers of itself: what was asked and done, never what the prospect wrote."""

from __future__ import annotations

import asyncio
import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.talk import Talk
from app.conversation.memory import Memory
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


def test_a_memory_with_holes_or_of_another_version_is_read_as_far_as_it_goes() -> None:
    assert Memory.read({"asked": None, "replies": None, "state": "gone", "closed": True}) == Memory(state="ended")
    assert Memory.read({"state": "gone", "waiting_for_person": True}).state == "waiting"
    assert Memory.read(Memory(asked=("timing",), hurry=True).stored()) == Memory(asked=("timing",), hurry=True)


def test_of_two_memories_of_one_lead_nothing_said_asked_or_refused_is_lost() -> None:
    chat = Memory(asked=("timing",), said=("a.1",), refused=("messages",), state="ended")
    mail = Memory(asked=("challenge",), said=("b.1",), replies=2, last_asked="challenge", waiting_for_person=True)
    both = mail.joined(chat)
    assert (set(both.asked), set(both.said)) == ({"timing", "challenge"}, {"a.1", "b.1"})
    assert (both.refused, both.state, both.waiting_for_person) == (("messages",), "ended", True)
    assert (both.replies, both.last_asked) == (2, "challenge")


def test_of_two_memories_of_one_lead_what_was_told_stays_told() -> None:
    told = {"told_from": "2026-11-25T09:00:00+09:00", "told_until": "2026-11-25T10:00:00+09:00"}
    chat = Memory(case_file="case-a.md", noticed_at="2026-11-24T09:00:00+09:00", hurry=True, replies=3, **told)
    both = Memory(replies=1, spoken="fr").joined(chat)
    assert (both.case_file, both.hurry, both.replies, both.spoken) == ("case-a.md", True, 3, "fr")
    assert {"told_from": both.told_from, "told_until": both.told_until} == told
    assert both.noticed_at == chat.noticed_at
