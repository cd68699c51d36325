"""Choose one rep for a lead by ordered rules, and say why. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from app.routing.eligibility import LeadFacts, RepFacts, Standing, standing

ROUND_ROBIN = "round_robin"
LEAST_LOADED = "least_loaded"


@dataclass(frozen=True, slots=True)
class AssignmentRule:
    """`when` maps region, lang, band or source to the values it applies to; `reps` empty means the whole team."""

    name: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reps: frozenset[UUID] = frozenset()
    order: str = ROUND_ROBIN

    def applies(self, lead: LeadFacts) -> bool:
        """Say whether every condition holds; one we do not know never holds."""
        return all(getattr(lead, name, None) in values for name, values in self.when.items())


EVERYBODY_IN_TURN = AssignmentRule("")


@dataclass(frozen=True, slots=True)
class Reason:
    """`code` has a text per language (`because.<code>`), `values` fill it."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, **self.values}


@dataclass(frozen=True, slots=True)
class Choice:
    """The rep, or None; why; and what speaks against everybody else."""

    rep: UUID | None
    because: tuple[Reason, ...] = ()
    against: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the explanation that is stored with the assignment; `against` has texts as `against.<code>`."""
        return {
            "reasons": [reason.as_json() for reason in self.because],
            "against": {str(rep): list(codes) for rep, codes in self.against.items() if codes},
        }


def choose(lead: LeadFacts, reps: tuple[RepFacts, ...], *, rules: tuple[AssignmentRule, ...], now: datetime) -> Choice:
    """Return the next rep: the company's own rep, else the first rule with somebody eligible; the free ones first.

    After the last rule stands one for everybody in turn, so a narrow rule never leaves a lead alone.
    """
    stands = standing(reps, lead, now=now)
    if lead.account_owner_id in stands.reachable():
        return Choice(lead.account_owner_id, (Reason("account_owner"),), stands.against)
    for rule in (*rules, EVERYBODY_IN_TURN):
        if rule.applies(lead):
            chosen = _by_rule(rule, lead, reps, stands)
            if chosen is not None:
                return chosen
    return Choice(None, (Reason("nobody_eligible"),), stands.against)


def _by_rule(rule: AssignmentRule, lead: LeadFacts, reps: tuple[RepFacts, ...], stands: Standing) -> Choice | None:
    asked = [rep for rep in reps if not rule.reps or rep.id in rule.reps]
    free = [rep for rep in asked if rep.id in stands.free()]
    candidates = free or [rep for rep in asked if rep.id in stands.reachable()]
    if not candidates:
        return None
    rep = min(candidates, key=_least_loaded if rule.order == LEAST_LOADED else _longest_waiting)
    return Choice(rep.id, tuple(_why(rule, lead, rep, free=len(free), candidates=len(candidates))), stands.against)


def _longest_waiting(rep: RepFacts) -> tuple[bool, float, UUID]:
    return rep.turn_at is not None, rep.turn_at.timestamp() if rep.turn_at else 0.0, rep.id


def _least_loaded(rep: RepFacts) -> tuple[float, tuple[bool, float, UUID]]:
    return rep.load / max(rep.capacity, 1), _longest_waiting(rep)


def _why(rule: AssignmentRule, lead: LeadFacts, rep: RepFacts, *, free: int, candidates: int) -> list[Reason]:
    why = []
    if rule.name:
        known = {name: getattr(lead, name) for name in rule.when}
        why.append(Reason("rule", {"rule": rule.name, "matched": known}))
    if rep.langs:
        why.append(Reason("language", {"lang": lead.lang}))
    why.append(Reason("free", {"count": free}) if free else Reason("nobody_at_desk"))
    if candidates == 1:
        why.append(Reason("only_one"))
    elif rule.order == LEAST_LOADED:
        why.append(Reason(LEAST_LOADED, {"load": rep.load, "capacity": rep.capacity}))
    else:
        why.append(Reason(ROUND_ROBIN, {"turn_at": rep.turn_at.isoformat() if rep.turn_at else None}))
    return why
