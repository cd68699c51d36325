"""A reply goes out as one mail: to whom, when, at most how often, and what a rep hears when it does not."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.channels.email.parse import ParsedMail
from app.channels.email.port import Deferred, NobodyKnows, Refused
from app.channels.email.smtp import SmtpTransport
from app.channels.email.thread import conversation_of, message_of
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.security import Vault
from app.flows.bounce import bounced, named, revive
from app.flows.mail_again import send_again
from app.models import Contact, Conversation, Delivery, Effect
from tests.channels.smtp_server import SmtpServer
from tests.flows.post_office import OURS, THEIRS, WORDS, PostOffice

pytestmark = pytest.mark.anyio


@pytest.fixture
def office(database: Database, clock: FixedClock, vault: Vault) -> PostOffice:
    return PostOffice(database, clock, vault)


async def test_the_first_reply_to_a_form_is_one_marked_mail_that_repeats_nothing_typed(office: PostOffice) -> None:
    form = office.form("料金を教えてください。至急です")
    delivery = await office.answer(form)
    assert (delivery.state, delivery.detail) == ("sent", None)
    (mail,) = office.transport.taken
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Sokuo-Origin"] == "template"
    assert mail["In-Reply-To"] is None
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "ありがとうございます。" in text
    assert WORDS in text
    assert "田中" not in text
    assert "みなと" not in text
    (sender, to) = office.transport.recipients[0]
    assert to == THEIRS
    assert message_of(sender, sign=office.vault.sign) == delivery.message_id
    reply_to = mail["Reply-To"].addresses[0].addr_spec
    assert conversation_of(reply_to, sign=office.vault.sign) == form.conversation_id
    assert office.told(form.lead_id) == ["mail_sent"]


async def test_an_answer_to_a_mail_stays_in_its_thread(office: PostOffice) -> None:
    theirs = office.they_mail()
    await office.answer(theirs)
    (mail,) = office.transport.taken
    parent = f"<{theirs.message_id.hex}@minato.example>"
    assert mail["Subject"] == "Re: 料金の件"
    assert mail["In-Reply-To"].strip() == parent
    assert mail["References"].split() == ["<before@minato.example>", parent]
    assert mail["Auto-Submitted"] == "auto-replied"


async def test_colleagues_whom_a_verified_person_put_in_copy_stay_there_from_our_second_mail_on(
    office: PostOffice,
) -> None:
    there = ("Mori@minato.example", "boss@other.example", OURS, "gone@minato.example", THEIRS)
    office.suppress("gone@minato.example", "opt_out")
    theirs = office.they_mail(cc=there)
    await office.answer(theirs)
    office.clock.advance(timedelta(minutes=11))
    await office.answer(office.they_mail(theirs, cc=there))
    await office.answer(office.they_mail(theirs, cc=there, verified=False))
    assert [envelope[1:] for envelope in office.transport.recipients] == [(THEIRS,), (THEIRS, "mori@minato.example")]
    assert [mail["Cc"] for mail in office.transport.taken] == [None, "mori@minato.example"]


async def test_a_reps_own_mail_is_neither_marked_nor_counted(office: PostOffice) -> None:
    theirs = office.they_mail(verified=False)
    by_hand = {"author": "rep", "kind": "message", "person_id": office.rep(), "acts": ()}
    for _ in range(3):
        assert (await office.answer(theirs, **by_hand)).state == "sent"
    assert (await office.answer(theirs)).state == "sent"
    assert [mail["Auto-Submitted"] for mail in office.transport.taken] == [None, None, None, "auto-replied"]
    assert office.transport.taken[0]["X-Sokuo-Origin"] == "human"
    assert "森" in office.transport.taken[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]


async def test_a_hard_bounce_tells_a_person_and_stops_everything_to_the_address(office: PostOffice) -> None:
    form = office.form()
    first = await office.answer(form)
    for _ in range(2):
        known = office.database.write(
            lambda s: bounced(s, message_id=first.message_id, dead=True, reason="5.1.1", now=office.clock.now())  # type: ignore[arg-type]
        )
        assert known
    came_back = office.delivery(first.message_id)  # type: ignore[arg-type]
    assert (came_back.state, came_back.detail) == ("failed", "5.1.1")
    assert office.told(form.lead_id) == ["mail_sent", "mail_bounced", "person_needed"]
    by_hand = {"author": "rep", "kind": "message", "person_id": office.rep(), "acts": ()}
    for more in ({}, by_hand):
        held = await office.answer(form, **more)
        assert (held.state, held.detail) == ("held", "dead_address")


REPORT = """Reporting-MTA: dns; mx.minato.example

