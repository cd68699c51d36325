"""The two clocks of a team and its misses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.board.figures import Board, Run, board, of_day, summarize
from app.core.db import Database
from app.core.ids import new_id
from app.models import Contact, Event, Lead, SlaClock, Team

TEN = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)  # Tuesday, 10:00 in Tokyo
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


class Office:
    """One team in a database; `lead` makes what the figures read."""

    def __init__(self, database: Database, *, zone: str = "Asia/Tokyo") -> None:
        self.database, self.zone, self.team_id = database, zone, new_id()
        self.add(Team(id=self.team_id, name="営業部", timezone=zone, country="JP"))

    def add(self, *rows: object) -> None:
        for row in rows:
            self.database.write(lambda session, row=row: session.add(row))

    def lead(
        self,
        at: datetime,
        *,
        reply: timedelta | None = None,
        notice: timedelta | None = None,
        contact: timedelta | None = None,
    ) -> UUID:
        """A lead received `at`; the other times count from there."""
        lead_id, contact_id = new_id(), new_id()
        self.add(
            Contact(id=contact_id, lang="ja", created_at=at),
            Lead(
                id=lead_id,
                contact_id=contact_id,
                team_id=self.team_id,
                source="widget",
                lang="ja",
                submitted_at=at,
                received_at=at,
                activity_at=at,
            ),
        )
        self.event("lead_received", lead_id, at)
        if notice is not None:
            self.add(SlaClock(lead_id=lead_id, band="hot", started_at=at + notice, created_at=at))
        for kind, after in (("first_reply", reply), ("first_contact", contact)):
            if after is not None:
                self.event(kind, lead_id, at + after)
        return lead_id

    def event(self, kind: str, lead_id: UUID, at: datetime) -> None:
        self.add(Event(kind=kind, lead_id=lead_id, at=at))

    def board(self, now: datetime) -> Board:
        return self.database.read(lambda s: board(s, team_id=self.team_id, zone=self.zone, now=now))


@pytest.fixture
def office(any_database: Database) -> Office:
    return Office(any_database)


def test_the_two_clocks_are_kept_apart(office: Office) -> None:
    office.lead(TEN, reply=4 * SECOND, notice=20 * SECOND, contact=4 * MINUTE)
    today = office.board(TEN + 30 * MINUTE).today
    assert (today.first_reply.n, today.first_reply.median) == (1, 4 * SECOND)
    assert (today.first_contact.n, today.first_contact.median) == (1, 4 * MINUTE - 20 * SECOND)


def test_an_opener_alone_is_no_first_reply(office: Office) -> None:
    lead = office.lead(TEN)
    office.event("message_received", lead, TEN)
    figure = office.board(TEN + MINUTE).today.first_reply
    assert (figure.n, figure.waiting, figure.median) == (0, 1, None)


def test_a_lead_a_person_reached_first_is_not_on_the_assistants_clock(office: Office) -> None:
    office.lead(TEN, contact=2 * SECOND)
    taken = office.lead(TEN, notice=SECOND)
    office.event("taken_over", taken, TEN + 3 * SECOND)
    office.event("taken_over", office.lead(TEN, reply=4 * SECOND, contact=MINUTE), TEN + MINUTE)
    today = office.board(TEN + 30 * MINUTE).today
    assert (today.first_reply.n, today.first_reply.waiting, today.first_reply.rate) == (1, 0, 1.0)
    assert (today.first_contact.n, today.first_contact.waiting) == (2, 1)


def test_a_rep_faster_than_any_notice_is_measured_from_the_arrival(office: Office) -> None:
    office.lead(TEN, contact=40 * SECOND)
    assert office.board(TEN + 30 * MINUTE).today.first_contact.median == 40 * SECOND


def test_a_lead_no_rep_was_given_does_not_count_against_human_contact(office: Office) -> None:
    office.lead(TEN, reply=3 * SECOND)
    figure = office.board(TEN + 30 * MINUTE).today.first_contact
    assert (figure.n, figure.waiting, figure.rate) == (0, 0, None)


def test_who_still_waits_counts_against_the_rate_only_after_five_minutes(office: Office) -> None:
    office.lead(TEN, notice=timedelta(0), contact=MINUTE)
    office.lead(TEN + 10 * MINUTE, notice=timedelta(0))
    assert office.board(TEN + 12 * MINUTE).today.first_contact.rate == 1.0
    late = office.board(TEN + 16 * MINUTE).today.first_contact
    assert (late.fast, late.judged, late.rate) == (1, 2, 0.5)


def test_a_day_begins_at_midnight_of_the_team(office: Office) -> None:
    office.lead(datetime(2026, 11, 23, 14, 59, tzinfo=UTC))  # 23:59 on Monday in Tokyo
    office.lead(datetime(2026, 11, 23, 15, 0, tzinfo=UTC))  # 00:00 on Tuesday
    shown = office.board(TEN)
    assert [day.leads for day in shown.days[:2]] == [1, 1]
    assert shown.week.leads == 2


def test_a_day_of_the_clock_change_has_twenty_five_hours(database: Database) -> None:
    berlin = Office(database, zone="Europe/Berlin")
    day = berlin.database.read(
        lambda s: of_day(s, date(2026, 10, 25), team_id=berlin.team_id, zone=berlin.zone, now=TEN)
    )
    assert day.end.astimezone(UTC) - day.begin.astimezone(UTC) == timedelta(hours=25)


def test_misses_are_counted_on_the_day_they_happened(office: Office) -> None:
    lead = office.lead(TEN - DAY, notice=timedelta(0))
    office.event("reassigned", lead, TEN - DAY)
    office.event("reassigned", lead, TEN)
    office.event("escalated", lead, TEN)
    shown = office.board(TEN + MINUTE)
    assert (shown.today.reassigned, shown.today.escalated, shown.today.leads) == (1, 1, 0)
    assert (shown.week.reassigned, shown.week.escalated) == (2, 1)


def test_another_teams_leads_stay_out(database: Database) -> None:
    ours, theirs = Office(database), Office(database)
    theirs.event("escalated", theirs.lead(TEN, reply=SECOND), TEN)
    shown = ours.board(TEN + MINUTE)
    assert (shown.week.leads, shown.week.escalated) == (0, 0)


def test_median_average_and_nearest_rank_p90() -> None:
    runs = [Run(TEN, TEN + n * MINUTE) for n in range(1, 11)]
    figure = summarize(runs, now=TEN + DAY)
    assert figure.median == timedelta(minutes=5, seconds=30)
    assert figure.average == timedelta(minutes=5, seconds=30)
    assert figure.p90 == 9 * MINUTE
    assert (figure.fast, figure.judged) == (5, 10)
