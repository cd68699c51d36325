"""A long message is read beside the event loop: nobody else waits for it."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from app.bus.memory import MemoryBus
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import NotSignedIn
from app.core.ids import new_id
from app.core.resources import folder
from app.core.security import Vault
from app.core.templating import load_texts
from app.flows import receive as module
from app.flows.receive import QUICK, Receive
from app.flows.turns import TurnRunner
from app.leads.intake import InboundMessage
from app.understanding.challenge_words import DEFAULT_CATEGORIES

pytestmark = pytest.mark.anyio


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
    receive = Receive(
        database,
        clock,
        vault=vault,
        texts=load_texts(folder("templates")),
        categories=DEFAULT_CATEGORIES,
        turns=TurnRunner(None, MemoryBus()),  # type: ignore[arg-type]
        max_chars=4000,
    )

    async def send(text: str) -> None:
        with pytest.raises(NotSignedIn):
            await receive(InboundMessage(client_id=str(new_id()), text=text, lang="ja", credential_id=new_id()))

    asyncio.get_running_loop().call_later(0.01, others.set)
    await send("夜間の停止に困っています。" * 300)
    await send("料金はいくらですか")
    assert readers == [False, True]