Original-Recipient: rfc822;{delayed}
Final-Recipient: rfc822; {delayed}
Action: delayed
Status: 4.2.2

Original-Recipient: rfc822;{failed}
Final-Recipient: rfc822; {failed}
Action: failed
Status: 5.1.1
"""


async def test_a_dead_colleague_in_copy_does_not_end_the_mails_to_the_contact(office: PostOffice) -> None:
    theirs = office.they_mail(cc=("gone@minato.example",))
    sent = await office.answer(theirs)

    def comes_back(failed: str, delayed: str) -> Delivery:
        report = ParsedMail(report=REPORT.format(failed=failed, delayed=delayed))
        told = {"dead": True, "reason": "5.1.1", "recipients": named(office.vault, report)}
        office.database.write(
            lambda s: bounced(s, message_id=sent.message_id, now=office.clock.now(), **told)  # type: ignore[arg-type]
        )
        return office.delivery(sent.message_id)  # type: ignore[arg-type]

    assert comes_back("gone@minato.example", THEIRS).state == "sent"
    assert office.news(theirs.lead_id) == ["mail_bounced"]
    assert (await office.answer(office.they_mail(theirs))).state == "sent"
    assert comes_back(THEIRS.upper(), "gone@minato.example").state == "failed"
    assert office.news(theirs.lead_id) == ["mail_bounced"] * 2
    assert (await office.answer(office.they_mail(theirs))).detail == "dead_address"
    office.database.write(lambda s: revive(s, office.vault.lookup("email", THEIRS)))
    assert (await office.answer(office.they_mail(theirs))).state == "sent"


async def test_a_mail_that_came_back_is_really_sent_again(office: PostOffice) -> None:
    sent = await office.answer(office.form())
    message_id, rep = sent.message_id, office.rep()
    assert message_id is not None

    def again(session: Session) -> None:
        bounced(session, message_id=message_id, dead=False, reason="4.2.2", now=office.clock.now())
        send_again(session, message_id, person_id=rep, now=office.clock.now())

    office.database.write(again)
    assert (await office.deliver(message_id)).state == "sent"
    first, second = office.transport.taken
    assert first["Message-ID"] == second["Message-ID"]


async def test_a_refused_mail_ends_at_once_and_a_person_is_told(office: PostOffice) -> None:
    office.transport.failures.append(Refused(550, "no such user"))
    form = office.form()
    failed = await office.answer(form)
    assert (failed.state, failed.detail) == ("failed", "smtp_550")
    assert office.told(form.lead_id) == ["mail_failed", "person_needed"]
    await office.deliver(failed.message_id)  # type: ignore[arg-type]
    assert office.transport.taken == []


async def test_a_busy_server_is_tried_again_and_given_up_after_two_days(office: PostOffice) -> None:
    form = office.form()
    message_id = office.reply(form)
    for wait in (timedelta(seconds=20), timedelta(hours=1), timedelta(hours=47)):
        office.transport.failures.append(Deferred("smtp_451"))
        with pytest.raises(Unavailable):
            await office.deliver(message_id)
        assert (office.delivery(message_id).state, office.delivery(message_id).detail) == ("queued", "smtp_451")
        office.clock.advance(wait)
    office.transport.failures.append(Deferred("smtp_451"))
    given_up = await office.deliver(message_id)
    assert (given_up.state, given_up.detail) == ("failed", "gave_up")
    assert office.told(form.lead_id) == ["mail_failed", "person_needed"]


async def test_what_waits_to_go_out_stays_when_they_opt_out_meanwhile_and_the_confirmation_goes(
    office: PostOffice,
) -> None:
    theirs = office.they_mail()
    waits = office.reply(theirs)
    office.clock.advance(timedelta(minutes=1))

    def opt_out(session: Session) -> None:
        conversation = session.get_one(Conversation, theirs.conversation_id)
        session.get_one(Contact, conversation.contact_id).opted_out_at = office.clock.now()

    office.database.write(opt_out)
    confirmation = office.reply(theirs, acts=("opt_out",))
    assert (await office.deliver(waits)).state != "sent"
    assert (await office.deliver(confirmation)).state == "sent"


async def test_a_mail_put_off_goes_out_later_with_its_first_date_and_id(office: PostOffice) -> None:
    message_id, written = office.reply(office.form()), office.clock.now()
    office.transport.failures.append(Deferred("smtp_connection"))
    with pytest.raises(Unavailable):
        await office.deliver(message_id)
    office.clock.advance(timedelta(hours=2))
    assert (await office.deliver(message_id)).state == "sent"
    (mail,) = office.transport.taken
    assert mail["Date"].datetime == written.replace(microsecond=0)
    assert mail["Message-ID"] == f"<{message_id.hex}@{OURS.rpartition('@')[2]}>"


async def test_after_a_cut_the_same_mail_is_sent_once_more_and_then_a_person_is_told(office: PostOffice) -> None:
    form = office.form()
    message_id = office.reply(form)
    for _ in range(2):
        office.transport.failures.append(NobodyKnows())
        with pytest.raises(Unavailable):
            await office.deliver(message_id)
        office.clock.advance(timedelta(minutes=1))
    unknown = await office.deliver(message_id)
    assert unknown.state == "unknown"
    assert office.told(form.lead_id) == ["mail_unknown", "person_needed"]
    first, second = office.transport.taken
    assert first["Message-ID"] == second["Message-ID"]


async def test_two_nodes_at_the_same_job_send_one_mail(office: PostOffice) -> None:
    message_id = office.reply(office.form())
    office.transport.gate = asyncio.Event()
    first = asyncio.create_task(office.deliver(message_id))
    while office.mails() == 0 or not _sending(office):  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    with pytest.raises(Unavailable, match="mail_being_sent") as busy:
        await office.deliver(message_id)
    assert busy.value.retry_after == 41
    office.transport.gate.set()
    assert (await first).state == "sent"
    assert (await office.deliver(message_id)).state == "sent"
    assert len(office.transport.taken) == 1


def _sending(office: PostOffice) -> bool:
    return office.database.read(lambda session: session.query(Effect).filter_by(state="sending").count()) == 1


async def test_two_mails_at_once_do_not_both_pass_a_cap(
    any_database: Database, clock: FixedClock, vault: Vault
) -> None:
    office = PostOffice(any_database, clock, vault)
    replies = [office.reply(office.form()) for _ in range(6)]
    states = [delivery.state for delivery in await asyncio.gather(*map(office.deliver, replies))]
    assert sorted(states) == ["held"] * 5 + ["sent"]
    assert len(office.transport.taken) == 1


async def test_a_form_comes_in_while_the_caps_are_counted(
    any_database: Database, clock: FixedClock, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = PostOffice(any_database, clock, vault)
    reply, counting, go_on = office.reply(office.form()), threading.Event(), threading.Event()

    def counts(*_: object, **__: object) -> None:
        counting.set()
        go_on.wait(10)

    if any_database.is_sqlite:
        go_on.set()  # one writer: what comes in waits for its turn, not for a lock
    monkeypatch.setattr("app.flows.mail_facts.stopped", counts)
    delivery = asyncio.create_task(office.deliver(reply))
    try:
        assert await asyncio.to_thread(counting.wait, 10)
        await asyncio.wait_for(asyncio.to_thread(office.form, address="mori@minato.example"), 5)
    finally:
        go_on.set()
    assert (await delivery).state == "sent"


async def test_over_a_real_server_greylisting_and_cuts_still_bring_one_message_id(office: PostOffice) -> None:
    message_id = office.reply(office.form())
    async with SmtpServer().will_be("451 at RCPT", "cut before", "cut after") as server:
        office.over(SmtpTransport(server.settings))
        for _ in range(3):
            with pytest.raises(Unavailable):
                await office.deliver(message_id)
            office.clock.advance(timedelta(minutes=1))
        assert (await office.deliver(message_id)).state == "sent"
    assert server.ids == {f"<{message_id.hex}@mihari.example>": 2}
