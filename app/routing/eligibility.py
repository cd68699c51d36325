"""Who may be given a lead now. One function for first assignment, re-assignment and simulation. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

OFF_SHIFT = "off_shift"
OFF_DUTY = "off_duty"
AWAY = "away"
LANGUAGE = "language"
FULL = "full"
HAD_IT = "had_it"
NOT_SEEN = "not_seen"

SEEN_WITHIN = timedelta(minutes=30)  # a console that was quiet for longer: the person is perhaps not at the desk
MISSES = 2
AWAY_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """What assignment may look at. `had_by` are the reps who were responsible before, `account_owner_id` is the rep
    of the lead's company.
    """

    id: UUID
    team_id: UUID
    lang: str
    band: str
    source: str
    region: str | None = None
    had_by: frozenset[UUID] = frozenset()
    account_owner_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RepFacts:
    """A rep at this moment. `langs` empty: every language; `load` is the number of leads still without contact."""

    id: UUID
    langs: tuple[str, ...] = ()
    on_shift: bool = True
    on_duty: bool = True
    away_until: datetime | None = None
    last_seen_at: datetime | None = None
    turn_at: datetime | None = None
    load: int = 0
    capacity: int = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """Every rep with the codes that speak against them; no code means free."""

    against: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)

    def free(self) -> frozenset[UUID]:
        """Return the reps nothing speaks against."""
        return frozenset(rep for rep, codes in self.against.items() if not codes)

    def reachable(self) -> frozenset[UUID]:
        """Return the reps who may get the lead, though perhaps nobody sits at the desk."""
        return frozenset(rep for rep, codes in self.against.items() if not set(codes) - {NOT_SEEN})


def standing(reps: tuple[RepFacts, ...], lead: LeadFacts, *, now: datetime) -> Standing:
    """Return what speaks against each rep for this lead."""
    return Standing({rep.id: against(rep, lead, now=now) for rep in reps})


def against(rep: RepFacts, lead: LeadFacts, *, now: datetime) -> tuple[str, ...]:
    """Return the codes that speak against giving `lead` to `rep` now."""
    checks = {
        OFF_SHIFT: not rep.on_shift,
        OFF_DUTY: not rep.on_duty,
        AWAY: rep.away_until is not None and now < rep.away_until,
        LANGUAGE: bool(rep.langs) and lead.lang not in rep.langs,
        FULL: rep.load >= rep.capacity,
        HAD_IT: rep.id in lead.had_by,
        NOT_SEEN: rep.last_seen_at is not None and now - rep.last_seen_at > SEEN_WITHIN,
    }
    return tuple(code for code, speaks in checks.items() if speaks)


def after_miss(misses: int, *, now: datetime) -> tuple[int, datetime | None]:
    """Return the new count of misses in a row and, at the second, until when the rep is away."""
    if misses + 1 < MISSES:
        return misses + 1, None
    return 0, now + AWAY_FOR
