"""A person is needed, whatever the sales band: a complaint, a crisis, a wish to talk to somebody."""

from __future__ import annotations

from app.models import Lead

NEEDS_PERSON = "needs_person"


def needs_person(lead: Lead) -> bool:
    """Say whether the prospect has been told that a person takes over."""
    return bool(lead.facts.get(NEEDS_PERSON))


def pace(lead: Lead) -> str:
    """Return the band whose promise of speed the lead's clock follows."""
    return "hot" if needs_person(lead) else lead.band
