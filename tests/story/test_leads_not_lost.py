"""A no loses nobody who changes their mind, and whatever is said to be done by a person is done by one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.chat import Prospect
from app.conversation import ownership
from app.conversation.turn import Assistant
from app.conversation.word import Wording
from app.core.errors import Conflict
from app.demo import hours
from app.jobs.fake import run_due
from app.leads.intake import SAFETY_NET
from app.main import Parts
from app.models import Assignment, Contact, Conversation, Job, Lead, Person, Promise, Qualification, SlaClock

PRICE = "料金はいくらですか。森です。mori@sora.example"
SIGNATURE = "Ann Ward\nCorp Inc.\nann.ward@corp.example\n+1 312 555 0144"
NO = "今回は結構です。間に合っています。"


@pytest.fixture
def office_hours(office: Parts) -> Parts:
    office.database.write(hours.weekdays)
    return office


@dataclass(frozen=True)
class After:
    """What stands in the database after a talk."""

    rows: list[dict[str, Any]]
    lead: Lead
    news: list[str]
    jobs: list[str]
    clocks: list[SlaClock]
    assignments: list[Assignment]
    promises: list[Promise]
    conversations: list[Conversation]
    contact: Contact

    @property
    def has_rep(self) -> bool:
        return self.lead.owner_id is not None and any(one.until is None for one in self.assignments)

    @property
    def refused(self) -> list[list[str]]:
        return [one.plan.get("refused", []) for one in self.conversations]


def talk(office: Parts, *rows: str | dict[str, Any], lang: str = "ja") -> After:
    async def run() -> list[dict[str, Any]]:
        prospect = Prospect(office, lang=lang)
        return [(await prospect.write({"text": row} if isinstance(row, str) else row)).row for row in rows]

    said = asyncio.run(run())
    return office.database.read(lambda session: look(session, said))


def look(session: Session, said: list[dict[str, Any]]) -> After:
    lead = session.scalars(select(Lead).order_by(Lead.received_at.desc(), Lead.id.desc()).limit(1)).one()

    def of(kind: Any, order: Any) -> list[Any]:
        return list(session.scalars(select(kind).where(kind.lead_id == lead.id).order_by(order)))

    jobs = session.scalars(select(Job).where(Job.state == "ready")).all()
    return After(
        said,
        lead,
        [job.payload["about"] for job in jobs if job.kind == "tell_news"],
        [job.kind for job in jobs],
        of(SlaClock, SlaClock.created_at),
        of(Assignment, Assignment.since),
        of(Promise, Promise.at),
        of(Conversation, Conversation.created_at),
        session.get_one(Contact, lead.contact_id),
    )


@pytest.mark.parametrize(
    ("lang", "first", "then"),
    [
        ("en", "I'm a student writing my thesis about sensors.", "I want to kill myself."),
        ("en", "I'm a student writing my thesis about sensors.", "I want to talk to a person."),
        ("ja", "御社の求人に応募したいです。", "担当者と話したいです。"),
        ("ja", "御社の求人に応募したいです。", "返事がない。弁護士に相談します。訴えます。"),
    ],
)
def test_who_asks_for_a_person_or_is_in_need_gets_one_whatever_they_wrote_in_for(
    office_hours: Parts, lang: str, first: str, then: str
) -> None:
    after = talk(office_hours, first, then, lang=lang)
    assert after.rows[-1]["handoff"]
    assert after.has_rep
    assert "notify_rep" in after.jobs


@pytest.mark.parametrize(
    "then",
    [
        "やはり見積書をお願いします。",
        "やはり夜間に設備が止まって困っています。来年3月までに導入したいです。",
        "担当者と話したいです。",
        "セキュリティチェックシートに記入をお願いします。",
        "APIはありますか。",
    ],
)
def test_a_lead_that_had_a_rep_said_no_and_shows_interest_again_is_open_and_has_a_rep(
    office_hours: Parts, then: str
) -> None:
    after = talk(office_hours, PRICE, NO, then)
    assert [one.ended_by for one in after.assignments] == ["closed", None]
    assert (after.lead.status, after.has_rep) == ("new", True)


def test_a_problem_told_again_word_for_word_after_a_no_counts_as_interest(office_hours: Parts) -> None:
    trouble = "夜間に設備が止まって困っています。来年3月までに導入したいです。"
    after = talk(office_hours, trouble, NO, trouble)
    assert (after.lead.status, after.has_rep) == ("new", True)


def test_a_rep_who_was_in_contact_before_the_no_has_a_clock_again_after_it(office_hours: Parts) -> None:
    async def run() -> None:
        prospect = Prospect(office_hours, lang="ja")
        heard = await prospect.write({"text": PRICE})

        def called(session: Session) -> None:
            lead = session.scalars(select(Lead).where(Lead.contact_id == heard.contact_id)).one()
            assert lead.owner_id is not None
            now = office_hours.clock.now()
            session.add(
                SlaClock(id=lead.id, lead_id=lead.id, band="warm", contacted_at=now, created_at=now, started_at=now)
            )

        office_hours.database.write(called)
        for text in (NO, "やはり見積書をお願いします。"):
            await prospect.write({"text": text})
        await work_off(office_hours)

    asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.has_rep
    assert [clock.contacted_at is None for clock in after.clocks if clock.closed_at is None] == [True]


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("ja", (PRICE, NO)),
        ("en", ("How much is it? ann@corp.example", "Unsubscribe me and never contact me again.")),
    ],
)
def test_a_no_of_somebody_a_rep_has_is_told_to_the_rep_once(
    office_hours: Parts, lang: str, texts: tuple[str, ...]
) -> None:
    after = talk(office_hours, *texts, lang=lang)
    assert (after.lead.status, after.news.count("said_no")) == ("closed", 1)


def test_one_sentence_of_a_seller_closes_no_lead_that_a_rep_has_but_asks_the_rep(office_hours: Parts) -> None:
    after = talk(
        office_hours,
        "夜間に設備が止まって困っています。来年3月までに導入したいです。森です。mori@sora.example",
        "SEO対策のサービスをご提案させてください。弊社の営業代行もご利用いただけます。",
    )
    assert (after.lead.status, after.lead.kind, after.lead.band) == ("new", "prospect", "hot")
    assert (after.has_rep, after.news) == (True, ["reads_otherwise"])


def test_a_good_bye_with_a_signature_leaves_a_closed_lead_closed(office_hours: Parts) -> None:
    after = talk(
        office_hours,
        {"channel": "email", "text": "How much is it?"},
        {"channel": "email", "text": "No thanks, we're all set."},
        {"channel": "email", "text": f"OK, thanks for your help, all the best.\n\n{SIGNATURE}"},
        lang="en",
    )
    assert after.lead.status == "closed"
    assert after.news.count("said_no") == 1


@pytest.mark.parametrize("no", ["No thanks, we're all set.", "Unsubscribe me and never contact me again."])
def test_a_rep_who_is_told_of_a_closed_lead_can_answer_it(office_hours: Parts, no: str) -> None:
    async def run() -> Any:
        prospect = Prospect(office_hours, lang="en")
        for text in ("How much is it? ann@corp.example", no, "Sorry, I changed my mind. Send a quote."):
            heard = await prospect.write({"text": text})
            office_hours.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
        return heard.contact_id

    contact_id = asyncio.run(run())
    office_hours.database.write(lambda session: by_manager(session, office_hours, contact_id))
    after = office_hours.database.read(lambda session: look(session, []))
    assert (after.lead.status, after.has_rep) == ("working", True)
    assert [promise for promise in after.promises if promise.kept_at is None] == []


def test_nobody_writes_to_who_opted_out_and_has_not_written_since(office_hours: Parts) -> None:
    after = talk(office_hours, "How much is it? ann@corp.example", "Unsubscribe me, never contact me.", lang="en")
    with pytest.raises(Conflict, match="lead_closed"):
        office_hours.database.write(lambda session: by_manager(session, office_hours, after.contact.id))


def test_a_rep_hears_of_somebody_in_need_though_they_heard_of_a_complaint_before(office_hours: Parts) -> None:
    async def run() -> None:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        for text in ("I want to talk to your manager, this is a complaint.", "I want to kill myself."):
            await prospect.write({"text": text})
            await office_hours.turns.quiet()

    asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.news.count("person_wanted") == 2


def test_a_no_of_somebody_nobody_knows_disturbs_nobody(office_hours: Parts) -> None:
    after = talk(office_hours, "SEO対策のサービスをご提案させてください。弊社の営業代行もご利用いただけます。")
    assert (after.lead.status, after.news) == ("closed", [])


def test_a_wish_after_an_opt_out_is_told_to_a_person_and_starts_no_clock(office_hours: Parts) -> None:
    after = talk(
        office_hours,
        "How much is it? ann@corp.example",
        "Unsubscribe me and never contact me again.",
        "Actually, please send me a quote for 20 sensors.",
        lang="en",
    )
    assert after.lead.facts["closed_for"] == "opt_out"
    assert "wish" in after.news
    assert all(clock.closed_at is not None for clock in after.clocks)


def test_an_opt_out_in_the_chat_holds_against_a_mail_that_was_being_answered(
    office_hours: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mail's turn is decided, then the chat says no, then the mail's turn would finish."""
    decided = Assistant._decide
    overtaken: list[str] = []

    async def run() -> None:
        prospect = Prospect(office_hours, lang="en")
        await prospect.write({"text": "How much is it? I'm Ann Ward, ann@corp.example"})
        chat = prospect._talk
        assert chat is not None

        async def slowly(self: Assistant, turn: Any, found: Any, *, started: float) -> Any:
            found = await decided(self, turn, found, started=started)
            if turn.channel == "email" and not overtaken:
                overtaken.append("once")
                await chat.say("Unsubscribe me and never contact me again.")
            return found

        monkeypatch.setattr(Assistant, "_decide", slowly)
        heard = await prospect.write({"channel": "email", "text": "Does it have an API?"})
        assert heard.row["reply"] == ""

    asyncio.run(run())
    assert overtaken
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.refused == [["messages"], ["messages"]]


