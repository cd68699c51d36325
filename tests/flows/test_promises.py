"""A time we told a prospect is kept, or its lapse is announced, admitted once, and counted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.conversation import promises
from app.conversation.calls import log_call
from app.conversation.memory import Memory
from app.conversation.ownership import say
from app.conversation.plan import Act, Plan
from app.conversation.promise_clock import advance
from app.conversation.situations import Situation
from app.conversation.turn_facts import Opening
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.core.security import Vault
from app.jobs.kinds import PromiseDue
from app.leads import thread
from app.models import Contact, Conversation, Event, Job, Lead, Message, Promise
from tests.routing.office import TEXTS, Office

pytestmark = pytest.mark.anyio
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
NINE = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)  # Wednesday 09:00 in Tokyo
TEN = NINE + 60 * MINUTE
CLOSED = Act("closed", {"when": "明日11月25日（水）9:00〜10:00"})


@pytest.fixture
def office(any_database: Database, clock: FixedClock, vault: Vault) -> Office:
    clock.set(NINE - timedelta(hours=11))
    return Office(any_database, clock, vault)


class Told:
    """A conversation in which the assistant has said until when a person makes contact."""

    def __init__(self, office: Office, *, channel: str = "widget", until: datetime = TEN) -> None:
        self.office = office
        self.lead = office.lead("warm", name="田中 一郎", company="みなと工業")
        contact = office.database.read(lambda s: s.get_one(Lead, self.lead).contact_id)
        talk = Conversation(
            id=new_id(),
            lead_id=self.lead,
            contact_id=contact,
            channel=channel,
            lang="ja",
            created_at=office.clock.now(),
        )
        self.id = talk.id
        office.add(talk)
        self.tell(until)

    def tell(self, until: datetime) -> None:
        """Say "handoff, closed", as `reply.finish` does."""
        plan = Plan(
            Situation.HUMAN,
            (Act("handoff"), CLOSED),
            (),
            "human",
            Memory(),
            Opening(until - 60 * MINUTE, until, CLOSED.data["when"]),
        )

        def write(session: Session) -> None:
            talk, now = session.get_one(Conversation, self.id), self.office.clock.now()
            said = thread.new_message(talk, author="assistant", kind="reply", text="…", now=now)
            message = thread.add(session, said).id
            promises.give(session, plan, lead_id=self.lead, conversation_id=self.id, message_id=message, now=now)

        self.office.database.write(write)

    @property
    def times(self) -> list[Promise]:
        query = select(Promise).where(Promise.lead_id == self.lead, Promise.kind == "contact").order_by(Promise.at)
        return self.office.database.read(lambda s: list(s.scalars(query)))

    @property
    def said(self) -> list[Message]:
        query = select(Message).where(Message.conversation_id == self.id).order_by(Message.seq)
        return self.office.database.read(lambda s: list(s.scalars(query)))[1:]

    def events(self) -> list[str]:
        known = ("promise_given", "promise_warned", "promise_kept", "promise_lapsed", "promise_released")
        query = select(Event).where(Event.lead_id == self.lead, Event.kind.in_(known)).order_by(Event.at, Event.id)
        rows = self.office.database.read(lambda s: list(s.scalars(query)))
        return [row.kind for row in rows if row.data.get("promise_kind") != "answer"]

    def says(self, person: UUID, text: str = "佐藤です。お待たせしました。") -> None:
        now = self.office.clock.now()
        self.office.database.write(
            lambda s: say(s, self.id, person_id=person, text=text, client_id=str(new_id()), texts=TEXTS, now=now)
        )

    def calls(self, person: UUID, result: str) -> None:
        now = self.office.clock.now()
        self.office.database.write(
            lambda s: log_call(
                s, self.lead, person_id=person, result=result, note=None, client_id=str(new_id()), now=now
            )
        )


def timers(office: Office, kind: str = "promise_due") -> list[datetime]:
    query = select(Job.run_at).where(Job.kind == kind).order_by(Job.run_at)
    return office.database.read(lambda s: list(s.scalars(query)))


def notices(office: Office) -> list[tuple[str, UUID]]:
    return [(one.kind, one.person_id) for one in office.notifiers[0].sent if one.kind.startswith("promise")]


async def until(office: Office, moment: datetime) -> None:
    await office.wait(moment - office.clock.now())


async def test_owner_and_manager_are_warned_ten_minutes_before_and_once(office: Office) -> None:
    aoi, mori = office.rep("葵"), office.manager()
    told = Told(office)
    await office.arrive(told.lead)
    assert timers(office) == [TEN - 10 * MINUTE]
    await until(office, NINE)
    assert office.owner(told.lead) == aoi
    await until(office, TEN - 10 * MINUTE - SECOND)
    assert notices(office) == []
    await until(office, TEN - 10 * MINUTE)
    assert notices(office) == [("promise_due", aoi), ("promise_due", mori)]
    warned = next(one for one in office.notifiers[0].sent if one.kind == "promise_due")
    assert warned.title == "お約束の時刻が近づいています：みなと工業 田中 一郎様"
    assert warned.text.endswith("あと10分")
    assert timers(office) == [TEN]
    for _ in range(2):
        await office.handlers[PromiseDue](PromiseDue(promise_id=told.times[0].id))
    assert len(notices(office)) == 2
    assert told.events() == ["promise_given", "promise_warned"]


async def test_a_reps_message_keeps_it_and_stops_its_clock(office: Office) -> None:
    aoi = office.rep("葵")
    told = Told(office)
    await office.arrive(told.lead)
    await until(office, NINE + 5 * MINUTE)
    told.says(aoi)
    assert told.times[0].kept_at == office.clock.now()
    assert timers(office) == []
    await until(office, TEN + 60 * MINUTE)
    assert told.events() == ["promise_given", "promise_kept"]
    assert notices(office) == []


async def test_a_lapse_is_admitted_once_with_a_new_time_that_is_a_promise_too(office: Office) -> None:
    office.rep("葵"), office.manager()
    told = Told(office)
    await office.arrive(told.lead)
    await until(office, TEN)
    (apology,) = told.said
    assert (apology.author, apology.origin, apology.kind) == ("assistant", "template", "message")
    assert "お待たせして申し訳ございません" in apology.text
    assert "本日11月25日（水）10:15〜12:00" in apology.text
    first, second = told.times
    assert (first.lapsed_at, first.apologised_at) == (TEN, TEN)
    assert (second.told, second.due_at, second.message_id) == ("apology", TEN + 120 * MINUTE, apology.id)
    await until(office, TEN + timedelta(hours=3))
    assert len(told.said) == 1, "one apology in a conversation, however late it becomes"
    assert [one.lapsed_at is not None for one in told.times] == [True, True]
    assert told.events().count("promise_lapsed") == 2
    assert told.events().count("promise_given") == 2


async def test_late_is_kept_late_and_counted_so(office: Office) -> None:
    aoi = office.rep("葵")
    told = Told(office)
    await office.arrive(told.lead)
    await until(office, TEN + MINUTE)
    told.says(aoi)
    query = select(Event).where(Event.lead_id == told.lead, Event.kind == "promise_kept")
    kept = office.database.read(lambda s: [row.data for row in s.scalars(query)])
    assert sorted(row["late"] for row in kept if row["promise_kind"] == "contact") == [False, True]
    assert timers(office) == []


async def test_who_speaks_for_us_or_has_tried_to_call_is_not_talked_over(office: Office) -> None:
    aoi = office.rep("葵")
    told = Told(office)
    await office.arrive(told.lead)
    await until(office, NINE + 30 * MINUTE)
    told.calls(aoi, "no_answer")
    await until(office, TEN)
    assert told.said == []
    assert told.events()[-1] == "promise_lapsed"


async def test_by_mail_the_apology_goes_out_as_a_mail(office: Office) -> None:
    told = Told(office, channel="email")
    await until(office, TEN)
    (apology,) = told.said
    rows = office.database.read(lambda s: s.scalars(select(Job).where(Job.kind == "deliver_mail")).all())
    assert [(row.key, row.payload) for row in rows] == [(f"deliver:{apology.id}", {"message_id": str(apology.id)})]


async def test_a_conversation_has_one_open_time_and_a_new_one_moves_it(office: Office) -> None:
    told = Told(office)
    told.tell(TEN)
    assert len(told.times) == 1
    assert told.events() == ["promise_given"]
    told.tell(TEN + timedelta(days=1))
    assert [one.due_at for one in told.times] == [TEN + timedelta(days=1)]
    assert timers(office) == [TEN + timedelta(days=1) - 10 * MINUTE]


async def test_who_opts_out_is_promised_nothing_any_more(office: Office) -> None:
    told = Told(office)
    office.database.write(lambda s: promises.release(s, told.lead, now=office.clock.now()))
    assert (told.times, timers(office)) == ([], [])
    await until(office, TEN + MINUTE)
    assert told.said == []
    assert told.events() == ["promise_given", "promise_released"]


async def test_who_has_opted_out_hears_no_apology_but_the_rep_of_the_lapse(office: Office) -> None:
    mori = office.manager()
    told = Told(office)

    def opt_out(session: Session) -> None:
        contact_id = session.get_one(Lead, told.lead).contact_id
        session.get_one(Contact, contact_id).opted_out_at = office.clock.now()

    office.database.write(opt_out)
    office.clock.set(TEN)
    await office.wait(timedelta(0))
    assert (told.times[0].lapsed_at, told.said) == (TEN, [])
    assert notices(office) == [("promise_lapsed", mori)]


def test_what_is_promised_already_is_not_promised_again(office: Office) -> None:
    told = Told(office)
    told.tell(TEN)
    told.tell(TEN)
    query = select(Promise.told).where(Promise.lead_id == told.lead, Promise.kind == "answer")
    assert office.database.read(lambda s: list(s.scalars(query))) == ["handoff"]


async def test_what_was_promised_in_a_mail_that_never_left_is_taken_back_and_so_is_its_apology(office: Office) -> None:
    office.manager()
    told = Told(office, channel="email")
    await until(office, TEN)
    (apology,) = told.said
    office.database.write(lambda s: promises.withdraw(s, apology.id, now=TEN))
    (first,) = told.times
    assert (first.lapsed_at, first.apologised_at, timers(office)) == (TEN, None, [])
    query = select(Event.kind).where(Event.lead_id == told.lead, Event.kind == "promise_withdrawn")
    assert office.database.read(lambda s: list(s.scalars(query))) == ["promise_withdrawn"]


async def test_p3_a_notice_that_fails_is_tried_again_and_the_apology_does_not_wait_for_it(office: Office) -> None:
    mori = office.manager()
    told = Told(office)
    office.notifiers[0].failures = 1
    office.clock.set(TEN)
    due = office.handlers[PromiseDue]
    with pytest.raises(Unavailable, match="notice_failed"):
        await due(PromiseDue(promise_id=told.times[0].id))
    assert len(told.said) == 1
    office.clock.set(TEN + 115 * MINUTE)
    await due(PromiseDue(promise_id=told.times[1].id))
    assert notices(office) == [("promise_due", mori)]


async def test_a_machine_that_slept_through_it_tells_the_manager_and_admits_it_when_it_wakes(office: Office) -> None:
    mori = office.manager()
    told = Told(office)
    office.clock.set(TEN + timedelta(hours=12))
    await office.wait(timedelta(0))
    assert notices(office) == [("promise_lapsed", mori)]
    assert "明日11月26日（木）9:00〜11:00" in told.said[0].text


async def test_a_clock_set_back_puts_the_warning_off_again(office: Office) -> None:
    office.manager()
    told = Told(office)
    office.clock.set(TEN - 20 * MINUTE)
    await office.handlers[PromiseDue](PromiseDue(promise_id=told.times[0].id))
    assert (notices(office), told.times[0].warned_at, timers(office)) == ([], None, [TEN - 10 * MINUTE])


async def test_a_node_killed_before_it_noted_the_warning_warns_nobody_twice(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mori = office.manager()
    told = Told(office)
    office.clock.set(TEN - 10 * MINUTE)
    due, work = office.handlers[PromiseDue], PromiseDue(promise_id=told.times[0].id)
    with monkeypatch.context() as dying:
        dying.setattr("app.flows.promises.advance", None)
        with pytest.raises(TypeError):
            await due(work)
    await due(work)
    assert notices(office) == [("promise_due", mori)]
    assert told.times[0].warned_at == office.clock.now()


@pytest.mark.parametrize("speaks", [False, True])
async def test_of_two_nodes_at_one_lapse_one_apologises_and_a_rep_at_that_moment_is_kept_whole(
    office: Office, speaks: bool
) -> None:
    aoi = office.rep("葵")
    told = Told(office)
    promise = told.times[0].id
    office.clock.set(TEN)
    nodes = [Database(office.database.url.render_as_string(hide_password=False)) for _ in range(3)]
    gate = threading.Barrier(len(nodes))

    def lapse(session: Session) -> None:
        advance(session, promise, texts=TEXTS, now=TEN)

    def speak(session: Session) -> None:
        say(session, told.id, person_id=aoi, text="佐藤です。", client_id="one", texts=TEXTS, now=TEN)

    def run(job: tuple[Database, Callable[[Session], None]]) -> None:
        gate.wait()
        job[0].write(job[1])

    jobs = list(zip(nodes, (lapse, lapse, speak if speaks else lapse), strict=True))
    try:
        with ThreadPoolExecutor(len(jobs)) as threads:
            list(threads.map(run, jobs))
    finally:
        for node in nodes:
            node.close()
    apologies = [message for message in told.said if message.author == "assistant"]
    assert len(apologies) == sum(one.apologised_at is not None for one in told.times) == len(told.times) - 1
    assert len(apologies) == 1 or speaks
    assert not speaks or {one.kept_at for one in told.times} == {TEN}
    assert bool(timers(office)) is not speaks
