"""How long a node may be silent before its job is taken over, and how often a failing job is tried again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.jobs.kinds import (
    AnswerTurn,
    AssignLead,
    DeliverMail,
    EscalateDue,
    OpenQueue,
    PromiseDue,
    ReadMail,
    ReassignDue,
    TellNews,
)

GRACE = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Policy:
    """Waits double from `first_wait` to `longest_wait`; after `attempts` failures the job is dead."""

    lease: timedelta
    attempts: int
    first_wait: timedelta
    longest_wait: timedelta

    def wait(self, failures: int, *, job_id: UUID) -> timedelta:
        """Return the wait after the n-th failure, up to a fifth longer by job so that jobs do not come in a wave."""
        doubled = self.first_wait * (1 << min(failures - 1, 30))
        return min(doubled, self.longest_wait) * (1 + (job_id.int % 100) / 500)


# a prospect or a clock is waiting: about two hours of attempts
PROMPT = Policy(timedelta(seconds=10), attempts=30, first_wait=timedelta(seconds=1), longest_wait=timedelta(minutes=5))
# another company's server is in between: more than 24 hours of attempts
PATIENT = Policy(timedelta(seconds=60), attempts=36, first_wait=timedelta(seconds=5), longest_wait=timedelta(hours=1))

# another mail server: about 48 hours of attempts, the first again within a minute (RFC 5321 §4.5.4.1)
MAIL = Policy(timedelta(seconds=60), attempts=58, first_wait=timedelta(seconds=15), longest_wait=timedelta(hours=1))

SOON = (AnswerTurn, AssignLead, ReassignDue, EscalateDue, ReadMail, PromiseDue, OpenQueue, TellNews)
POLICIES: Mapping[str, Policy] = {**{kind.kind: PROMPT for kind in SOON}, DeliverMail.kind: MAIL}


def policy_of(kind: str) -> Policy:
    """Return the policy of a kind of work; patient unless somebody waits for it."""
    return POLICIES.get(kind, PATIENT)
