"""What the clock of a lead shows at one moment. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.models import Assignment, SlaClock

SOON = 0.4  # of the time given is left: the ring turns amber


@dataclass(frozen=True, slots=True)
class ClockFace:
    """`state` waiting (nobody was told yet), running, late or contacted; `stage` names what is due: claim or contact.

    `began_at` and `due_at` are the ends of the ring; `contacted_at` is set when the clock has stopped.
    """

    state: Literal["waiting", "running", "late", "contacted"]
    stage: Literal["claim", "contact"] = "contact"
    began_at: datetime | None = None
    due_at: datetime | None = None
    contacted_at: datetime | None = None
    left: float = 0.0
    seconds: int = 0

    @property
    def soon(self) -> bool:
        """Say whether little of the time is left."""
        return self.state == "running" and self.left <= SOON


def read(clock: SlaClock | None, assignment: Assignment | None, *, now: datetime) -> ClockFace:
    """Return the face: first the claim is due, then (or once claimed) the contact."""
    if clock is not None and clock.contacted_at is not None:
        taken = clock.contacted_at - (clock.started_at or clock.contacted_at)
        return ClockFace("contacted", contacted_at=clock.contacted_at, seconds=int(taken.total_seconds()))
    if clock is None or clock.started_at is None:
        return ClockFace("waiting")
    claim_due = clock.reassign_due_at if assignment is None or assignment.claimed_at is None else None
    if claim_due is not None and now < claim_due:
        told_at = assignment.notified_at if assignment else None
        return _towards(claim_due, max(clock.started_at, told_at or clock.started_at), stage="claim", now=now)
    if clock.escalate_due_at is None:
        return ClockFace("waiting", began_at=clock.started_at)
    return _towards(clock.escalate_due_at, clock.started_at, stage="contact", now=now)


def _towards(due: datetime, began: datetime, *, stage: Literal["claim", "contact"], now: datetime) -> ClockFace:
    whole = (due - began).total_seconds()
    seconds = int((due - now).total_seconds())
    left = min(1.0, max(0.0, seconds / whole)) if whole > 0 else 0.0
    state: Literal["running", "late"] = "running" if now < due else "late"
    return ClockFace(state, stage, began_at=began, due_at=due, left=left, seconds=abs(seconds))
