"""Work committed with its cause, keys that make it unique, and effects done once."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id


class Job(Base):
    """`state` ready, running or dead (a done job is deleted). While it runs, `node` counts `beat` up to keep its
    lease; `fence` is a new number for every run, so that a run whose lease was lost cannot end the next one.
    """

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("state in ('ready', 'running', 'dead')", name="state"),
        Index("ix_job_state_run_at", "state", "run_at"),
    )

    id: Mapped[Id]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    key: Mapped[str | None] = mapped_column(index=True)
    run_at: Mapped[datetime]
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    node: Mapped[str | None]
    beat: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]


class JobKey(Base):
    """A key taken for ever (or until the job is cancelled): the second `enqueue` with it does nothing, on either
    engine. `run_at` is when the job was due.
    """

    __tablename__ = "job_key"

    key: Mapped[str] = mapped_column(primary_key=True)
    job_id: Mapped[UUID]
    run_at: Mapped[datetime]


class Effect(Base):
    """Something the outside world can see, done once by key."""

    __tablename__ = "effect"
    __table_args__ = (CheckConstraint("state in ('planned', 'sending', 'sent', 'unknown')", name="state"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    provider_id: Mapped[str | None]
    updated_at: Mapped[datetime]
