"""Who may do what: one table, no session, no request."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

Role = Literal["rep", "manager", "admin"]
Operation = Literal["read_leads", "work_leads", "read_every_team", "write_knowledge"]

PERMITTED: dict[Operation, frozenset[Role]] = {
    "read_leads": frozenset({"rep", "manager", "admin"}),
    "work_leads": frozenset({"rep", "manager", "admin"}),
    "read_every_team": frozenset({"manager", "admin"}),
    "write_knowledge": frozenset({"manager", "admin"}),
}


def may(role: str, operation: Operation) -> bool:
    """Say whether the role may do the operation at all."""
    return role in PERMITTED[operation]


def may_see_team(role: str, own_team: UUID | None, team: UUID) -> bool:
    """Say whether leads of `team` are visible: a rep sees the own team's, managers and admins every team's."""
    return may(role, "read_every_team") or own_team == team
