"""Until when our own documents say that we answer a paper sent to us: said to a prospect, it is a promise. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from app.routing.hours import BusinessHours, NeverOpens

WITHIN = re.compile(r"(\d{1,2})\s?営業日以内|\bwithin (\d{1,2}) (?:business|working) days\b", re.I)


def answer_by(told: Iterable[str], *, hours: BusinessHours, now: datetime) -> datetime | None:
    """Return the end of the first such time that is told, counted in business days from now; None if there is none."""
    found = next((match for text in told if (match := WITHIN.search(text))), None)
    if found is None:
        return None
    try:
        return hours.add_days(now, int(found[1] or found[2]))
    except NeverOpens:
        return None
