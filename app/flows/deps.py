"""What the stories work with; built once in the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.bus.port import Bus
from app.core.clock import Clock
from app.core.db import Database
from app.core.security import Vault
from app.core.settings import Settings
from app.core.templating import Texts
from app.notifiers.port import Notifier


@dataclass(frozen=True, slots=True)
class Deps:
    """`library` answers from the knowledge and `model` words; without them rules and templates do."""

    database: Database
    clock: Clock
    vault: Vault
    bus: Bus
    texts: Texts
    settings: Settings
    notifiers: tuple[Notifier, ...] = ()
    library: Any = None
    model: Any = None
