"""Delete what has reached the end of its retention (PRODUCT §11)."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.core import log
from app.flows.deps import Deps
from app.jobs.kinds import Housekeeping
from app.jobs.port import forget_keys
from app.models import CredentialSession, Mail, RawMessage, Signal

logger = log.get(__name__)
SIGNALS = timedelta(days=30)
RAW = timedelta(days=180)
ENDED_SESSIONS = timedelta(days=7)
JOB_KEYS = timedelta(days=7)


async def housekeeping(deps: Deps, _work: Housekeeping) -> None:
    """Delete signals, raw mails and forms, ended sessions and keys of jobs long done, each at the end of its time."""
    now = deps.clock.now()
    gone = await deps.database.awrite(lambda session: _sweep(session, now=now))
    await asyncio.to_thread(deps.database.empty_log)
    logger.info("housekeeping_done", **gone)


def _sweep(session: Session, *, now: datetime) -> dict[str, int]:
    signals = session.scalars(delete(Signal).where(Signal.at < now - SIGNALS).returning(Signal.id)).all()
    ended = session.scalars(
        delete(CredentialSession)
        .where(CredentialSession.expires_at < now - ENDED_SESSIONS)
        .returning(CredentialSession.id)
    ).all()
    old = select(RawMessage.id).where(RawMessage.received_at < now - RAW)
    session.execute(
        update(Mail).where(Mail.raw_id.in_(old)).values(raw_id=None).execution_options(synchronize_session=False)
    )
    raw = session.scalars(
        delete(RawMessage)
        .where(RawMessage.received_at < now - RAW)
        .returning(RawMessage.id)
        .execution_options(synchronize_session=False)
    ).all()
    return {
        "raw": len(raw),
        "signals": len(signals),
        "sessions": len(ended),
        "job_keys": forget_keys(session, due_before=now - JOB_KEYS),
    }
