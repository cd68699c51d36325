"""The effect ledger: what the outside world can see is done once by key, or honestly `unknown`.

planned → sending → sent. The row says `sending` on disk before the first byte leaves. Whoever finds `sending` did not
see how it ended (the process died, the connection was cut): it asks `reconcile`, and if nobody can tell, the effect is
`unknown`, is not repeated, and the caller shows that to the rep.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from app.core.db import Database
from app.models.job import Effect

State = Literal["planned", "sending", "sent", "unknown"]
Send = Callable[[], Awaitable[str | None]]
Reconcile = Callable[[], Awaitable[bool | None]]


class NotSentError(Exception):
    """Raised `from` the real error by a `send` that knows nothing left the house; the effect may be tried again."""


@dataclass(frozen=True, slots=True)
class Performed:
    """How it stands now; `provider_id` is what `send` returned."""

    state: Literal["sent", "unknown"]
    provider_id: str | None


async def perform(
    database: Database, key: str, *, send: Send, now: datetime, reconcile: Reconcile | None = None
) -> Performed:
    """Have `send` done once for `key`, over crashes and retries.

    `send` returns the provider's id. If it raises `NotSentError` the effect is planned again; after any other error it
    stays `sending`, since nobody knows. `reconcile` says True (it arrived), False (it did not: send) or None.
    """
    state, provider_id = await database.awrite(lambda session: _begin(session, key, now=now))
    if state == "sending":
        arrived = await reconcile() if reconcile is not None else None
        if arrived is not False:
            return await _end(database, key, state="sent" if arrived else "unknown", provider_id=provider_id, now=now)
    elif state != "planned":
        return Performed("sent" if state == "sent" else "unknown", provider_id)
    try:
        provider_id = await send()
    except NotSentError:
        await database.awrite(lambda session: _mark(session, key, state="planned", provider_id=None, now=now))
        raise
    return await _end(database, key, state="sent", provider_id=provider_id, now=now)


def _begin(session: Session, key: str, *, now: datetime) -> tuple[State, str | None]:
    """Return how the effect stood; from `planned` it goes to `sending` in the same write."""
    row = {"key": key, "state": "planned", "updated_at": now}
    if session.get_bind().dialect.name == "sqlite":
        session.execute(sqlite_insert(Effect).values(row).on_conflict_do_nothing())
    else:
        session.execute(postgres_insert(Effect).values(row).on_conflict_do_nothing())
    effect = session.execute(select(Effect.state, Effect.provider_id).where(Effect.key == key).with_for_update()).one()
    if effect.state == "planned":
        _mark(session, key, state="sending", provider_id=None, now=now)
    return effect.state, effect.provider_id


async def _end(
    database: Database, key: str, *, state: Literal["sent", "unknown"], provider_id: str | None, now: datetime
) -> Performed:
    await database.awrite(lambda session: _mark(session, key, state=state, provider_id=provider_id, now=now))
    return Performed(state, provider_id)


def _mark(session: Session, key: str, *, state: State, provider_id: str | None, now: datetime) -> None:
    session.execute(
        update(Effect).where(Effect.key == key).values(state=state, provider_id=provider_id, updated_at=now)
    )
