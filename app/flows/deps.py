"""What the handlers of jobs work with; built once in the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from app.channels.email.port import Transport
from app.conversation.letter import Stationery
from app.core.clock import Clock
from app.core.db import Database
from app.core.security import Vault
from app.core.settings import Settings
from app.core.templating import Texts
from app.notifiers.port import Notifier


@dataclass(frozen=True, slots=True)
class Deps:
    database: Database
    clock: Clock
    vault: Vault
    texts: Texts
    settings: Settings
    mail: Transport
    stationery: Stationery
    notifiers: tuple[Notifier, ...] = ()