def test_an_opt_out_told_to_a_rep_holds_for_the_next_mail(office_hours: Parts) -> None:
    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        await prospect.write({"text": "Unsubscribe me and never contact me again."})
        await office_hours.turns.quiet()
        office_hours.database.write(end_conversations)
        return (await prospect.write({"channel": "email", "text": "Hello"})).row

    row = asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.contact.opted_out_at is not None
    assert row["reply"] == ""


def test_what_was_told_to_a_rep_is_learned_after_a_restart_too(
    office_hours: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        monkeypatch.setattr(office_hours.turns, "listen", lambda _conversation_id: None)
        await prospect.write({"text": "Unsubscribe me and never contact me again."})
        office_hours.clock.advance(SAFETY_NET)  # type: ignore[attr-defined]
        await work_off(office_hours)

    asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert after.contact.opted_out_at is not None
    assert "answer_turn" not in after.jobs


def test_a_mail_of_somebody_a_rep_speaks_with_is_left_to_the_rep(office_hours: Parts) -> None:
    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        return (await prospect.write({"channel": "email", "text": "Does it have an API?"})).row

    row = asyncio.run(run())
    assert (row["owner"], row["acts"], row["reply"]) == ("rep", [], "")


def test_a_mail_to_a_rep_who_has_not_spoken_for_a_day_is_answered_at_once(office_hours: Parts) -> None:
    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        heard = await prospect.write({"text": "How much is it? ann@corp.example"})
        speak(office_hours, heard.contact_id)
        office_hours.clock.advance(timedelta(days=2))  # type: ignore[attr-defined]
        return (await prospect.write({"channel": "email", "text": "Please send us a quote for 40 more sensors."})).row

    row = asyncio.run(run())
    assert row["owner"] == "assistant"
    assert row["handoff"]
    after = office_hours.database.read(lambda session: look(session, []))
    assert [clock.contacted_at is None for clock in after.clocks].count(True) == 1


def test_words_that_cannot_be_put_by_a_model_cost_nothing_of_what_was_understood(
    office_hours: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(Wording):
        def __init__(self) -> None: ...

        def reply(self, *_: Any, **__: Any) -> Any:
            raise RuntimeError("no template")

    monkeypatch.setattr(office_hours.turns._assistant, "wording", Broken())
    after = talk(office_hours, "How much is it? I'm Ann Ward, ann@corp.example. We need it by March 2027.", lang="en")
    assert after.rows[0]["slots"]["email"] == "ann@corp.example"
    assert after.rows[0]["slots"]["timing"] is not None
    assert "answer" in after.rows[0]["acts"]


def test_a_turn_that_cannot_be_decided_keeps_the_address_and_goes_to_a_person(
    office_hours: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise RuntimeError("no row")

    monkeypatch.setattr("app.conversation.turn.decide", fail)
    after = talk(office_hours, "How much is it? I'm Ann Ward, ann@corp.example", lang="en")
    assert (after.rows[0]["slots"]["email"], after.rows[0]["acts"]) == ("ann@corp.example", ["handoff"])
    assert after.has_rep
    known = office_hours.database.read(lambda s: set(s.scalars(select(Qualification.slot))))
    assert {"email", "name"} <= known


def test_at_a_loss_after_an_opt_out_by_mail_no_mail_is_sent(
    office_hours: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise RuntimeError("no row")

    async def run() -> dict[str, Any]:
        prospect = Prospect(office_hours, lang="en")
        await prospect.write({"channel": "email", "text": "Unsubscribe me and never contact me again."})
        monkeypatch.setattr("app.conversation.turn.decide", fail)
        return (await prospect.write({"channel": "email", "text": "thanks"})).row

    assert asyncio.run(run())["reply"] == ""
    after = office_hours.database.read(lambda session: look(session, []))
    assert [one.plan["state"] for one in after.conversations] == ["ended"]
    assert "failure" in after.news


def test_what_is_chosen_in_a_form_counts_for_somebody_we_know_too(office_hours: Parts) -> None:
    form = {"email": "mori@sora.example", "wants": "quote"}
    after = talk(office_hours, PRICE, {"form": form}, "ありがとうございます")
    assert "quote" in after.rows[1]["acts"]
    assert "quote" not in after.rows[2]["acts"]
    assert after.lead.facts["wants"] == ["quote"]


def speak(office: Parts, contact_id: Any) -> None:
    """Let the lead's rep take the conversation and say something."""

    def store(session: Session) -> None:
        lead = session.scalars(select(Lead).where(Lead.contact_id == contact_id)).one()
        assert lead.owner_id is not None
        say(session, office, contact_id, lead.owner_id)

    office.database.write(store)


def by_manager(session: Session, office: Parts, contact_id: Any) -> None:
    manager = session.scalars(select(Person).where(Person.role == "manager").limit(1)).one()
    say(session, office, contact_id, manager.id)


def say(session: Session, office: Parts, contact_id: Any, person_id: Any) -> None:
    conversation = session.scalars(select(Conversation).where(Conversation.contact_id == contact_id)).one()
    ownership.say(
        session,
        conversation.id,
        person_id=person_id,
        text="Hello, Hanako here.",
        client_id="first",
        texts=office.texts,
        now=office.clock.now(),
    )


async def work_off(office: Parts) -> None:
    """Do every job that is due."""
    await run_due(office.database, dict(office.engine._handlers.values()), now=office.clock.now())


def end_conversations(session: Session) -> None:
    """Leave nobody in the chat, so that the mail is the assistant's."""
    for conversation in session.scalars(select(Conversation).where(Conversation.owner == "rep")):
        conversation.owner, conversation.owner_id = "assistant", None
