"""A no loses nobody who changes their mind, and whatever is said to be done by a person is done by one."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.chat import Prospect
from app.conversation.turn import Assistant
from app.conversation.word import Wording
from app.main import Parts
from app.models import Lead, Qualification, SlaClock
from tests.story.aftermath import NO, PRICE, call, look, talk, work_off

SIGNATURE = "Ann Ward\nCorp Inc.\nann.ward@corp.example\n+1 312 555 0144"


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


def test_who_becomes_more_urgent_after_a_contact_is_called_again(office_hours: Parts) -> None:
    async def run() -> None:
        prospect = Prospect(office_hours, lang="ja")
        heard = await prospect.write({"text": PRICE})
        now = office_hours.clock.now()
        office_hours.database.write(lambda session: call(session, heard.contact_id, now=now))
        await prospect.write({"text": "夜間に設備が止まって困っています。来年3月までに導入したいです。"})

    asyncio.run(run())
    after = office_hours.database.read(lambda session: look(session, []))
    assert (after.lead.band, after.news) == ("hot", ["hotter"])
    assert [clock.contacted_at for clock in after.clocks].count(None) == 1


@pytest.mark.parametrize(
    "then", ["返事はいつ来ますか", "すみません、さっきは言い過ぎました。夜間に設備が止まるのが困っていて"]
)
def test_with_the_lead_the_talk_is_open_again_whatever_opened_it(office_hours: Parts, then: str) -> None:
    after = talk(office_hours, PRICE, NO, then)
    assert after.lead.status == "new"
    assert after.conversations[0].plan["state"] == "open"


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


@pytest.mark.parametrize(
    "no",
    [
        "SEO対策のサービスをご提案させてください。弊社の営業代行もご利用いただけます。",
        "御社の求人に応募したいのですが、採用担当の方はいらっしゃいますか。",
    ],
)
def test_a_seller_or_applicant_of_whom_nobody_knows_disturbs_nobody(office_hours: Parts, no: str) -> None:
    after = talk(office_hours, no)
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


def test_who_complains_of_us_and_then_tells_what_they_need_is_a_prospect(office_hours: Parts) -> None:
    cross = "先月フォームから送ったのに、なしのつぶてなんですが"
    angry = talk(office_hours, cross, "森です。mori@sora.example")
    assert (angry.lead.kind, angry.lead.band) == ("customer", "cold")
    needs = talk(
        office_hours, cross, "ポンプが夜中に止まって困っています。来月入れたいです", "林です。hayashi@sora.example"
    )
    assert (needs.lead.kind, needs.lead.band) == ("prospect", "hot")
    assert needs.rows[-1]["handoff"], "a hot lead goes to a rep at once"


def test_a_customer_who_complains_stays_one_whatever_is_to_be_done_by_when(office_hours: Parts) -> None:
    after = talk(
        office_hours,
        "We already use your sensors in our mill.",
        "Nobody answers my tickets, this is unacceptable.",
        "the gearbox on line 2 broke again and we need it fixed by March, ann@mill.example",
        lang="en",
    )
    assert (after.lead.kind, after.lead.band) == ("customer", "cold")
