"""What the assistant does not send by itself waits, or a person hears of it; only machines get silence."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.channels.email.port import Deferred
from app.conversation import promises
from app.core.clock import FixedClock
from app.core.db import Database
from app.core.errors import Unavailable
from app.core.ids import new_id
from app.core.security import Vault
from app.flows.mail_again import send_again
from app.leads.intake import Accepted
from app.models import Conversation, Mail, Promise
from tests.flows.post_office import THEIRS, PostOffice

pytestmark = pytest.mark.anyio
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def office(database: Database, clock: FixedClock, vault: Vault) -> PostOffice:
    return PostOffice(database, clock, vault)


def ours(office: PostOffice, message_id: UUID) -> str:
    return office.database.read(lambda s: s.scalars(select(Mail.rfc_id).where(Mail.message_id == message_id)).one())


def take_over(office: PostOffice, accepted: Accepted) -> None:
    def write(session: Session) -> None:
        session.get_one(Conversation, accepted.conversation_id).owner = "rep"

    office.database.write(write)


def promise_within(office: PostOffice, wait: timedelta, *, of: Accepted, message_id: UUID) -> UUID:
    now = office.clock.now()
    where = {"lead_id": of.lead_id, "conversation_id": of.conversation_id, "message_id": message_id}
    given = Promise(id=new_id(), told="closed", due_at=now + wait, at=now, **where)
    office.database.write(lambda s: promises.give_time(s, given))
    return given.id


def is_promised(office: PostOffice, promise_id: UUID) -> bool:
    return office.database.read(lambda s: s.get(Promise, promise_id)) is not None


async def test_a_typed_address_gets_one_mail_a_day_and_a_person_hears_of_the_next(office: PostOffice) -> None:
    assert (await office.answer(office.form())).state == "sent"
    office.clock.advance(timedelta(hours=23))
    second = office.form()
    held = await office.answer(second)
    assert (held.state, held.detail) == ("held", "address_cap")
    assert office.told(second.lead_id) == ["mail_held", "person_needed"]
    assert office.news(second.lead_id) == ["mail_held"]
    office.clock.advance(timedelta(hours=2))
    assert (await office.answer(office.form())).state == "sent"
    assert len(office.transport.taken) == office.mails() == 2


async def test_a_verified_person_is_answered_twelve_times_an_hour(office: PostOffice) -> None:
    theirs, states = office.they_mail(), []
    for number in range(13):
        theirs = office.they_mail(theirs, text=f"質問その{number}です")
        states.append((await office.answer(theirs)).detail)
    assert states == [None] * 12 + ["conversation_cap"]


async def test_a_domain_that_vouches_for_its_mails_gets_no_second_answer_to_the_same_subject(
    office: PostOffice,
) -> None:
    ends = [(await office.answer(office.they_mail(text=f"質問{n}", by_token=False))).detail for n in range(2)]
    assert ends == [None, "same_subject"]


async def test_a_responder_that_says_the_same_again_and_again_is_answered_once(office: PostOffice) -> None:
    away = "I am out of the office until Monday and will answer your message then. Kind regards"
    theirs, ends = office.they_mail(text=away), []
    for _ in range(6):
        theirs = office.they_mail(text=away)  # in a new thread each time
        ends.append((await office.answer(theirs)).detail)
        office.clock.advance(timedelta(minutes=11))
    assert ends == [None] + ["machine"] * 5
    assert (office.told(theirs.lead_id), office.news(theirs.lead_id)) == (["mail_held"], [])


async def test_the_brake_delays_mails_of_the_whole_house_and_loses_none(office: PostOffice) -> None:
    office.with_brake(2)
    forms = [office.form(address=f"c{number}@site{number}.example") for number in range(3)]
    replies = [office.reply(form) for form in forms]
    for message_id in replies[:2]:
        await office.deliver(message_id)
    with pytest.raises(Unavailable, match="mail_put_off"):
        await office.deliver(replies[2])
    assert office.delivery(replies[2]).state == "held"
    office.clock.advance(timedelta(hours=1))
    assert (await office.deliver(replies[2])).state == "sent"
    assert office.told(forms[2].lead_id) == ["mail_held", "mail_sent"]


async def test_who_opted_out_hears_it_confirmed_once_and_then_only_answers_to_their_own_mails(
    office: PostOffice,
) -> None:
    theirs = office.they_mail(text="今後の連絡は不要です")
    office.suppress(THEIRS, "opt_out")
    assert (await office.answer(theirs, acts=("opt_out",))).state == "sent"
    office.clock.advance(timedelta(days=2))
    for acts in (("opt_out",), ("answer",)):
        held = await office.answer(theirs, acts=acts)
        assert (held.state, held.detail) == ("held", "suppressed")
    assert (await office.answer(office.form())).detail == "suppressed"  # anybody may have typed it
    asks = office.they_mail(text="やはり料金を教えてください")
    assert (await office.answer(asks)).state == "sent"


async def test_who_answers_our_first_mail_without_its_signed_address_is_answered_after_ten_minutes(
    office: PostOffice,
) -> None:
    unsure = {"verified": False, "parents": ("<before@minato.example>",)}
    first = office.they_mail(**unsure)  # type: ignore[arg-type]
    sent = await office.answer(first)
    assert sent.message_id is not None
    office.clock.advance(3 * MINUTE)
    back = office.they_mail(first, text="30名です", verified=False, parents=(ours(office, sent.message_id),))
    reply = office.reply(back)
    with pytest.raises(Unavailable, match="mail_put_off") as later:
        await office.deliver(reply)
    assert later.value.retry_after == 7 * 60
    office.clock.advance(7 * MINUTE)
    assert (await office.deliver(reply)).state == "sent"
    office.clock.advance(HOUR)
    stranger = office.they_mail(first, text="50名です", **unsure)  # type: ignore[arg-type]
    assert (await office.answer(stranger)).detail == "address_cap"  # names no mail of ours: anybody may have sent it


async def test_what_waits_for_two_days_fails_and_a_person_hears_of_it(office: PostOffice) -> None:
    office.with_brake(1)
    await office.answer(office.form(address="c1@site.example"))
    form = office.form()
    message_id = office.reply(form)
    promised = promise_within(office, timedelta(days=9), of=form, message_id=message_id)
    with pytest.raises(Unavailable):
        await office.deliver(message_id)
    office.clock.advance(timedelta(hours=48))
    await office.answer(office.form(address="c2@site.example"))
    assert (await office.deliver(message_id)).detail == "gave_up"
    assert office.news(form.lead_id) == ["mail_failed"]
    assert not is_promised(office, promised)  # nobody was told


@pytest.mark.parametrize("stops", ["suppressed", "taken_over"])
async def test_a_mail_put_off_is_not_sent_after_an_opt_out_or_a_take_over(office: PostOffice, stops: str) -> None:
    form = office.form()
    message_id = office.reply(form)
    office.transport.failures.append(Deferred("smtp_451"))
    with pytest.raises(Unavailable):
        await office.deliver(message_id)
    office.clock.advance(MINUTE)
    if stops == "suppressed":
        office.suppress(THEIRS, "opt_out")
    else:
        take_over(office, form)
    held = await office.deliver(message_id)
    assert (held.state, held.detail, office.mails()) == ("held", stops, 0)
    assert office.news(form.lead_id) == (["mail_held"] if stops == "suppressed" else [])
    rep = office.rep()
    office.database.write(lambda s: send_again(s, message_id, person_id=rep, now=office.clock.now()))
    assert (await office.deliver(message_id)).state == "sent"  # a person's own decision


async def test_a_time_that_has_passed_is_not_told_and_the_apology_goes_instead(office: PostOffice) -> None:
    form = office.form()
    await office.answer(form)
    late = office.reply(form)
    promised = promise_within(office, HOUR, of=form, message_id=late)
    office.clock.advance(2 * HOUR)
    assert (await office.deliver(late)).detail == "out_of_date"
    assert office.news(form.lead_id) == ["mail_held"]
    assert is_promised(office, promised)
    assert (await office.answer(form, acts=("apology",), kind="message")).state == "sent"  # within 24 hours


async def test_a_mail_we_cannot_make_ends_and_a_person_hears_of_it(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise LookupError("a case nobody thought of")

    monkeypatch.setattr("app.flows.mail_out.write_mail", breaks)
    form = office.form()
    failed = await office.answer(form)
    assert (failed.state, failed.detail) == ("failed", "failure")
    assert office.news(form.lead_id) == ["mail_failed"]


async def test_ids_that_no_header_can_hold_do_not_keep_the_answer_back(office: PostOffice) -> None:
    long = f"<{'a' * 600}@minato.example>"
    theirs = office.they_mail(parents=("<a b@minato.example>", long, "<first@minato.example>"))
    office.database.write(lambda s: s.query(Mail).update({"rfc_id": long}))
    assert (await office.answer(theirs)).state == "sent"
    (mail,) = office.transport.taken
    assert (mail["In-Reply-To"], mail["References"]) == (None, "<first@minato.example>")


async def test_an_old_carrier_address_is_answered(office: PostOffice) -> None:
    assert (await office.answer(office.they_mail(address="taro..x@docomo.ne.jp"))).state == "sent"
    assert office.transport.recipients[0][1] == '"taro..x"@docomo.ne.jp'
