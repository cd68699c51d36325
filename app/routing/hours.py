"""Business time: a calendar in its own time zone, with several intervals a day, exceptions and holidays. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.routing.holidays import is_day_off

DAY = timedelta(days=1)
HORIZON = 400  # days looked ahead: longer than any leave, short enough to give up


class NeverOpens(ValueError):
    """The calendar has no open time within `HORIZON` days."""


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Wall time from `start` to before `end`; an `end` not after `start` lies on the next day (00:00 is 24:00)."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """Open times per weekday (0 = Monday). An entry in `exceptions` replaces its day, an empty one closes it.

    Holidays of `country` are closed unless an exception opens them. Where the clocks change, an interval keeps its wall
    time: a skipped hour is not open, a repeated one is open twice.
    """

    weekly: Mapping[int, tuple[Interval, ...]]
    timezone: str = "Asia/Tokyo"
    country: str | None = None
    exceptions: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)

    def contains(self, at: datetime) -> bool:
        """Say whether it is open at `at`."""
        today = self.day_of(at)
        return any(start <= at < end for day in (today - DAY, today) for start, end in self.spans(day))

    def add(self, at: datetime, duration: timedelta) -> datetime:
        """Return when `duration` of open time has passed since `at`, in UTC; closing time counts as reached."""
        left = duration
        cursor = at.astimezone(UTC)
        for start, end in self._spans_from(at):
            begin = max(cursor, start)
            if end <= begin:
                continue
            if left <= end - begin:
                return begin + left
            left -= end - begin
            cursor = end
        raise NeverOpens(f"no open time after {at.isoformat()}")

    def next_opening(self, at: datetime) -> datetime:
        """Return the first open instant from `at` on: `at` itself while it is open."""
        return self.add(at, timedelta(0))

    def opens(self, at: datetime) -> datetime | None:
        """Return `next_opening`; None if there is none in sight."""
        try:
            return self.next_opening(at)
        except NeverOpens:
            return None

    def add_days(self, at: datetime, days: int) -> datetime:
        """Return the closing time of the `days`-th business day after the day of `at`, in UTC."""
        first = self.day_of(at) + DAY
        for offset in range(HORIZON):
            spans = self.spans(first + offset * DAY)
            days -= bool(spans)
            if spans and days == 0:
                return max(end for _, end in spans)
        raise NeverOpens(f"too few business days after {at.isoformat()}")

    def day_of(self, at: datetime) -> date:
        """Return the calendar day of `at` where this calendar hangs."""
        return at.astimezone(ZoneInfo(self.timezone)).date()

    def spans(self, day: date) -> list[tuple[datetime, datetime]]:
        """Return the open times that begin on `day` as UTC instants, in order."""
        zone = ZoneInfo(self.timezone)
        found = []
        for interval in sorted(self._intervals(day)):
            last = day if interval.end > interval.start else day + DAY
            start = datetime.combine(day, interval.start, zone).astimezone(UTC)
            end = datetime.combine(last, interval.end, zone).replace(fold=1).astimezone(UTC)
            if start < end:
                found.append((start, end))
        return found

    def _intervals(self, day: date) -> tuple[Interval, ...]:
        if day in self.exceptions:
            return self.exceptions[day]
        if is_day_off(day, country=self.country):
            return ()
        return self.weekly.get(day.weekday(), ())

    def _spans_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        yesterday = self.day_of(at) - DAY  # its last interval may reach into today
        for offset in range(HORIZON):
            yield from self.spans(yesterday + offset * DAY)


NINE_TO_SIX = (Interval(time(9), time(18)),)
ALL_DAY = (Interval(time(0), time(0)),)


def weekdays_nine_to_six(timezone: str = "Asia/Tokyo", country: str | None = "JP") -> BusinessHours:
    """Return the hours of a team that has set none: Monday to Friday 09:00–18:00, closed on the country's days off."""
    return BusinessHours(dict.fromkeys(range(5), NINE_TO_SIX), timezone, country)
