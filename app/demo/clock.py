"""The demo's clock: the machine's time plus what the visitor has skipped. It only ever runs forward."""

from __future__ import annotations

import json
import threading
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import Clock, SystemClock
from app.core.errors import SetupError
from app.models import CredentialSession, Person


class DemoClock:
    """Satisfies `core.clock.Clock`; leases and deadlines keep the machine's monotonic time.

    The offset outlives the process in `file`, because what is stored must not lie in the future.
    """

    def __init__(self, file: Path, *, machine: Clock | None = None) -> None:
        self._file = file
        self._machine = machine or SystemClock()
        self._lock = threading.Lock()
        self._offset = _read(file)

    def now(self) -> datetime:
        return self._machine.now() + self._offset

    def monotonic(self) -> float:
        return self._machine.monotonic()

    def skip(self, by: timedelta) -> None:
        """Set the clock forward; `ValueError` for a step back."""
        if by < timedelta(0):
            raise ValueError("the demo's clock only runs forward")
        with self._lock:
            offset = self._offset + by
            new = self._file.with_suffix(".new")
            new.write_text(json.dumps({"offset_s": offset.total_seconds()}), "ascii")
            new.replace(self._file)
            self._offset = offset


def carry_along(session: Session, by: timedelta) -> None:
    """Let nobody notice that the clock is set forward: who is signed in stays so, who was at their desk still is."""
    for held in session.scalars(select(CredentialSession).where(CredentialSession.revoked_at.is_(None))):
        held.seen_at += by
        held.expires_at += by
    for person in session.scalars(select(Person)):
        person.last_seen_at = person.last_seen_at and person.last_seen_at + by


def _read(file: Path) -> timedelta:
    try:
        return timedelta(seconds=float(json.loads(file.read_text("ascii"))["offset_s"]))
    except FileNotFoundError:
        return timedelta(0)
    except (OSError, ValueError, KeyError, TypeError):
        raise SetupError("clock_damaged", f"{file} cannot be read; delete it and the demo's data with it") from None
