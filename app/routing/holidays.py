"""National holidays, and the days on which a whole country is closed by custom."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

CLOSED_BY_CUSTOM: dict[str, frozenset[tuple[int, int]]] = {
    "JP": frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}),  # 年末年始
}


@lru_cache(maxsize=256)
def national_holidays(country: str, year: int) -> frozenset[date]:
    """Return the public holidays of an ISO 3166-1 country, substitute days included; none for an unknown country."""
    package = _load()
    try:
        return frozenset(package.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def is_day_off(day: date, *, country: str | None) -> bool:
    """Say whether the country does not work on `day`, weekday or not."""
    if country is None:
        return False
    closed = CLOSED_BY_CUSTOM.get(country, frozenset())
    return (day.month, day.day) in closed or day in national_holidays(country, day.year)


def _load() -> Any:
    import holidays

    return holidays
