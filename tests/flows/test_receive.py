"""A message comes in: who waits for its reading, and in which language it is first answered."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bus.memory import MemoryBus
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import NotSignedIn
from app.core.ids import new_id, new_token
from app.core.resources import folder
from app.core.security import Vault
from app.core.templating import load_texts
from app.flows import receive as module
from app.flows.first_run import ensure_site
from app.flows.receive import QUICK, Receive
from app.flows.turns import TurnRunner
from app.leads import visitors
from app.leads.intake import InboundMessage
from app.models import Message
from app.understanding.challenge_words import DEFAULT_CATEGORIES
from app.understanding.language import detect

pytestmark = pytest.mark.anyio
TEXTS = load_texts(folder("templates"))


class Silent:
    """Says nothing after the opener."""

    async def listen(self, _conversation_id: UUID) -> bool:
        return False

    async def take_turn(self, conversation_id: UUID, *, shown: Callable[[Any], None]) -> None:
        return None


def receiving(database: Database, vault: Vault, clock: FixedClock) -> Receive:
    turns = TurnRunner(Silent(), MemoryBus())  # type: ignore[arg-type]
    return Receive(
        database, clock, vault=vault, texts=TEXTS, categories=DEFAULT_CATEGORIES, turns=turns, max_chars=4000
    )


async def test_a_long_message_is_understood_while_others_are_served(
    database: Database, vault: Vault, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand, others, readers = module.understand, threading.Event(), []

    def waits_for_others(text: str, **more: Any) -> Any:
        readers.append(threading.current_thread() is threading.main_thread())
        if len(text) > QUICK:
            assert others.wait(10), "the event loop stood still"
        return understand(text, **more)

    monkeypatch.setattr(module, "understand", waits_for_others)
    receive = receiving(database, vault, clock)

    async def send(text: str) -> None:
        with pytest.raises(NotSignedIn):
            await receive(InboundMessage(client_id=str(new_id()), text=text, lang="ja", credential_id=new_id()))

    asyncio.get_running_loop().call_later(0.01, others.set)
    await send("夜間の停止に困っています。" * 300)
    await send("料金はいくらですか")
    assert readers == [False, True]


@pytest.mark.parametrize("text", ["Bonjour, je voudrais un devis pour votre produit", "你们的产品多少钱？请问怎么购买"])
async def test_the_opener_to_another_language_is_in_english(
    database: Database, vault: Vault, clock: FixedClock, text: str
) -> None:
    receive, now, token = receiving(database, vault, clock), clock.now(), new_token("sct")

    def opens_the_panel(session: Session) -> UUID:
        site = ensure_site(session, lang="ja", now=now)
        visitors.open_session(session, visitors.Opened(site.id, "ja", {"path": "/"}, "1"), token=token, now=now)
        return visitors.find(session, token, now=now).credential_id

    credential_id = await database.awrite(opens_the_panel)
    await receive(InboundMessage(client_id=str(new_id()), text=text, lang="ja", credential_id=credential_id))
    opener = await database.aread(lambda s: s.scalar(select(Message.text).where(Message.kind == "opener")))
    assert opener is not None
    assert detect(opener, fallback="ja") == "en"
