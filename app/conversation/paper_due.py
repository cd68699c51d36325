"""Until when our own documents say that we answer a paper sent to us: said to a prospect, it is a promise. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from app.conversation.beside_a_no import SENTENCE
from app.routing.hours import BusinessHours, NeverOpens

WITHIN = re.compile(r"(\d{1,2})\s?営業日以内|\bwithin (\d{1,2}) (?:business|working) days\b", re.I)

# What else is done within so many days: a machine exchanged, a fault looked at, an offer made.
OF_SOMETHING_ELSE = re.compile(
    r"サポート|交換|発送|出荷|納品|お?届け|返金|見積|請求|\b(?:support|ship\w*|replac\w+|deliver\w*|refund\w*|quot\w+|invoice\w*)\b",
    re.I,
)


def answer_by(told: Iterable[str], *, hours: BusinessHours, now: datetime) -> datetime | None:
    """Return the end of the first such time that is told, counted in business days from now; None if there is none."""
    said = (one for text in told for one in SENTENCE.findall(text) if not OF_SOMETHING_ELSE.search(one))
    found = next((match for one in said if (match := WITHIN.search(one))), None)
    if found is None:
        return None
    try:
        return hours.add_days(now, int(found[1] or found[2]))
    except NeverOpens:
        return None
